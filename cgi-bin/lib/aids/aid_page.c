/*
 * aid_page.c - one aid: its page, or its facts.
 *
 * The page is one row of the row cache: HTML rendered when the aid was
 * imported.  All else, an old address or a wrong one, is rare and asks the
 * database.
 */

#include <string.h>

#include "aids/aid_export.h"
#include "aids/aid_fit.h"
#include "aids/aid_list.h"
#include "aids/aid_page.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/aids.h"
#include "web/count_header.h"
#include "web/url.h"
#include "xml/fragment.h"
#include "xml/html.h"
#include "xml/xml.h"

/* Aids whose names are near to an address that does not exist: of those that
 * the words of the slug find, the first five. */
static enum rc
put_suggestions(struct context *ctx, const struct request *req,
    struct response *resp, struct corpus *corpus)
{
	struct request words;
	struct question q;
	struct rank_hit *hit;
	size_t n;
	enum rc rc = request_with_query(req, ctx->pool, question_params,
	    url_query(ctx->pool, "keyword", req->slug), &words, &resp->fault);

	if (rc != RC_OK ||
	    (rc = question_read(ctx, &words, resp, corpus, &q)) != RC_OK)
		return rc;
	q.rank.limit = 5;
	q.rank.keep_duplicates = true;
	hit = rank(ctx->pool, &corpus->catalogue, &q.rank, &n, NULL);
	if (n > 0 && q.rank.has_words) {
		aid_list_ids(ctx, hit, n < 5 ? n : 5);
		resp->suggest = Q_AID_SUGGESTIONS;
	}
	return RC_OK;
}

/* No aid has that slug: it had it once, or its words may find others. */
static enum rc
missing_aid(struct context *ctx, const struct request *req,
    struct response *resp, struct corpus *corpus,
    const struct aid_within *within)
{
	struct result res;
	enum rc rc = query_run(ctx->db, ctx->pool, Q_AID_BY_OLD_SLUG, ctx->args,
	    &res);
	bool was = rc == RC_OK && res.rows > 0;

	if (was && rows_int(&aid_by_old_slug_row(&res, 0)->shown, 0) != 0) {
		resp->location = pool_printf(ctx->pool, "/aides/%s/",
		    rows_text(ctx->pool, &aid_by_old_slug_row(&res, 0)->slug));
		return RC_MOVED;
	}
	/* Those near may not be within. */
	if (rc == RC_OK && within == NULL)
		rc = put_suggestions(ctx, req, resp, corpus);
	if (rc != RC_OK)
		return rc;
	return was ? RC_GONE : RC_NOT_FOUND;
}

/* For machines: the facts instead of the rendered page. */
static enum rc
put_aid_facts(struct context *ctx, struct response *resp)
{
	xmlNodePtr list = NULL, aid;
	enum rc rc = aid_list_facts(ctx, resp, &list);

	if (rc == RC_OK)
		rc = rows_query(ctx->db, ctx->pool, Q_AID_TEXTS, ctx->args,
		    resp->root, NULL, NULL);
	if (rc != RC_OK || (aid = list->children) == NULL)
		return rc;
	xmlUnlinkNode(aid);
	xmlAddChild(resp->root, aid);
	xmlUnlinkNode(list);
	return RC_OK;
}

/* The local versions of a generic aid, or the generic one of a local: the
 * catalogue tells whether there is any to query. */
static enum rc
put_versions(struct context *ctx, struct response *resp,
    const struct catalogue *c, uint32_t id, const struct aid_within *within)
{
	size_t i = catalogue_find(c, id);
	enum rc rc = RC_OK;

	if (i == c->n || c->aid[i].id != id)
		return RC_OK;
	if (c->aid[i].generic != 0 && aid_is_within(within, c->aid[i].generic))
		rc = rows_query(ctx->db, ctx->pool, Q_AID_GENERIC, ctx->args,
		    resp->root, NULL, NULL);
	if (rc != RC_OK || !catalogue_has_locals(c, i))
		return rc;
	rc = rows_query(ctx->db, ctx->pool, Q_AID_LOCALS, ctx->args, resp->root,
	    NULL, NULL);
	aid_drop_outside(within, resp->root, "locals");
	return rc;
}

/* What the placeholders of a page are filled with. */
struct page_filling {
	bool prefilled;
	const struct aid_asker *asker; /* whom the address names */
	const char *query; /* that the application begins with, as HTML */
};

/* The application begins with the place and the structure that were said; the
 * rest of the search goes along for the way back: see apply_params. */
