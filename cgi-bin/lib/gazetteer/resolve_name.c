/* resolve_name.c - names that are the text's own, by the rank of evidence. */

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "gazetteer/name_key.h"
#include "gazetteer/resolving.h"
#include "gen/constants.h"

/* How strong a name of that kind is when the text is just it. */
static enum resolve_rank
rank_of(uint8_t kind)
{
	static const enum resolve_rank rank[] = {
		[GAZETTEER_OWN] = RESOLVE_NAME,
		[GAZETTEER_ALIAS] = RESOLVE_NAME,
		[GAZETTEER_BRAND] = RESOLVE_BRAND,
		[GAZETTEER_SHORT] = RESOLVE_BRAND,
		[GAZETTEER_ARRONDISSEMENT] = RESOLVE_FORMER,
		[GAZETTEER_FORMER] = RESOLVE_FORMER,
	};

	return rank[kind];
}

/* Most people first; before all, the name with its very accents. */
static float
score_of(const struct resolving *r, uint32_t name)
{
	const struct gazetteer_name *n = &r->g->name[name];
	const char *own = r->g->text + n->name;
	bool same = strcasecmp(own, r->text->typed) == 0 &&
	    strcasecmp(own, r->g->text + n->folded) != 0;

	return resolve_by_people(r, n->place) - (same ? 1e9f : 0);
}

/* Names whose folded form is the text; returns how many. */
static size_t
keep_exact(struct resolving *r, const char *text)
{
	const struct gazetteer_word *w;
	size_t n = gazetteer_equal(r->g, r->g->word, r->g->words, text, &w);
	size_t found = 0;

	for (size_t i = 0; i < n; i++) {
		const struct gazetteer_name *name = &r->g->name[w[i].of];

		if (w[i].inside || !resolve_fits(r, name->place))
			continue;
		resolve_keep(r, name->place, w[i].of, rank_of(name->kind),
		    score_of(r, w[i].of));
		found++;
	}
	return found;
}

/* ---- a body, and a name ---- */

/* "du havre" is "le havre", "de la creuse" is "la creuse" or else "creuse":
 * tries the text so from the longest form on. */
static size_t
keep_of_body(struct resolving *r, const char *text)
{
	static const struct {
		const char *from, *to;
	} forms[] = { { "du ", "le " }, { "des ", "les " }, { "de ", "" },
		{ "d ", "" } };
	char form[PLACE_TEXT];
	const char *s = text;
	size_t found = keep_exact(r, s);

	for (size_t i = 0; found == 0 && i < 4; i++)
		if (strncmp(s, forms[i].from, strlen(forms[i].from)) == 0) {
			snprintf(form, sizeof(form), "%s%s", forms[i].to,
			    s + strlen(forms[i].from));
			found = keep_exact(r, form);
		}
	while (found == 0 && *s != '\0') {
		const char *next = strchr(s, ' ');

		if (next == NULL || name_key_core(s) == s)
			break;
		s = next + 1;
		found = keep_exact(r, s);
	}
	return found;
}

/* The kind that a body's word says is that of the EPCI. */
static bool
is_kind(const struct gazetteer *g, const struct gazetteer_body *b,
    const struct gazetteer_place *p)
{
	const char *kind;

	if (b == NULL || p->kind == 0)
		return false;
	kind = g->text + b->kind;
	return *kind != '\0' &&
	    strncmp(kind, g->text + p->kind, strlen(kind)) == 0;
}

/* Names that are the text but for the body and the article. */
static void
keep_core(struct resolving *r, const char *text)
{
	const struct gazetteer_key *k;
	const char *core = name_key_core(text);
	size_t n = *core == '\0'
	    ? 0
	    : gazetteer_keyed(r->g, GAZETTEER_BY_CORE, core, &k);

	for (size_t i = 0; i < n; i++) {
		const struct gazetteer_name *name = &r->g->name[k[i].name];
		const struct gazetteer_place *p = &r->g->place[name->place];
		bool own = name->kind == GAZETTEER_OWN &&
		    strcmp(r->g->text + name->core, core) == 0;

		resolve_keep(r, name->place, k[i].name,
		    own && is_kind(r->g, r->filter.body, p) ? RESOLVE_BODY
			: own && r->filter.body != NULL &&
			    p->scale == SCALE_EPCI
			? RESOLVE_BRAND
			: RESOLVE_WORDS,
		    score_of(r, k[i].name));
	}
}

