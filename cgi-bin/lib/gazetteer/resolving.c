/* resolving.c - which places may be meant, and the best of them in order. */

#include <string.h>

#include "gazetteer/resolving.h"
#include "gen/constants.h"

/* ---- the filter ---- */

static bool
is_in_area(const struct gazetteer *g, const struct gazetteer_place *p,
    uint32_t area)
{
	const struct gazetteer_place *a = &g->place[area], *d;
	const struct gazetteer_word *w;
	size_t n;

	if (p->department == 0)
		return false;
	if (a->scale == SCALE_DEPARTMENT)
		return strcmp(g->text + p->department, g->text + a->code) == 0;
	n = gazetteer_equal(g, g->code, g->codes, g->text + p->department, &w);
	for (size_t i = 0; i < n; i++) {
		d = &g->place[w[i].of];
		if (d->scale == SCALE_DEPARTMENT && d->region == area)
			return true;
	}
	return false;
}

/* Of Corsica they begin with 20: then 0, 1 and 7 are of Ajaccio's half, and the
 * others of Bastia's, with those for large customers (cedex). */
bool
resolve_has_zip(const struct gazetteer *g, const struct gazetteer_place *p,
    const char *zip)
{
	const char *department = gazetteer_text(g, p->department);
	size_t n = zip[0] == '9' && zip[1] >= '7' ? 3 : 2;

	if (department == NULL)
		return false;
	if (strncmp(zip, "20", 2) == 0)
		return strcmp(department,
			   strchr("017", zip[2]) != NULL ? "2A" : "2B") == 0;
	return strlen(department) == n && strncmp(department, zip, n) == 0;
}

/* Whether the department is that of a postal code, or of its own code. */
static bool
is_in_department(const struct gazetteer *g, const struct gazetteer_place *p,
    const char *number)
{
	if (strlen(number) <= 3)
		return p->department != 0 &&
		    strcmp(g->text + p->department, number) == 0;
	return resolve_has_zip(g, p, number);
}

/* Whether a place goes with the number beside its name: a commune with a postal
 * code, when that is one of communes; else all of the department. */
static bool
is_at_number(const struct gazetteer *g, const struct gazetteer_place *p,
    const char *number)
{
	const struct gazetteer_word *w;
	size_t n = 0;

	if (strcmp(g->text + p->code, number) == 0)
		return true;
	if (strlen(number) == 5 && p->scale == SCALE_COMMUNE)
		n = gazetteer_equal(g, g->zip, g->zips, number, &w);
	for (size_t i = 0; i < n; i++)
		if (&g->place[w[i].of] == p)
			return true;
	return n == 0 && is_in_department(g, p, number);
}

bool
resolve_fits(const struct resolving *r, uint32_t place)
{
	const struct resolve_filter *f = &r->filter;
	const struct gazetteer_place *p = &r->g->place[place];

	if (f->scales != 0 &&
	    ((f->scales >> p->scale & 1) == 0 ||
		(p->scale == SCALE_ADHOC && p->siren == 0)))
		return false;
	if (r->text->arrondissement && p->scale != SCALE_COMMUNE)
		return false;
	if (f->body != NULL && f->body->scale != 0 &&
	    f->body->scale != p->scale)
		return false;
	if (f->number[0] != '\0' && !is_at_number(r->g, p, f->number))
		return false;
	return f->area == GAZETTEER_NONE || is_in_area(r->g, p, f->area);
}

float
resolve_by_people(const struct resolving *r, uint32_t place)
{
	return -(float)r->g->place[place].people;
}

/* ---- candidates ---- */

static int
by_rank(const void *a, const void *b)
{
	const struct resolve_candidate *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	if (x->score < y->score || x->score > y->score)
		return x->score < y->score ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

void
resolve_keep(struct resolving *r, uint32_t place, uint32_t name,
    enum resolve_rank rank, float score)
{
	struct resolve_candidate c = { place, name, rank, score };
	struct resolve_candidate *worst = NULL;

	/* Most of many come too late: they are looked at no further. */
	if (r->n == RESOLVE_KEPT && by_rank(&c, &r->kept[RESOLVE_KEPT - 1]) > 0)
		return;
	if (!resolve_fits(r, place))
		return;
	for (size_t i = 0; i < r->n; i++)
		if (r->kept[i].place == place)
			worst = &r->kept[i];
	if (worst != NULL && by_rank(&c, worst) >= 0)
		return;
	if (worst == NULL)
		worst = r->n < RESOLVE_KEPT ? &r->kept[r->n++]
					    : &r->kept[RESOLVE_KEPT - 1];
	/* In order: from its place on, what is worse moves by one. */
	while (worst > r->kept && by_rank(&c, worst - 1) < 0) {
		*worst = worst[-1];
		worst--;
	}
	*worst = c;
}
