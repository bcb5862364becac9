/* term_spots.c - where the terms of a text are. */

#include "index/term_spots.h"
#include "base/str.h"

uint16_t
term_spot_hash(const char *term)
{
	uint64_t h = str_hash(STR_HASH, term);

	return (uint16_t)((h ^ h >> 32) % TERM_HASHES);
}

void
term_spots_put(struct buf *b, struct words *words, const char *text)
{
	const char *p = text;
	struct word w;

	while (words_scan(&p, &w) && w.at - text <= UINT16_MAX) {
		words_stem(words, &w);
		for (int k = 0; k < w.terms; k++) {
			struct term_spot s = { (uint16_t)(w.at - text),
				term_spot_hash(w.term[k]) };

			buf_put(b, (const char *)&s, sizeof(s));
		}
	}
}
