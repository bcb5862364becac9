/*
 * gazetteer_seal.c - the names of places, in memory: their indexes.
 *
 * Each is a sorted array: it is filled once and read many times, and a
 * beginning is a range of it.
 */

#include <stdlib.h>
#include <string.h>

#include "gazetteer/gazetteer.h"
#include "gazetteer/name_key.h"
#include "gen/constants.h"

/* An array of n that is filled at once. */
static void *
room_for(size_t n, size_t item)
{
	return gazetteer_grow(NULL, n > 0 ? n - 1 : 0, item);
}

/* ---- keys ---- */

static int
by_hash(const void *a, const void *b)
{
	const struct gazetteer_key *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->name < y->name ? -1 : x->name > y->name;
}

static void
seal_keys(struct gazetteer *g, enum gazetteer_index index)
{
	struct gazetteer_key *k = room_for(g->names, sizeof(*k));

	for (uint32_t i = 0; i < g->names; i++) {
		uint32_t s = index == GAZETTEER_BY_SQUEEZE ? g->name[i].folded
							   : g->name[i].core;

		k[i] = (struct gazetteer_key){
			gazetteer_hash(index, g->text + s), i
		};
	}
	if (g->names > 0)
		qsort(k, g->names, sizeof(*k), by_hash);
	g->key[index] = k;
}

/* ---- meanings ---- */

/* The place of a code; a department goes before what shares its own. */
static uint32_t
place_of(const struct gazetteer *g, const char *code)
{
	const struct gazetteer_word *w;
	size_t n = gazetteer_equal(g, g->code, g->codes, code, &w);
	uint32_t place = n > 0 ? w[0].of : GAZETTEER_NONE;

	for (size_t k = 1; k < n; k++)
		if (g->place[w[k].of].scale == SCALE_DEPARTMENT)
			place = w[k].of;
	return place;
}

static void
add_meant(struct gazetteer *g, const struct gazetteer_meaning *m,
    uint32_t place)
{
	if (strcmp(m->kind, "code") == 0)
		gazetteer_add_past(g, place, m->words);
	else
		gazetteer_add_name(g, place,
		    strcmp(m->kind, "brand") == 0        ? GAZETTEER_BRAND
			: strcmp(m->kind, "former") == 0 ? GAZETTEER_FORMER
							 : GAZETTEER_SHORT,
		    m->words);
}

/* Names and codes that lead to codes, parted by blanks.  What leads nowhere
 * waits for a reference that knows it. */
static void
seal_meanings(struct gazetteer *g)
{
	for (size_t i = 0; i < g->meanings; i++) {
		const char *s = g->meaning[i].meaning;

		while (*s != '\0') {
			size_t n = strcspn(s, " ");
			uint32_t place = place_of(g,
			    pool_strndup(g->pool, s, n));

			if (place != GAZETTEER_NONE)
				add_meant(g, &g->meaning[i], place);
			s += n + (s[n] == ' ');
		}
	}
}

/* ---- names ---- */

static void
seal_cities(struct gazetteer *g)
{
	for (uint32_t i = 0; i < g->names; i++) {
		const struct gazetteer_place *p = &g->place[g->name[i].place];

		if (g->name[i].kind != GAZETTEER_OWN ||
		    p->scale != SCALE_COMMUNE || p->people < GAZETTEER_CITY)
			continue;
		g->city = gazetteer_grow(g->city, g->cities, sizeof(*g->city));
		g->city[g->cities++] = i;
	}
}

static int
by_length(const void *a, const void *b)
{
	const struct gazetteer_shape *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? -1 : 1;
	return x->name < y->name ? -1 : x->name > y->name;
}

static void
seal_shapes(struct gazetteer *g)
{
	g->shape = room_for(g->names, sizeof(*g->shape));
	for (size_t i = 0; i < g->names; i++)
		g->shape[i] = (struct gazetteer_shape){ g->name[i].n,
			g->name[i].letters, (uint32_t)i };
	if (g->names > 0)
		qsort(g->shape, g->names, sizeof(*g->shape), by_length);
}

static int
by_word(const void *a, const void *b, void *text)
{
	const struct gazetteer_word *x = a, *y = b;
	int c = strcmp((const char *)text + x->s, (const char *)text + y->s);

	return c != 0 ? c : x->of < y->of ? -1 : x->of > y->of;
}

/* Sorted once, then searched by halves: names are added only before. */
static void
sort_words(struct gazetteer *g, struct gazetteer_word *w, size_t n)
{
	if (n > 0)
		qsort_r(w, n, sizeof(*w), by_word, g->text);
}

/* The next word of a name, its small words but the first passed over. */
static const char *
next_word(const char *s)
{
	s = strchr(s, ' ');
	return s != NULL ? name_key_core(s + 1) : NULL;
}

static void
seal_words(struct gazetteer *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->names; i++)
		for (const char *s = g->text + g->name[i].folded; s != NULL;
		     s = next_word(s))
			n++;
	g->word = room_for(n, sizeof(*g->word));
	for (uint32_t i = 0; i < g->names; i++) {
		const char *whole = g->text + g->name[i].folded;

		for (const char *s = whole; s != NULL; s = next_word(s))
			g->word[g->words++] = (struct gazetteer_word){
				(uint32_t)(s - g->text), i & INT32_MAX,
				s != whole
			};
	}
	sort_words(g, g->word, g->words);
}

void
gazetteer_seal(struct gazetteer *g)
{
	sort_words(g, g->code, g->codes);
	seal_meanings(g);
	seal_cities(g);
	seal_shapes(g);
	seal_words(g);
	sort_words(g, g->past, g->pasts);
	sort_words(g, g->zip, g->zips);
	for (int i = 0; i < GAZETTEER_INDEXES; i++)
		seal_keys(g, (enum gazetteer_index)i);
	gazetteer_seal_centres(g);
	pool_free(g->pool);
	g->pool = NULL;
}
