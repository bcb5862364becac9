/*
 * place.c - the perimeters of a place.
 *
 * A perimeter has a chain: itself, then all that contains it.  The aids of a
 * place are those of its chain and, for what is wider than a commune, those of
 * what it contains (AT 2.4).
 *
 * Chains, codes and distances come from the names of places in memory
 * (gazetteer.h).  A process that has none, as one of a single request, asks the
 * database all the same, and so does each for the few places that no name leads
 * to.
 */

#include <stdlib.h>
#include <string.h>

#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/territory.h"
#include "territory/place.h"

/* ---- rows made in memory ---- */

static struct value
number(long long i)
{
	return (struct value){ .type = VALUE_INT, .i = i };
}

static struct value
text(const struct gazetteer *g, uint32_t at)
{
	const char *s = gazetteer_text(g, at);
	struct value v = { .type = VALUE_NULL };

	if (s != NULL)
		v = (struct value){ VALUE_TEXT, 0, s, strlen(s) };
	return v;
}

/* Room for n rows of a query, each of so many bytes. */
static struct result
rows_of(struct pool *pool, enum query_id id, size_t n, size_t row)
{
	const struct query *q = &query_table[id];
	struct result res = { .query = id,
		.columns = (unsigned)q->ncolumns,
		.names = (const char **)(uintptr_t)q->columns,
		.row = pool_take(pool, (n + 1) * sizeof(*res.row)) };
	char *room = pool_take(pool, n * row);

	for (size_t i = 0; i < n; i++)
		res.row[i] = (struct value *)(void *)(room + i * row);
	return res;
}

/* ---- what contains it ---- */

static const struct gazetteer_scale *
scale_of(const struct gazetteer *g, uint8_t id)
{
	for (size_t i = 0; i < g->scales; i++)
		if (g->scale[i].id == id)
			return &g->scale[i];
	return NULL;
}

/* The row of a place in the chain of another, or its own. */
static void
put_link(const struct gazetteer *g, struct result *res, uint32_t of,
    uint32_t place, bool part)
{
	struct perimeter_chains_row *row = (void *)res->row[res->rows++];
	const struct gazetteer_place *p = &g->place[place];
	const struct gazetteer_scale *s = scale_of(g, p->scale);

	*row = (struct perimeter_chains_row){ .parent = number(g->place[of].id),
		.id = number(p->id),
		.scale = text(g, s != NULL ? s->slug : 0),
		.scale_id = number(p->scale),
		.scale_name = text(g, s != NULL ? s->name : 0),
		.code = text(g, p->code),
		.name = text(g, p->name),
		.kind = text(g, p->kind),
		.department = text(g, p->department) };
	if (p->counted)
		row->population = number(p->people);
	if (of == place)
		row->zips = text(g, p->zips);
	if (part)
		row->part = number(1);
}

static enum rc
place_chain(struct context *ctx, long long id, struct result *res)
{
	const struct gazetteer *g = gazetteer_at_hand(ctx->places, ctx->db);
	uint32_t place = g != NULL && id > 0 && id <= UINT32_MAX
	    ? gazetteer_of_id(g, (uint32_t)id)
	    : GAZETTEER_NONE;
	struct value key = number(id);
	const struct gazetteer_place *p;

	if (place == GAZETTEER_NONE)
		return row_cache_query(ctx->rows, ctx->db, ctx->pool,
		    Q_PERIMETER_CHAINS, PERIMETER_CHAINS_IN_IDS, &key, 1, res);
	p = &g->place[place];
	*res = rows_of(ctx->pool, Q_PERIMETER_CHAINS, p->links + 1u,
	    sizeof(struct perimeter_chains_row));
	put_link(g, res, place, place, false);
	for (uint32_t i = p->link; i < p->link + p->links; i++)
		put_link(g, res, place, g->link[i].container, g->link[i].part);
	return RC_OK;
}

/* ---- a place ---- */

/* Whether a reader knows such a container. */
static bool
is_shown(const struct perimeter_chains_row *row)
{
	long long scale = rows_int(&row->scale_id, 0);

	/* EPCI, department, region: neither basins nor what is wider. */
	return scale >= SCALE_EPCI && scale <= SCALE_REGION &&
	    scale != SCALE_BASIN;
}

/* The perimeter's element, with the containers that a reader knows in it,
 * nearest first. */
