/*
 * api_places.c - places, as AT's API gives them.
 *
 * A list is answered from the names in memory alone: each criterion marks the
 * places that it lets in, those that have all marks are put in order, and of
 * those of the page the ids that they had at AT are asked for.
 */

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "api/api_page.h"
#include "api/api_place.h"
#include "api/api_places.h"
#include "base/str.h"
#include "gen/constants.h"
#include "xml/xml.h"

const struct param api_place_params[] = { API_PAGE_ROWS,
	{ .name = "q", .type = PARAM_TEXT, .alias = "searchLike", .max = 200 },
	{ .name = "scale", .type = PARAM_SLUG },
	{ .name = "insees", .type = PARAM_CODE, .list = true },
	{ .name = "zipcodes", .type = PARAM_CODE, .list = true },
	/* Of AT's older API; here all that is listed is both. */
	{ .name = "is_visible_to_users", .type = PARAM_BOOL },
	{ .name = "is_non_obsolete", .type = PARAM_BOOL }, { 0 } };

const struct param api_place_data_params[] = { API_PAGE_ROWS,
	{ .name = "perimeter_id",
	    .type = PARAM_TEXT,
	    .alias = "perimeter",
	    .max = 255 },
	{ 0 } };

/* ---- which are asked ---- */

/* How a place answers, by its index: the higher, the sooner it comes. */
enum { NAME_WITHIN = 1, NAME_BEGINS = 2, NAME_IS = 3, NAME = 3 };
enum { BY_INSEE = 4, BY_ZIP = 8 };

struct wanted {
	const struct gazetteer *g;
	uint8_t *mark;  /* of each place; NULL: nothing but a scale is asked */
	uint8_t needed; /* bits that a place must have, one at least of NAME */
	uint32_t scale; /* 0: any */
};

static void
need(struct wanted *w, struct pool *pool, uint8_t bits)
{
	if (w->mark == NULL) {
		w->mark = pool_take(pool, w->g->places);
		memset(w->mark, 0, w->g->places);
	}
	w->needed |= bits;
}

static void
mark_words(struct wanted *w, const struct gazetteer_word *words, size_t n,
    const char *s, uint8_t bit)
{
	const struct gazetteer_word *word;

	n = gazetteer_equal(w->g, words, n, s, &word);
	for (size_t i = 0; i < n; i++)
		if (word[i].of < w->g->places)
			w->mark[word[i].of] |= bit;
}

/* Names that hold the folded text, wherever it is: AT looks for it so.  All the
 * names take a millisecond. */
static void
mark_names(struct wanted *w, const char *q)
{
	const struct gazetteer *g = w->g;

	for (size_t i = 0; i < g->names && *q != '\0'; i++) {
		const char *name = g->text + g->name[i].folded;
		const char *at = g->name[i].kind == GAZETTEER_OWN
		    ? strstr(name, q)
		    : NULL;

		if (at != NULL)
			w->mark[g->name[i].place] |= at != name ? NAME_WITHIN
			    : strcmp(name, q) == 0              ? NAME_IS
								: NAME_BEGINS;
	}
}

static void
read_text(struct wanted *w, struct pool *pool, struct param_values v)
{
	char q[256];

	if (v.n == 0)
		return;
	need(w, pool, NAME);
	/* Quotes round it are no letters. */
	str_fold_name(q, sizeof(q), v.v[0].s);
	if (strlen(q) == 5 && strspn(q, "0123456789") == 5)
		mark_words(w, w->g->zip, w->g->zips, q, NAME_IS);
	else
		mark_names(w, q);
}

static void
read_codes(struct wanted *w, struct pool *pool, struct param_values v,
    uint8_t bit)
{
	const struct gazetteer *g = w->g;

	/* None of them known: no place, and not all of them. */
	if (v.n > 0)
		need(w, pool, bit);
	for (size_t i = 0; i < v.n; i++) {
		char *code = pool_strdup(pool, v.v[i].s);

		for (char *c = code; *c != '\0'; c++)
			if (*c >= 'a' && *c <= 'z')
				*c += 'A' - 'a';
		if (bit == BY_ZIP) {
			mark_words(w, g->zip, g->zips, code, bit);
		} else if (strlen(code) == 5) {
			mark_words(w, g->code, g->codes, code, bit);
			mark_words(w, g->past, g->pasts, code, bit);
		}
	}
}

/* A scale that is none is ignored. */
static void
read_scale(struct wanted *w, struct context *ctx, const struct request *req,
    struct response *resp)
{
	const struct gazetteer *g = w->g;
	struct param_values v = request_values(req, "scale");

	for (size_t i = 0; v.n > 0 && i < g->scales; i++)
		if (strcmp(gazetteer_text(g, g->scale[i].slug), v.v[0].s) == 0)
			w->scale = g->scale[i].id;
	if (v.n > 0 && w->scale == 0)
		request_ignore(req, ctx->pool, resp->asked, "scale", v.v[0].s);
}

static bool
fits(const struct wanted *w, uint32_t place)
{
	uint8_t codes = w->needed & (BY_INSEE | BY_ZIP);

	if (w->scale != 0 && w->g->place[place].scale != w->scale)
		return false;
	return w->mark == NULL ||
	    ((w->mark[place] & codes) == codes &&
		((w->needed & NAME) == 0 || (w->mark[place] & NAME) != 0));
}

/* ---- in their order ---- */

struct hit {
	const char *name;
	uint32_t place, people;
	uint8_t rank;
};

static int
compare(const void *x, const void *y)
{
	const struct hit *a = x, *b = y;
	int d = a->rank != b->rank ? b->rank - a->rank
				   : strcmp(a->name, b->name);

	if (d == 0 && a->people != b->people)
		d = a->people < b->people ? 1 : -1;
	return d != 0 ? d : a->place < b->place ? -1 : a->place > b->place;
}

