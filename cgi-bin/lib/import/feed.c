/* feed.c - a file of aids as AT's API gives them. */

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include <zlib.h>

#include "base/buf.h"
#include "base/log.h"
#include "import/feed.h"

enum { MAX_LINE = 16 << 20, MAX_FILE = 512 << 20 };

struct feed {
	const char *path;
	gzFile f;
	feed_taker *fn;
	void *arg;
	unsigned long ordinal, line;
	z_off_t read; /* bytes, unpacked */
};

/* Logs why the file cannot be read, with the line. */
static enum rc
feed_refuse(const struct feed *f, const char *why)
{
	log_msg("feed: \"%s\" line %lu: %s", f->path, f->line, why);
	return RC_BAD_PARAM;
}

/* Passes one object to the caller. */
static enum rc
give(struct feed *f, json_t *object)
{
	return f->fn(f->arg, ++f->ordinal, object);
}

static enum rc
give_all(struct feed *f, json_t *array)
{
	enum rc rc = RC_OK;
	json_t *item;
	size_t i;

	json_array_foreach(array, i,
	    item) if ((rc = give(f, item)) != RC_OK) break;
	return rc;
}

/* A whole value: an array, a page of results, or one aid. */
static enum rc
take_value(struct feed *f, json_t *v)
{
	json_t *results = json_object_get(v, "results");

	if (json_is_array(v))
		return give_all(f, v);
	if (json_is_array(results))
		return give_all(f, results);
	if (json_is_object(v) && results == NULL)
		return give(f, v);
	return feed_refuse(f, "neither an aid nor a list of aids");
}

/* Takes a JSON text.  When it ends too soon, *cut is set and nothing is taken
 * nor logged, for more may follow; cut is NULL when none can. */
static enum rc
feed_take_text(struct feed *f, const struct buf *b, bool *cut)
{
	json_error_t e;
	json_t *v = json_loadb(b->data, b->len, JSON_REJECT_DUPLICATES, &e);
	enum rc rc;

	if (v == NULL && cut != NULL &&
	    json_error_code(&e) == json_error_premature_end_of_input) {
		*cut = true;
		return RC_OK;
	}
	if (v == NULL) {
		log_msg("feed: \"%s\" line %lu: not JSON: %s", f->path,
		    f->line + (unsigned long)(e.line > 0 ? e.line - 1 : 0),
		    e.text);
		return RC_BAD_PARAM;
	}
	rc = take_value(f, v);
	json_decref(v);
	return rc;
}

/* Reads to the end of the line, or of the file when whole. */
static enum rc
read_piece(struct feed *f, struct buf *b, bool whole)
{
	char part[65536];
	int e;

	while (gzgets(f->f, part, sizeof(part)) != NULL) {
		size_t n = strlen(part);

		if (gztell(f->f) != (f->read += (z_off_t)n))
			return feed_refuse(f, "a NUL byte");
		if (f->read > MAX_FILE)
			return feed_refuse(f, "the file is over 512 MB");
		buf_put(b, part, n);
		if (!whole && b->len > MAX_LINE)
			return feed_refuse(f, "the line is over 16 MB");
		if (!whole && part[n - 1] == '\n')
			break;
	}
	gzerror(f->f, &e);
	if (e != Z_OK && e != Z_STREAM_END)
		return feed_refuse(f, "the file is cut short or damaged");
	return RC_OK;
}

static bool
feed_is_blank(const struct buf *b)
{
	return b->len == 0 || strspn(b->data, " \t\r\n") == b->len;
}

/* The lines after the first, a value each. */
static enum rc
feed_read_lines(struct feed *f, struct buf *b)
{
	enum rc rc;

	for (;;) {
		buf_reset(b);
		f->line++;
		if ((rc = read_piece(f, b, false)) != RC_OK || b->len == 0)
			return rc;
		if (!feed_is_blank(b) &&
		    (rc = feed_take_text(f, b, NULL)) != RC_OK)
			return rc;
	}
}

/* A first line that is whole is one of many; else the file is one value. */
static enum rc
read_file(struct feed *f, struct buf *b)
{
	bool cut = false;
	enum rc rc;

	f->line = 1;
	while ((rc = read_piece(f, b, false)) == RC_OK && b->len > 0 &&
	    feed_is_blank(b)) {
		buf_reset(b);
		f->line++;
	}
	if (rc != RC_OK)
		return rc;
	if (b->len == 0)
		return feed_refuse(f, "the file is empty");
	if ((rc = feed_take_text(f, b, &cut)) != RC_OK)
		return rc;
	if (!cut)
		return feed_read_lines(f, b);
	rc = read_piece(f, b, true);
	return rc == RC_OK ? feed_take_text(f, b, NULL) : rc;
}

enum rc
feed_read(const char *path, feed_taker *fn, void *arg)
{
	struct feed f = { .path = path, .fn = fn, .arg = arg };
	struct buf b = { 0 };
	enum rc rc;

	if ((f.f = gzopen(path, "rbe")) == NULL) {
		log_msg("feed: cannot open \"%s\": %s", path, strerror(errno));
		return RC_BAD_PARAM;
	}
	rc = read_file(&f, &b);
	gzclose(f.f);
	buf_free(&b);
	return rc;
}
