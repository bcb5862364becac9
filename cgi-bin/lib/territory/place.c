/*
 * place.c - the perimeters of a place.
 *
 * A perimeter has a chain: itself, then all that contains it, which the row
 * cache keeps.  The aids of a place are those of its chain and, for what is
 * wider than a commune, those of what it contains (AT 2.4).
 */

#include <stdlib.h>
#include <string.h>

#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/territory.h"
#include "territory/place.h"

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
	struct value key = { .type = VALUE_INT, .i = id };
	struct result chain;
	enum rc rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
	    Q_PERIMETER_CHAINS, PERIMETER_CHAINS_IN_IDS, &key, 1, &chain);

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
	struct value key = { .type = VALUE_INT, .i = id };
	struct result res;
	enum rc rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
	    Q_PERIMETER_CHAINS, PERIMETER_CHAINS_IN_IDS, &key, 1, &res);

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
	struct value key = { .type = VALUE_TEXT, .s = p->department };
	struct result res;
	enum rc rc;

	*wide = (struct place){ .nasked = 0 };
	if (p->nasked != 1 || p->scale > SCALE_EPCI || p->department == NULL)
		return RC_OK;
	key.n = strlen(key.s);
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
	    Q_PERIMETERS_OF_CODES, PERIMETERS_OF_CODES_IN_CODES, &key, 1, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc;
	return keep_wide(ctx,
	    rows_int(&perimeters_of_codes_row(&res, 0)->id, 0), wide, name);
}
