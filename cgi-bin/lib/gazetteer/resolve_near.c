/*
 * resolve_near.c - names that begin like the text, or are near it.
 *
 * Both go by one score: what is changed or missing counts against a name, its
 * people for it, a tenfold as much as a third of a letter.
 */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "gazetteer/name_key.h"
#include "gazetteer/resolving.h"
#include "gen/constants.h"

/* Most people first, a mistake the less: "Bordeau" is more often Bordeaux.  An
 * EPCI of the kind that is named goes before the others. */
static float
loose_score(const struct resolving *r, uint32_t place, float cost)
{
	const struct gazetteer_body *b = r->filter.body;
	const char *kind = gazetteer_text(r->g, r->g->place[place].kind);

	if (b != NULL && kind != NULL && *kind != '\0' &&
	    strcmp(r->g->text + b->kind, kind) == 0)
		cost -= 0.6f;
	return cost - 0.33f * log10f((float)r->g->place[place].people + 10.0f);
}

void
resolve_begins(struct resolving *r, const char *text)
{
	const struct gazetteer_word *w;
	size_t n = *text == '\0'
	    ? 0
	    : gazetteer_begin(r->g, r->g->word, r->g->words, text, &w);

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
	float cost = (float)d * (heard ? 0.3f : 1.0f) +
	    (r->g->text[n->core] != first ? 0.6f : 0) +
	    (n->kind > GAZETTEER_ALIAS ? 0.5f : 0);

	resolve_keep(r, n->place, name, RESOLVE_LOOSE,
	    loose_score(r, n->place, cost));
}

/* How many bits are set; of many names, without a call. */
static int
bits(uint32_t x)
{
	x -= x >> 1 & 0x55555555;
	x = (x & 0x33333333) + (x >> 2 & 0x33333333);
	return (int)(((x + (x >> 4)) & 0x0f0f0f0f) * 0x01010101 >> 24);
}

