/* feed.c - a file of aids as AT's API gives them, read as a stream. */

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/say.h"
#include "feed/feed.h"
#include "feed/feed_bytes.h"
#include "feed/feed_value.h"

enum { MAX_SAID = 20 };

static const char BLANKS[] = " \t\r\n";

struct feed {
	const char *path, *const *lists;
	const struct feed_shapes *shapes;
	struct feed_bytes in;
	feed_taker *fn;
	feed_page_taker *page; /* or NULL */
	void *arg;
	unsigned long ordinal;
	bool lines;    /* records stand one after another, not in an array */
	unsigned said; /* records that cannot be read, or have a key twice */
	struct feed_value value;
};

/* Logs why the file cannot be read, with the line. */
static enum rc
feed_refuse(const struct feed *f, const char *why)
{
	log_msg(_("\"%s\" line %lu: %s"), f->path, f->in.line, gettext(why));
	return RC_BAD_PARAM;
}

/* What follows is not what a value wants: cut short, or no JSON. */
static enum rc
feed_refuse_next(struct feed *f)
{
	const char *fault = csv_source_fault(&f->in.in);
	int c = feed_bytes_peek(&f->in);

	if (fault != NULL)
		return feed_refuse(f, fault);
	return feed_refuse(f,
	    c == FEED_END   ? N_("the file is cut short")
		: c == '\0' ? N_("a NUL byte")
			    : N_("not JSON"));
}

/* ---- values ---- */

static enum rc
give(struct feed *f, json_t *v, const char *why)
{
	const struct feed_item item = { ++f->ordinal, f->value.line, v,
		v == NULL ? why : NULL,
		f->value.text.len > 0 ? f->value.text.data : "" };
	enum rc rc = f->fn(f->arg, &item);

	json_decref(v);
	return rc;
}

/* A record that cannot be read is no aid; the next begins after it.  The first
 * ones are logged with their line. */
static enum rc
give_none(struct feed *f, const char *why)
{
	if (f->said++ < MAX_SAID)
		log_msg(_("\"%s\" line %lu: %s"), f->path, f->value.line,
		    gettext(why));
	return give(f, NULL, why);
}

/* The value that was copied, or NULL, and *why says why not; that is logged
 * with its place, as is a key that comes twice, the first times. */
static json_t *
read_value(struct feed *f, const char **why)
{
	json_error_t e;
	bool twice = false;
	json_t *v = NULL;

	*why = f->value.over ? N_("an aid is over 8 MB or 100,000 values")
			     : N_("it is not JSON");
	if (!f->value.over)
		v = feed_value_load(&f->value, &e, &twice);
	if ((v != NULL && !twice) || f->said++ >= MAX_SAID)
		return v;
	if (v != NULL)
		log_msg(_("\"%s\" line %lu: a key comes twice, the last one "
			  "is taken"),
		    f->path, f->value.line);
	else if (f->value.over)
		log_msg(_("\"%s\" line %lu: %s"), f->path, f->value.line,
		    gettext(*why));
	else
		log_msg(_("\"%s\" line %lu: not JSON, at column %d: %s"),
		    f->path,
		    f->value.line +
			(unsigned long)(e.line > 0 ? e.line - 1 : 0),
		    e.column, e.text);
	return v;
}

/* A value of any type: what takes it says that it is no aid. */
static enum rc
read_item(struct feed *f)
{
	const char *why;
	json_t *v;

	feed_value_begin(&f->value, &f->in, false);
	if (feed_value_rest(&f->value, &f->in) != FEED_COPIED ||
	    f->value.text.len == 0)
		return feed_refuse_next(f);
	if ((v = read_value(f, &why)) == NULL && f->value.text.data[0] != '{')
		return RC_BAD_PARAM;
	return give(f, v, why);
}

/* Where no value stands before a comma or the end, an aid was lost: said, and
 * the next ones are read. */
static enum rc
miss_item(struct feed *f)
{
	feed_value_begin(&f->value, &f->in, false);
	return give_none(f, N_("a value is missing"));
}

