/* api_changes.c - what changed since, for a caller who keeps a copy. */

#include <stdlib.h>
#include <string.h>

#include "api/api_changes.h"
#include "api/api_page.h"
#include "api/api_record.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/api.h"
#include "text/date_read.h"
#include "text/day.h"
#include "xml/xml.h"

/* The last change that a caller has. */
struct cursor {
	unsigned long origin;
	unsigned long long version;
	unsigned long id;
};

/* As it was written, and nothing else: "2026-11-30" and "20261130" are days.
 * No digit at all is one too many, for lengths have no sign.  *c is untouched
 * when it is none: whoever reads a day instead needs the origin that is there.
 */
static bool
cursor_read(const char *s, struct cursor *c)
{
	static const char digits[] = "0123456789";
	size_t version = strspn(s, "0123456789abcdef") + 1, id;

	if (version != 9 || s[8] != '-' ||
	    strspn(s + version, digits) - 1 >= 19)
		return false;
	id = version + strspn(s + version, digits) + 1;
	if (s[id - 1] != '-' || strspn(s + id, digits) - 1 >= 10 ||
	    s[id + strspn(s + id, digits)] != '\0')
		return false;
	*c = (struct cursor){ strtoul(s, NULL, 16),
		strtoull(s + version, NULL, 10), strtoul(s + id, NULL, 10) };
	return true;
}

const char *
api_cursor_check(const char *s)
{
	struct pool *pool = pool_new();
	const char *day = date_read_day(pool, s, NULL);
	struct cursor c;
	char today[11];
	bool to_come;

	day_today(today);
	to_come = day != NULL && strcmp(day, today) > 0;
	pool_free(pool);
	if (strcmp(s, "0") == 0 || cursor_read(s, &c))
		return NULL;
	return to_come ? "to-come" : day != NULL ? NULL : "cursor";
}

/* The last change before a day begins, here. */
static enum rc
cursor_of_day(struct context *ctx, const char *day, struct cursor *c)
{
	char begin[20];
	struct result res;
	enum rc rc;

	day_begin(day_number(day), begin);
	arg_text(ctx->pool, &ctx->args, ARG_UNTIL, begin);
	rc = query_run(ctx->db, ctx->pool, Q_VERSION_BEFORE, ctx->args, &res);
	if (rc != RC_OK)
		return rc;
	c->version = (unsigned long long)
	    rows_int(&version_before_row(&res, 0)->version, 0);
	c->id = UINT32_MAX;
	return RC_OK;
}

static enum rc
read_cursor(struct context *ctx, const struct request *req,
    struct response *resp, struct cursor *c)
{
	const char *s = request_values(req, "updated_after").v[0].s;
	struct cursor now;
	struct result res;
	enum rc rc = query_run(ctx->db, ctx->pool, Q_DATA_ORIGIN, NULL, &res);

	if (rc != RC_OK)
		return rc;
	now.origin = (unsigned long)rows_int(&data_origin_row(&res, 0)->origin,
	    0);
	now.version = (unsigned long long)
	    rows_int(&data_origin_row(&res, 0)->version, 0);
	*c = (struct cursor){ .origin = now.origin };
	if (strcmp(s, "0") == 0)
		return RC_OK;
	if (cursor_read(s, c))
		return c->origin != now.origin || c->version > now.version
		    ? response_refuse(resp, "updated_after", s, "cursor")
		    : RC_OK;
	return cursor_of_day(ctx, date_read_day(ctx->pool, s, NULL), c);
}

static bool
is_listed(const struct aid_changes_row *row)
{
	return strcmp(row->status.s, AID_JSON_OPEN) == 0 ||
	    strcmp(row->status.s, AID_JSON_UPCOMING) == 0;
}

/* An aid that is no more in lists: who keeps a copy drops it. */
static void
put_gone(const struct aid_changes_row *row, xmlNodePtr answer)
{
	xmlNodePtr gone = xml_add(answer, "gone");

	xml_set_int(gone, "id", rows_int(&row->id, 0));
	xml_set(gone, "slug", row->slug.s);
	xml_set(gone, "status", row->status.s);
	xml_set(gone, "date", row->changed.s);
	if (row->merged_into.type != VALUE_NULL)
		xml_set_int(gone, "into", rows_int(&row->merged_into, 0));
}

static void
put_changes(struct context *ctx, const struct api_fields *fields,
    const struct result *res, struct cursor *c, xmlNodePtr answer)
{
	for (unsigned r = 0; r < res->rows; r++) {
		const struct aid_changes_row *row = aid_changes_row(res, r);
		struct buf record = { 0 };

		if (is_listed(row)) {
			api_record_put(ctx->base, fields,
			    (struct aid_served){ &row->record, &row->texts,
				&row->status, &row->number },
			    &record);
			xml_raw_take(xml_add(answer, "ready"), &record);
		} else {
			put_gone(row, answer);
		}
		c->version = (unsigned long long)rows_int(&row->version, 0);
		c->id = (unsigned long)rows_int(&row->id, 0);
	}
}

static enum rc
count_changes(struct context *ctx, size_t *total)
{
	struct result res;
	enum rc rc = query_run(ctx->db, ctx->pool, Q_AID_CHANGES_COUNT,
	    ctx->args, &res);

	if (rc == RC_OK)
		*total = (size_t)rows_int(&aid_changes_count_row(&res, 0)->n,
		    0);
	return rc;
}

/* What chooses among aids is left out: all that changed is told, for who keeps
 * a copy of some must know too when one of them is no more among these. */
static void
ignore_filters(struct context *ctx, const struct request *req,
    struct response *resp)
{
	for (int i = 0; req->params[i].name != NULL; i++) {
		const char *name = req->params[i].name;
		struct param_values v = request_values(req, name);

		if (v.n > 0 &&
		    !str_has_word("updated_after fields size itemsPerPage page",
			name))
			request_ignore(req, ctx->pool, resp->asked, name,
			    v.v[0].s);
	}
}

enum rc
api_changes(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct api_page page = api_page_read(req);
	struct api_fields fields = api_fields_read(req);
	struct cursor c;
	struct result res;
	size_t total;
	const char *cursor;
	xmlNodePtr answer;
	enum rc rc = read_cursor(ctx, req, resp, &c);

	if (rc != RC_OK)
		return rc;
	ignore_filters(ctx, req, resp);
	arg_int(ctx->pool, &ctx->args, ARG_VERSION, (long long)c.version);
	arg_int(ctx->pool, &ctx->args, ARG_ID, (long long)c.id);
	arg_int(ctx->pool, &ctx->args, ARG_ROWS, (long long)page.per);
	if ((rc = query_run(ctx->db, ctx->pool, Q_AID_CHANGES, ctx->args,
		 &res)) != RC_OK ||
	    (rc = count_changes(ctx, &total)) != RC_OK)
		return rc;
	answer = api_page_put(ctx, req, resp, NULL, total, NULL);
	put_changes(ctx, &fields, &res, &c, answer);
	cursor = pool_printf(ctx->pool, "%08lx-%llu-%lu", c.origin, c.version,
	    c.id);
	xml_set(answer, "cursor", cursor);
	if (total > res.rows)
		api_page_put_next(ctx, resp, answer,
		    api_page_address(ctx, req, "updated_after page",
			pool_printf(ctx->pool, "updated_after=%s", cursor)));
	return RC_OK;
}