static void
put_chain(xmlNodePtr asked, const struct result *chain)
{
	static const int shown[] = { SCALE_EPCI, SCALE_DEPARTMENT,
		SCALE_REGION };
	struct query rows = query_table[Q_PERIMETER_CHAINS];
	struct result one = *chain;
	xmlNodePtr node;

	one.rows = 1;
	node = rows_append(asked, &rows, &one);
	rows.row = "container";
	for (size_t i = 0; i < sizeof(shown) / sizeof(shown[0]); i++) {
		for (unsigned r = 1; r < chain->rows; r++) {
			const struct perimeter_chains_row *row =
			    perimeter_chains_row(chain, r);

			one.row = &chain->row[r];
			if (is_shown(row) &&
			    rows_int(&row->scale_id, 0) == shown[i])
				rows_append(node, &rows, &one);
		}
	}
}

/* By rising id, as rank.h wants them. */
static int
place_by_id(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Keeps the ids of the chain; those that a wide perimeter contains, and that
 * have aids, come by a query of their own. */
static enum rc
keep_matches(struct context *ctx, struct place *p, const struct result *chain)
{
	const struct perimeter_chains_row *first = perimeter_chains_row(chain,
	    0);
	struct value id = { VALUE_INT, rows_int(&first->id, 0), NULL, 0 };
	struct result in = { .rows = 0 };
	uint32_t *match;
	enum rc rc = RC_OK;

	if (rows_int(&first->scale_id, 0) > SCALE_COMMUNE)
		rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
		    Q_PERIMETER_MATCHES, PERIMETER_MATCHES_IN_IDS, &id, 1, &in);
	match = pool_take(ctx->pool,
	    (p->n + chain->rows + in.rows + 1) * sizeof(*match));
	if (p->n > 0)
		memcpy(match, p->match, p->n * sizeof(*match));
	for (unsigned r = 0; r < chain->rows; r++)
		match[p->n++] = (uint32_t)
		    rows_int(&perimeter_chains_row(chain, r)->id, 0);
	for (unsigned r = 0; rc == RC_OK && r < in.rows; r++)
		match[p->n++] = (uint32_t)
		    rows_int(&perimeter_matches_row(&in, r)->perimeter_id, 0);
	p->match = match;
	if (p->n > 1)
		qsort(p->match, p->n, sizeof(*p->match), place_by_id);
	return rc;
}

/* Keeps the ids of the chain that hold the perimeter whole, itself first. */
static void
keep_wholes(struct context *ctx, struct place *p, const struct result *chain)
{
	uint32_t *whole = pool_take(ctx->pool,
	    (p->wholes + chain->rows) * sizeof(*whole));

	if (p->wholes > 0)
		memcpy(whole, p->whole, p->wholes * sizeof(*whole));
	for (unsigned r = 0; r < chain->rows; r++) {
		const struct perimeter_chains_row *row =
		    perimeter_chains_row(chain, r);

		if (row->part.type == VALUE_NULL)
			whole[p->wholes++] = (uint32_t)rows_int(&row->id, 0);
	}
	p->whole = whole;
}

/* The region, the department and the intercommunality of the chain: what is
 * around. */
static void
keep_near(struct place *p, const struct result *chain)
{
	const struct perimeter_chains_row *first = perimeter_chains_row(chain,
	    0);

	for (unsigned r = 0; r < chain->rows; r++) {
		const struct perimeter_chains_row *row =
		    perimeter_chains_row(chain, r);

		if (rows_int(&row->scale_id, 0) == SCALE_DEPARTMENT)
			p->department = row->code.s;
		else if (rows_int(&row->scale_id, 0) == SCALE_EPCI)
			p->epci = (uint32_t)rows_int(&row->id, 0);
		else if (rows_int(&row->scale_id, 0) == SCALE_REGION &&
		    row->part.type == VALUE_NULL)
			p->region = (uint32_t)rows_int(&row->id, 0);
	}
	/* An intercommunality lies in several: that of most of its people. */
	if (p->department == NULL &&
	    rows_int(&first->scale_id, 0) == SCALE_EPCI &&
	    first->department.type == VALUE_TEXT)
		p->department = first->department.s;
}

/* Takes the perimeter, the first row of its chain, and what the others say. */
static enum rc
keep_chain(struct context *ctx, struct place *p, const struct result *chain)
{
	const struct perimeter_chains_row *row = perimeter_chains_row(chain, 0);
	uint8_t scale = (uint8_t)rows_int(&row->scale_id, 0);

	if (p->nasked == 0)
		keep_near(p, chain);
	p->name[p->nasked] = row->name.s;
	p->asked[p->nasked++] = (uint32_t)rows_int(&row->id, 0);
	if (p->scale == 0 || scale < p->scale)
		p->scale = scale;
	keep_wholes(ctx, p, chain);
	return keep_matches(ctx, p, chain);
}