/* An array of aids, each given as soon as it is read. */
static enum rc
read_array(struct feed *f)
{
	enum rc rc = RC_OK;

	feed_bytes_take(&f->in);
	if (feed_bytes_peek_mark(&f->in) == ']') {
		feed_bytes_take(&f->in);
		return RC_OK;
	}
	for (;;) {
		int c = feed_bytes_peek_mark(&f->in);

		rc = c == ',' || c == ']' ? miss_item(f) : read_item(f);
		if (rc != RC_OK)
			return rc;
		if ((c = feed_bytes_peek_mark(&f->in)) != ',' && c != ']')
			return feed_refuse_next(f);
		feed_bytes_take(&f->in);
		if (c == ']')
			return RC_OK;
	}
}

/* ---- objects ---- */

/* Whether the copied text of an object ends with that key. */
static bool
ends_with_key(const struct buf *b, const char *key)
{
	size_t n = strlen(key), i = b->len;

	if (i < n + 3 || b->data[i - 1] != '"' ||
	    memcmp(b->data + i - n - 1, key, n) != 0 ||
	    b->data[i - n - 2] != '"')
		return false;
	for (i -= n + 2; i > 1 && strchr(" \t\r\n", b->data[i - 1]) != NULL;
	     i--)
		;
	return b->data[i - 1] == ',' || i == 1;
}

/* The key of a list of aids that it ends with; NULL when it does not. */
static const char *
ends_with_list(const struct feed *f)
{
	for (const char *const *key = f->lists; *key != NULL; key++)
		if (ends_with_key(&f->value.text, *key))
			return *key;
	return NULL;
}

/* The value of a list's key: an array is read where it stands, and null takes
 * its place in the text around it. */
static enum rc
read_results(struct feed *f, bool *page)
{
	struct feed_value around;
	enum rc rc;

	feed_value_byte(&f->value, &f->in);
	if (feed_bytes_peek_mark(&f->in) != '[')
		return RC_OK;
	*page = true;
	around = f->value;
	f->value = (struct feed_value){ 0 };
	rc = read_array(f);
	buf_free(&f->value.text);
	f->value = around;
	f->value.marks = false;
	buf_puts(&f->value.text, "null");
	return rc;
}

/* Copies an object, but for its results. */
static enum rc
copy_object(struct feed *f, bool *page, enum feed_copied *copied)
{
	struct feed_value *v = &f->value;
	enum rc rc = RC_OK;

	feed_value_begin(v, &f->in, true);
	feed_value_byte(v, &f->in);
	*copied = FEED_COPIED;
	while (rc == RC_OK && v->depth == 1) {
		int c = feed_bytes_peek(&f->in);

		if (c == FEED_END || c == '\0')
			*copied = FEED_SHORT;
		else if (c == '"')
			*copied = feed_value_string(v, &f->in);
		else if (feed_value_is_lost(v, &f->in))
			*copied = FEED_LOST;
		else
			feed_value_byte(v, &f->in);
		if (*copied == FEED_COPIED && v->depth == 2)
			*copied = feed_value_rest(v, &f->in);
		if (*copied != FEED_COPIED)
			break;
		if (c == '"' && ends_with_list(f) != NULL &&
		    feed_bytes_peek_mark(&f->in) == ':')
			rc = read_results(f, page);
	}
	return rc;
}

/* An object that has not ended, or is not JSON: the records that it took are
 * read from the next line on that begins with one.  A file that ends within it
 * is cut short. */
static enum rc
lose_object(struct feed *f, enum feed_copied copied)
{
	const char *why = N_("another record begins before its end");

	if (feed_value_back(&f->value, &f->in))
		return give_none(f, why);
	if (feed_bytes_peek(&f->in) == FEED_END || !f->lines)
		return feed_refuse_next(f);
	feed_value_line(&f->value, &f->in);
	return give_none(f, copied == FEED_SHORT ? N_("a NUL byte") : why);
}

/* An aid, or a page of results: what is around them must be JSON all the same.
 */
