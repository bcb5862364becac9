#ifndef INTERN_H
#define INTERN_H

#include <stddef.h>

/* Texts that come again and again, each kept once and known by its number:
 * 0, 1, 2... as they first came. */
struct intern;

/* Freed by the caller, texts included. */
struct intern *intern_new(void);
void intern_free(struct intern *);

/* The number of a text, which may be new. */
size_t intern(struct intern *, const char *s);

/* The text of a number that was given; it lasts as long as the table. */
const char *intern_text(const struct intern *, size_t number);

/* An array by number with room for one; what it had not is zero.  *size is how
 * many items it has. */
void *intern_array(void *, size_t *size, size_t number, size_t item);

#endif
