/* api_past.c - the aids of another day. */

#include <string.h>

#include "api/api_past.h"
#include "api/api_record.h"
#include "db/rows.h"
#include "gen/queries/api.h"
#include "text/day.h"

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
    struct response *resp, const char *on, const char **until)
{
	struct result res;
	char first[11], end[20];
	enum rc rc;

	if (strcmp(on, req->today) > 0)
		return response_refuse(resp, "on", on, "to-come");
	rc = query_run(ctx->db, ctx->pool, Q_HISTORY_FIRST, NULL, &res);
	if (rc != RC_OK)
		return rc;
	day_local((time_t)rows_int(&history_first_row(&res, 0)->moment, 0),
	    first);
	if (strcmp(on, first) < 0) {
		rc = response_refuse(resp, "on", on, "before-history");
		resp->fault.max = number_of(first);
		return rc;
	}
	day_begin(day_number(on) + 1, end);
	*until = pool_strdup(ctx->pool, end);
	arg_text(ctx->pool, &ctx->args, ARG_UNTIL, *until);
	return RC_OK;
}

enum rc
api_past_read(struct context *ctx, const struct request *req,
    struct response *resp, struct question *q, const char *on,
    const struct catalogue **past)
{
	const char *until;
	enum rc rc = api_past_day(ctx, req, resp, on, &until);

	if (rc != RC_OK)
		return rc;
	if (q->rank.has_words)
		return response_refuse(resp, "on", on, "with-words");
	q->rank.day = day_number(on);
	return corpus_past(q->corpus, ctx->db, until, past);
}

enum rc
api_past_put(struct context *ctx, const struct api_fields *fields,
    const struct value *ids, size_t n, struct buf *out)
{
	struct result res;
	enum rc rc;

	if (n == 0)
		return RC_OK;
	arg_list(ctx->pool, &ctx->args, ARG_IDS, ids, n);
	rc = query_run(ctx->db, ctx->pool, Q_AID_REVISIONS_AT, ctx->args, &res);
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct aid_revisions_at_row *row =
		    aid_revisions_at_row(&res, r);

		if (r > 0)
			buf_putc(out, ',');
		api_record_put(ctx->base, fields,
		    (struct aid_served){ &row->record, &row->texts,
			&row->status, &row->number },
		    out);
	}
	return rc;
}
