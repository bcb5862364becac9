/* deposit_page.c - the page by which a backer deposits a file. */

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "crypto/digest.h"
#include "db/rows.h"
#include "deposit/deposit_page.h"
#include "gen/constants.h"
#include "gen/queries/deposit.h"
#include "text/normalize.h"
#include "text/urlencoded.h"
#include "web/multipart.h"
#include "workbook/xlsx.h"
#include "xml/xml.h"

enum { MAX_NAME = 255 };

/* The link that the address opens. */
struct link {
	long long id;
	bool is_over;
};

/* Finds it, and appends <link>.  Nothing of it is for anybody else: no copy is
 * kept, and no search engine shows it. */
static enum rc
open_link(struct context *ctx, const struct request *req, struct response *resp,
    struct link *l)
{
	char digest[DIGEST_HEX + 1];
	const struct deposit_link_row *row;
	struct result res;
	xmlNodePtr made;
	enum rc rc;

	resp->is_private = resp->is_secret = true;
	digest_sha256(digest, req->slug, strlen(req->slug));
	arg_text(ctx->pool, &ctx->args, ARG_WORD, digest);
	rc = query_run(ctx->db, ctx->pool, Q_DEPOSIT_LINK, ctx->args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc != RC_OK ? rc : RC_NOT_FOUND;
	row = deposit_link_row(&res, 0);
	l->id = row->id.i;
	l->is_over = strcmp(row->ends.s, req->today) < 0;
	made = rows_append(resp->root, &query_table[Q_DEPOSIT_LINK], &res);
	if (l->is_over)
		xml_set(made, "over", "true");
	arg_int(ctx->pool, &ctx->args, ARG_LINK, l->id);
	return RC_OK;
}

/* Appends <deposit>, and what its check found. */
static enum rc
put_last(struct context *ctx, struct response *resp)
{
	static const enum query_id parts[] = { Q_DEPOSIT_AIDS,
		Q_DEPOSIT_CHANGES, Q_DEPOSIT_FAULTS };
	const struct deposit_last_row *row;
	struct result res;
	xmlNodePtr made;
	enum rc rc = query_run(ctx->db, ctx->pool, Q_DEPOSIT_LAST, ctx->args,
	    &res);

	if (rc != RC_OK || res.rows == 0)
		return rc;
	made = rows_append(resp->root, &query_table[Q_DEPOSIT_LAST], &res);
	row = deposit_last_row(&res, 0);
	if (strcmp(row->state.s, DEPOSIT_STATE_SENT) == 0 ||
	    strcmp(row->state.s, DEPOSIT_STATE_DROPPED) == 0)
		return RC_OK;
	arg_int(ctx->pool, &ctx->args, ARG_DEPOSIT, row->id.i);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (rc == RC_OK)
			rc = rows_query(ctx->db, ctx->pool, parts[i], ctx->args,
			    made, NULL, NULL);
	return rc;
}

enum rc
deposit_show(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct link l;
	enum rc rc = open_link(ctx, req, resp, &l);

	return rc == RC_OK && !l.is_over ? put_last(ctx, resp) : rc;
}

/* The page again, from a form: what is wrong is said there. */
static enum rc
show_fault(struct context *ctx, struct response *resp, const char *fault)
{
	xml_set(xml_child(resp->root, "link"), "fault", fault);
	return put_last(ctx, resp);
}

static enum rc
go_back(struct context *ctx, const struct request *req, struct response *resp)
{
	resp->location = pool_printf(ctx->pool, "/depot~%s/", req->slug);
	return RC_SEE_OTHER;
}

/* ---- a file ---- */

/* What the file is called, without the folder that some browsers tell. */
static const char *
name_of(struct pool *pool, const struct multipart_part *file)
{
	char *name = pool_strdup(pool, file->file != NULL ? file->file : "");
	const char *last;

	if (!str_is_xml(name, strlen(name)))
		return "";
	str_drop_hidden(name);
	last = strpbrk(name, "/\\");
	for (; last != NULL; last = strpbrk(name, "/\\"))
		name = (char *)(uintptr_t)last + 1;
	return pool_strndup(pool, name, str_cut(name, MAX_NAME));
}

/* The program may write them and never read them again. */
static enum rc
add_pieces(struct context *ctx, const struct multipart_part *file,
    long long deposit)
{
	const struct arg *args = NULL;

	arg_int(ctx->pool, &args, ARG_DEPOSIT, deposit);
	return deposit_bytes_add(ctx->db, ctx->pool, args, Q_DEPOSIT_PIECE_ADD,
	    file->data, file->n);
}

/* Whole, or not at all. */
static enum rc
add_file(struct context *ctx, const struct multipart_part *file, bool is_whole)
{
	char digest[DIGEST_HEX + 1];
	struct result res;
	enum rc rc = db_begin(ctx->db);

	digest_sha256(digest, file->data, file->n);
	arg_text(ctx->pool, &ctx->args, ARG_NAME, name_of(ctx->pool, file));
	arg_int(ctx->pool, &ctx->args, ARG_SIZE, (long long)file->n);
	arg_text(ctx->pool, &ctx->args, ARG_DIGEST, digest);
	arg_int(ctx->pool, &ctx->args, ARG_IS_WHOLE, is_whole);
	if (rc == RC_OK)
		rc = query_run(ctx->db, ctx->pool, Q_DEPOSIT_ADD, ctx->args,
		    &res);
	if (rc == RC_OK)
		rc = add_pieces(ctx, file, (long long)res.last_id);
	if (rc == RC_OK)
		return db_commit(ctx->db);
	db_rollback(ctx->db);
	return rc;
}

/* Anything but a plain yes withdraws nothing. */
static bool
says_whole(const struct multipart *m)
{
	const struct multipart_part *p = multipart_get(m, "whole");

	return p != NULL && p->n == 3 && memcmp(p->data, "yes", 3) == 0;
}

/* It is not looked at, not even whether it is a table: only the job does. */
enum rc
deposit_send(struct context *ctx, const struct request *req,
    struct response *resp)
{
	const struct multipart_part *file;
	struct multipart m;
	struct link l;
	enum rc rc = open_link(ctx, req, resp, &l);

