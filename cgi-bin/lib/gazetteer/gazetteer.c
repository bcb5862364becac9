/*
 * gazetteer.c - the names of places, in memory.
 *
 * Each index is a sorted array: it is filled once and read many times, and a
 * beginning is a range of it.
 */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "gazetteer/gazetteer.h"
#include "gazetteer/name_key.h"
#include "gen/constants.h"

struct gazetteer *
gazetteer_new(void)
{
	struct gazetteer *g = calloc(1, sizeof(*g));

	if (g == NULL)
		log_die("gazetteer: out of memory");
	g->pool = pool_new();
	return g;
}

void
gazetteer_free(struct gazetteer *g)
{
	if (g == NULL)
		return;
	free(g->place);
	free(g->name);
	free(g->shape);
	free(g->body);
	free(g->word);
	free(g->code);
	free(g->past);
	free(g->zip);
	free(g->meaning);
	free(g->abbreviation);
	free(g->city);
	for (int i = 0; i < GAZETTEER_INDEXES; i++)
		free(g->key[i]);
	pool_free(g->pool);
	free(g);
}

/* Room for one more in an array of n, which grows by doubling. */
static void *
grow(void *array, size_t n, size_t item)
{
	if ((n & (n - 1)) != 0 || (n > 0 && n < 64))
		return array;
	array = realloc(array, (n < 64 ? 64 : n * 2) * item);
	if (array == NULL)
		log_die("gazetteer: out of memory");
	return array;
}

static const char *
copy(struct gazetteer *g, const char *s)
{
	return s == NULL || *s == '\0' ? NULL : pool_strdup(g->pool, s);
}

static void
add_word(struct gazetteer_word **array, size_t *n, const char *s, uint32_t of,
    bool inside)
{
	*array = grow(*array, *n, sizeof(**array));
	(*array)[(*n)++] = (struct gazetteer_word){ s, of, inside };
}

/* Words of a list parted by blanks, each on its own. */
static void
add_zips(struct gazetteer *g, const char *zips, uint32_t place)
{
	while (zips != NULL && *zips != '\0') {
		size_t n = strcspn(zips, " ");

		add_word(&g->zip, &g->zips, pool_strndup(g->pool, zips, n),
		    place, false);
		zips += n + (zips[n] == ' ');
	}
}

/* What an EPCI is called in brackets: "CA Bassin d'Arcachon Sud (COBAS)". */
static void
add_bracketed(struct gazetteer *g, uint32_t place, const char *name)
{
	const char *s = strchr(name, '('), *end;

	if (g->place[place].scale != SCALE_EPCI || s == NULL ||
	    (end = strchr(s, ')')) == NULL)
		return;
	gazetteer_add_name(g, place, GAZETTEER_BRAND,
	    pool_strndup(g->pool, s + 1, (size_t)(end - s - 1)));
}

/* "Les 2 Alpes". */
static void
add_numbered(struct gazetteer *g, uint32_t place)
{
	const struct gazetteer_name *own = &g->name[g->names - 1];
	char name[256];

	if (own->place == place &&
	    name_key_number(name, sizeof(name), own->folded))
		gazetteer_add_name(g, place, GAZETTEER_ALIAS, name);
}

uint32_t
gazetteer_add_place(struct gazetteer *g, const struct gazetteer_place *p)
{
	uint32_t i = (uint32_t)g->places;
	struct gazetteer_place *to;

	g->place = grow(g->place, g->places, sizeof(*g->place));
	to = &g->place[g->places++];
	*to = *p;
	to->code = pool_strdup(g->pool, p->code);
	to->name = pool_strdup(g->pool, p->name);
	to->siren = copy(g, p->siren);
	to->kind = copy(g, p->kind);
	to->department = copy(g, p->department);
	to->zips = copy(g, p->zips);
	add_word(&g->code, &g->codes, to->code, i, false);
	if (to->siren != NULL && strcmp(to->siren, to->code) != 0)
		add_word(&g->code, &g->codes, to->siren, i, false);
	add_zips(g, to->zips, i);
	gazetteer_add_name(g, i, GAZETTEER_OWN, to->name);
	add_numbered(g, i);
	add_bracketed(g, i, to->name);
	return i;
}

/* Of an EPCI, the name without what kind of body it is. */
static const char *
core_of(struct gazetteer *g, uint32_t place, const char *folded)
{
	const char *s = folded;
	size_t n;

	if (g->place[place].scale == SCALE_EPCI) {
		if (gazetteer_body_first(g, s, &n) != NULL)
			s += n;
		if (gazetteer_body_last(g, s, &n) != NULL)
			s = pool_strndup(g->pool, s, strlen(s) - n);
	}
	return name_key_core(s);
}

void
gazetteer_add_name(struct gazetteer *g, uint32_t place,
    enum gazetteer_kind kind, const char *name)
{
	char folded[256];
	struct gazetteer_name *to;

	if (*str_fold_name(folded, sizeof(folded), name) == '\0')
		return;
	g->name = grow(g->name, g->names, sizeof(*g->name));
	to = &g->name[g->names++];
	*to = (struct gazetteer_name){ .place = place, .kind = (uint8_t)kind };
	to->name = kind == GAZETTEER_OWN ? g->place[place].name
					 : pool_strdup(g->pool, name);
	to->folded = pool_strdup(g->pool, folded);
	to->core = core_of(g, place, to->folded);
	to->letters = name_key_letters(to->core);
	for (const char *s = to->core; *s != '\0' && to->n < 255; s++)
		to->n += *s != ' ';
}

void
gazetteer_add_past(struct gazetteer *g, uint32_t place, const char *code)
{
	add_word(&g->past, &g->pasts, pool_strdup(g->pool, code), place, false);
}

