#ifndef HEX_H
#define HEX_H

#include <stdbool.h>
#include <stddef.h>

/* Writes n bytes as 2 n lower-case hexadecimal digits, NUL-terminated: to has
 * room for 2 n + 1. */
void hex_put(char *to, const void *bytes, size_t n);

/* Reads n bytes from the first 2 n characters; false when one of them is no
 * digit that hex_put() writes: to then holds a part. */
bool hex_read(void *to, const char *hex, size_t n);

/* How many such digits the text begins with. */
size_t hex_span(const char *text);

/* n random bytes of the system (getrandom(2)), HEX_RANDOM at most, as hex_put()
 * writes them.  When it gives none, which no Linux that has started does, to is
 * "" and the result false. */
enum { HEX_RANDOM = 16 };
bool hex_random(char *to, size_t n);

#endif
