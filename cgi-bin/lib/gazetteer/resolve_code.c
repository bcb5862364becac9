/* resolve_code.c - places by their codes. */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "gazetteer/resolving.h"
#include "gen/constants.h"
#include "text/normalize.h"

static bool
is_digits(const char *s, size_t n)
{
	return strlen(s) == n && strspn(s, "0123456789") == n;
}

/* Keeps the places of a code of an index; the first in its order of score. */
static size_t
keep_code(struct resolving *r, const struct gazetteer_word *w, size_t n,
    const char *code, float score)
{
	size_t found, before = r->n;

	found = gazetteer_equal(r->g, w, n, code, &w);
	for (size_t i = 0; i < found; i++)
		resolve_keep(r, w[i].of, GAZETTEER_NONE, RESOLVE_CODE, score);
	return r->n - before;
}

/* The one that a code of several scales means: a department before what bears
 * its code; of those that share a SIREN (Paris, Martinique) the narrowest, but
 * all of Corsica, whose departments have none of their own. */
static void
keep_one(struct resolving *r)
{
	size_t best = 0;
	const struct gazetteer_place *p = r->g->place;

	for (size_t i = 1; i < r->n; i++) {
		const struct gazetteer_place *a = &p[r->kept[i].place];
		const struct gazetteer_place *b = &p[r->kept[best].place];
		size_t twins[2] = { 0, 0 };

		for (size_t k = 0; k < r->n; k++) {
			twins[0] += p[r->kept[k].place].scale == a->scale;
			twins[1] += p[r->kept[k].place].scale == b->scale;
		}
		if (twins[0] < twins[1] ||
		    (twins[0] == twins[1] && a->scale < b->scale))
			best = i;
	}
	r->kept[0] = r->kept[best];
	r->n = 1;
}

/*
 * The SIREN of a commune is made of its INSEE code: 21, the department, a
 * digit, the commune, a check digit.  So that of a commune that is no more
 * leads to the one that took it over; nine digits typed wrong are no body.
 */
static void
keep_past_siren(struct resolving *r, const char *siren)
{
	static const char *const corsica[] = { "2A", "2B" };
	char insee[8];

	if (strncmp(siren, "21", 2) != 0 || !normalize_is_luhn(siren, 9))
		return;
	snprintf(insee, sizeof(insee), "%.2s%.3s", siren + 2, siren + 5);
	keep_code(r, r->g->past, r->g->pasts, insee, 0);
	keep_code(r, r->g->code, r->g->codes, insee, 0);
	for (int i = 0; i < 2 && strncmp(insee, "20", 2) == 0; i++) {
		char old[8];

		snprintf(old, sizeof(old), "%s%.3s", corsica[i], insee + 2);
		keep_code(r, r->g->past, r->g->pasts, old, 0);
	}
}

static void
keep_siren(struct resolving *r, const char *siren)
{
	if (keep_code(r, r->g->code, r->g->codes, siren, 0) > 1)
		keep_one(r);
	if (r->n == 0)
		keep_code(r, r->g->past, r->g->pasts, siren, 0);
	if (r->n == 0)
		keep_past_siren(r, siren);
}

/* The most peopled commune of the department that a postal code begins with. */
static uint32_t
largest_of(const struct gazetteer *g, const char *zip)
{
	uint32_t best = GAZETTEER_NONE;

	for (uint32_t i = 0; i < g->places; i++) {
		const struct gazetteer_place *p = &g->place[i];

		if (p->scale == SCALE_COMMUNE && resolve_has_zip(g, p, zip) &&
		    (best == GAZETTEER_NONE ||
			p->people > g->place[best].people))
			best = i;
	}
	return best;
}

void
resolve_zip(struct resolving *r, const char *zip, enum resolve_rank rank)
{
	const struct gazetteer_word *w;
	size_t n = gazetteer_equal(r->g, r->g->zip, r->g->zips, zip, &w);

	for (size_t i = 0; i < n; i++)
		resolve_keep(r, w[i].of, GAZETTEER_NONE, rank,
		    resolve_by_people(r, w[i].of));
}

/* Five characters: a postal code, an INSEE code, or both; "75000" is the round
 * one of the largest city. */
static bool
keep_five(struct resolving *r, const char *code)
{
	uint32_t large;
	float score;

	if (!r->insee)
		resolve_zip(r, code, RESOLVE_CODE);
	/* After the largest that the postal code serves: */
	score = r->n > 0 ? r->kept[0].score + 1 : 0;
	keep_code(r, r->g->code, r->g->codes, code, score);
	if (r->n == 0 || !r->insee)
		keep_code(r, r->g->past, r->g->pasts, code, score + 1);
	if (r->n > 0 || r->insee || !is_digits(code, 5))
		return r->n == 1;
	if ((large = largest_of(r->g, code)) == GAZETTEER_NONE)
		return false;
	/* One of the post for its large customers, in the city most often. */
	resolve_keep(r, large, GAZETTEER_NONE, RESOLVE_CODE, 0);
	if (strcmp(code + 2, "000") == 0)
		return true;
	keep_code(r, r->g->code, r->g->codes,
	    r->g->text + r->g->place[large].department, 1);
	return false;
}

static void
keep_short(struct resolving *r, const char *code)
{
	if (keep_code(r, r->g->code, r->g->codes, code, 0) > 1)
		keep_one(r);
	if (r->n == 0)
		keep_code(r, r->g->past, r->g->pasts, code, 0);
}

bool
resolve_code(struct resolving *r, const char *code, bool *settled)
{
	const struct gazetteer_body *b = r->text->body;
	size_t n = strlen(code);
	char full[16];

	*settled = true;
	snprintf(full, sizeof(full), "%s%.14s",
	    is_digits(code, 2) && b && b->scale == SCALE_REGION
		? "R"
		: str_lost_zero(code),
	    code);
	if (is_digits(code, 14) || is_digits(code, 9)) {
		full[9] = '\0';
		keep_siren(r, full);
	} else if (strlen(full) == 5) {
		*settled = keep_five(r, full);
	} else if (n <= 9) {
		keep_short(r, full);
	}
	*settled = *settled && r->n == 1;
	return r->n > 0;
}