/* A department or a region behind its article: "la Creuse", which a commune is
 * called too. */
static void
keep_wide(struct resolving *r, const char *text)
{
	const struct resolve_filter all = r->filter;
	const uint32_t wide = 1u << SCALE_DEPARTMENT | 1u << SCALE_REGION;
	const char *core = name_key_core(text);

	if (core == text)
		return;
	r->filter.scales = all.scales == 0 ? wide : all.scales & wide;
	if (r->filter.scales != 0)
		keep_exact(r, core);
	r->filter = all;
}

static size_t
keep_its_epci(struct resolving *r, const struct gazetteer_name *name)
{
	const struct gazetteer_place *p = &r->g->place[name->place];

	if (p->scale != SCALE_COMMUNE || p->epci == GAZETTEER_NONE ||
	    name->kind > GAZETTEER_ALIAS)
		return 0;
	resolve_keep(r, p->epci, GAZETTEER_NONE, RESOLVE_BRAND,
	    resolve_by_people(r, name->place));
	return 1;
}

/* "Niort Agglo", "Grand Lyon": the EPCI of the commune of that name; "Clermont
 * Métropole": or of those whose name goes on. */
static void
keep_epci_of(struct resolving *r, const char *text)
{
	const struct gazetteer_key *k;
	const struct gazetteer_word *w;
	const char *core = name_key_core(text);
	size_t n = gazetteer_keyed(r->g, GAZETTEER_BY_CORE, core, &k);
	char more[PLACE_TEXT + 1];
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		if (strcmp(r->g->text + r->g->name[k[i].name].core, core) == 0)
			found += keep_its_epci(r, &r->g->name[k[i].name]);
	if (*core == '\0')
		return;
	snprintf(more, sizeof(more), "%s ", core);
	n = gazetteer_begin(r->g, r->g->word, r->g->words, more, &w);
	for (size_t i = 0; i < n && found < RESOLVE_KEPT; i++)
		if (!w[i].inside)
			found += keep_its_epci(r, &r->g->name[w[i].of]);
}

/* The same words, in another order or run together. */
static void
keep_words(struct resolving *r, const char *text)
{
	const enum gazetteer_index ways[] = { GAZETTEER_BY_SQUEEZE,
		GAZETTEER_BY_BAG };
	char bag[PLACE_TEXT];

	for (size_t w = 0; w < 2; w++) {
		const struct gazetteer_key *k;
		size_t n = gazetteer_keyed(r->g, ways[w], text, &k);

		/* Of small words alone nothing would be left. */
		if (*name_key_bag(bag, sizeof(bag), text) == '\0')
			return;

		for (size_t i = 0; i < n; i++)
			resolve_keep(r, r->g->name[k[i].name].place, k[i].name,
			    RESOLVE_WORDS, score_of(r, k[i].name));
	}
}

void
resolve_strong(struct resolving *r)
{
	const struct place_text *t = r->text;
	const struct gazetteer_body *body = r->filter.body;

	/* "Communauté" is in the very name of some: the whole goes first. */
	r->filter.body = NULL;
	keep_exact(r, t->whole);
	if (t->joined[0] != '\0')
		keep_exact(r, t->joined);
	keep_wide(r, t->whole);
	r->filter.body = body;
	if (body != NULL) {
		keep_of_body(r, t->name);
		if (body->scale == SCALE_EPCI)
			keep_epci_of(r, t->name);
	}
	keep_core(r, t->name);
	keep_words(r, t->name);
	if (body == NULL)
		return;
	/* "Région d'Audruicq" is an EPCI, "Belfort (territoire de)" a
	 * department. */
	r->filter.body = NULL;
	keep_core(r, t->whole);
	keep_words(r, t->whole);
	r->filter.body = body;
}
