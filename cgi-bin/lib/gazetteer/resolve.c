/*
 * resolve.c - which places a text means.
 *
 * A code, when the text is one.  Else names, within all that the text says of
 * the place (its kind of body, a number, a department); then with less of it,
 * when that finds nothing.  Only what was found with all of it can settle.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gazetteer/name_key.h"
#include "gazetteer/resolve.h"
#include "gazetteer/resolving.h"
#include "gen/constants.h"

/* ---- a name ---- */

/* Whether another place bears the text without its blanks: "Albert ville". */
static bool
is_run_together(const struct resolving *r)
{
	const struct gazetteer_key *k;
	size_t n = gazetteer_keyed(r->g, GAZETTEER_BY_SQUEEZE, r->text->whole,
	    &k);

	for (size_t i = 0; i < n; i++) {
		const struct gazetteer_name *name = &r->g->name[k[i].name];

		if (name->kind == GAZETTEER_OWN &&
		    name->place != r->kept[0].place)
			return true;
	}
	return false;
}

/* Whether a commune of more people bears the name behind an article: who writes
 * "Lamentin" may well mean Le Lamentin. */
static bool
is_behind_article(const struct resolving *r, const struct resolve_candidate *c)
{
	const struct gazetteer_place *first = &r->g->place[r->kept[0].place],
				     *p = &r->g->place[c->place];

	return c->name != GAZETTEER_NONE && first->scale == SCALE_COMMUNE &&
	    p->scale == SCALE_COMMUNE && p->people > first->people &&
	    r->g->name[c->name].kind == GAZETTEER_OWN &&
	    strcmp(r->g->text + r->g->name[c->name].core, r->text->name) == 0;
}

/* Whether the best is the one place that the text names: nothing of another
 * place is as good, nor a former name that is the same. */
static bool
is_settled(const struct resolving *r)
{
	const struct gazetteer_body *b = r->filter.body;

	if (r->n == 0 || r->kept[0].rank > RESOLVE_BODY ||
	    (b != NULL && (b->scale == 0 || is_run_together(r))))
		return false;
	for (size_t i = 1; i < r->n; i++)
		if (r->kept[i].rank <= RESOLVE_BODY ||
		    r->kept[i].rank == RESOLVE_FORMER ||
		    is_behind_article(r, &r->kept[i]))
			return false;
	return true;
}

/* A department or a region of that name; GAZETTEER_NONE. */
static uint32_t
area_named(const struct gazetteer *g, const char *text)
{
	static const char *const before[] = { "en ", "dans " };
	const struct gazetteer_word *w;

	for (size_t i = 0; i < 2; i++)
		if (strncmp(text, before[i], strlen(before[i])) == 0)
			text += strlen(before[i]);
	for (;;) {
		size_t n = gazetteer_equal(g, g->word, g->words, text, &w);

		for (size_t i = 0; i < n; i++) {
			uint32_t p = g->name[w[i].of].place;

			if (!w[i].inside &&
			    (g->place[p].scale == SCALE_DEPARTMENT ||
				g->place[p].scale == SCALE_REGION))
				return p;
		}
		if (name_key_core(text) == text)
			return GAZETTEER_NONE;
		text = name_key_core(text);
	}
}

/* Tries one part of the name as the place, another as what is around it. */
static bool
try_area(struct resolving *r, const char *name, const char *around)
{
	struct place_text part = *r->text;
	const struct place_text *whole = r->text;
	uint32_t area = area_named(r->g, around);

	if (area == GAZETTEER_NONE)
		return false;
	snprintf(part.whole, sizeof(part.whole), "%s", name);
	memcpy(part.name, part.whole, sizeof(part.name));
	part.joined[0] = '\0';
	r->text = &part;
	r->filter.area = area;
	r->n = 0;
	resolve_strong(r);
	r->text = whole;
	return r->n > 0 && r->kept[0].rank <= RESOLVE_FORMER;
}

/* Tries each cut of s.  *part is what goes beside the name of an area, when it
 * is not in there. */
