/* stats.c - pages of what readers did. */

#include <string.h>

#include "crypto/digest.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/stats.h"
#include "search/backer.h"
#include "search/search.h"
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
put_period(struct pool *pool, const struct stats_period *p,
    struct response *resp)
{
	const char *from = day_text(pool, p->from), *to = day_text(pool, p->to);
	xmlNodePtr n = xml_add(resp->asked, "period");

	xml_set(n, "kind", p->kind);
	xml_set(n, "value", p->asked);
	xml_set(n, "from", from);
	xml_set(n, "to", to);
	xml_set(n, "goes-on", p->goes_on ? "1" : NULL);
	resp->about = pool_printf(pool, "%s-au-%s", from, to);
}

/* Of whom a page is: what is told of a period, of its steps, of whole months
 * and of aids. */
struct numbers {
	enum query_id total, steps, done, aids;
};

/* The totals of a period, and of the one before when it is compared. */
static enum rc
put_totals(struct context *ctx, enum query_id q, const struct arg *now,
    const struct arg *before, bool is_compared, xmlNodePtr in)
{
	enum rc rc = rows_query(ctx->db, ctx->pool, q, now, in, NULL, NULL);

	return rc == RC_OK && is_compared
	    ? rows_query(ctx->db, ctx->pool, q, before, in, NULL, NULL)
	    : rc;
}

/* What is told day by day. */
static enum rc
put_days(struct context *ctx, struct response *resp,
    const struct stats_period *p, const struct numbers *q)
{
	const struct arg *of = args_of(ctx, ctx->args, p->from, p->to);
	enum rc rc = put_totals(ctx, q->total, of,
	    args_of(ctx, ctx->args, p->before_from, p->before_to),
	    p->is_compared, resp->root);

	if (rc != RC_OK)
		return rc;
	arg_text(ctx->pool, &of, ARG_FIRST, day_text(ctx->pool, p->first));
	arg_int(ctx->pool, &of, ARG_DAYS, p->days);
	rc = rows_query(ctx->db, ctx->pool, q->steps, of, resp->root, NULL,
	    NULL);
	xml_set_int(xml_child(resp->root, "steps"), "days", p->days);
	return rc;
}

/* What is told by whole months, whosever they are. */
static enum rc
put_months(struct context *ctx, const struct stats_period *p,
    const struct numbers *q, xmlNodePtr parts)
{
	const struct arg *of = args_of(ctx, ctx->args, p->months_from,
	    p->months_to);
	enum rc rc;

	xml_set(parts, "from", day_text(ctx->pool, p->months_from));
	xml_set(parts, "to", day_text(ctx->pool, p->months_to));
	xml_set_int(parts, "least", COUNT_LEAST);
	rc = put_totals(ctx, q->done, of,
	    args_of(ctx, ctx->args, p->months_before_from, p->months_before_to),
	    p->months_are_compared, parts);
	return rc == RC_OK
	    ? rows_query(ctx->db, ctx->pool, q->aids, of, parts, NULL, NULL)
	    : rc;
}

/* A page of numbers, whosever they are: since when there are any, the months
 * that may be chosen, what is told by days, and by months, in *parts.  A page
 * without any says so alone: *parts is then NULL. */
static enum rc
put_numbers(struct context *ctx, const struct request *req,
    struct response *resp, struct stats_period *p, const struct numbers *q,
    xmlNodePtr *parts)
{
	const struct stats_counted_row *row;
	struct result res;
	enum rc rc = query_run(ctx->db, ctx->pool, Q_STATS_COUNTED, ctx->args,
	    &res);

	*parts = NULL;
	put_period(ctx->pool, p, resp);
	if (rc != RC_OK)
		return rc;
	rows_append(resp->root, &query_table[Q_STATS_COUNTED], &res);
	row = stats_counted_row(&res, 0);
	if (row->since.type == VALUE_NULL ||
	    (rc = rows_query(ctx->db, ctx->pool, Q_STATS_MONTHS, ctx->args,
		 resp->root, NULL, NULL)) != RC_OK ||
	    !stats_period_begin(p, day_number(row->since.s), req->day) ||
	    (rc = put_days(ctx, resp, p, q)) != RC_OK)
		return rc;
	*parts = xml_add(resp->root, "parts");
	return put_months(ctx, p, q, *parts);
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
    const struct stats_period *p, xmlNodePtr parts)
{
	const struct arg *args = args_of(ctx, ctx->args, p->months_from,
	    p->months_to);
	struct result res;
	enum rc rc = query_run(ctx->db, ctx->pool, Q_STATS_PART_TOTAL, args,
	    &res);

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

/* Those of the site, or of the portal. */
static enum rc
put_site(struct context *ctx, const struct request *req, struct response *resp)
{
	static const struct numbers numbers = { Q_STATS_TOTAL, Q_STATS_STEPS,
		Q_STATS_DONE, Q_STATS_AIDS };
	struct stats_period p;
	xmlNodePtr parts;
	enum rc rc;

	if (ctx->portal == NULL)
		arg_int(ctx->pool, &ctx->args, ARG_PORTAL, 0);
	if ((rc = stats_period_read(req, ctx->pool, resp, &p)) != RC_OK ||
	    (rc = read_filters(ctx, req, resp)) != RC_OK ||
	    (rc = search_within(ctx->state, ctx, req)) != RC_OK)
		return rc;
	rc = put_numbers(ctx, req, resp, &p, &numbers, &parts);
	return rc == RC_OK && parts != NULL ? put_parts(ctx, resp, &p, parts)
					    : rc;
}

enum rc
stats_put(struct context *ctx, const struct request *req, struct response *resp)
{
	if (!site_stats_are_public(ctx->conf, ctx->portal) &&
	    (ctx->portal == NULL || !ctx->portal->opens_stats))
		return RC_NOT_FOUND;
	return put_site(ctx, req, resp);
}

enum rc
stats_put_secret(struct context *ctx, const struct request *req,
    struct response *resp)
{
	char digest[DIGEST_HEX + 1];
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(ctx->pool, &args, ARG_PAGE, SITE_WORD_STATS);
	rc = query_run(ctx->db, ctx->pool, Q_SITE_WORD, args, &res);
	if (rc != RC_OK)
		return rc;
	digest_sha256(digest, req->slug, strlen(req->slug));
	if (res.rows == 0 ||
	    strcmp(digest, site_word_row(&res, 0)->digest.s) != 0)
		return RC_NOT_FOUND;
	resp->is_private = true;
	return put_site(ctx, req, resp);
}

enum rc
stats_put_backer(struct context *ctx, const struct request *req,
    struct response *resp)
{
	static const struct numbers numbers = { Q_STATS_BACKER_TOTAL,
		Q_STATS_BACKER_STEPS, Q_STATS_BACKER_DONE,
		Q_STATS_BACKER_AIDS };
	struct stats_period p;
	xmlNodePtr parts;
	long long id;
	enum rc rc;

	if (!site_stats_are_public(ctx->conf, NULL))
		return RC_NOT_FOUND;
	arg_int(ctx->pool, &ctx->args, ARG_PORTAL, 0);
	if ((rc = backer_find(ctx, req, resp, &id)) != RC_OK ||
	    (rc = stats_period_read(req, ctx->pool, resp, &p)) != RC_OK)
		return rc;
	return put_numbers(ctx, req, resp, &p, &numbers, &parts);
}
