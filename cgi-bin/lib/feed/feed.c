/* feed.c - a file of aids as AT's API gives them, read as a stream. */

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/say.h"
#include "feed/feed.h"
#include "feed/feed_bytes.h"

enum { MAX_VALUE = 16 << 20, MAX_TWICE = 20 };

static const char BLANKS[] = " \t\r\n";

struct feed {
	const char *path, *const *lists;
	struct feed_bytes in;
	feed_taker *fn;
	void *arg;
	unsigned long ordinal, from; /* from: line of the value */
	unsigned twice;              /* values with a key twice */
	struct buf value;
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
	const char *fault = feed_bytes_fault(&f->in);
	int c = feed_bytes_peek(&f->in);

	if (fault != NULL)
		return feed_refuse(f, fault);
	return feed_refuse(f,
	    c == FEED_END   ? N_("the file is cut short")
		: c == '\0' ? N_("a NUL byte")
			    : N_("not JSON"));
}

/* ---- values ---- */

/* An aid is bounded, not the file: memory is that of the largest aid. */
static enum rc
keep_byte(struct feed *f, int c)
{
	buf_putc(&f->value, (char)c);
	return f->value.len <= MAX_VALUE
	    ? RC_OK
	    : feed_refuse(f, N_("an aid is over 16 MB"));
}

/* Copies a string, its quotation marks included. */
static enum rc
copy_string(struct feed *f)
{
	enum rc rc = keep_byte(f, feed_bytes_take(&f->in));
	int c;

	while (rc == RC_OK && (c = feed_bytes_peek(&f->in)) != '"') {
		if (c == FEED_END || c == '\0')
			return feed_refuse_next(f);
		rc = keep_byte(f, feed_bytes_take(&f->in));
		if (rc == RC_OK && c == '\\') {
			if (feed_bytes_peek(&f->in) == FEED_END ||
			    feed_bytes_peek(&f->in) == '\0')
				return feed_refuse_next(f);
			rc = keep_byte(f, feed_bytes_take(&f->in));
		}
	}
	return rc == RC_OK ? keep_byte(f, feed_bytes_take(&f->in)) : rc;
}

/* Copies what follows up to the end of the value that began depth brackets
 * before: jansson then says whether it is JSON. */
static enum rc
copy_value(struct feed *f, unsigned depth)
{
	enum rc rc = RC_OK;
	int c;

	do {
		if ((c = feed_bytes_peek(&f->in)) == FEED_END || c == '\0')
			return feed_refuse_next(f);
		if (c == '"') {
			rc = copy_string(f);
			continue;
		}
		if (depth == 0 && strchr(",]} \t\r\n", c) != NULL)
			break;
		depth += c == '{' || c == '[';
		depth -= c == '}' || c == ']';
		rc = keep_byte(f, feed_bytes_take(&f->in));
		if (depth == 0 && (c == '}' || c == ']'))
			break;
	} while (rc == RC_OK);
	return rc;
}

/* The value of a text.  A number over 64 bits is near enough, a NUL is dropped
 * where it is read, and of a key that comes twice the last counts. */
static json_t *
load_text(const char *s, size_t n, json_error_t *e, bool *twice)
{
	size_t flags = JSON_DECODE_ANY | JSON_ALLOW_NUL |
	    JSON_REJECT_DUPLICATES;
	json_t *v = json_loadb(s, n, flags, e);

	if (v == NULL && json_error_code(e) == json_error_duplicate_key) {
		flags &= ~(size_t)JSON_REJECT_DUPLICATES;
		v = json_loadb(s, n, flags, e);
		*twice = true;
	}
	/* The numbers of the whole record are real ones then. */
	if (v == NULL && json_error_code(e) == json_error_numeric_overflow)
		v = json_loadb(s, n, flags | JSON_DECODE_INT_AS_REAL, e);
	return v;
}

/* The same; in Windows-1252 where it is no UTF-8, as an editor saved it. */
static json_t *
load_value(const struct buf *b, json_error_t *e, bool *twice)
{
	struct csv_text t = { 0 };
	json_t *v = load_text(b->data, b->len, e, twice);

	if (v == NULL && json_error_code(e) == json_error_invalid_utf8 &&
	    csv_text_open(&t, b->data, b->len) == RC_OK)
		v = load_text(t.text, t.n, e, twice);
	csv_text_free(&t);
	return v;
}

/* The value that was copied, or NULL; what is wrong with it is logged, a key
 * that comes twice a few times only. */
static json_t *
read_value(struct feed *f)
{
	json_error_t e;
	bool twice = false;
	json_t *v = load_value(&f->value, &e, &twice);

	if (v == NULL)
		log_msg(_("\"%s\" line %lu: not JSON, at column %d: %s"),
		    f->path,
		    f->from + (unsigned long)(e.line > 0 ? e.line - 1 : 0),
		    e.column, e.text);
	else if (twice && f->twice++ < MAX_TWICE)
		log_msg(_("\"%s\" line %lu: a key comes twice, the last one "
			  "is taken"),
		    f->path, f->from);
	return v;
}

/* An object whose braces match, and which is not JSON all the same, is one that
 * is no aid: the next begins after it. */
static enum rc
give(struct feed *f, json_t *v)
{
	enum rc rc = v != NULL || f->value.data[0] == '{'
	    ? f->fn(f->arg, ++f->ordinal, v)
	    : RC_BAD_PARAM;

	json_decref(v);
	return rc;
}

