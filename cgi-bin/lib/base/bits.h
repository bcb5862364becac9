#ifndef BITS_H
#define BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bit sets: number i is bit i % 64 of word i / 64.  A set of numbers under n
 * has bits_words(n) words. */

static inline size_t
bits_words(size_t n)
{
	return (n + 63) / 64;
}

static inline bool
bits_has(const uint64_t *b, size_t i)
{
	return b[i / 64] >> i % 64 & 1;
}

static inline void
bits_add(uint64_t *b, size_t i)
{
	b[i / 64] |= 1ull << i % 64;
}

static inline void
bits_drop(uint64_t *b, size_t i)
{
	b[i / 64] &= ~(1ull << i % 64);
}

/* Intersection, union and difference, of so many words, into b. */
void bits_and(uint64_t *b, const uint64_t *a, size_t words);
void bits_or(uint64_t *b, const uint64_t *a, size_t words);
void bits_without(uint64_t *b, const uint64_t *a, size_t words);

/* How many numbers are in a; in the intersection of a and b. */
size_t bits_count(const uint64_t *a, size_t words);
size_t bits_count_both(const uint64_t *a, const uint64_t *b, size_t words);

#endif
