/* bits.c - sets of small numbers, a bit each. */

#include "base/bits.h"
#include "base/fast.h"

void
bits_and(uint64_t *b, const uint64_t *a, size_t words)
{
	for (size_t i = 0; i < words; i++)
		b[i] &= a[i];
}

void
bits_or(uint64_t *b, const uint64_t *a, size_t words)
{
	for (size_t i = 0; i < words; i++)
		b[i] |= a[i];
}

void
bits_without(uint64_t *b, const uint64_t *a, size_t words)
{
	for (size_t i = 0; i < words; i++)
		b[i] &= ~a[i];
}

FAST size_t
bits_count_both(const uint64_t *a, const uint64_t *b, size_t words)
{
	size_t n = 0;

#pragma GCC unroll 4
	for (size_t i = 0; i < words; i++)
		n += (size_t)__builtin_popcountll(a[i] & b[i]);
	return n;
}

size_t
bits_count(const uint64_t *a, size_t words)
{
	return bits_count_both(a, a, words);
}
