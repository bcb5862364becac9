/* api_aids.c - the aids of the API. */

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "aids/aid_score.h"
#include "api/api_aids.h"
#include "api/api_changes.h"
#include "api/api_past.h"
#include "api/api_record.h"
#include "db/row_cache.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/api.h"
#include "search/search.h"
#include "xml/xml.h"

const struct param api_aid_params[] = { QUESTION_ROWS, API_PAGE_ROWS,
	API_AID_ROWS, API_CHANGES_ROWS,
	/* Empty, it finds nothing: AT drops a filter without values, but who
	 * asks for the aids of a list of theirs, which is empty, would take the
	 * whole catalogue for it. */
	{ "ids", PARAM_ID, .max = UINT32_MAX, .list = true, .commas = true,
	    .keeps_empty = true, .strict = true },
	{ "include_unknown_perimeter", PARAM_BOOL, .strict = true },
	{ "explain", PARAM_BOOL, .strict = true },
	{ "on", PARAM_DATE, .strict = true }, API_KEY_ROWS, { 0 } };

const struct param api_all_params[] = { API_PAGE_ROWS, API_AID_ROWS,
	API_KEY_ROWS, { 0 } };

const struct param api_one_params[] = { API_AID_ROWS,
	{ "on", PARAM_DATE, .strict = true }, { 0 } };

/* ---- a list ---- */

/* The day of "on"; NULL: today. */
static const char *
day_of(const struct request *req)
{
	struct param_values on = request_values(req, "on");

	return on.n > 0 ? on.v[0].s : NULL;
}

/* What was rendered of them, with a comma between. */
static enum rc
put_rendered(struct context *ctx, const struct api_fields *fields,
    const struct value *ids, size_t n, struct buf *all)
{
	struct api_records records;
	enum rc rc = api_records_read(ctx, fields, ids, n, &records);

	for (unsigned r = 0; rc == RC_OK && r < records.record.rows; r++) {
		if (r > 0)
			buf_putc(all, ',');
		api_records_put(&records, ctx->base, r, all);
	}
	return rc;
}

/* As they are, or were, as one text. */
static enum rc
put_records(struct context *ctx, const struct request *req,
    const struct value *ids, size_t n, xmlNodePtr answer)
{
	struct api_fields fields = api_fields_read(req);
	struct buf all = { 0 };
	enum rc rc = day_of(req) != NULL
	    ? api_past_put(ctx, &fields, ids, n, &all)
	    : put_rendered(ctx, &fields, ids, n, &all);

	if (all.len > 0)
		xml_raw_take(xml_add(answer, "ready"), &all);
	return rc;
}

/* One after another, each with why it is there. */
static enum rc
put_explained(struct context *ctx, const struct request *req,
    const struct question *q, const struct rank_hit *hit,
    const struct value *ids, size_t n, xmlNodePtr answer)
{
	struct api_fields fields = api_fields_read(req);
	struct api_records records;
	unsigned r = 0;
	enum rc rc = api_records_read(ctx, &fields, ids, n, &records);

	for (size_t i = 0; rc == RC_OK && r < records.record.rows; r++) {
		struct buf one = { 0 };
		long long id = api_records_put(&records, ctx->base, r, &one);

		/* One that was withdrawn as this was read has none. */
		while (ids[i].i != id)
			i++;
		xml_raw_take(xml_add(answer, "ready"), &one);
		aid_score_put(ctx->pool, q, &hit[i++], answer);
	}
	return rc;
}

/* Whether the page goes on after a key: *at is it.  A key that is none is an
 * error, and one is left out in an order without keys. */
static enum rc
read_key(struct context *ctx, const struct request *req, struct response *resp,
    enum rank_order order, const char **at)
{
	struct param_values v = request_values(req, "after");
	const char *s = v.n > 0 ? v.v[0].s : NULL;
	bool dated = order == RANK_PUBLICATION;
	size_t n;

	*at = NULL;
	if (s == NULL)
		return RC_OK;
	if (!dated && order != RANK_ID) {
		request_ignore(req, ctx->pool, resp->asked, "after", s);
		return RC_OK;
	}
	n = strspn(s, "0123456789");
	if (dated && n > 0 && s[n] == '-')
		n += 1 + strspn(s + n + 1, "0123456789");
	if (n == 0 || s[n] != '\0' || (strchr(s, '-') != NULL) != dated)
		return response_refuse(resp, "after", s, "key");
	*at = s;
	return RC_OK;
}

