/* stats.c - pages of what readers did. */

#include "gen/queries/stats.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "search/backer.h"
#include "site/site.h"
#include "stats/period.h"
#include "stats/stats.h"
#include "text/day.h"
#include "xml/xml.h"

const struct param stats_params[] = { STATS_PERIOD_PARAMS,
	{ .name = "department", .type = PARAM_CODE },
	{ .name = "kind", .type = PARAM_SLUG }, { 0 } };
const struct param stats_backer_params[] = { STATS_PERIOD_PARAMS, { 0 } };

/* ---- periods ---- */

static const char *
day_text(struct pool *pool, long day)
{
	char s[11];

	day_write(day, s);
	return pool_strdup(pool, s);
}

/* The arguments of queries, with a period. */
static const struct arg *
args_of(struct context *ctx, const struct arg *args, long from, long to)
{
	arg_text(ctx->pool, &args, ARG_FROM, day_text(ctx->pool, from));
	arg_text(ctx->pool, &args, ARG_TO, day_text(ctx->pool, to));
	return args;
}

static void
put_period(struct pool *pool, const struct stats_period *p, xmlNodePtr asked)
{
	xmlNodePtr n = xml_add(asked, "period");

	xml_set(n, "kind", p->kind);
	xml_set(n, "value", p->asked);
	xml_set(n, "from", day_text(pool, p->from));
	xml_set(n, "to", day_text(pool, p->to));
	xml_set(n, "goes-on", p->goes_on ? "1" : NULL);
}

/* A page of numbers, whosever they are: since when there are any, the months
 * that may be chosen, and the totals and steps of the period.  A page without
 * any says so alone: *any is then false. */
static enum rc
put_numbers(struct context *ctx, struct response *resp,
    const struct stats_period *p, const enum query_id *q, bool *any)
{
	xmlNodePtr root = resp->root, counted;
	const struct arg *of = args_of(ctx, ctx->args, p->from, p->to);
	const struct arg *before = args_of(ctx, ctx->args, p->before_from,
	    p->before_to);
	enum rc rc = rows_query(ctx->db, ctx->pool, Q_STATS_COUNTED, ctx->args,
	    root, &counted, NULL);

	*any = rc == RC_OK && xmlHasProp(counted, (xmlChar *)"since") != NULL;
	put_period(ctx->pool, p, resp->asked);
	if (!*any ||
	    (rc = rows_query(ctx->db, ctx->pool, Q_STATS_MONTHS, ctx->args,
		 root, NULL, NULL)) != RC_OK ||
	    (rc = rows_query(ctx->db, ctx->pool, q[0], of, root, NULL, NULL)) !=
		RC_OK ||
	    (rc = rows_query(ctx->db, ctx->pool, q[0], before, root, NULL,
		 NULL)) != RC_OK)
		return rc;
	arg_text(ctx->pool, &of, ARG_FIRST, day_text(ctx->pool, p->first));
	arg_int(ctx->pool, &of, ARG_DAYS, p->days);
	rc = rows_query(ctx->db, ctx->pool, q[1], of, root, NULL, NULL);
	if (rc == RC_OK)
		rc = rows_query(ctx->db, ctx->pool, q[2], of, root, NULL, NULL);
	xml_set_int(xml_child(root, "steps"), "days", p->days);
	return rc;
}

/* ---- filters ---- */

/* One that is known is said, and goes to queries; another is ignored. */
static void
take_filter(struct context *ctx, const struct request *req,
    struct response *resp, const char *name, enum query_arg arg,
    const struct value *found)
{
	struct param_values v = request_values(req, name);
	xmlNodePtr n;

	if (v.n == 0)
		return;
	if (found->type == VALUE_NULL) {
		request_ignore(req, ctx->pool, resp->asked, name, v.v[0].s);
		return;
	}
	n = xml_add(resp->asked, name);
	xml_set(n, "value", v.v[0].s);
	xml_set(n, "name", found->s);
	arg_text(ctx->pool, &ctx->args, arg, v.v[0].s);
}

