#ifndef ROW_HASH_H
#define ROW_HASH_H

#include <stddef.h>
#include <stdint.h>

/* The hash of a kind and a key of n bytes, with a secret whose second half is
 * odd: who asks for words cannot aim at a slot. */
uint64_t row_hash(const uint64_t secret[2], uint64_t kind, const void *key,
    size_t n);

#endif