static bool
cut_area(struct resolving *r, const char *s, struct place_text *part,
    uint32_t *area)
{
	*area = GAZETTEER_NONE;
	for (const char *at = strchr(s, ' '); at != NULL;
	     at = strchr(at + 1, ' ')) {
		char first[PLACE_TEXT];

		snprintf(first, sizeof(first), "%.*s", (int)(at - s), s);
		if (try_area(r, first, at + 1) || try_area(r, at + 1, first))
			return true;
		if (*area != GAZETTEER_NONE)
			continue;
		if ((*area = area_named(r->g, at + 1)) != GAZETTEER_NONE)
			snprintf(part->name, sizeof(part->name), "%s", first);
		else if ((*area = area_named(r->g, first)) != GAZETTEER_NONE)
			snprintf(part->name, sizeof(part->name), "%s", at + 1);
	}
	r->filter.area = GAZETTEER_NONE;
	r->n = 0;
	return false;
}

/* "Saint-Denis, Réunion", "Deux-Sèvres Échiré": a name and a department, in
 * either order; "Dijon, Côte-d'Or, Bourgogne-Franche-Comté": and a region. */
static bool
find_in_area(struct resolving *r, struct place_text *part, uint32_t *area)
{
	struct place_text inner = *part;
	uint32_t around;

	return cut_area(r, r->text->name, part, area) ||
	    (*area != GAZETTEER_NONE &&
		cut_area(r, part->name, &inner, &around));
}

/* Keeps again what was found before. */
static void
keep_before(struct resolving *r, const struct resolving *before)
{
	r->filter = before->filter;
	for (size_t i = 0; i < before->n; i++)
		resolve_keep(r, before->kept[i].place, before->kept[i].name,
		    before->kept[i].rank, before->kept[i].score);
}

/* In the department that is said, a name that begins so goes before one that is
 * the text's own elsewhere: "Saint-Ouen 93". */
static void
keep_begun(struct resolving *r)
{
	resolve_begins(r, r->text->name);
	if (r->n > 2)
		r->n = 2;
	for (size_t i = 0; i < r->n; i++) {
		r->kept[i].rank = RESOLVE_CODE;
		r->kept[i].score = (float)i;
	}
}

/* The name that stands beside an area which has none of that name: what is near
 * it there, then it elsewhere. */
static void
find_beside_area(struct resolving *r, struct place_text *part, uint32_t area)
{
	const struct place_text *whole = r->text;

	memcpy(part->whole, part->name, sizeof(part->whole));
	part->joined[0] = '\0';
	r->text = part;
	r->filter.area = area;
	keep_begun(r);
	if (r->n == 0)
		resolve_near(r, part->name);
	r->filter.area = GAZETTEER_NONE;
	resolve_strong(r);
	r->text = whole;
}

/* The text's name, within less and less of what it says around it. */
static void
find_with_less(struct resolving *r)
{
	const struct resolve_filter all = r->filter;

	if (all.number[0] != '\0')
		keep_begun(r);
	r->filter.body = NULL;
	resolve_strong(r);
	if (all.number[0] == '\0')
		return;
	r->filter = all;
	r->filter.number = "";
	resolve_strong(r);
	if (strlen(all.number) == 5)
		resolve_zip(r, all.number, RESOLVE_WORDS);
}

/* Whether a name that the filter lets in begins so, from one of its words on:
 * what goes on is meant then, and no place beside an area. */
static bool
is_begun(const struct resolving *r, const char *text)
{
	const struct gazetteer_word *w;
	size_t n = gazetteer_begin(r->g, r->g->word, r->g->words, text, &w);

	for (size_t i = 0; i < n; i++)
		if (resolve_fits(r, r->g->name[w[i].of].place))
			return true;
	return false;
}

/* Names that are the text's; *whole: within all that it says around them. */
static void
find_strong(struct resolving *r, bool *whole)
{
	struct place_text part = *r->text;
	struct resolving before;
	uint32_t area = GAZETTEER_NONE;

	*whole = true;
	resolve_strong(r);
	if (r->n > 0 && r->kept[0].rank <= RESOLVE_BODY)
		return;
	before = *r;
	if (r->filter.number[0] == '\0') {
		if (find_in_area(r, &part, &area)) {
			/* "Rouen Normandie" is the name of an EPCI, too. */
			*whole = before.n == 0;
			if (before.n > 0)
				keep_before(r, &before);
			return;
		}
		*r = before;
	}
	if (r->n > 0)
		return;
	*whole = false;
	/* "Champagne-Ardennes" is no Champagne of the Ardennes. */
	if (area != GAZETTEER_NONE)
		resolve_sounds(r, r->text->name);
	if (r->n > 0)
		return;
	/* "Grand Paris Sud" begins a name, whatever lies in Paris. */
	if (area == GAZETTEER_NONE)
		find_with_less(r);
	else if (!is_begun(r, r->text->whole) && !is_begun(r, r->text->name))
		find_beside_area(r, &part, area);
}