static enum rc
read_filters(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct param_values kind = request_values(req, "kind");
	struct param_values department = request_values(req, "department");
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(ctx->pool, &args, ARG_KIND, kind.n > 0 ? kind.v[0].s : NULL);
	arg_text(ctx->pool, &args, ARG_DEPARTMENT,
	    department.n > 0 ? department.v[0].s : NULL);
	rc = query_run(ctx->db, ctx->pool, Q_STATS_FILTER, args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc;
	take_filter(ctx, req, resp, "kind", ARG_KIND,
	    &stats_filter_row(&res, 0)->kind);
	take_filter(ctx, req, resp, "department", ARG_DEPARTMENT,
	    &stats_filter_row(&res, 0)->department);
	return RC_OK;
}

/* ---- by whole months ---- */

/* Words are not counted by a kind of body or a department, nor territories by a
 * kind: they are left out where they would answer another question. */
static const enum query_id *
lists_of(xmlNodePtr asked)
{
	static const enum query_id all[] = { Q_STATS_WORDS, Q_STATS_MISSED,
		Q_STATS_PLACES, Q_STATS_KINDS, Q_STATS_DEPARTMENTS, Q_NONE };
	int first = xml_child(asked, "kind") != NULL ? 3
	    : xml_child(asked, "department") != NULL ? 2
						     : 0;

	return all + first;
}

/* What is told by words, territories, kinds of bodies and departments. */
static enum rc
put_parts(struct context *ctx, struct response *resp,
    const struct stats_period *p)
{
	const struct arg *args = args_of(ctx, ctx->args, p->months_from,
	    p->months_to);
	xmlNodePtr parts = xml_add(resp->root, "parts");
	struct result res;
	enum rc rc = query_run(ctx->db, ctx->pool, Q_STATS_PART_TOTAL, args,
	    &res);

	xml_set(parts, "from", day_text(ctx->pool, p->months_from));
	xml_set(parts, "to", day_text(ctx->pool, p->months_to));
	xml_set_int(parts, "least", COUNT_LEAST);
	if (rc == RC_OK && res.rows > 0)
		xml_set_int(parts, "searches",
		    rows_int(&stats_part_total_row(&res, 0)->searches, 0));
	for (const enum query_id *q = lists_of(resp->asked);
	     rc == RC_OK && *q != Q_NONE; q++)
		rc = rows_query(ctx->db, ctx->pool, *q, args, parts, NULL,
		    NULL);
	return rc;
}

/* ---- pages ---- */

enum rc
stats_put(struct context *ctx, const struct request *req, struct response *resp)
{
	static const enum query_id numbers[] = { Q_STATS_TOTAL, Q_STATS_STEPS,
		Q_STATS_AIDS };
	struct stats_period p;
	bool any;
	enum rc rc;

	if (!site_stats_are_public(ctx->conf, ctx->portal) &&
	    (ctx->portal == NULL || !ctx->portal->opens_stats))
		return RC_NOT_FOUND;
	if (ctx->portal == NULL)
		arg_int(ctx->pool, &ctx->args, ARG_PORTAL, 0);
	if ((rc = stats_period_read(req, ctx->pool, resp, &p)) != RC_OK ||
	    (rc = read_filters(ctx, req, resp)) != RC_OK)
		return rc;
	rc = put_numbers(ctx, resp, &p, numbers, &any);
	return rc == RC_OK && any ? put_parts(ctx, resp, &p) : rc;
}

enum rc
stats_put_backer(struct context *ctx, const struct request *req,
    struct response *resp)
{
	static const enum query_id numbers[] = { Q_STATS_BACKER_TOTAL,
		Q_STATS_BACKER_STEPS, Q_STATS_BACKER_AIDS };
	struct stats_period p;
	long long id;
	bool any;
	enum rc rc;

	if (!site_stats_are_public(ctx->conf, NULL))
		return RC_NOT_FOUND;
	arg_int(ctx->pool, &ctx->args, ARG_PORTAL, 0);
	if ((rc = backer_find(ctx, req, resp, &id)) != RC_OK ||
	    (rc = stats_period_read(req, ctx->pool, resp, &p)) != RC_OK)
		return rc;
	return put_numbers(ctx, resp, &p, numbers, &any);
}
