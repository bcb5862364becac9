/*
 * map.c - the map of departments.
 *
 * A search in each: a hundred, in memory, of which the aids are told to the
 * backers that finance them by one list that the database gives.
 */

#include <stdlib.h>
#include <string.h>

#include "db/rows.h"
#include "gen/queries/map.h"
#include "gen/queries/territory.h"
#include "search/map.h"
#include "search/map_classes.h"
#include "search/search_base.h"
#include "xml/xml.h"

/* What is counted of one department; nothing, below a portal that is not for
 * it. */
struct map_count {
	unsigned aids, backers;
	bool left_out;
};

/* Who finances an aid: as many rows as backers, by rising aid. */
struct map_pair {
	uint32_t aid, backer;
};

struct map {
	struct context *ctx;
	const struct request *req;
	struct question q; /* without a place */
	struct place base; /* that of the portal */
	const struct map_pair *pair;
	size_t pairs;
	unsigned *seen; /* by backer: the last department that has it, from 1 */
	xmlNodePtr unseen;
};

static const char kind[] = "map";

/* ---- counting ---- */

static enum rc
read_pairs(struct map *m)
{
	struct context *ctx = m->ctx;
	struct map_pair *pair;
	struct result res;
	uint32_t most = 0;
	enum rc rc = query_run(ctx->db, ctx->pool, Q_MAP_BACKERS, ctx->args,
	    &res);

	if (rc != RC_OK)
		return rc;
	pair = pool_take(ctx->pool, (res.rows + 1) * sizeof(*pair));
	for (unsigned r = 0; r < res.rows; r++) {
		const struct map_backers_row *row = map_backers_row(&res, r);

		pair[r].aid = (uint32_t)rows_int(&row->aid, 0);
		pair[r].backer = (uint32_t)rows_int(&row->backer, 0);
		if (pair[r].backer > most)
			most = pair[r].backer;
	}
	m->pair = pair;
	m->pairs = res.rows;
	m->seen = pool_take(ctx->pool, (most + 1) * sizeof(*m->seen));
	return RC_OK;
}

/* The first pair of an aid, or of the one after it. */
static size_t
first_pair(const struct map *m, uint32_t aid)
{
	size_t lo = 0, hi = m->pairs;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (m->pair[mid].aid < aid)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* How many backers finance those aids, that were not seen in that department
 * yet. */
static unsigned
count_backers(struct map *m, const struct rank_hit *hit, size_t n,
    unsigned department)
{
	unsigned backers = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t k = first_pair(m, hit[i].aid->id);
		     k < m->pairs && m->pair[k].aid == hit[i].aid->id; k++) {
			unsigned *seen = &m->seen[m->pair[k].backer];

			backers += *seen != department;
			*seen = department;
		}
	return backers;
}

/* Of a generic aid and its local version one is an aid that a reader finds, and
 * each has a backer whose page shows it. */
static enum rc
count_there(struct map *m, long long id, unsigned number, struct map_count *to)
{
	const struct catalogue *c = &m->q.corpus->catalogue;
	struct rank_question q;
	struct place place = { 0 };
	struct rank_hit *hit;
	bool found;
	size_t n;
	enum rc rc = place_add(m->ctx, m->unseen, &place, id, &found);

	to->left_out = rc == RC_OK && !search_base_is_for(&m->base, &place);
	if (rc != RC_OK || to->left_out)
		return rc;
	q = question_at(&m->q, &place);
	q.count_only = true;
	rank(m->ctx->pool, c, &q, &n, NULL);
	to->aids = (unsigned)n;
	q.count_only = false;
	q.keep_duplicates = true;
	hit = rank(m->ctx->pool, c, &q, &n, NULL);
	to->backers = count_backers(m, hit, n, number);
	return RC_OK;
}

/* Reads at once what place_add asks for one by one. */
static enum rc
warm_places(struct context *ctx, const struct value *id, size_t n)
{
	struct result res;
	enum rc rc = place_chains_ahead(ctx, id, n);

	return rc != RC_OK
	    ? rc
	    : row_cache_query(ctx->rows, ctx->db, ctx->pool,
		  Q_PERIMETER_MATCHES, PERIMETER_MATCHES_IN_IDS, id, n, &res);
}

static enum rc
count_all(struct map *m, const struct result *departments,
    struct map_count *count)
{
	struct pool *pool = m->ctx->pool;
	struct value *id = pool_take(pool,
	    (departments->rows + 1) * sizeof(*id));
	enum rc rc;

	for (unsigned r = 0; r < departments->rows; r++)
		id[r] = map_departments_row(departments, r)->id;
	m->unseen = xmlDocGetRootElement(xml_page(pool, "map"));
	if ((rc = search_base_restrict(NULL, m->ctx, m->req, &m->q)) != RC_OK ||
	    (rc = search_base_place(m->ctx, m->req, m->q.corpus, &m->base)) !=
		RC_OK ||
	    (rc = read_pairs(m)) != RC_OK ||
	    (rc = warm_places(m->ctx, id, departments->rows)) != RC_OK)
		return rc;
	for (unsigned r = 0; rc == RC_OK && r < departments->rows; r++)
		rc = count_there(m, id[r].i, r + 1, &count[r]);
	return rc;
}

