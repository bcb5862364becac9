/* gazetteer_find.c - looking up in sorted arrays. */

#include <string.h>

#include "base/str.h"
#include "gazetteer/gazetteer.h"
#include "gazetteer/name_key.h"
#include "gen/constants.h"

uint32_t
gazetteer_hash(enum gazetteer_index index, const char *text)
{
	char key[256];
	uint64_t h;

	if (index == GAZETTEER_BY_BAG)
		name_key_bag(key, sizeof(key), text);
	else if (index == GAZETTEER_BY_SOUND)
		name_key_sound(key, sizeof(key), text);
	else
		name_key_squeeze(key, sizeof(key), text);
	h = str_hash(STR_HASH, key);
	return (uint32_t)(h ^ h >> 32);
}

/* Among the places from one to before another. */
static uint32_t
find_id(const struct gazetteer *g, size_t low, size_t end, uint32_t id)
{
	size_t high = end;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (g->place[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < end && g->place[low].id == id ? (uint32_t)low
						   : GAZETTEER_NONE;
}

uint32_t
gazetteer_of_id(const struct gazetteer *g, uint32_t id)
{
	return find_id(g, 0, g->places, id);
}

uint32_t
gazetteer_of_any_id(const struct gazetteer *g, uint32_t id)
{
	uint32_t place = gazetteer_of_id(g, id);

	return place != GAZETTEER_NONE ? place
				       : find_id(g, g->places, g->all, id);
}

uint32_t
gazetteer_of_code(const struct gazetteer *g, const char *code)
{
	const struct gazetteer_word *w;
	size_t n = gazetteer_equal(g, g->code, g->codes, code, &w);
	uint32_t best = GAZETTEER_NONE;

	for (size_t i = 0; i < n; i++) {
		const struct gazetteer_place *p = &g->place[w[i].of];

		if (strcmp(g->text + p->code, code) != 0)
			continue;
		if (p->scale == SCALE_DEPARTMENT)
			return w[i].of;
		if (best == GAZETTEER_NONE || p->scale > g->place[best].scale)
			best = w[i].of;
	}
	return best;
}

/* The first word whose n first bytes are not before s; after: past those that
 * begin so. */
static size_t
edge(const struct gazetteer *g, const struct gazetteer_word *w, size_t n,
    const char *s, size_t len, bool after)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int c = strncmp(g->text + w[middle].s, s, len);

		if (c < 0 || (after && c == 0))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
gazetteer_equal(const struct gazetteer *g, const struct gazetteer_word *w,
    size_t n, const char *s, const struct gazetteer_word **word)
{
	size_t len = strlen(s) + 1, first = edge(g, w, n, s, len, false);

	*word = w + first;
	return edge(g, w, n, s, len, true) - first;
}

size_t
gazetteer_begin(const struct gazetteer *g, const struct gazetteer_word *w,
    size_t n, const char *s, const struct gazetteer_word **word)
{
	size_t len = strlen(s), first = edge(g, w, n, s, len, false);

	*word = w + first;
	return edge(g, w, n, s, len, true) - first;
}

size_t
gazetteer_keyed(const struct gazetteer *g, enum gazetteer_index index,
    const char *text, const struct gazetteer_key **key)
{
	const struct gazetteer_key *k = g->key[index];
	uint32_t hash = gazetteer_hash(index, text);
	size_t low = 0, high = g->names, n = 0;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (k[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	*key = k + low;
	while (low + n < g->names && k[low + n].hash == hash)
		n++;
	return n;
}

const struct gazetteer_body *
gazetteer_body_first(const struct gazetteer *g, const char *folded, size_t *n)
{
	const struct gazetteer_body *found = NULL;
	size_t longest = 0;

	for (size_t i = 0; i < g->bodies; i++) {
		const char *words = g->text + g->body[i].words;
		size_t k = g->body[i].n;

		if (k > longest && words[0] == folded[0] &&
		    strncmp(folded, words, k) == 0 && folded[k] == ' ') {
			longest = k;
			found = &g->body[i];
		}
	}
	*n = longest + 1;
	return found;
}

const struct gazetteer_body *
gazetteer_body_last(const struct gazetteer *g, const char *folded, size_t *n)
{
	const struct gazetteer_body *found = NULL;
	size_t len = strlen(folded), longest = 0;

	for (size_t i = 0; i < g->bodies; i++) {
		size_t k = g->body[i].n;

		if (k > longest && len > k + 1 && folded[len - k - 1] == ' ' &&
		    strcmp(folded + len - k, g->text + g->body[i].words) == 0) {
			longest = k;
			found = &g->body[i];
		}
	}
	*n = longest + 1;
	return found;
}

const struct gazetteer_body *
gazetteer_body_is(const struct gazetteer *g, const char *folded)
{
	for (size_t i = 0; i < g->bodies; i++)
		if (strcmp(g->text + g->body[i].words, folded) == 0)
			return &g->body[i];
	return NULL;
}
