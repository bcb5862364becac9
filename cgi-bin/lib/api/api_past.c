/* api_past.c - the aids of another day. */

#include <string.h>

#include "api/api_page.h"
#include "api/api_past.h"
#include "api/api_record.h"
#include "db/rows.h"
#include "engine/catalogue_refresh.h"
#include "gen/queries/api.h"
#include "text/day.h"
#include "xml/xml.h"

/* Of one day, in the order of the ids. */
static enum rc
put_versions(struct context *ctx, const struct request *req,
    const struct value *ids, size_t n, xmlNodePtr answer)
{
	struct api_fields fields = api_fields_read(req);
	struct result res = { 0 };
	enum rc rc = RC_OK;

	arg_list(ctx->pool, &ctx->args, ARG_IDS, ids, n);
	if (n > 0)
		rc = query_run(ctx->db, ctx->pool, Q_AID_VERSIONS_AT, ctx->args,
		    &res);
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct aid_versions_at_row *row =
		    aid_versions_at_row(&res, r);
		struct buf record = { 0 };

		api_record_put(ctx->base, &fields,
		    (struct aid_served){ &row->record, &row->texts,
			&row->status, &row->number },
		    &record);
		xml_raw_take(xml_add(answer, "ready"), &record);
	}
	return rc;
}

/* "2026-11-22" as 20261122. */
static long
number_of(const char *day)
{
	long n = 0;

	for (; *day != '\0'; day++)
		if (*day != '-')
			n = 10 * n + (*day - '0');
	return n;
}

enum rc
api_past_day(struct context *ctx, const struct request *req,
    struct response *resp, const char *on)
{
	struct result res;
	enum rc rc;
	long first;

	if (strcmp(on, req->today) > 0)
		return response_refuse(resp, "on", on, "to-come");
	rc = query_run(ctx->db, ctx->pool, Q_HISTORY_FIRST, NULL, &res);
	if (rc != RC_OK)
		return rc;
	first = (long)rows_int(&history_first_row(&res, 0)->day, 0);
	if (number_of(on) >= first)
		return RC_OK;
	rc = response_refuse(resp, "on", on, "before-history");
	resp->fault.max = first;
	return rc;
}

enum rc
api_past_put(struct context *ctx, const struct request *req,
    struct response *resp, struct question *q, const char *on)
{
	struct api_page page = api_page_read(req);
	struct catalogue past;
	struct rank_hit *hit;
	struct value *ids;
	size_t total, n;
	enum rc rc;

	if (q->rank.has_words)
		return response_refuse(resp, "on", on, "with-words");
	for (int i = 0; i < q->rank.sets; i++)
		q->rank.set[i].bits = NULL; /* of the docs of today */
	q->rank.day = day_number(on);
	q->rank.limit = page.from + page.per;
	q->rank.keep_duplicates = true;
	rc = catalogue_read_day(&past, ctx->db, on);
	if (rc == RC_OK) {
		hit = rank(ctx->pool, &past, &q->rank, &total, NULL);
		n = api_page_window(&page, total);
		ids = pool_take(ctx->pool, (n + 1) * sizeof(*ids));
		for (size_t i = 0; i < n; i++)
			ids[i] = (struct value){ .type = VALUE_INT,
				.i = hit[page.from + i].aid->id };
		rc = put_versions(ctx, req, ids, n,
		    api_page_put(ctx, req, resp, &page, total, NULL));
	}
	catalogue_free(&past);
	return rc;
}