/* The counts of the departments, in their order, from the row cache. */
static enum rc
read_counts(struct context *ctx, const struct request *req,
    struct corpus *corpus, const struct result *departments,
    const struct map_count **count)
{
	struct map *m = pool_take(ctx->pool, sizeof(*m));
	size_t bytes = (departments->rows + 1) * sizeof(**count);
	const char *key = pool_printf(ctx->pool, "%s %lld", req->today,
	    ctx->portal != NULL ? ctx->portal->id : 0);
	struct map_count *made;
	enum rc rc;

	if ((*count = row_cache_find(ctx->rows, kind, key)) != NULL)
		return RC_OK;
	*m = (struct map){ .ctx = ctx,
		.req = req,
		.q = { .rank = { .day = req->day }, .corpus = corpus } };
	made = pool_take(ctx->pool, bytes);
	if ((rc = count_all(m, departments, made)) == RC_OK)
		*count = row_cache_add(ctx->rows, kind, key, made, bytes);
	return rc;
}

/* ---- the page ---- */

static bool
reads_backers(const struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct param_values v = request_values(req, "count");
	bool backers = v.n > 0 && strcmp(v.v[0].s, "backers") == 0;

	if (v.n > 0 && !backers && strcmp(v.v[0].s, "aids") != 0)
		request_ignore(req, ctx->pool, resp->asked, "count", v.v[0].s);
	xml_add_text(resp->asked, "count", backers ? "backers" : "aids");
	return backers;
}

/* Those that are drawn, and counted, make the classes. */
static size_t
put_classes(struct pool *pool, const struct result *departments,
    const struct map_count *count, const unsigned *number, xmlNodePtr root,
    struct map_class *of)
{
	unsigned *drawn = pool_take(pool,
	    (departments->rows + 1) * sizeof(*drawn));
	xmlNodePtr classes = xml_add(root, "classes"), one;
	size_t n = 0;

	for (unsigned r = 0; r < departments->rows; r++)
		if (!count[r].left_out &&
		    map_departments_row(departments, r)->path.type !=
			VALUE_NULL)
			drawn[n++] = number[r];
	n = map_classes(pool, drawn, n, of);
	for (size_t i = 0; i < n; i++) {
		one = xml_add(classes, "class");
		xml_set_int(one, "number", (long long)i + 1);
		xml_set_int(one, "from", of[i].from);
		xml_set_int(one, "to", of[i].to);
	}
	return n;
}

static void
put_counts(struct pool *pool, const struct result *departments,
    const struct map_count *count, bool backers, struct response *resp)
{
	xmlNodePtr list = rows_append(resp->root,
	    &query_table[Q_MAP_DEPARTMENTS], departments);
	unsigned *number = pool_take(pool,
	    (departments->rows + 1) * sizeof(*number));
	struct map_class of[MAP_CLASSES];
	xmlNodePtr node = list->children;
	size_t classes;

	for (unsigned r = 0; r < departments->rows; r++)
		number[r] = backers ? count[r].backers : count[r].aids;
	classes = put_classes(pool, departments, count, number, resp->root, of);
	for (unsigned r = 0; r < departments->rows; r++, node = node->next) {
		if (count[r].left_out)
			continue;
		xml_set_int(node, "aids", count[r].aids);
		xml_set_int(node, "backers", count[r].backers);
		xml_set_int(node, "class",
		    (long long)map_class_of(of, classes, number[r]));
	}
}

/* The departments, and what is counted of each. */
static enum rc
read_map(struct context *ctx, const struct request *req, struct corpus *corpus,
    struct result *departments, const struct map_count **count)
{
	enum rc rc = row_cache_run(ctx->rows, ctx->db, ctx->pool,
	    Q_MAP_DEPARTMENTS, ctx->args, departments);

	return rc == RC_OK ? read_counts(ctx, req, corpus, departments, count)
			   : rc;
}

enum rc
map_put(struct context *ctx, const struct request *req, struct response *resp,
    struct corpus *corpus)
{
	const struct map_count *count;
	struct result departments;
	bool backers = reads_backers(ctx, req, resp);
	enum rc rc = read_map(ctx, req, corpus, &departments, &count);

	if (rc != RC_OK)
		return rc;
	put_counts(ctx->pool, &departments, count, backers, resp);
	return context_rows(ctx, Q_MAP_FRAMES, resp->root, NULL);
}

enum rc
map_args(struct context *ctx, const struct request *req, struct corpus *corpus)
{
	const struct map_count *count;
	struct result departments;
	struct value *id;
	size_t n = 0;
	enum rc rc;

	if (ctx->portal == NULL)
		return RC_OK;
	if ((rc = read_map(ctx, req, corpus, &departments, &count)) != RC_OK)
		return rc;
	id = pool_take(ctx->pool, (departments.rows + 1) * sizeof(*id));
	for (unsigned r = 0; r < departments.rows; r++)
		if (!count[r].left_out)
			id[n++] = map_departments_row(&departments, r)->id;
	arg_list(ctx->pool, &ctx->args, ARG_IDS, id, n);
	return RC_OK;
}
