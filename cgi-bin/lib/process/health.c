/* health.c - how the site is, and what its programs have counted. */

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/build.h"
#include "base/counters_read.h"
#include "db/rows.h"
#include "db/schema.h"
#include "gen/programs.h"
#include "gen/queries/db.h"
#include "process/health.h"
#include "xml/xml.h"

/* Seconds between the clocks of the base and of this machine that are said to
 * be a fault of one of them: drafts and leases are dated by the base. */
enum { CLOCKS_APART = 5 };

/* ---- the base ---- */

/* Appends <data> and <clock>; false when the clocks are apart. */
static bool
put_data(const struct result *res, xmlNodePtr to)
{
	const struct health_row *row = health_row(res, 0);
	long long now = time(NULL), clock = rows_int(&row->clock, now);
	long long changed = rows_int(&row->changed, 0);
	xmlNodePtr n = xml_add(to, "data");

	xml_set_int(n, "version", rows_int(&row->version, 0));
	xml_set_int(n, "changed", changed);
	xml_set_int(n, "age", clock > changed ? clock - changed : 0);
	n = xml_add(to, "clock");
	xml_set_int(n, "now", now);
	xml_set_int(n, "apart", clock - now);
	return llabs(clock - now) <= CLOCKS_APART;
}

/* Appends <database>, <schema>, and what the base says of the data; returns
 * "ok", "warn" or "fail", as the worst of them. */
static const char *
put_base(struct context *ctx, xmlNodePtr to)
{
	struct result res = { .rows = 0 };
	enum rc rc = query_run(ctx->db, ctx->pool, Q_HEALTH, NULL, &res);
	int missing = rc == RC_OK
	    ? schema_missing(ctx->db, ctx->conf->share_dir)
	    : -1;
	const char *schema = missing == 0 ? "ok"
	    : rc == RC_UNAVAILABLE        ? "unknown"
	    : missing > 0                 ? "old"
					  : "fault";

	xml_set(xml_add(to, "database"), "status",
	    rc == RC_UNAVAILABLE ? "away" : "ok");
	xml_set(xml_add(to, "schema"), "status", schema);
	if (rc == RC_OK && res.rows > 0 && !put_data(&res, to))
		return missing == 0 ? "warn" : "fail";
	return missing == 0 ? "ok" : "fail";
}

/* ---- the programs ---- */

static xmlNodePtr
put_program(const char *name, xmlNodePtr to)
{
	xmlNodePtr n = xml_add(to, "program");

	xml_set(n, "name", name);
	return n;
}

/* The texts of a slot are another process's to write: they end here. */
static const char *
slot_text(struct pool *pool, const char *s, size_t size)
{
	return pool_strndup(pool, s, strnlen(s, size));
}

/* Appends the living workers of a program; returns how many they are. */
static long
put_workers(struct context *ctx, const struct counters_file *f, xmlNodePtr to)
{
	const struct counters *c;
	bool alive;
	long n = 0;

	for (size_t i = 0; i < COUNTERS_WORKERS; i++) {
		xmlNodePtr worker;

		if ((c = counters_slot(f, i, &alive)) == NULL || !alive)
			continue;
		worker = xml_add(to, "worker");
		xml_set_int(worker, "pid", (long long)counters_get(&c->pid));
		xml_set_int(worker, "started",
		    (long long)counters_get(&c->started));
		xml_set(worker, "version",
		    slot_text(ctx->pool, c->version, sizeof(c->version)));
		xml_set(worker, "build",
		    slot_text(ctx->pool, c->build, sizeof(c->build)));
		n++;
	}
	return n;
}

/* Appends each program with its workers; false when one has none.  Of one that
 * never counted here nothing is known: it may be elsewhere. */
static bool
put_programs(struct context *ctx, xmlNodePtr to)
{
	bool all = true;

	for (const struct program_row *p = program_rows; p->name != NULL; p++) {
		struct counters_file *f;
		char folder[4096];

		conf_run_folder(ctx->conf, p->name, folder);
		if (p->sheets == NULL || (f = counters_read(folder)) == NULL)
			continue;
		if (put_workers(ctx, f, put_program(p->name, to)) == 0)
			all = false;
		counters_free(f);
	}
	return all;
}

