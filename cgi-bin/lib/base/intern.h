#ifndef INTERN_H
#define INTERN_H

#include <stddef.h>

/* Interned strings: each is stored once and known by a number, 0, 1, 2... in
 * the order of first sight. */
struct intern;

/* The caller frees it, strings included; NULL is ignored. */
struct intern *intern_new(void);
void intern_free(struct intern *);

/* The number of a string, which is copied when it is new. */
size_t intern(struct intern *, const char *s);

/* The string of a number that intern returned; it lasts as long as the table.
 */
const char *intern_text(const struct intern *, size_t number);

/* Grows a malloc'ed array indexed by such numbers until it holds number; new
 * items are zeroed.  *size, 0 at first, is how many items there are.  Returns
 * the array, which may have moved, and which the caller frees. */
void *intern_array(void *, size_t *size, size_t number, size_t item);

#endif
