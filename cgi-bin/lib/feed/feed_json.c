/* feed_json.c - values of JSON, one after another, as a feed. */

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/say.h"
#include "feed/feed_json.h"
#include "feed/feed_value.h"

enum { MAX_SAID = 20 };

struct feed_json {
	struct feed_file *file;
	const char *const *lists;
	unsigned long ordinal;
	bool lines;    /* records stand one after another, not in an array */
	unsigned said; /* records that cannot be read, or have a key twice */
	struct feed_value value;
};

/* What follows is not what a value wants: cut short, or no JSON. */
static enum rc
refuse_next(struct feed_json *f)
{
	const char *fault = csv_source_fault(&f->file->in.in);
	int c = feed_bytes_peek(&f->file->in);

	if (fault != NULL)
		return feed_file_refuse(f->file, fault);
	return feed_file_refuse(f->file,
	    c == FEED_END   ? N_("the file is cut short")
		: c == '\0' ? N_("a NUL byte")
			    : N_("not JSON"));
}

/* ---- values ---- */

static enum rc
give(struct feed_json *f, json_t *v, const char *why)
{
	const struct feed_item item = { ++f->ordinal, f->value.line, v,
		v == NULL ? why : NULL,
		f->value.text.len > 0 ? f->value.text.data : "", NULL, 0, 0,
		false };
	enum rc rc = f->file->fn(f->file->arg, &item);

	json_decref(v);
	return rc;
}

/* A record that cannot be read is no aid; the next begins after it.  The first
 * ones are logged with their line. */
static enum rc
give_none(struct feed_json *f, const char *why)
{
	if (f->said++ < MAX_SAID)
		log_msg(_("\"%s\" line %lu: %s"), f->file->path, f->value.line,
		    gettext(why));
	return give(f, NULL, why);
}

/* The value that was copied, or NULL, and *why says why not; that is logged
 * with its place, as is a key that comes twice, the first times. */
static json_t *
read_value(struct feed_json *f, const char **why)
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
		    f->file->path, f->value.line);
	else if (f->value.over)
		log_msg(_("\"%s\" line %lu: %s"), f->file->path, f->value.line,
		    gettext(*why));
	else
		log_msg(_("\"%s\" line %lu: not JSON, at column %d: %s"),
		    f->file->path,
		    f->value.line +
			(unsigned long)(e.line > 0 ? e.line - 1 : 0),
		    e.column, e.text);
	return v;
}

/* A value of any type: what takes it says that it is no aid. */
static enum rc
read_item(struct feed_json *f)
{
	const char *why;
	json_t *v;

	feed_value_begin(&f->value, &f->file->in, false);
	if (feed_value_rest(&f->value, &f->file->in) != FEED_COPIED ||
	    f->value.text.len == 0)
		return refuse_next(f);
	if ((v = read_value(f, &why)) == NULL && f->value.text.data[0] != '{')
		return RC_BAD_PARAM;
	return give(f, v, why);
}

/* Where no value stands before a comma or the end, an aid was lost: said, and
 * the next ones are read. */
static enum rc
miss_item(struct feed_json *f)
{
	feed_value_begin(&f->value, &f->file->in, false);
	return give_none(f, N_("a value is missing"));
}