enum rc
health_show(struct context *ctx, const struct request *req,
    struct response *resp)
{
	xmlNodePtr to;
	const char *status;

	if (*req->slug != '\0' && strcmp(req->slug, ctx->program) != 0)
		return RC_NOT_FOUND;
	resp->no_store = true;
	to = xml_add(resp->root, "health");
	xml_set(to, "program", ctx->program);
	xml_set(to, "version", build_version);
	xml_set(to, "build", build_id);
	status = put_base(ctx, to);
	if (!put_programs(ctx, to))
		status = "fail";
	xml_set(to, "status", status);
	resp->unwell = strcmp(status, "fail") == 0;
	return RC_OK;
}

/* ---- what was counted ---- */

static const char *const counter_names[COUNTER__MAX] = {
	[COUNTER_QUERIES] = "queries",
	[COUNTER_ROWS_HELD] = "rows-held",
	[COUNTER_ROWS_READ] = "rows-read",
	[COUNTER_FAILURES] = "failures",
	[COUNTER_CUT] = "cut",
	[COUNTER_DRAFT_MADE] = "draft-made",
	[COUNTER_DRAFT_REFUSED] = "draft-refused",
	[COUNTER_DRAFT_GONE] = "draft-gone",
	[COUNTER_DRAFT_BUSY] = "draft-busy",
	[COUNTER_DRAFT_DOWN] = "draft-down",
	[COUNTER_DRAFT_UNSURE] = "draft-unsure",
	[COUNTER_DRAFT_CROWDED] = "draft-crowded",
};
static const char *const class_names[ANSWER__MAX] = { [ANSWER_2XX] = "2xx",
	[ANSWER_3XX] = "3xx",
	[ANSWER_304] = "304",
	[ANSWER_4XX] = "4xx",
	[ANSWER_5XX] = "5xx" };

/* Appends the answers of a route, and how many took so long or less. */
static void
put_route(const struct counters *sum, size_t i, xmlNodePtr to)
{
	uint64_t below = 0;
	xmlNodePtr route = xml_add(to, "route"), n;

	xml_set(route, "path", sum->route[i]);
	xml_set_int(route, "spent", (long long)sum->spent[i]);
	for (size_t a = 0; a < ANSWER__MAX; a++) {
		n = xml_add(route, "answers");
		xml_set(n, "class", class_names[a]);
		xml_set_int(n, "n", (long long)sum->answers[i][a]);
	}
	for (size_t b = 0; b < COUNTERS_BUCKETS; b++) {
		n = xml_add(route, "time");
		if (b < COUNTERS_BUCKETS - 1)
			xml_set_int(n, "most", counters_bound[b]);
		xml_set_int(n, "n", (long long)(below += sum->times[i][b]));
	}
}

static void
put_counters(const struct counters_file *f, xmlNodePtr to)
{
	struct counters *sum = counters_sum(f);

	if (sum == NULL)
		return;
	for (size_t k = 0; k < COUNTER__MAX; k++) {
		xmlNodePtr n = xml_add(to, "counter");

		xml_set(n, "name", counter_names[k]);
		xml_set_int(n, "n", (long long)sum->count[k]);
	}
	for (size_t i = 0; i < COUNTERS_ROUTES; i++)
		if (i == 0 || *sum->route[i] != '\0')
			put_route(sum, i, to);
	free(sum);
}

enum rc
health_metrics(struct context *ctx, const struct request *req,
    struct response *resp)
{
	xmlNodePtr to = xml_add(resp->root, "metrics");

	(void)req;
	resp->no_store = true;
	put_base(ctx, to);
	for (const struct program_row *p = program_rows; p->name != NULL; p++) {
		struct counters_file *f;
		xmlNodePtr program;
		char folder[4096];

		conf_run_folder(ctx->conf, p->name, folder);
		if (p->sheets == NULL || (f = counters_read(folder)) == NULL)
			continue;
		program = put_program(p->name, to);
		put_workers(ctx, f, program);
		put_counters(f, program);
		counters_free(f);
	}
	return RC_OK;
}
