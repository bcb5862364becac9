/* search_base.c - questions that a page presets. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/bits.h"
#include "base/log.h"
#include "gen/queries/search.h"
#include "search/search_base.h"
#include "xml/xml.h"

/* The ids that a base question finds, cached by the day and the query; those
 *  of a portal, by the day and its id.  They rise. */
static const char kind[] = "base question", portal_kind[] = "portal's aids",
		  json_kind[] = "portal's aids in JSON";

struct base_ids {
	size_t n;
	uint32_t id[]; /* and behind these the set of their docs: base_bits */
};

static uint64_t *
base_bits(const struct base_ids *b)
{
	return (uint64_t *)(uintptr_t)(b->id + b->n + b->n % 2);
}

static size_t
base_bytes(size_t n, const struct catalogue *c)
{
	return sizeof(struct base_ids) + (n + n % 2) * sizeof(uint32_t) +
	    c->words * sizeof(uint64_t);
}

/* Keeps ids, for which there is room of base_bytes. */
static const struct base_ids *
base_keep(struct context *ctx, const char *of, const char *key,
    struct base_ids *ids, const struct catalogue *c)
{
	uint64_t *bits = base_bits(ids);

	memset(bits, 0, c->words * sizeof(*bits));
	catalogue_add_ids(c, ids->id, ids->n, bits);
	return row_cache_add(ctx->rows, of, key, ids, base_bytes(ids->n, c));
}