/* A value of any type: what takes it says that it is no aid. */
static enum rc
read_item(struct feed *f)
{
	enum rc rc;

	buf_reset(&f->value);
	f->from = f->in.line;
	if ((rc = copy_value(f, 0)) != RC_OK)
		return rc;
	return f->value.len == 0 ? feed_refuse_next(f) : give(f, read_value(f));
}

/* Where no value stands before a comma or the end, an aid was lost: said, and
 * the next ones are read. */
static enum rc
miss_item(struct feed *f)
{
	log_msg(_("\"%s\" line %lu: a value is missing"), f->path, f->in.line);
	return f->fn(f->arg, ++f->ordinal, NULL);
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
		if (ends_with_key(&f->value, *key))
			return *key;
	return NULL;
}

/* The value of a list's key: an array is read where it stands, and null takes
 * its place in the text around it. */
static enum rc
read_results(struct feed *f, bool *page)
{
	struct buf around;
	enum rc rc;

	buf_putc(&f->value, (char)feed_bytes_take(&f->in));
	if (feed_bytes_peek_mark(&f->in) != '[')
		return RC_OK;
	*page = true;
	around = f->value;
	f->value = (struct buf){ 0 };
	rc = read_array(f);
	buf_free(&f->value);
	f->value = around;
	buf_puts(&f->value, "null");
	return rc;
}

/* Copies an object, but for its results. */
static enum rc
copy_object(struct feed *f, bool *page)
{
	enum rc rc = keep_byte(f, feed_bytes_take(&f->in));

	for (unsigned depth = 1; rc == RC_OK && depth > 0;) {
		int c = feed_bytes_peek(&f->in);

		if (c == FEED_END || c == '\0')
			return feed_refuse_next(f);
		if (c == '"') {
			rc = copy_string(f);
			if (rc == RC_OK && depth == 1 &&
			    ends_with_list(f) != NULL &&
			    feed_bytes_peek_mark(&f->in) == ':')
				rc = read_results(f, page);
			continue;
		}
		depth += c == '{' || c == '[';
		depth -= c == '}' || c == ']';
		rc = keep_byte(f, feed_bytes_take(&f->in));
	}
	return rc;
}

/* An aid, or a page of results: what is around them must be JSON all the same.
 */
static enum rc
read_object(struct feed *f)
{
	bool page = false, other = false;
	unsigned long from = f->in.line;
	json_t *v;
	enum rc rc;

	buf_reset(&f->value);
	if ((rc = copy_object(f, &page)) != RC_OK)
		return rc;
	f->from = from;
	if ((v = read_value(f)) == NULL)
		return page ? RC_BAD_PARAM : give(f, NULL);
	for (const char *const *key = f->lists; *key != NULL && !other; key++)
		other = json_object_get(v, *key) != NULL;
	if (!other)
		return give(f, v);
	json_decref(v);
	return page ? RC_OK
		    : feed_refuse(f, N_("neither an aid nor a list of aids"));
}

/* ---- the whole ---- */

static enum rc read_values(struct feed *);

/* A table, or JSON in UTF-16. */
static enum rc
read_text(struct feed *f)
{
	struct buf rest = { 0 };
	struct csv_text t = { 0 };
	enum rc rc = feed_bytes_rest(&f->in, &rest)
	    ? csv_text_open(&t, rest.data, rest.len)
	    : feed_refuse(f, N_("it is too big"));
	char c = '\0';

	if (rc == RC_OK)
		c = t.text[strspn(t.text, BLANKS)];
	if (rc == RC_OK && (c == '[' || c == '{')) {
		feed_bytes_turn(&f->in, t.text, t.n);
		rc = read_values(f);
	} else if (rc == RC_OK) {
		rc = feed_table_is(&t)
		    ? feed_table_read(&t, f->fn, f->arg)
		    : feed_refuse(f, N_("neither an aid nor a list of aids"));
	}
	csv_text_free(&t);
	buf_free(&rest);
	return rc;
}

/* Values one after another. */
static enum rc
read_values(struct feed *f)
{
	enum rc rc = RC_OK;
	int c;

	while (rc == RC_OK && (c = feed_bytes_peek_mark(&f->in)) != FEED_END)
		rc = c == '['   ? read_array(f)
		    : c == '{'  ? read_object(f)
		    : c == '\0' ? feed_refuse(f, N_("a NUL byte"))
				: read_item(f);
	return rc;
}

static enum rc
read_file(struct feed *f)
{
	const char *fault;
	enum rc rc = RC_OK;
	int c = feed_bytes_is_utf16(&f->in) ? 'u'
					    : feed_bytes_peek_mark(&f->in);

	if (c != FEED_END)
		rc = c == '[' || c == '{' || c == '\0' ? read_values(f)
						       : read_text(f);
	if (rc == RC_OK && (fault = feed_bytes_fault(&f->in)) != NULL)
		return feed_refuse(f, fault);
	return rc == RC_OK && c == FEED_END
	    ? feed_refuse(f, N_("the file is empty"))
	    : rc;
}

enum rc
feed_read(const char *path, const char *const *lists, feed_taker *fn, void *arg)
{
	struct feed f = { .path = path, .lists = lists, .fn = fn, .arg = arg };
	enum rc rc;

	if (!feed_bytes_open(&f.in, path)) {
		log_msg(_("cannot open \"%s\": %s"), path, say_error(errno));
		return RC_BAD_PARAM;
	}
	rc = read_file(&f);
	feed_bytes_close(&f.in);
	buf_free(&f.value);
	return rc;
}
