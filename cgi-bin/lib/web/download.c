/* download.c - what a format needs beside a stylesheet. */

#include <string.h>

#include "base/str.h"
#include "text/ics_fold.h"
#include "web/download.h"
#include "workbook/xlsx.h"

static bool
is(const char *format, const char *name)
{
	return format != NULL && strcmp(format, name) == 0;
}

const char *
download_sheet(const char *format)
{
	return is(format, "xlsx") ? "csv" : format;
}

enum rc
download_finish(const char *format, struct buf *body, const char **media)
{
	struct buf out = { 0 };
	enum rc rc = RC_OK;

	if (!is(format, "ics") && !is(format, "xlsx"))
		return RC_OK;
	if (is(format, "ics"))
		ics_fold(&out, body->data, body->len);
	else if ((rc = xlsx_put(&out, body->data, body->len)) == RC_OK)
		*media = XLSX_MEDIA;
	if (rc == RC_OK) {
		buf_reset(body);
		buf_put(body, out.data, out.len);
	}
	buf_free(&out);
	return rc;
}

/* The path, without the secret word that may follow a "~". */
static void
put_path(struct buf *b, const char *path)
{
	for (bool secret = false; *path != '\0'; path++) {
		secret = *path != '/' && (secret || *path == '~');
		if (!secret)
			buf_put(b, path, 1);
	}
}

/* What was asked, but where and in which order it is shown. */
static void
put_values(struct buf *b, const struct request *req)
{
	for (int i = 0; req->params[i].name != NULL; i++) {
		if (is(req->params[i].name, "page") ||
		    is(req->params[i].name, "orderBy"))
			continue;
		for (size_t k = 0; k < req->values[i].n; k++)
			buf_putf(b, " %s", req->values[i].v[k].s);
	}
}

const char *
download_name(const struct context *ctx, const struct request *req,
    const struct response *resp)
{
	const char *f = req->format;
	struct buf of = { 0 };
	char name[101];

	if (!is(f, "csv") && !is(f, "xlsx") && !is(f, "ics"))
		return NULL;
	if (ctx->portal != NULL)
		buf_puts(&of, ctx->portal->slug);
	put_path(&of, req->path);
	if (resp->about == NULL)
		put_values(&of, req);
	str_slug(name, sizeof(name), of.data);
	buf_free(&of);
	return pool_printf(ctx->pool, "%s-%s.%s", name,
	    resp->about != NULL ? resp->about : req->today, f);
}