/* Where the hits go on after the aid "DAY-ID" or "ID" that a page ended with,
 * in the order of the question; their number when it is past them all. */
static size_t
after_key(const struct rank_question *q, const struct rank_hit *hit, size_t n,
    const char *key)
{
	long day = q->order == RANK_ID ? 0 : strtol(key, NULL, 10);
	const char *dash = strchr(key, '-');
	unsigned long id = strtoul(dash != NULL ? dash + 1 : key, NULL, 10);
	size_t i = 0;

	while (i < n &&
	    (q->order == RANK_ID ? hit[i].aid->id >= id
				 : hit[i].aid->fresh > day ||
			(hit[i].aid->fresh == day && hit[i].aid->id >= id)))
		i++;
	return i;
}

/* The key of a hit, by which the next page begins; NULL in an order that an
 * edit may change. */
static const char *
key_of(struct pool *pool, const struct rank_question *q,
    const struct rank_hit *hit)
{
	switch (q->order) {
	case RANK_ID:
		return pool_printf(pool, "after=%u", hit->aid->id);
	case RANK_PUBLICATION:
		return pool_printf(pool, "after=%ld-%u", (long)hit->aid->fresh,
		    hit->aid->id);
	default:
		return NULL;
	}
}

/* Without words there are none: the order says it. */
static bool
wants_reasons(struct context *ctx, const struct request *req,
    struct response *resp, const struct question *q)
{
	struct param_values v = request_values(req, "explain");

	if (v.n == 0 || v.v[0].i == 0 || q->rank.has_words)
		return v.n > 0 && v.v[0].i != 0;
	request_ignore(req, ctx->pool, resp->asked, "explain", "true");
	return false;
}

/* The page of the aids of a catalogue that answer. */
static enum rc
put_answer(struct context *ctx, const struct request *req,
    struct response *resp, struct question *q, const struct catalogue *all)
{
	struct api_page page = api_page_read(req);
	struct rank_question *r = &q->rank;
	const char *after;
	enum rc rc = read_key(ctx, req, resp, r->order, &after);
	size_t total, n, from = page.from;
	struct value *ids;
	struct rank_hit *hit;
	xmlNodePtr answer;

	if (rc != RC_OK)
		return rc;
	r->limit = after != NULL ? 0 : page.from + page.per;
	r->finds_near = true;
	/* As AT: a generic aid and its local versions are both there. */
	r->keep_duplicates = true;
	hit = rank(ctx->pool, all, r, &total, NULL);
	if (after != NULL)
		page.from = from = after_key(r, hit, total, after);
	n = api_page_window(&page, total);
	ids = pool_take(ctx->pool, (n + 1) * sizeof(*ids));
	for (size_t i = 0; i < n; i++)
		ids[i] = (struct value){ .type = VALUE_INT,
			.i = hit[from + i].aid->id };
	answer = api_page_put(ctx, req, resp, &page, total,
	    n > 0 ? key_of(ctx->pool, r, &hit[from + n - 1]) : NULL);
	if (q->late)
		resp->no_store = true;
	return wants_reasons(ctx, req, resp, q)
	    ? put_explained(ctx, req, q, hit + from, ids, n, answer)
	    : put_records(ctx, req, ids, n, answer);
}

