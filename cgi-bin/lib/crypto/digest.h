#ifndef DIGEST_H
#define DIGEST_H

#include <stddef.h>

enum { DIGEST_HEX = 64 };

/* SHA-256 (FIPS 180-4) of the n bytes, as lower-case hexadecimal digits,
 * NUL-terminated. */
void digest_sha256(char hex[DIGEST_HEX + 1], const void *bytes, size_t n);

#endif