/* The first shape of n letters and more. */
static size_t
shape_from(const struct gazetteer *g, int n)
{
	size_t low = 0, high = g->names;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if ((int)g->shape[middle].n < n)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* How many bytes of s its n first words take; 0: it has no more than those. */
static size_t
head_of(const char *s, int n)
{
	const char *at = s;

	while (n-- > 0)
		if ((at = strchr(at == s ? at : at + 1, ' ')) == NULL)
			return 0;
	return (size_t)(at - s);
}

/* Cities whose name begins with what is near the text: "Tonon" of
 * Thonon-les-Bains. */
static void
keep_heads(struct resolving *r, const struct name_key_near *near,
    const char *core, int max)
{
	uint32_t letters = name_key_letters(core);
	int words = 1;

	for (const char *s = core; *s != '\0'; s++)
		words += *s == ' ';
	for (size_t i = 0; near->n > 3 && i < r->g->cities; i++) {
		const struct gazetteer_name *n = &r->g->name[r->g->city[i]];
		size_t len;
		char head[64];
		int d;

		if (bits(letters & ~n->letters) > max)
			continue;
		len = head_of(r->g->text + n->core, words);
		if (len == 0 || len >= sizeof(head) ||
		    abs((int)len - near->n) > max + words)
			continue;
		snprintf(head, sizeof(head), "%.*s", (int)len,
		    r->g->text + n->core);
		d = name_key_distance(near, head);
		if (d > 0 && d <= max)
			resolve_keep(r, n->place, r->g->city[i], RESOLVE_LOOSE,
			    loose_score(r, n->place,
				(float)d + 0.2f +
				    (head[0] != core[0] ? 0.6f : 0)));
	}
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
	/* What thousands begin with tells nothing, and is spelt right. */
	max = borne(near.n - (strncmp(core, "saint ", 6) == 0 ? 5 : 0));
	if (max == 0)
		return;
	for (size_t i = shape_from(r->g, near.n - max);
	     i < r->g->names && (int)r->g->shape[i].n <= near.n + max; i++) {
		const struct gazetteer_shape *n = &r->g->shape[i];
		int d;

		if (bits(letters ^ n->letters) > 2 * max)
			continue;
		d = name_key_distance(&near,
		    r->g->text + r->g->name[n->name].core);
		if (d <= max)
			keep_near(r, n->name, d, core[0], false);
	}
	heard = gazetteer_keyed(r->g, GAZETTEER_BY_SOUND, core, &k);
	for (size_t i = 0; i < heard; i++) {
		int d = name_key_distance(&near,
		    r->g->text + r->g->name[k[i].name].core);

		if (d <= max + 2)
			keep_near(r, k[i].name, d, core[0], true);
	}
	keep_heads(r, &near, core, max > 2 ? 2 : max);
}

void
resolve_sounds(struct resolving *r, const char *text)
{
	const char *core = name_key_core(text);
	const struct gazetteer_key *k;
	size_t n = gazetteer_keyed(r->g, GAZETTEER_BY_SOUND, core, &k);
	struct name_key_near near;

	/* The key is rough: what it brings together is compared by letters. */
	name_key_near(&near, core);
	for (size_t i = 0; near.n > 3 && i < n; i++) {
		const struct gazetteer_name *name = &r->g->name[k[i].name];

		if (name_key_distance(&near, r->g->text + name->core) <= 2)
			resolve_keep(r, name->place, k[i].name, RESOLVE_WORDS,
			    resolve_by_people(r, name->place));
	}
}

/* Keeps the names that are the text; left: how many words are left over. */
static bool
keep_whole(struct resolving *r, const char *text, int left)
{
	const struct gazetteer_word *w;
	size_t n = *name_key_core(text) == '\0' || strlen(text) < 3
	    ? 0
	    : gazetteer_equal(r->g, r->g->word, r->g->words, text, &w);
	size_t before = r->n;

	for (size_t i = 0; i < n; i++) {
		const struct gazetteer_name *name = &r->g->name[w[i].of];

		/* "Niort, Deux-Sèvres": the department is not meant. */
		if (w[i].inside ||
		    (r->n > 0 && r->g->place[name->place].scale > SCALE_EPCI))
			continue;
		if (*r->filter.number != '\0')
			resolve_keep(r, name->place, w[i].of, RESOLVE_WORDS,
			    resolve_by_people(r, name->place));
		else
			resolve_keep(r, name->place, w[i].of, RESOLVE_LOOSE,
			    loose_score(r, name->place,
				0.8f + 0.4f * (float)left));
	}
	return r->n > before;
}

/* Whether each word of a text is one of the name's. */
static bool
has_words(const char *name, const char *text)
{
	while (*text != '\0') {
		char word[64];
		size_t n = strcspn(text, " ");

		if (n >= sizeof(word))
			return false;
		snprintf(word, sizeof(word), "%.*s", (int)n, text);
		if (!str_has_word(name, word))
			return false;
		text += n + (text[n] == ' ');
	}
	return true;
}

void
resolve_scattered(struct resolving *r, const char *text)
{
	const char *core = name_key_core(text);
	const struct gazetteer_word *w;
	uint32_t letters = name_key_letters(core);
	char first[PLACE_TEXT];
	size_t len = strcspn(core, " "), n = 0;

	snprintf(first, sizeof(first), "%.*s ", (int)len, core);
	/* One word alone is what resolve_begins looks for. */
	if (core[len] == ' ')
		n = gazetteer_begin(r->g, r->g->word, r->g->words, first, &w);
	/* Thousands go on from "saint": letters tell most apart. */
	for (size_t i = 0; i < n; i++)
		if ((letters & ~r->g->name[w[i].of].letters) == 0 &&
		    has_words(r->g->text + w[i].s, core + len + 1))
			resolve_keep(r, r->g->name[w[i].of].place, w[i].of,
			    RESOLVE_LOOSE,
			    loose_score(r, r->g->name[w[i].of].place, 0.9f));
}

/* The longest first; the more words are left over, the less it is meant. */
void
resolve_within(struct resolving *r, const char *text)
{
	char part[PLACE_TEXT];
	int left = 0;

	snprintf(part, sizeof(part), "%s", text);
	for (char *at = strrchr(part, ' '); at != NULL;
	     at = strrchr(part, ' ')) {
		*at = '\0';
		if (keep_whole(r, part, ++left))
			break;
	}
	left = 0;
	for (const char *at = strchr(text, ' '); at != NULL;
	     at = strchr(at + 1, ' '))
		if (keep_whole(r, at + 1, ++left))
			break;
}

/* What the names of the people of a commune end with, the longest first. */
static const char *const people_ends[] = { "ienne", "aises", "oise", "aise",
	"aine", "ine", "ien", "ois", "ais", "ain", "in", "ne", "e" };

void
resolve_people_of(struct resolving *r, const char *text)
{
	const char *core = name_key_core(text);
	const struct gazetteer_word *w;
	char stem[PLACE_TEXT];
	size_t len = strlen(core), n, end = 0;

	for (size_t i = 0;
	     end == 0 && i < sizeof(people_ends) / sizeof(people_ends[0]);
	     i++) {
		size_t k = strlen(people_ends[i]);

		if (len >= k + 4 && strcmp(core + len - k, people_ends[i]) == 0)
			end = k;
	}
	snprintf(stem, sizeof(stem), "%.*s", (int)(len - end), core);
	/* What is left begins the name of the city, or of others: they are
	 * asked. */
	if (end == 0)
		return;
	n = gazetteer_begin(r->g, r->g->word, r->g->words, stem, &w);
	for (size_t i = 0; i < n; i++) {
		const struct gazetteer_name *name = &r->g->name[w[i].of];
		uint32_t epci = r->g->place[name->place].epci;

		if (epci != GAZETTEER_NONE && name->kind == GAZETTEER_OWN)
			resolve_keep(r, epci, GAZETTEER_NONE, RESOLVE_LOOSE,
			    loose_score(r, name->place, 1.0f));
	}
}

/* A letter apart, or the beginning of its name. */
static bool
is_near_city(const struct gazetteer *g, const struct name_key_near *near,
    const char *text, const struct gazetteer_name *n)
{
	const char *folded = g->text + n->folded;
	size_t len = strlen(text);

	if (strncmp(folded, text, len) == 0 && folded[len] == ' ')
		return true;
	return near->n > 3 && abs((int)n->n - near->n) <= 1 &&
	    name_key_distance(near, g->text + n->core) == 1;
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
		    is_near_city(r->g, &near, text, &r->g->name[name]))
			resolve_keep(r, place, name, RESOLVE_NAME,
			    resolve_by_people(r, place));
	}
	return r->n > before;
}