enum rc
place_add(struct context *ctx, xmlNodePtr asked, struct place *p, long long id,
    bool *found)
{
	struct result chain;
	enum rc rc = place_chain(ctx, id, &chain);

	*found = rc == RC_OK && chain.rows > 0;
	if (!*found || p->nasked == PLACE_MAX)
		return rc;
	for (size_t i = 0; i < p->nasked; i++)
		if (p->asked[i] == (uint32_t)id) /* said twice */
			return RC_OK;
	put_chain(asked, &chain);
	return keep_chain(ctx, p, &chain);
}

/* Makes *wide of the perimeter of an id. */
static enum rc
keep_wide(struct context *ctx, long long id, struct place *wide,
    const char **name)
{
	struct result res;
	enum rc rc = place_chain(ctx, id, &res);

	if (rc != RC_OK || res.rows == 0)
		return rc;
	*name = perimeter_chains_row(&res, 0)->name.s;
	return keep_chain(ctx, wide, &res);
}

enum rc
place_region(struct context *ctx, const struct place *p, struct place *wide,
    const char **name)
{
	*wide = (struct place){ .nasked = 0 };
	return p->nasked != 1 || p->scale > SCALE_DEPARTMENT || p->region == 0
	    ? RC_OK
	    : keep_wide(ctx, p->region, wide, name);
}

enum rc
place_department(struct context *ctx, const struct place *p, struct place *wide,
    const char **name)
{
	uint32_t id;
	enum rc rc;

	*wide = (struct place){ .nasked = 0 };
	if (p->nasked != 1 || p->scale > SCALE_EPCI || p->department == NULL)
		return RC_OK;
	rc = place_of_code(ctx, p->department, &id);
	if (rc != RC_OK || id == 0)
		return rc;
	return keep_wide(ctx, id, wide, name);
}

enum rc
place_chains_ahead(struct context *ctx, const struct value *ids, size_t n)
{
	struct result res;

	if (gazetteer_at_hand(ctx->places, ctx->db) != NULL)
		return RC_OK;
	return row_cache_query(ctx->rows, ctx->db, ctx->pool,
	    Q_PERIMETER_CHAINS, PERIMETER_CHAINS_IN_IDS, ids, n, &res);
}

enum rc
place_name(struct context *ctx, long long id, const char **name)
{
	struct result chain;
	enum rc rc = place_chain(ctx, id, &chain);

	*name = rc == RC_OK && chain.rows > 0
	    ? perimeter_chains_row(&chain, 0)->name.s
	    : NULL;
	return rc;
}

/* ---- codes ---- */

enum rc
place_of_code(struct context *ctx, const char *code, uint32_t *id)
{
	const struct gazetteer *g = gazetteer_at_hand(ctx->places, ctx->db);
	uint32_t place = g != NULL ? gazetteer_of_code(g, code)
				   : GAZETTEER_NONE;
	struct value key = { VALUE_TEXT, 0, code, strlen(code) };
	struct result res;
	enum rc rc;

	*id = 0;
	if (place != GAZETTEER_NONE) {
		*id = g->place[place].id;
		return RC_OK;
	}
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
	    Q_PERIMETERS_OF_CODES, PERIMETERS_OF_CODES_IN_CODES, &key, 1, &res);
	if (rc == RC_OK && res.rows > 0)
		*id = (uint32_t)rows_int(&perimeters_of_codes_row(&res, 0)->id,
		    0);
	return rc;
}

/* ---- around ---- */

enum rc
place_around(struct context *ctx, uint32_t id, struct place_around *to)
{
	const struct gazetteer *g = gazetteer_at_hand(ctx->places, ctx->db);
	uint32_t place = g != NULL ? gazetteer_of_id(g, id) : GAZETTEER_NONE;
	struct value key = number(id);
	struct result res;
	enum rc rc;

	*to = (struct place_around){ .n = 0 };
	if (place != GAZETTEER_NONE) {
		to->n = gazetteer_near(g, place, to->department, PLACE_AROUND);
		to->latitude = g->place[place].latitude;
		to->longitude = g->place[place].longitude;
		return RC_OK;
	}
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, Q_PERIMETER_AROUND,
	    PERIMETER_AROUND_IN_IDS, &key, 1, &res);
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct perimeter_around_row *row =
		    perimeter_around_row(&res, r);

		to->latitude = (int)rows_int(&row->latitude, 0);
		to->longitude = (int)rows_int(&row->longitude, 0);
		if (to->n < PLACE_AROUND)
			to->department[to->n++] = row->department.s;
	}
	return rc;
}
