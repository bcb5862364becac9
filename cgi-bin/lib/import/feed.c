/* feed.c - a file of aids as AT's API gives them, read as a stream. */

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include <zlib.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/say.h"
#include "import/feed.h"

enum { MAX_VALUE = 16 << 20, BLOCK = 1 << 16, END = -1 };

struct feed {
	const char *path;
	gzFile f;
	feed_taker *fn;
	void *arg;
	unsigned long ordinal, line, from; /* from: line of the value */
	unsigned char block[BLOCK];
	int at, n; /* in the block */
	struct buf value;
};

/* Logs why the file cannot be read, with the line. */
static enum rc
feed_refuse(const struct feed *f, const char *why)
{
	log_msg(_("\"%s\" line %lu: %s"), f->path, f->line, gettext(why));
	return RC_BAD_PARAM;
}

/* The next byte, which stays; END after the last, or where reading fails. */
static int
peek(struct feed *f)
{
	if (f->at == f->n) {
		f->at = 0;
		f->n = gzread(f->f, f->block, BLOCK);
		if (f->n <= 0) {
			f->n = 0;
			return END;
		}
	}
	return f->block[f->at];
}

static int
take(struct feed *f)
{
	int c = peek(f);

	f->at += c != END;
	f->line += c == '\n';
	return c;
}

/* The next byte that is no blank; it stays. */
static int
peek_mark(struct feed *f)
{
	int c;

	while ((c = peek(f)) == ' ' || c == '\t' || c == '\r' || c == '\n')
		take(f);
	return c;
}