/* Those that answer, by name when one was asked. */
static uint32_t *
collect(struct pool *pool, const struct wanted *w, size_t *n)
{
	const struct gazetteer *g = w->g;
	uint32_t *place = pool_take(pool, (g->places + 1) * sizeof(*place));
	struct hit *hit;

	*n = 0;
	for (uint32_t i = 0; i < g->places; i++)
		if (fits(w, i))
			place[(*n)++] = i;
	if ((w->needed & NAME) == 0)
		return place;
	hit = pool_take(pool, (*n + 1) * sizeof(*hit));
	for (size_t i = 0; i < *n; i++)
		hit[i] = (struct hit){ g->text + g->place[place[i]].name,
			place[i], g->place[place[i]].people,
			w->mark[place[i]] & NAME };
	qsort(hit, *n, sizeof(*hit), compare);
	for (size_t i = 0; i < *n; i++)
		place[i] = hit[i].place;
	return place;
}

enum rc
api_places(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct api_page page = api_page_read(req);
	struct wanted w = { .mark = NULL };
	size_t total;
	uint32_t *place;
	enum rc rc = gazetteer_want(ctx->places, ctx->db);

	if (rc != RC_OK)
		return rc;
	w.g = ctx->places->names;
	read_text(&w, ctx->pool, request_values(req, "q"));
	read_codes(&w, ctx->pool, request_values(req, "insees"), BY_INSEE);
	read_codes(&w, ctx->pool, request_values(req, "zipcodes"), BY_ZIP);
	read_scale(&w, ctx, req, resp);
	place = collect(ctx->pool, &w, &total);
	rc = api_place_put(ctx, w.g,
	    place + (page.from < total ? page.from : 0),
	    api_page_window(&page, total), xml_add(resp->root, "list"));
	api_page_put(ctx, req, resp, &page, total, NULL);
	return rc;
}

/* ---- one ---- */

enum rc
api_place(struct context *ctx, const struct request *req, struct response *resp)
{
	uint32_t place;
	enum rc rc = api_place_find(ctx, req, resp, "id", req->slug, &place);

	return rc == RC_OK ? api_place_put(ctx, ctx->places->names, &place, 1,
				 xml_add(resp->root, "list"))
			   : rc;
}

/* ---- what is known of them ---- */

enum { FACTS = 5 };
static const char *const fact_names[FACTS] = { "population", "siren", "nature",
	"department", "centre" };

static bool
is_known(const struct gazetteer_place *p, int fact)
{
	const bool known[FACTS] = { p->counted, p->siren != 0, p->kind != 0,
		p->department != 0, p->latitude != GAZETTEER_NOWHERE };

	return known[fact];
}

/* Of one that is known.  A centre is written as a program reads it, with
 * points. */
static const char *
fact_of(struct pool *pool, const struct gazetteer *g,
    const struct gazetteer_place *p, int fact)
{
	switch (fact) {
	case 0:
		return pool_printf(pool, "%u", p->people);
	case 1:
		return gazetteer_text(g, p->siren);
	case 2:
		return gazetteer_text(g, p->kind);
	case 3:
		return gazetteer_text(g, p->department);
	default:
		return pool_printf(pool, "%.2f %.2f", p->latitude / 100.0,
		    p->longitude / 100.0);
	}
}

/* A list that has a row for each fact of each place.  All are counted, for the
 * envelope says how many; those of the page alone are made. */
struct facts {
	const struct gazetteer *g;
	struct api_page page;
	size_t n;        /* of all places */
	size_t kept;     /* those of the page, */
	uint32_t *place; /* with the place of each */
	uint8_t *fact;
};

static void
count_facts(struct facts *f, uint32_t place)
{
	for (int i = 0; i < FACTS; i++)
		if (is_known(&f->g->place[place], i) &&
		    f->n++ >= f->page.from && f->kept < f->page.per) {
			f->place[f->kept] = place;
			f->fact[f->kept++] = (uint8_t)i;
		}
}

/* Their places first, all in one question, then each within its fact. */
static enum rc
put_facts(const struct facts *f, struct context *ctx, xmlNodePtr list)
{
	enum rc rc = api_place_put(ctx, f->g, f->place, f->kept, list);

	for (size_t i = 0; rc == RC_OK && i < f->kept; i++) {
		const struct gazetteer_place *p = &f->g->place[f->place[i]];
		xmlNodePtr place = list->children;
		xmlNodePtr node = xml_add(list, "fact");

		xml_set_int(node, "id", (long long)p->id * FACTS + f->fact[i]);
		xml_set(node, "prop", fact_names[f->fact[i]]);
		xml_set(node, "value", fact_of(ctx->pool, f->g, p, f->fact[i]));
		xmlUnlinkNode(place);
		xmlAddChild(node, place);
	}
	return rc;
}

enum rc
api_place_data(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct param_values v = request_values(req, "perimeter_id");
	struct facts f = { .page = api_page_read(req) };
	uint32_t place = 0;
	enum rc rc = v.n > 0
	    ? api_place_find(ctx, req, resp, "perimeter_id", v.v[0].s, &place)
	    : gazetteer_want(ctx->places, ctx->db);

	if (rc != RC_OK)
		return rc;
	f.g = ctx->places->names;
	f.place = pool_take(ctx->pool, f.page.per * sizeof(*f.place));
	f.fact = pool_take(ctx->pool, f.page.per);
	if (v.n > 0)
		count_facts(&f, place);
	for (; v.n == 0 && place < f.g->places; place++)
		count_facts(&f, place);
	rc = put_facts(&f, ctx, xml_add(resp->root, "list"));
	api_page_put(ctx, req, resp, &f.page, f.n, NULL);
	return rc;
}
