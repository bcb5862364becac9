/* bits.c - sets of small numbers, a bit each. */

#include "base/bits.h"

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

static inline size_t
count_words(const uint64_t *a, const uint64_t *b, size_t words)
{
	size_t n = 0;

#pragma GCC unroll 4
	for (size_t i = 0; i < words; i++)
		n += (size_t)__builtin_popcountll(a[i] & b[i]);
	return n;
}

/* The oldest x86-64 has no instruction for it, and ten times the work. */
#ifdef __x86_64__
__attribute__((target("popcnt"))) static size_t
count_fast(const uint64_t *a, const uint64_t *b, size_t words)
{
	return count_words(a, b, words);
}
#else
#define count_fast count
#endif

static bool
has_popcnt(void)
{
#ifdef __x86_64__
	return __builtin_cpu_supports("popcnt");
#else
	return false;
#endif
}

size_t
bits_count_both(const uint64_t *a, const uint64_t *b, size_t words)
{
	return has_popcnt() ? count_fast(a, b, words)
			    : count_words(a, b, words);
}

size_t
bits_count(const uint64_t *a, size_t words)
{
	return bits_count_both(a, a, words);
}
