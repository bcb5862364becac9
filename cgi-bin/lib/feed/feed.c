/* feed.c - a file of aids of any form, read as a stream. */

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "feed/feed.h"
#include "feed/feed_json.h"
#include "feed/feed_xml.h"
#include "workbook/xlsx_read.h"

static const char BLANKS[] = " \t\r\n";

/* The first byte of a text that is no blank; NUL when it has none. */
static char
mark_of(struct csv_text *t)
{
	size_t i = 0, n;
	const char *s;

	do
		s = csv_text_ahead(t, i + 1, &n);
	while (i < n && i < CSV_ROW_MAX && strchr(BLANKS, s[i]) != NULL &&
	    ++i > 0);
	return i < n ? s[i] : '\0';
}

/* A table, XML, or JSON in UTF-16.  Blanks before it, from begin on, are lines,
 * or cells between tabs; those of another block are none. */
static enum rc
read_text(struct feed_file *f, size_t begin)
{
	struct csv_text t = { 0 };
	enum rc rc = feed_bytes_text(&f->in, begin, &t);
	char c = rc == RC_OK ? mark_of(&t) : '\0';

	if (c == '<' || c == '[' || c == '{')
		feed_bytes_turn(&f->in, &t);
	if (rc == RC_OK)
		rc = c == '<'              ? feed_xml_read(f, "UTF-8")
		    : c == '[' || c == '{' ? feed_json_read(f, false)
					   : feed_table_read(&t, f->path, false,
						 f->shapes, f->fn, f->arg);
	csv_text_free(&t);
	return rc;
}

/* A workbook, which is read by its own means. */
static enum rc
read_workbook(struct feed_file *f)
{
	struct csv_source in = { .file = NULL };
	struct csv_text t = { 0 };
	enum rc rc = xlsx_read(f->path, &in);

	if (rc == RC_OK)
		rc = csv_text_open(&t, &in);
	if (rc == RC_OK)
		rc = feed_table_read(&t, f->path, true, f->shapes, f->fn,
		    f->arg);
	csv_text_free(&t);
	csv_source_close(&in);
	return rc;
}

static enum rc
read_file(struct feed_file *f)
{
	const char *fault, *encoding = NULL;
	enum rc rc = RC_OK;
	const size_t begin = f->in.at;
	int c = feed_bytes_is_utf16(&f->in) ? 'u'
					    : feed_bytes_peek_mark(&f->in);
	bool lines = c != '[' && c != 'u' &&
	    feed_bytes_second_line(&f->in, '{');

	if (c == 'P' && xlsx_is_zip(f->in.data + f->in.at, f->in.n - f->in.at))
		return read_workbook(f);
	if (c == '<')
		encoding = feed_xml_encoding(&f->in);
	if (encoding != NULL)
		rc = feed_xml_read(f, encoding);
	else if (c == '[' || c == '{' || c == '\0' || (lines && c != '<'))
		rc = feed_json_read(f, lines);
	else if (c != FEED_END)
		rc = read_text(f, begin);
	if (rc == RC_OK && (fault = csv_source_fault(&f->in.in)) != NULL)
		return feed_file_refuse(f, fault);
	return rc == RC_OK && c == FEED_END
	    ? feed_file_refuse(f, N_("the file is empty"))
	    : rc;
}

enum rc
feed_read_pages(const char *path, const struct feed_shapes *shapes,
    feed_taker *fn, feed_page_taker *page, void *arg)
{
	struct feed_file f = { .path = path,
		.shapes = shapes,
		.fn = fn,
		.page = page,
		.arg = arg };
	enum rc rc;

	if (!feed_bytes_open(&f.in, path)) {
		log_msg(_("cannot open \"%s\": %s"), path, say_error(errno));
		return RC_BAD_PARAM;
	}
	rc = read_file(&f);
	feed_bytes_close(&f.in);
	return rc;
}
