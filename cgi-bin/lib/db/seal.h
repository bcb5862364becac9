#ifndef SEAL_H
#define SEAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"

/*
 * Authenticated encryption, and message authentication codes, under a secret:
 * ChaCha20-Poly1305 (RFC 8439) and HMAC-SHA-256 (RFC 2104), by nettle.  Rows
 * hold them, so that a leaked database tells nothing.  A purpose separates the
 * uses of one secret: what was made for one is not valid for another.
 */
enum { SEAL_MARK = 32 };

/* The mark of a text, as 32 hexadecimal digits (128 bits). */
void seal_mark(char mark[SEAL_MARK + 1], const void *secret, size_t n,
    const char *purpose, const char *text);

/* Whether two marks are the same; takes as long whatever differs. */
bool seal_is_mark(const char *a, const char *b);

/* The n bytes, sealed, as hexadecimal digits in the pool; twice the same bytes
 * make other digits.  NULL when the machine has no randomness to give. */
const char *seal_close(struct pool *, const char *secret, const char *purpose,
    const void *bytes, size_t n);

/* What was sealed, NUL-terminated, in the pool; its length in *n unless n is
 * NULL.  NULL when it was not sealed so, or was changed since. */
const char *seal_open(struct pool *, const char *secret, const char *purpose,
    const char *sealed, size_t *n);

#endif
