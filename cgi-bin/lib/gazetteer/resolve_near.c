/*
 * resolve_near.c - names that begin like the text, or are near it.
 *
 * Both go by one score: what is changed or missing counts against a name, its
 * people for it, a tenfold as much as a third of a letter.
 */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "gazetteer/name_key.h"
#include "gazetteer/resolve_rank.h"
#include "gen/constants.h"

/* Most people first, a mistake the less: « Bordeau » is more often Bordeaux. */
static float
loose_score(const struct resolving *r, uint32_t place, float cost)
{
	return cost - 0.33f * log10f((float)r->g->place[place].people + 10.0f);
}

void
resolve_begins(struct resolving *r, const char *text)
{
	const struct gazetteer_word *w;
	size_t n = *text == '\0'
	    ? 0
	    : gazetteer_begin(r->g->word, r->g->words, text, &w);

	for (size_t i = 0; i < n; i++) {
		const struct gazetteer_name *name = &r->g->name[w[i].of];
		float cost = (w[i].inside ? 1.2f : 0.5f) +
		    (name->kind > GAZETTEER_ALIAS ? 0.5f : 0);

		resolve_keep(r, name->place, w[i].of, RESOLVE_LOOSE,
		    loose_score(r, name->place, cost));
	}
}

/* Mistakes that are borne: a short name is near too many others. */
static int
borne(int n)
{
	return n < 3 ? 0 : n < 6 ? 1 : n < 9 ? 2 : 3;
}

static void
keep_near(struct resolving *r, uint32_t name, int d, char first, bool heard)
{
	const struct gazetteer_name *n = &r->g->name[name];
	float cost = (float)d + (n->core[0] != first ? 0.6f : 0) -
	    (heard ? 0.7f : 0) + (n->kind > GAZETTEER_ALIAS ? 0.5f : 0);

	resolve_keep(r, n->place, name, RESOLVE_LOOSE,
	    loose_score(r, n->place, cost));
}

void
resolve_near(struct resolving *r, const char *text)
{
	const char *core = name_key_core(text);
	uint32_t letters = name_key_letters(core);
	const struct gazetteer_key *k;
	struct name_key_near near;
	size_t heard;
	int max;

	name_key_near(&near, core);
	if ((max = borne(near.n)) == 0)
		return;
	for (uint32_t i = 0; i < r->g->names; i++) {
		const struct gazetteer_name *n = &r->g->name[i];
		int d;

		if (n->n + max < near.n || n->n > near.n + max ||
		    __builtin_popcount(letters ^ n->letters) > 2 * max)
			continue;
		if ((d = name_key_distance(&near, n->core)) <= max)
			keep_near(r, i, d, core[0], false);
	}
	heard = gazetteer_keyed(r->g, GAZETTEER_BY_SOUND, core, &k);
	for (size_t i = 0; i < heard; i++) {
		int d = name_key_distance(&near, r->g->name[k[i].name].core);

		if (d <= max + 2)
			keep_near(r, k[i].name, d, core[0], true);
	}
}

/* A letter apart, or the beginning of its name. */
static bool
is_near_city(const struct name_key_near *near, const char *text,
    const struct gazetteer_name *n)
{
	size_t len = strlen(text);

	if (strncmp(n->folded, text, len) == 0 && n->folded[len] == ' ')
		return true;
	return near->n > 3 && abs((int)n->n - near->n) <= 1 &&
	    name_key_distance(near, n->core) == 1;
}

bool
resolve_cities(struct resolving *r, uint32_t people)
{
	const char *text = r->text->whole;
	struct name_key_near near;
	size_t before = r->n;

	name_key_near(&near, name_key_core(text));
	for (size_t i = 0; i < r->g->cities; i++) {
		uint32_t name = r->g->city[i];
		uint32_t place = r->g->name[name].place;

		if (r->g->place[place].people / 10 >= people &&
		    is_near_city(&near, text, &r->g->name[name]))
			resolve_keep(r, place, name, RESOLVE_NAME,
			    resolve_by_people(r, place));
	}
	return r->n > before;
}