	if (rc != RC_OK || l.is_over)
		return rc;
	if (!multipart_is(req->media) ||
	    multipart_read(ctx->pool, req->media, req->body, req->body_n, &m) !=
		RC_OK)
		return response_refuse(resp, "body", NULL, "characters");
	file = multipart_get(&m, "file");
	if (file == NULL || (file->n == 0 && *name_of(ctx->pool, file) == '\0'))
		return show_fault(ctx, resp, "none");
	if (file->n == 0 || file->n > DEPOSIT_MAX)
		return show_fault(ctx, resp, file->n == 0 ? "empty" : "large");
	rc = add_file(ctx, file, says_whole(&m));
	return rc == RC_OK ? go_back(ctx, req, resp) : rc;
}

/* ---- the answer ---- */

/* The number that a field is; -1, which is none, when it is another thing. */
static long long
number_of(const struct urlencoded *form, const char *name)
{
	const char *s = urlencoded_get(form, name);

	return s != NULL && strlen(s) < 10 &&
		strspn(s, "0123456789") == strlen(s)
	    ? atoll(s)
	    : -1;
}

/* An answer to a check that is no longer the last one, or to the file of
 * another link, is none. */
enum rc
deposit_answer(struct context *ctx, const struct request *req,
    struct response *resp)
{
	const struct deposit_last_row *last;
	struct urlencoded form;
	struct link l;
	struct result res;
	const char *step;
	enum rc rc = open_link(ctx, req, resp, &l);

