#ifndef DIGEST_H
#define DIGEST_H

#include <nettle/sha2.h>
#include <stddef.h>

enum { DIGEST_HEX = 64 };

/* SHA-256 (FIPS 180-4) of the n bytes, as lower-case hexadecimal digits,
 * NUL-terminated. */
void digest_sha256(char hex[DIGEST_HEX + 1], const void *bytes, size_t n);

/* The same of bytes that come in parts: digest_begin, digest_add for each, then
 * digest_end. */
struct digest {
	struct sha256_ctx ctx;
};
void digest_begin(struct digest *);
void digest_add(struct digest *, const void *bytes, size_t n);
void digest_end(struct digest *, char hex[DIGEST_HEX + 1]);

#endif