static const char *
application_query(struct pool *pool, const struct request *req,
    const struct aid_asker *asker)
{
	const char *asked = aid_fit_query(pool, req), *who = "";

	if (asker->perimeter != 0)
		who = pool_printf(pool, "?perimeter_id=%u", asker->perimeter);
	if (asker->structure != NULL)
		who = pool_printf(pool, "%s%corganization_type_slugs=%s", who,
		    *who != '\0' ? '&' : '?', asker->structure);
	if (*asked != '\0' && strcmp(asked, who) != 0 &&
	    strlen(asked) <= URL_FROM_MAX)
		who = pool_printf(pool, "%s%c%s", who, *who != '\0' ? '&' : '?',
		    url_query(pool, "from", asked + 1));
	return html_text(pool, who);
}

static void
put_query(void *arg, struct buf *b, const char *name, const char *of)
{
	const struct page_filling *f = arg;
	const char *carry = f->asker->carry;

	if (strcmp(name, PLACEHOLDER_QUERY) == 0)
		buf_puts(b, f->query);
	if (strcmp(name, PLACEHOLDER_CARRY) == 0 && carry != NULL) {
		html_write_text(b, of);
		html_write_text(b, carry + 1);
	}
}

/* Of the two doors to its application, "prefilled" when its form can be filled
 * here, or else "plain"; it is pushed less when the aid is not for them. */
static bool
keeps_door(void *arg, const char *name, const char *of)
{
	const struct page_filling *f = arg;

	(void)of;
	if (strcmp(name, PLACEHOLDER_FITS) == 0)
		return !f->asker->no;
	if (strcmp(name, PLACEHOLDER_UNFIT) == 0)
		return f->asker->no;
	return (strcmp(name, PLACEHOLDER_PREFILLED) == 0) == f->prefilled;
}

/* The page: the row with its placeholders filled.  The row belongs to the
 * cache, so that a copy of it takes the HTML. */
static void
put_aid(struct pool *pool, const struct request *req, struct response *resp,
    const struct result *res, const struct aid_asker *asker)
{
	struct result own = *res;
	struct value *row = pool_take(pool, res->columns * sizeof(*row));
	struct value *body = &row[COLUMN(aids_by_slug, body)];
	struct page_filling f = { .asker = asker,
		.query = application_query(pool, req, asker) };
	struct fragment_filler fill = { put_query, keeps_door, &f, req->day,
		NULL };
	struct buf html = { 0 };

	memcpy(row, res->row[0], res->columns * sizeof(*row));
	f.prefilled = row[COLUMN(aids_by_slug, prefilled)].type != VALUE_NULL;
	fragment_fill(&html, body->s, body->n, &fill);
	body->s = html.data;
	body->n = html.len;
	own.row = &row;
	rows_append(resp->root, &query_table[Q_AIDS_BY_SLUG], &own);
	buf_free(&html);
}

/* For a calendar: when it opens and closes, under its name. */
static enum rc
put_aid_dates(struct context *ctx, const struct request *req,
    struct response *resp, const struct value *name, const struct value *id)
{
	xmlNodePtr aids = xml_add(resp->root, "aids");

	xml_set(aids, "name", rows_text(ctx->pool, name));
	return aid_export_put(ctx, req->format, id, 1, aids);
}

enum rc
aid_page_put(struct context *ctx, const struct request *req,
    struct response *resp, struct corpus *corpus,
    const struct aid_within *within)
{
	const char *slug = req->slug;
	struct value key = { VALUE_TEXT, 0, slug, strlen(slug) };
	struct value *id = pool_take(ctx->pool, sizeof(*id));
	struct result res;
	struct aid_asker asker;
	enum rc rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
	    Q_AIDS_BY_SLUG, AIDS_BY_SLUG_IN_SLUGS, &key, 1, &res);

	if (rc != RC_OK)
		return rc;
	if (res.rows == 0)
		return missing_aid(ctx, req, resp, corpus, within);
	*id = (struct value){ VALUE_INT,
		rows_int(&aids_by_slug_row(&res, 0)->id, 0), NULL, 0 };
	if (!aid_is_within(within, (uint32_t)id->i))
		return RC_NOT_FOUND;
	arg_list(ctx->pool, &ctx->args, ARG_ID, id, 1);
	arg_list(ctx->pool, &ctx->args, ARG_IDS, id, 1);
	if (req->format != NULL && strcmp(req->format, "xml") != 0)
		return put_aid_dates(ctx, req, resp,
		    &aids_by_slug_row(&res, 0)->name, id);
	count_header_event(ctx, req, resp, "aid");
	count_header_number(resp, "aid", id->i);
	rc = aid_fit_put(ctx, req, resp, corpus, (uint32_t)id->i, &asker);
	if (rc == RC_OK && req->format != NULL)
		rc = put_aid_facts(ctx, resp);
	else if (rc == RC_OK)
		put_aid(ctx->pool, req, resp, &res, &asker);
	return rc == RC_OK ? put_versions(ctx, resp, &corpus->catalogue,
				 (uint32_t)id->i, within)
			   : rc;
}
