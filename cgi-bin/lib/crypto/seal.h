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
enum { SEAL_MAC = 32 };

/* The MAC of a text, as 32 hexadecimal digits (128 bits). */
void seal_mac(char mac[SEAL_MAC + 1], const void *secret, size_t n,
    const char *purpose, const char *text);

/* Whether two MACs are the same, in constant time. */
bool seal_is_mac(const char *a, const char *b);

/* Encrypts the n bytes: hexadecimal digits in the pool, different ones each
 * time.  NULL when the system gives no randomness. */
const char *seal(struct pool *, const char *secret, const char *purpose,
    const void *bytes, size_t n);

/* Decrypts what was sealed: NUL-terminated, in the pool; its length in *n
 * unless n is NULL.  NULL when it was sealed under another secret or purpose,
 * or changed since. */
const char *unseal(struct pool *, const char *secret, const char *purpose,
    const char *sealed, size_t *n);

#endif