	if (rc != RC_OK || l.is_over)
		return rc;
	if (urlencoded_read(ctx->pool, req->body, &form) != RC_OK)
		return response_refuse(resp, "body", NULL, "utf8");
	rc = query_run(ctx->db, ctx->pool, Q_DEPOSIT_LAST, ctx->args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc == RC_OK ? go_back(ctx, req, resp) : rc;
	last = deposit_last_row(&res, 0);
	step = urlencoded_get(&form, "step");
	if (step == NULL || number_of(&form, "deposit") != last->id.i ||
	    number_of(&form, "round") != last->round.i ||
	    strcmp(last->state.s, DEPOSIT_STATE_CHECKED) != 0)
		return go_back(ctx, req, resp);
	arg_int(ctx->pool, &ctx->args, ARG_DEPOSIT, last->id.i);
	arg_int(ctx->pool, &ctx->args, ARG_ROUND, last->round.i);
	arg_int(ctx->pool, &ctx->args, ARG_IS_YES,
	    strcmp(step, "confirm") == 0);
	rc = query_run(ctx->db, ctx->pool, Q_DEPOSIT_ANSWER_ADD, ctx->args,
	    &res);
	return rc == RC_OK ? go_back(ctx, req, resp) : rc;
}

/* ---- files to take ---- */

/* Puts the pieces that the query gives together, each a row of one column. */
static enum rc
put_file(struct context *ctx, struct response *resp, enum query_id query,
    const char *name, bool workbook)
{
	struct result res;
	size_t n = 0;
	char *bytes;
	enum rc rc = query_run(ctx->db, ctx->pool, query, ctx->args, &res);

	if (rc != RC_OK || res.rows == 0)
		return rc != RC_OK ? rc : RC_NOT_FOUND;
	for (unsigned i = 0; i < res.rows; i++)
		n += res.row[i]->n;
	resp->bytes = bytes = pool_room(ctx->pool, n + 1);
	resp->bytes_n = n;
	for (unsigned i = 0; i < res.rows; i++) {
		memcpy(bytes, res.row[i]->s, res.row[i]->n);
		bytes += res.row[i]->n;
	}
	resp->media = workbook ? XLSX_MEDIA : "text/csv; charset=utf-8";
	resp->filename = name;
	return RC_OK;
}

/* Of a link that is over there is nothing to take, either. */
static enum rc
put_table(struct context *ctx, const struct request *req, struct response *resp,
    const char *name, bool workbook)
{
	struct link l;
	enum rc rc = open_link(ctx, req, resp, &l);

	if (rc != RC_OK || l.is_over)
		return rc != RC_OK ? rc : RC_NOT_FOUND;
	arg_text(ctx->pool, &ctx->args, ARG_NAME, name);
	return put_file(ctx, resp, Q_DEPOSIT_TABLE_PIECES, name, workbook);
}

enum rc
deposit_model_xlsx(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return put_table(ctx, req, resp, "modele.xlsx", true);
}

enum rc
deposit_model_csv(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return put_table(ctx, req, resp, "modele.csv", false);
}

enum rc
deposit_aids_xlsx(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return put_table(ctx, req, resp, "aides.xlsx", true);
}

enum rc
deposit_aids_csv(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return put_table(ctx, req, resp, "aides.csv", false);
}

enum rc
deposit_remarked(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct link l;
	struct result res;
	enum rc rc = open_link(ctx, req, resp, &l);

	if (rc != RC_OK || l.is_over)
		return rc != RC_OK ? rc : RC_NOT_FOUND;
	rc = query_run(ctx->db, ctx->pool, Q_DEPOSIT_LAST, ctx->args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc != RC_OK ? rc : RC_NOT_FOUND;
	arg_int(ctx->pool, &ctx->args, ARG_DEPOSIT,
	    deposit_last_row(&res, 0)->id.i);
	return put_file(ctx, resp, Q_DEPOSIT_REMARK_PIECES, "remarques.xlsx",
	    true);
}
