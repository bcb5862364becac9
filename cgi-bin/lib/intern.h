#ifndef INTERN_H
#define INTERN_H

#include <stddef.h>

/* Texts that come again and again, each kept once and known by its number:
 * 0, 1, 2... as they first came. */
struct intern;

/* Freed by the caller, texts included. */
struct intern *intern_new(void);
void intern_free(struct intern *);

/* The number of a text; a new one is the count before. */
size_t intern(struct intern *, const char *s);
size_t intern_count(const struct intern *);

/* The text of a number that was given; it lasts as long as the table. */
const char *intern_text(const struct intern *, size_t number);

#endif