static enum rc
read_object(struct feed *f)
{
	bool page = false, other = false;
	enum feed_copied copied;
	const char *why;
	json_t *v;
	enum rc rc = copy_object(f, &page, &copied);

	if (rc != RC_OK)
		return rc;
	if (copied != FEED_COPIED)
		return page ? feed_refuse_next(f) : lose_object(f, copied);
	if ((v = read_value(f, &why)) == NULL) {
		feed_value_back(&f->value, &f->in);
		return page ? RC_BAD_PARAM : give(f, NULL, why);
	}
	for (const char *const *key = f->lists; *key != NULL && !other; key++)
		other = json_object_get(v, *key) != NULL;
	f->lines = f->lines || !other;
	if (!other)
		return give(f, v, NULL);
	if (page && f->page != NULL)
		f->page(f->arg, v);
	json_decref(v);
	return page ? RC_OK
		    : feed_refuse(f, N_("neither an aid nor a list of aids"));
}

/* A line that is no record, among others that are. */
static enum rc
read_line(struct feed *f)
{
	const char *why;
	json_t *v;

	feed_value_begin(&f->value, &f->in, false);
	feed_value_line(&f->value, &f->in);
	v = read_value(f, &why);
	return give(f, v, why);
}

/* ---- the whole ---- */

static enum rc read_values(struct feed *);

/* Whether a text begins as JSON, after blanks: in UTF-16 it does. */
static bool
is_json(struct csv_text *t)
{
	size_t i = 0, n;
	const char *s;

	do
		s = csv_text_ahead(t, i + 1, &n);
	while (i < n && i < CSV_ROW_MAX && strchr(BLANKS, s[i]) != NULL &&
	    ++i > 0);
	return i < n && (s[i] == '[' || s[i] == '{');
}

/* A table, or JSON in UTF-16.  Blanks before it, from begin on, are lines, or
 * cells between tabs; those of another block are none. */
static enum rc
read_text(struct feed *f, size_t begin)
{
	struct csv_text t = { 0 };
	enum rc rc = feed_bytes_text(&f->in, begin, &t);

	if (rc == RC_OK && is_json(&t)) {
		feed_bytes_turn(&f->in, &t);
		rc = read_values(f);
	} else if (rc == RC_OK) {
		rc = feed_table_read(&t, f->path, f->shapes, f->fn, f->arg);
	}
	csv_text_free(&t);
	return rc;
}

/* Values one after another; records may end with a comma. */
static enum rc
read_values(struct feed *f)
{
	enum rc rc = RC_OK;
	int c;

	while (rc == RC_OK && (c = feed_bytes_peek_mark(&f->in)) != FEED_END)
		if (c == '[')
			rc = read_array(f);
		else if (c == '{')
			rc = read_object(f);
		else if (!f->lines)
			rc = c == '\0' ? feed_refuse_next(f) : read_item(f);
		else if (c == ',')
			feed_bytes_take(&f->in);
		else
			rc = read_line(f);
	return rc;
}

static enum rc
read_file(struct feed *f)
{
	const char *fault;
	enum rc rc = RC_OK;
	const size_t begin = f->in.at;
	int c = feed_bytes_is_utf16(&f->in) ? 'u'
					    : feed_bytes_peek_mark(&f->in);

	f->lines = c != '[' && c != 'u' && feed_bytes_second_line(&f->in, '{');
	if (c != FEED_END)
		rc = c == '[' || c == '{' || c == '\0' || f->lines
		    ? read_values(f)
		    : read_text(f, begin);
	if (rc == RC_OK && (fault = csv_source_fault(&f->in.in)) != NULL)
		return feed_refuse(f, fault);
	return rc == RC_OK && c == FEED_END
	    ? feed_refuse(f, N_("the file is empty"))
	    : rc;
}

enum rc
feed_read_pages(const char *path, const struct feed_shapes *shapes,
    feed_taker *fn, feed_page_taker *page, void *arg)
{
	struct feed f = { .path = path,
		.lists = feed_shapes_lists(shapes),
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
	buf_free(&f.value.text);
	return rc;
}