/* What follows is not what a value wants: cut short, or no JSON. */
static enum rc
feed_refuse_next(struct feed *f)
{
	int c = peek(f), e;

	gzerror(f->f, &e);
	if (e != Z_OK && e != Z_STREAM_END)
		return feed_refuse(f, N_("the file is cut short or damaged"));
	return feed_refuse(f,
	    c == END        ? N_("the file is cut short")
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
	enum rc rc = keep_byte(f, take(f));
	int c;

	while (rc == RC_OK && (c = peek(f)) != '"') {
		if (c == END || c == '\0')
			return feed_refuse_next(f);
		rc = keep_byte(f, take(f));
		if (rc == RC_OK && c == '\\') {
			if (peek(f) == END || peek(f) == '\0')
				return feed_refuse_next(f);
			rc = keep_byte(f, take(f));
		}
	}
	return rc == RC_OK ? keep_byte(f, take(f)) : rc;
}

/* Copies what follows up to the end of the value that began depth brackets
 * before: jansson then says whether it is JSON. */
static enum rc
copy_value(struct feed *f, unsigned depth)
{
	enum rc rc = RC_OK;
	int c;

	do {
		if ((c = peek(f)) == END || c == '\0')
			return feed_refuse_next(f);
		if (c == '"') {
			rc = copy_string(f);
			continue;
		}
		if (depth == 0 && strchr(",]} \t\r\n", c) != NULL)
			break;
		depth += c == '{' || c == '[';
		depth -= c == '}' || c == ']';
		rc = keep_byte(f, take(f));
		if (depth == 0 && (c == '}' || c == ']'))
			break;
	} while (rc == RC_OK);
	return rc;
}

/* The value that was copied, or NULL, logged. */
static json_t *
read_value(const struct feed *f)
{
	json_error_t e;
	json_t *v = json_loadb(f->value.data, f->value.len,
	    JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &e);

	if (v == NULL)
		log_msg(_("\"%s\" line %lu: not JSON, at column %d"), f->path,
		    f->from + (unsigned long)(e.line > 0 ? e.line - 1 : 0),
		    e.column);
	return v;
}

static enum rc
give(struct feed *f, json_t *v)
{
	enum rc rc = v != NULL ? f->fn(f->arg, ++f->ordinal, v) : RC_BAD_PARAM;

	json_decref(v);
	return rc;
}

/* A value of any type: what takes it says that it is no aid. */
static enum rc
read_item(struct feed *f)
{
	enum rc rc;

	buf_reset(&f->value);
	f->from = f->line;
	rc = copy_value(f, 0);
	return rc == RC_OK ? give(f, read_value(f)) : rc;
}

/* An array of aids, each given as soon as it is read. */
static enum rc
read_array(struct feed *f)
{
	enum rc rc = RC_OK;

	take(f);
	if (peek_mark(f) == ']') {
		take(f);
		return RC_OK;
	}
	for (;;) {
		int c;

		peek_mark(f);
		if ((rc = read_item(f)) != RC_OK)
			return rc;
		if ((c = peek_mark(f)) != ',' && c != ']')
			return feed_refuse_next(f);
		take(f);
		if (c == ']')
			return RC_OK;
	}
}

/* Whether the copied text of an object ends with the key "results". */
static bool
ends_with_results(const struct buf *b)
{
	static const char key[] = "\"results\"";
	size_t n = sizeof(key) - 1, i = b->len;

	if (i < n + 1 || memcmp(b->data + i - n, key, n) != 0)
		return false;
	for (i -= n; i > 1 && strchr(" \t\r\n", b->data[i - 1]) != NULL; i--)
		;
	return b->data[i - 1] == ',' || i == 1;
}

/* The value of "results": an array is read where it stands, and null takes its
 * place in the text around it. */
static enum rc
read_results(struct feed *f, bool *page)
{
	struct buf around;
	enum rc rc;

	buf_putc(&f->value, (char)take(f));
	if (peek_mark(f) != '[')
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
	enum rc rc = keep_byte(f, take(f));

	for (unsigned depth = 1; rc == RC_OK && depth > 0;) {
		int c = peek(f);

		if (c == END || c == '\0')
			return feed_refuse_next(f);
		if (c == '"') {
			rc = copy_string(f);
			if (rc == RC_OK && depth == 1 &&
			    ends_with_results(&f->value) && peek_mark(f) == ':')
				rc = read_results(f, page);
			continue;
		}
		depth += c == '{' || c == '[';
		depth -= c == '}' || c == ']';
		rc = keep_byte(f, take(f));
	}
	return rc;
}

/* An aid, or a page of results: what is around them must be JSON all the same.
 */
static enum rc
read_object(struct feed *f)
{
	bool page = false, other;
	unsigned long from = f->line;
	json_t *v;
	enum rc rc;

	buf_reset(&f->value);
	if ((rc = copy_object(f, &page)) != RC_OK)
		return rc;
	f->from = from;
	if ((v = read_value(f)) == NULL)
		return RC_BAD_PARAM;
	other = json_object_get(v, "results") != NULL;
	if (!other)
		return give(f, v);
	json_decref(v);
	return page ? RC_OK
		    : feed_refuse(f, N_("neither an aid nor a list of aids"));
}

/* ---- the whole ---- */

/* A spreadsheet or an editor of Windows puts one before the first brace. */
static void
pass_byte_order_mark(struct feed *f)
{
	if (peek(f) == 0xef && f->n >= 3 && f->block[1] == 0xbb &&
	    f->block[2] == 0xbf)
		f->at = 3;
}

static enum rc
read_file(struct feed *f)
{
	bool empty = true;
	enum rc rc = RC_OK;
	int c, e;

	f->line = 1;
	pass_byte_order_mark(f);
	for (; rc == RC_OK && (c = peek_mark(f)) != END; empty = false) {
		if (c == '[')
			rc = read_array(f);
		else if (c == '{')
			rc = read_object(f);
		else if (c == '\0')
			return feed_refuse(f, N_("a NUL byte"));
		else if (empty)
			return feed_refuse(f,
			    N_("neither an aid nor a list of aids"));
		else
			rc = read_item(f);
	}
	gzerror(f->f, &e);
	if (rc == RC_OK && e != Z_OK && e != Z_STREAM_END)
		return feed_refuse(f, N_("the file is cut short or damaged"));
	return rc == RC_OK && empty ? feed_refuse(f, N_("the file is empty"))
				    : rc;
}

enum rc
feed_read(const char *path, feed_taker *fn, void *arg)
{
	struct feed f = { .path = path, .fn = fn, .arg = arg };
	enum rc rc;

	if ((f.f = gzopen(path, "rbe")) == NULL) {
		log_msg(_("cannot open \"%s\": %s"), path, say_error(errno));
		return RC_BAD_PARAM;
	}
	gzbuffer(f.f, BLOCK);
	rc = read_file(&f);
	gzclose(f.f);
	buf_free(&f.value);
	return rc;
}