/* An array of aids, each given as soon as it is read. */
static enum rc
read_array(struct feed_json *f)
{
	enum rc rc = RC_OK;

	feed_bytes_take(&f->file->in);
	if (feed_bytes_peek_mark(&f->file->in) == ']') {
		feed_bytes_take(&f->file->in);
		return RC_OK;
	}
	for (;;) {
		int c = feed_bytes_peek_mark(&f->file->in);

		rc = c == ',' || c == ']' ? miss_item(f) : read_item(f);
		if (rc != RC_OK)
			return rc;
		if ((c = feed_bytes_peek_mark(&f->file->in)) != ',' && c != ']')
			return refuse_next(f);
		feed_bytes_take(&f->file->in);
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
ends_with_list(const struct feed_json *f)
{
	for (const char *const *key = f->lists; *key != NULL; key++)
		if (ends_with_key(&f->value.text, *key))
			return *key;
	return NULL;
}

/* The value of a list's key: an array is read where it stands, and null takes
 * its place in the text around it. */
static enum rc
read_results(struct feed_json *f, bool *page)
{
	struct feed_value around;
	enum rc rc;

	feed_value_byte(&f->value, &f->file->in);
	if (feed_bytes_peek_mark(&f->file->in) != '[')
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
copy_object(struct feed_json *f, bool *page, enum feed_copied *copied)
{
	struct feed_value *v = &f->value;
	enum rc rc = RC_OK;

	feed_value_begin(v, &f->file->in, true);
	feed_value_byte(v, &f->file->in);
	*copied = FEED_COPIED;
	while (rc == RC_OK && v->depth == 1) {
		int c = feed_bytes_peek(&f->file->in);

		if (c == FEED_END || c == '\0')
			*copied = FEED_SHORT;
		else if (c == '"')
			*copied = feed_value_string(v, &f->file->in);
		else if (feed_value_is_lost(v, &f->file->in))
			*copied = FEED_LOST;
		else
			feed_value_byte(v, &f->file->in);
		if (*copied == FEED_COPIED && v->depth == 2)
			*copied = feed_value_rest(v, &f->file->in);
		if (*copied != FEED_COPIED)
			break;
		if (c == '"' && ends_with_list(f) != NULL &&
		    feed_bytes_peek_mark(&f->file->in) == ':')
			rc = read_results(f, page);
	}
	return rc;
}

/* An object that has not ended, or is not JSON: the records that it took are
 * read from the next line on that begins with one.  A file that ends within it
 * is cut short. */
static enum rc
lose_object(struct feed_json *f, enum feed_copied copied)
{
	const char *why = N_("another record begins before its end");

	if (feed_value_back(&f->value, &f->file->in))
		return give_none(f, why);
	if (feed_bytes_peek(&f->file->in) == FEED_END || !f->lines)
		return refuse_next(f);
	feed_value_line(&f->value, &f->file->in);
	return give_none(f, copied == FEED_SHORT ? N_("a NUL byte") : why);
}

/* The list of aids that stands within objects, as "content.aids" says; NULL:
 * there is none. */
static json_t *
list_within(const struct feed_json *f, json_t *v)
{
	for (const char *const *path = f->lists; *path != NULL; path++) {
		const char *s = *path;
		json_t *at = v;

		while (at != NULL && strchr(s, '.') != NULL) {
			size_t n = strcspn(s, ".");

			at = json_object_getn(at, s, n);
			s += n + 1;
		}
		at = at != v ? json_object_get(at, s) : NULL;
		if (json_is_array(at))
			return at;
	}
	return NULL;
}

/* What is around such a list was read whole, with it: it is of 8 MB at most. */
static enum rc
give_list(struct feed_json *f, json_t *v, json_t *list)
{
	enum rc rc = RC_OK;
	size_t n = json_array_size(list);

	for (size_t i = 0; rc == RC_OK && i < n; i++)
		rc = give(f, json_incref(json_array_get(list, i)), NULL);
	if (rc == RC_OK && f->file->page != NULL)
		f->file->page(f->file->arg, v);
	json_decref(v);
	return rc;
}

/* An aid, or a page of results: what is around them must be JSON all the same.
 */
static enum rc
read_object(struct feed_json *f)
{
	bool page = false, other = false;
	enum feed_copied copied;
	const char *why;
	json_t *v, *list;
	enum rc rc = copy_object(f, &page, &copied);

	if (rc != RC_OK)
		return rc;
	if (copied != FEED_COPIED)
		return page ? refuse_next(f) : lose_object(f, copied);
	if ((v = read_value(f, &why)) == NULL) {
		feed_value_back(&f->value, &f->file->in);
		return page ? RC_BAD_PARAM : give(f, NULL, why);
	}
	if (f->ordinal == 0 && (list = list_within(f, v)) != NULL)
		return give_list(f, v, list);
	for (const char *const *key = f->lists; *key != NULL && !other; key++)
		other = json_object_get(v, *key) != NULL;
	f->lines = f->lines || !other;
	if (!other)
		return give(f, v, NULL);
	if (page && f->file->page != NULL)
		f->file->page(f->file->arg, v);
	json_decref(v);
	return page ? RC_OK
		    : feed_file_refuse(f->file,
			  N_("neither an aid nor a list of aids"));
}

/* A line that is no record, among others that are. */
static enum rc
read_line(struct feed_json *f)
{
	const char *why;
	json_t *v;

	feed_value_begin(&f->value, &f->file->in, false);
	feed_value_line(&f->value, &f->file->in);
	v = read_value(f, &why);
	return give(f, v, why);
}

/* ---- the whole ---- */

/* Values one after another; records may end with a comma. */
static enum rc
read_values(struct feed_json *f)
{
	enum rc rc = RC_OK;
	int c;

	while (
	    rc == RC_OK && (c = feed_bytes_peek_mark(&f->file->in)) != FEED_END)
		if (c == '[')
			rc = read_array(f);
		else if (c == '{')
			rc = read_object(f);
		else if (!f->lines)
			rc = c == '\0' ? refuse_next(f) : read_item(f);
		else if (c == ',')
			feed_bytes_take(&f->file->in);
		else
			rc = read_line(f);
	return rc;
}

enum rc
feed_json_read(struct feed_file *file, bool lines)
{
	struct feed_json f = { .file = file,
		.lists = feed_shapes_lists(file->shapes),
		.lines = lines };
	enum rc rc = read_values(&f);

	buf_free(&f.value.text);
	return rc;
}
