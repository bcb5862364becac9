/* row_hash.c - the hash of a key of the row store. */

#include <string.h>

#include "db/row_hash.h"

__extension__ typedef unsigned __int128 wide;

/* The high and the low half of a product of 128 bits, folded. */
static uint64_t
fold(uint64_t a, uint64_t b)
{
	wide product = (wide)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

uint64_t
row_hash(const uint64_t secret[2], uint64_t kind, const void *key, size_t n)
{
	const unsigned char *p = key;
	uint64_t h = fold(kind ^ secret[0], n ^ secret[1]), w;

	for (; n >= sizeof(w); n -= sizeof(w), p += sizeof(w)) {
		memcpy(&w, p, sizeof(w));
		h = fold(h ^ w ^ secret[0], secret[1]);
	}
	for (w = 0; n > 0; n--)
		w = w << 8 | *p++;
	return fold(h ^ w ^ secret[0], secret[1]);
}