/* The scale and the kind that a body's meaning says: "epci CC". */
static void
add_body(struct gazetteer *g, const struct gazetteer_meaning *m)
{
	static const struct {
		const char *word;
		uint8_t scale;
	} scales[] = { { "commune", SCALE_COMMUNE }, { "epci", SCALE_EPCI },
		{ "basin", SCALE_BASIN }, { "department", SCALE_DEPARTMENT },
		{ "region", SCALE_REGION } };
	struct gazetteer_body *to;
	char folded[128];
	size_t n = strcspn(m->meaning, " ");

	g->body = grow(g->body, g->bodies, sizeof(*g->body));
	to = &g->body[g->bodies++];
	*to = (struct gazetteer_body){ .label = strcmp(m->kind, "label") == 0 };
	for (size_t i = 0; i < sizeof(scales) / sizeof(scales[0]); i++)
		if (strlen(scales[i].word) == n &&
		    strncmp(m->meaning, scales[i].word, n) == 0)
			to->scale = scales[i].scale;
	to->words = pool_strdup(g->pool,
	    str_fold_name(folded, sizeof(folded), m->words));
	to->n = strlen(to->words);
	to->kind = pool_strdup(g->pool,
	    m->meaning[n] == ' ' ? m->meaning + n + 1 : "");
}

static void
add_abbreviation(struct gazetteer *g, const struct gazetteer_meaning *m)
{
	char words[128], full[128];

	g->abbreviation = grow(g->abbreviation, g->abbreviations,
	    sizeof(*g->abbreviation));
	g->abbreviation[g->abbreviations++] = (struct gazetteer_meaning){ NULL,
		pool_strdup(g->pool,
		    str_fold_name(words, sizeof(words), m->words)),
		pool_strdup(g->pool,
		    str_fold_name(full, sizeof(full), m->meaning)) };
}

void
gazetteer_add_meaning(struct gazetteer *g, const struct gazetteer_meaning *m)
{
	if (strcmp(m->kind, "body") == 0 || strcmp(m->kind, "label") == 0) {
		add_body(g, m);
		return;
	}
	if (strcmp(m->kind, "abbreviation") == 0) {
		add_abbreviation(g, m);
		return;
	}
	g->meaning = grow(g->meaning, g->meanings, sizeof(*g->meaning));
	g->meaning[g->meanings++] = (struct gazetteer_meaning){
		pool_strdup(g->pool, m->kind), pool_strdup(g->pool, m->words),
		pool_strdup(g->pool, m->meaning)
	};
}

/* ---- sealing ---- */

static int
by_word(const void *a, const void *b)
{
	const struct gazetteer_word *x = a, *y = b;
	int c = strcmp(x->s, y->s);

	return c != 0 ? c : x->of < y->of ? -1 : x->of > y->of;
}

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
	struct gazetteer_key *k = malloc((g->names + 1) * sizeof(*k));

	if (k == NULL)
		log_die("gazetteer: out of memory");
	for (uint32_t i = 0; i < g->names; i++)
		k[i] = (struct gazetteer_key){ gazetteer_hash(index,
						   index == GAZETTEER_BY_SQUEEZE
						       ? g->name[i].folded
						       : g->name[i].core),
			i };
	qsort(k, g->names, sizeof(*k), by_hash);
	g->key[index] = k;
}

/* The place of a code; a department goes before what shares its own. */
static uint32_t
place_of(const struct gazetteer *g, const char *code)
{
	const struct gazetteer_word *w;
	size_t n = gazetteer_equal(g->code, g->codes, code, &w);
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

static void
seal_cities(struct gazetteer *g)
{
	for (uint32_t i = 0; i < g->names; i++) {
		const struct gazetteer_place *p = &g->place[g->name[i].place];

		if (g->name[i].kind != GAZETTEER_OWN ||
		    p->scale != SCALE_COMMUNE || p->people < GAZETTEER_CITY)
			continue;
		g->city = grow(g->city, g->cities, sizeof(*g->city));
		g->city[g->cities++] = i;
	}
}

/* Sorted once, then searched by halves: names are added only before. */
static void
seal_words(struct gazetteer *g)
{
	for (uint32_t i = 0; i < g->names; i++) {
		const char *s = g->name[i].folded, *at = s;

		while (at != NULL) {
			add_word(&g->word, &g->words, at, i, at != s);
			at = strchr(at, ' ');
			at = at != NULL ? name_key_core(at + 1) : NULL;
		}
	}
	if (g->words > 0)
		qsort(g->word, g->words, sizeof(*g->word), by_word);
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
	g->shape = malloc((g->names + 1) * sizeof(*g->shape));
	if (g->shape == NULL)
		log_die("gazetteer: out of memory");
	for (size_t i = 0; i < g->names; i++)
		g->shape[i] = (struct gazetteer_shape){ g->name[i].n,
			g->name[i].letters, (uint32_t)i };
	qsort(g->shape, g->names, sizeof(*g->shape), by_length);
}

void
gazetteer_seal(struct gazetteer *g)
{
	if (g->codes > 0)
		qsort(g->code, g->codes, sizeof(*g->code), by_word);
	seal_meanings(g);
	seal_cities(g);
	seal_shapes(g);
	seal_words(g);
	if (g->pasts > 0)
		qsort(g->past, g->pasts, sizeof(*g->past), by_word);
	if (g->zips > 0)
		qsort(g->zip, g->zips, sizeof(*g->zip), by_word);
	for (int i = 0; i < GAZETTEER_INDEXES; i++)
		seal_keys(g, (enum gazetteer_index)i);
}