/* What begins so or is near, the same way. */
static void
find_loose(struct resolving *r, const struct resolve_filter *all)
{
	const char *name = r->text->name;

	r->filter = *all;
	resolve_begins(r, r->text->whole);
	resolve_begins(r, name_key_core(name));
	resolve_near(r, name);
	resolve_scattered(r, name);
	resolve_within(r, name);
	if (all->body != NULL && all->body->scale == SCALE_EPCI)
		resolve_people_of(r, name);
	if (r->text->joined[0] != '\0') {
		resolve_begins(r, r->text->joined);
		resolve_near(r, r->text->joined);
	}
	if (r->n > 0 || (all->body == NULL && all->number[0] == '\0'))
		return;
	r->filter.body = NULL;
	r->filter.number = "";
	resolve_begins(r, r->text->whole);
	resolve_near(r, r->text->whole);
	resolve_near(r, name);
	resolve_within(r, name);
}

static void
find_name(struct resolving *r, const struct resolve_wanted *w,
    struct resolution *to)
{
	const struct resolve_filter all = r->filter;

	find_strong(r, &to->whole);
	to->settled = to->whole && is_settled(r);
	if (r->n > 0 && r->kept[0].rank <= RESOLVE_BODY &&
	    r->g->place[r->kept[0].place].scale == SCALE_COMMUNE &&
	    all.number[0] == '\0' && r->filter.area == GAZETTEER_NONE &&
	    resolve_cities(r, r->g->place[r->kept[0].place].people))
		to->settled = false;
	if (!w->exact &&
	    (r->n == 0 || w->complete || (!to->settled && r->n < 3)))
		find_loose(r, &all);
}

/* ---- all of it ---- */

/* Whether the place of a code is the body that is named: "CC 79" is no
 * department, so that it is asked. */
static bool
is_of_body(const struct resolving *r)
{
	const struct gazetteer_body *b = r->text->body;

	return b == NULL ||
	    (r->n > 0 && b->scale == r->g->place[r->kept[0].place].scale);
}

static void
put_found(const struct resolving *r, struct resolution *to)
{
	for (size_t i = 0; i < r->n && to->n < RESOLVE_MAX; i++) {
		const struct resolve_candidate *c = &r->kept[i];
		const struct gazetteer_name *name = c->name != GAZETTEER_NONE
		    ? &r->g->name[c->name]
		    : NULL;

		to->found[to->n++] = (struct resolve_found){
			r->g->place[c->place].id, c->rank,
			name != NULL && name->kind >= GAZETTEER_ARRONDISSEMENT
			    ? r->g->text + name->name
			    : NULL
		};
	}
}

void
resolve_place(const struct gazetteer *g, const char *typed,
    const struct resolve_wanted *wanted, struct resolution *to)
{
	static const struct resolve_wanted any = { 0 };
	const struct resolve_wanted *w = wanted != NULL ? wanted : &any;
	struct resolving r = { .g = g, .insee = w->insee };
	struct place_text text;
	char code[32];
	bool found = false;

	*to = (struct resolution){ .n = 0 };
	place_text_read(g, typed, &text);
	r.text = &text;
	r.filter = (struct resolve_filter){ .scales = w->scales,
		.number = "",
		.area = GAZETTEER_NONE };
	place_text_code(typed, code, sizeof(code));
	if (code[0] != '\0')
		found = resolve_code(&r, code, &to->settled);
	if (!found && text.number[0] != '\0' &&
	    (text.name[0] == '\0' || strlen(text.number) > 5)) {
		found = resolve_code(&r, text.number, &to->settled);
		to->settled = to->settled && is_of_body(&r);
	}
	to->whole = found;
	if (!found && text.whole[0] != '\0') {
		r.filter.body = text.body;
		r.filter.number = text.number;
		find_name(&r, w, to);
	}
	put_found(&r, to);
}
