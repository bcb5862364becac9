/* download.c - what a format needs beside a stylesheet. */

#include <string.h>

#include "table/xlsx.h"
#include "text/ics_fold.h"
#include "web/download.h"

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

const char *
download_name(struct pool *pool, const struct request *req)
{
	const char *f = req->format, *s = req->path + 1;

	return is(f, "csv") || is(f, "xlsx") || is(f, "ics")
	    ? pool_printf(pool, "%.*s-%s.%s", (int)strcspn(s, "/"), s,
		  req->today, f)
	    : NULL;
}