static int
base_by_id(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Reads the base question, as a request whose response nobody sees.  It has no
 * deadline: of words that are left out, one that excludes would widen it. */
static enum rc
base_read(const struct search_base *base, struct context *ctx,
    const struct request *req, struct corpus *corpus, struct question *q)
{
	struct response unseen = { .root = xmlDocGetRootElement(
				       xml_page(ctx->pool, "base")) };
	struct request preset;
	xmlNodePtr ignored;
	enum rc rc = request_with_query(req, ctx->pool, question_params,
	    base->query, &preset, &unseen.fault);

	unseen.asked = xml_add(unseen.root, "asked");
	preset.deadline = INFINITY;
	if (rc == RC_OK)
		rc = question_read(ctx, &preset, &unseen, corpus, q);
	/* Without it, the page would be of all aids. */
	ignored = rc == RC_OK ? xml_child(unseen.asked, "ignored") : NULL;
	if (rc != RC_BAD_PARAM && ignored == NULL &&
	    !(rc == RC_OK && q->place.open))
		return rc;
	log_msg("search: the base question \"%s\" is wrong: %s", base->query,
	    ignored != NULL   ? "unknown value"
		: rc == RC_OK ? "ambiguous place"
			      : unseen.fault.reason);
	return RC_FAIL;
}

/* What it finds, from the row cache. */
static enum rc
base_find(const struct search_base *base, struct context *ctx,
    const struct request *req, struct question *q, const struct base_ids **ids)
{
	const char *key = pool_printf(ctx->pool, "%s %s", req->today,
	    base->query);
	struct question *b = pool_take(ctx->pool, sizeof(*b));
	struct base_ids *found;
	struct rank_hit *hit;
	size_t n;
	enum rc rc;

	if ((*ids = row_cache_find(ctx->rows, kind, key)) != NULL)
		return RC_OK;
	if ((rc = base_read(base, ctx, req, q->corpus, b)) != RC_OK)
		return rc;
	b->rank.keep_duplicates = true;
	hit = rank(ctx->pool, &q->corpus->catalogue, &b->rank, &n, NULL);
	found = pool_take(ctx->pool, base_bytes(n, &q->corpus->catalogue));
	found->n = n;
	for (size_t i = 0; i < n; i++)
		found->id[i] = hit[i].aid->id;
	if (n > 1)
		qsort(found->id, n, sizeof(found->id[0]), base_by_id);
	*ids = base_keep(ctx, kind, key, found, &q->corpus->catalogue);
	return RC_OK;
}

/* ---- a portal ---- */

static bool
has_id(const uint32_t *id, size_t n, uint32_t which)
{
	return n > 0 && bsearch(&which, id, n, sizeof(*id), base_by_id) != NULL;
}

/* The aids of its question, with those that it shows all the same, and without
 * those that it never shows. */
static struct base_ids *
add_chosen(struct pool *pool, const struct base_ids *of,
    const struct result *chosen, const struct catalogue *c)
{
	struct base_ids *to = pool_take(pool,
	    base_bytes(of->n + chosen->rows, c));
	uint32_t *never = pool_take(pool, (chosen->rows + 1) * sizeof(*never));
	size_t nevers = 0;

	to->n = 0;
	for (unsigned r = 0; r < chosen->rows; r++) {
		const struct portal_aids_row *row = portal_aids_row(chosen, r);
		uint32_t id = (uint32_t)row->id.i;
		size_t at = catalogue_find(c, id);

		/* Each is once in the table, and shown ones need not be in the
		 * question. */
		if (row->highlighted.i == 0)
			never[nevers++] = id;
		else if (at < c->n && c->aid[at].id == id &&
		    !has_id(of->id, of->n, id))
			to->id[to->n++] = id;
	}
	if (nevers > 1)
		qsort(never, nevers, sizeof(*never), base_by_id);
	for (size_t i = 0; i < of->n; i++)
		if (!has_id(never, nevers, of->id[i]))
			to->id[to->n++] = of->id[i];
	if (to->n > 1)
		qsort(to->id, to->n, sizeof(to->id[0]), base_by_id);
	return to;
}

/* Those that somebody chose for the portal. */
static enum rc
chosen_aids(struct context *ctx, struct result *chosen)
{
	struct value id = { VALUE_INT, ctx->portal->id, NULL, 0 };

	return row_cache_query(ctx->rows, ctx->db, ctx->pool, Q_PORTAL_AIDS,
	    PORTAL_AIDS_IN_PORTALS, &id, 1, chosen);
}

static enum rc
portal_ids(struct context *ctx, const struct request *req, struct question *q,
    const struct base_ids **ids)
{
	const struct portal *p = ctx->portal;
	const struct search_base base = { p->query };
	const char *key = pool_printf(ctx->pool, "%s %lld", req->today, p->id);
	const struct base_ids *found;
	struct result chosen;
	enum rc rc;

	if ((*ids = row_cache_find(ctx->rows, portal_kind, key)) != NULL)
		return RC_OK;
	if ((rc = base_find(&base, ctx, req, q, &found)) != RC_OK ||
	    (rc = chosen_aids(ctx, &chosen)) != RC_OK)
		return rc;
	/* Portals that ask the same share what it finds. */
	*ids = found;
	if (chosen.rows == 0)
		return RC_OK;
	*ids = base_keep(ctx, portal_kind, key,
	    add_chosen(ctx->pool, found, &chosen, &q->corpus->catalogue),
	    &q->corpus->catalogue);
	return RC_OK;
}

static const struct base_ids *
in_both(struct pool *pool, const struct base_ids *a, const struct base_ids *b,
    const struct catalogue *c)
{
	struct base_ids *both = pool_take(pool, base_bytes(a->n, c));

	both->n = 0;
	for (size_t i = 0; i < a->n; i++)
		if (has_id(b->id, b->n, a->id[i]))
			both->id[both->n++] = a->id[i];
	bits_or(base_bits(both), base_bits(a), c->words);
	bits_and(base_bits(both), base_bits(b), c->words);
	return both;
}

/* ---- both ---- */

enum rc
search_base_restrict(const struct search_base *base, struct context *ctx,
    const struct request *req, struct question *q)
{
	const struct base_ids *of = NULL, *within = NULL;
	enum rc rc = RC_OK;

	if (base != NULL)
		rc = base_find(base, ctx, req, q, &of);
	if (rc == RC_OK && ctx->portal != NULL)
		rc = portal_ids(ctx, req, q, &within);
	if (rc != RC_OK || (of == NULL && within == NULL))
		return rc;
	if (of != NULL && within != NULL)
		of = in_both(ctx->pool, of, within, &q->corpus->catalogue);
	else if (of == NULL)
		of = within;
	question_restrict(q, of->id, of->n, base_bits(of));
	q->within = base != NULL ? base->query : NULL;
	return RC_OK;
}

enum rc
search_base_within(struct context *ctx, const struct request *req,
    struct corpus *corpus, struct aid_within *within)
{
	struct question *q = pool_take(ctx->pool, sizeof(*q));
	const struct base_ids *ids;
	enum rc rc;

	*q = (struct question){ .corpus = corpus };
	if ((rc = portal_ids(ctx, req, q, &ids)) == RC_OK)
		*within = (struct aid_within){ ids->n, ids->id };
	return rc;
}

enum rc
search_base_place(struct context *ctx, const struct request *req,
    struct corpus *corpus, struct place *place)
{
	struct question *q = pool_take(ctx->pool, sizeof(*q));
	struct search_base base;
	enum rc rc;

	*place = (struct place){ 0 };
	if (ctx->portal == NULL)
		return RC_OK;
	base.query = ctx->portal->query;
	if ((rc = base_read(&base, ctx, req, corpus, q)) == RC_OK)
		*place = q->place;
	return rc;
}

/* The narrower one has the wider among those that match it. */
bool
search_base_is_for(const struct place *base, const struct place *p)
{
	for (size_t i = 0; i < base->nasked; i++)
		for (size_t k = 0; k < p->nasked; k++)
			if (has_id(base->match, base->n, p->asked[k]) ||
			    has_id(p->match, p->n, base->asked[i]))
				return true;
	return base->nasked == 0;
}

/* The aids of the portal as a JSON array, from the row cache. */
static enum rc
within_json(struct context *ctx, const struct request *req,
    struct corpus *corpus, const char **json)
{
	const char *key = pool_printf(ctx->pool, "%s %lld", req->today,
	    ctx->portal->id);
	struct aid_within within;
	struct buf b = { 0 };
	enum rc rc;

	if ((*json = row_cache_find(ctx->rows, json_kind, key)) != NULL)
		return RC_OK;
	if ((rc = search_base_within(ctx, req, corpus, &within)) != RC_OK)
		return rc;
	for (size_t i = 0; i < within.n; i++) {
		buf_putc(&b, i > 0 ? ',' : '[');
		buf_put_int(&b, within.id[i]);
	}
	buf_puts(&b, within.n > 0 ? "]" : "[]");
	*json = row_cache_add(ctx->rows, json_kind, key,
	    pool_strndup(ctx->pool, b.data, b.len), b.len + 1);
	buf_free(&b);
	return RC_OK;
}

enum rc
search_base_args(struct context *ctx, const struct request *req,
    struct corpus *corpus)
{
	const char *json;
	struct value *v;
	enum rc rc;

	if (ctx->portal == NULL)
		return RC_OK;
	if ((rc = within_json(ctx, req, corpus, &json)) != RC_OK)
		return rc;
	/* It is long: the portal and the day say which it is. */
	v = pool_take(ctx->pool, sizeof(*v));
	*v = (struct value){ VALUE_TEXT, ctx->portal->id << 24 | req->day, json,
		strlen(json) };
	arg_list(ctx->pool, &ctx->args, ARG_WITHIN, v, 1);
	return RC_OK;
}

/* Puts the hits in the order of the rows. */
static size_t
sort_hits(struct rank_hit *hit, size_t n, const struct result *chosen)
{
	size_t k = 0;

	for (unsigned r = 0; r < chosen->rows; r++)
		for (size_t i = k; i < n; i++) {
			struct rank_hit here = hit[i];

			if ((long long)here.aid->id !=
			    portal_aids_row(chosen, r)->id.i)
				continue;
			hit[i] = hit[k];
			hit[k++] = here;
			break;
		}
	return k;
}

enum rc
search_base_highlighted(struct context *ctx, struct question *q,
    struct rank_hit **hits, size_t *n)
{
	struct result chosen;
	uint32_t *id;
	size_t ids = 0, all;
	enum rc rc = chosen_aids(ctx, &chosen);

	*n = 0;
	if (rc != RC_OK || chosen.rows == 0)
		return rc;
	id = pool_take(ctx->pool, chosen.rows * sizeof(*id));
	for (unsigned r = 0; r < chosen.rows; r++)
		if (portal_aids_row(&chosen, r)->highlighted.i != 0)
			id[ids++] = (uint32_t)portal_aids_row(&chosen, r)->id.i;
	if (ids > 1)
		qsort(id, ids, sizeof(*id), base_by_id);
	question_restrict(q, id, ids, NULL);
	q->rank.keep_duplicates = true;
	q->rank.limit = ids;
	*hits = rank(ctx->pool, &q->corpus->catalogue, &q->rank, &all, NULL);
	*n = sort_hits(*hits, all < ids ? all : ids, &chosen);
	return RC_OK;
}