/* As question_restrict wants them. */
static int
by_id(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* To those of the numbers that are asked; an empty list is of none. */
static void
restrict_to_ids(struct context *ctx, const struct request *req,
    struct question *q)
{
	struct param_values v = request_values(req, "ids");
	uint32_t *id = pool_take(ctx->pool, (v.n + 1) * sizeof(*id));
	size_t n = 0;

	for (size_t i = 0; i < v.n; i++)
		if (v.v[i].i > 0)
			id[n++] = (uint32_t)v.v[i].i;
	qsort(id, n, sizeof(*id), by_id);
	if (v.n > 0)
		question_restrict(q, id, n, NULL);
}

enum rc
api_aids(struct context *ctx, const struct request *req, struct response *resp)
{
	struct param_values also = request_values(req,
	    "include_unknown_perimeter");
	const struct catalogue *all;
	struct question q;
	enum rc rc;

	if (request_values(req, "updated_after").n > 0)
		return api_changes(ctx, req, resp);
	rc = question_read(ctx, req, resp, search_corpus(ctx->state), &q);
	if (rc == RC_OK && q.place.open)
		return response_refuse(resp, "perimeter", NULL, "ambiguous");
	if (rc == RC_OK)
		restrict_to_ids(ctx, req, &q);
	if (rc == RC_OK)
		q.rank.also_unplaced = also.n > 0 && also.v[0].i;
	all = &search_corpus(ctx->state)->catalogue;
	if (rc == RC_OK && day_of(req) != NULL)
		rc = api_past_read(ctx, req, resp, &q, day_of(req), &all);
	return rc == RC_OK ? put_answer(ctx, req, resp, &q, all) : rc;
}

enum rc
api_aids_all(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct question q = { .rank = { .day = req->day, .order = RANK_ID },
		.corpus = search_corpus(ctx->state) };

	return put_answer(ctx, req, resp, &q, &q.corpus->catalogue);
}

/* ---- one aid ---- */

/* Which aid the path names: its row of aid_record_find, NULL when there is
 * none. */
static enum rc
find_aid(struct context *ctx, const struct request *req,
    const struct aid_record_find_row **row)
{
	size_t digits = strspn(req->slug, "0123456789");
	struct result *res = pool_take(ctx->pool, sizeof(*res));
	enum rc rc;

	arg_int(ctx->pool, &ctx->args, ARG_NUMBER,
	    digits < 10 &&
		    (req->slug[digits] == '\0' || req->slug[digits] == '-')
		? strtoll(req->slug, NULL, 10)
		: 0);
	rc = row_cache_run(ctx->rows, ctx->db, ctx->pool, Q_AID_RECORD_FIND,
	    ctx->args, res);
	if (rc == RC_OK && res->rows == 0)
		return RC_NOT_FOUND;
	if (rc == RC_OK)
		*row = aid_record_find_row(res, 0);
	return rc;
}

enum rc
api_aid(struct context *ctx, const struct request *req, struct response *resp)
{
	const struct aid_record_find_row *row;
	xmlNodePtr answer = xml_add(resp->root, "answer");
	struct value id = { .type = VALUE_INT };
	const char *until;
	enum rc rc = find_aid(ctx, req, &row);

	if (rc != RC_OK)
		return rc;
	id.i = rows_int(&row->id, 0);
	if (day_of(req) != NULL)
		rc = api_past_day(ctx, req, resp, day_of(req), &until);
	else if (strcmp(row->status.s, AID_JSON_WITHDRAWN) == 0)
		rc = RC_NOT_FOUND;
	if (rc == RC_OK)
		rc = put_records(ctx, req, &id, 1, answer);
	/* Of another day there may be none. */
	return rc == RC_OK && answer->children == NULL ? RC_NOT_FOUND : rc;
}

enum rc
api_aid_history(struct context *ctx, const struct request *req,
    struct response *resp)
{
	const struct aid_record_find_row *row;
	struct api_page page = api_page_read(req);
	struct result res;
	size_t total;
	xmlNodePtr answer;
	enum rc rc = find_aid(ctx, req, &row);

	if (rc != RC_OK)
		return rc;
	arg_int(ctx->pool, &ctx->args, ARG_ID, rows_int(&row->id, 0));
	if ((rc = query_run(ctx->db, ctx->pool, Q_AID_HISTORY_COUNT, ctx->args,
		 &res)) != RC_OK)
		return rc;
	total = (size_t)rows_int(&aid_history_count_row(&res, 0)->n, 0);
	arg_int(ctx->pool, &ctx->args, ARG_ROWS,
	    (long long)api_page_window(&page, total));
	arg_int(ctx->pool, &ctx->args, ARG_OFFSET, (long long)page.from);
	rc = rows_query(ctx->db, ctx->pool, Q_AID_HISTORY, ctx->args,
	    resp->root, NULL, NULL);
	answer = api_page_put(ctx, req, resp, &page, total, NULL);
	xml_set_int(answer, "id", rows_int(&row->id, 0));
	return rc;
}
