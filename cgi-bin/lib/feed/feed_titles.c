/* feed_titles.c - the titles of a table of aids, as keys of a record. */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/say.h"
#include "feed/feed_keys.h"
#include "feed/feed_titles.h"

enum { MAX_KEYS = 100 }; /* that tell a shape */

struct known_title {
	const char *shape; /* NULL: AT's */
	const char *key, *folded;
	bool tells; /* the shape is told by it */
};

struct feed_titles {
	const struct feed_shapes *shapes;
	const char *path;
	struct pool *pool;
	struct known_title *known;
	size_t n, size;
};

/* The line of titles of a table, folded. */
struct title_row {
	const char *const *folded;
	int n;
};

static const char *
title_folded(struct pool *pool, const char *title)
{
	char folded[CSV_TITLE_MAX];

	csv_title_fold(folded, sizeof(folded), title);
	return pool_strdup(pool, folded);
}

static void
add_key(void *arg, const char *shape, const char *key, bool tells)
{
	struct feed_titles *t = arg;

	if (t->n == t->size) {
		t->size = t->size > 0 ? 2 * t->size : 256;
		t->known = realloc(t->known, t->size * sizeof(*t->known));
		if (t->known == NULL)
			log_die("feed: out of memory");
	}
	t->known[t->n++] = (struct known_title){ shape,
		pool_strdup(t->pool, key), title_folded(t->pool, key), tells };
}

struct feed_titles *
feed_titles_new(const struct feed_shapes *shapes, const char *path)
{
	struct feed_titles *t = calloc(1, sizeof(*t));

	if (t == NULL)
		log_die("feed: out of memory");
	t->shapes = shapes;
	t->path = path;
	t->pool = pool_new();
	for (const char *const *key = feed_keys; *key != NULL; key++)
		add_key(t, NULL, *key, false);
	feed_shapes_keys(shapes, add_key, t);
	return t;
}

void
feed_titles_free(struct feed_titles *t)
{
	pool_free(t->pool);
	free(t->known);
	free(t);
}

/* ---- the line ---- */

static bool
is_known(void *arg, int column, const char *folded)
{
	const struct feed_titles *t = arg;
	size_t i = 0;

	(void)column;
	while (i < t->n && strcmp(t->known[i].folded, folded) != 0)
		i++;
	return i < t->n;
}

/* Nothing of the table can be read: what can is told. */
static enum rc
refuse(const struct feed_titles *t)
{
	feed_shapes_say(t->shapes);
	log_msg(
	    _("\"%s\": neither an aid nor a list of aids, nor a table: none "
	      "of the first 20 lines has a title that is read"),
	    t->path);
	return RC_BAD_PARAM;
}

enum rc
feed_titles_find(const struct feed_titles *t, struct csv_text *text,
    unsigned long *before)
{
	return csv_titles_find(text, is_known, (void *)t, before) ? RC_OK
								  : refuse(t);
}

/* ---- the names ---- */

static bool
has_title(const struct title_row *row, const char *folded)
{
	int i = 0;

	while (i < row->n && strcmp(row->folded[i], folded) != 0)
		i++;
	return i < row->n;
}

static bool
row_has(void *arg, const char *key)
{
	char folded[CSV_TITLE_MAX];

	csv_title_fold(folded, sizeof(folded), key);
	return has_title(arg, folded);
}

/* The key of that shape that a title is, written as it is if there is one. */
static const char *
key_of(const struct feed_titles *t, const char *shape, const char *title,
    const char *folded)
{
	const char *key = NULL;

	for (size_t i = 0; i < t->n; i++) {
		const struct known_title *k = &t->known[i];

		if (strcmp(k->folded, folded) != 0 ||
		    (shape == NULL) != (k->shape == NULL) ||
		    (shape != NULL && strcmp(k->shape, shape) != 0))
			continue;
		if (strcmp(k->key, title) == 0)
			return k->key;
		key = key != NULL ? key : k->key;
	}
	return key;
}

/* A column without a title, which spreadsheets add, is not told. */
static void
say_unread(char *const *title, int n, const char *const *key)
{
	struct buf all = { 0 };

	for (int i = 0; i < n; i++)
		if (key[i] == NULL && title[i][strspn(title[i], " ")] != '\0')
			buf_putf(&all, "%s\"%s\"", all.len > 0 ? ", " : "",
			    title[i]);
	if (all.len > 0)
		say(_("columns that nothing reads: %s"), all.data);
	buf_free(&all);
}

static void
say_twice(char *const *title, int n, const char *const *key)
{
	for (int i = 1; i < n; i++)
		for (int j = 0; j < i && key[i] != NULL; j++)
			if (key[j] == key[i]) {
				say(_("columns %d and %d, \"%s\" and \"%s\", "
				      "are one: the last that is filled is "
				      "taken"),
				    j + 1, i + 1, title[j], title[i]);
				break;
			}
}

/* ---- a shape that is not whole ---- */

/* How near the titles are to a shape: first by those that it reads, then by
 * those that tell it and are not there, which are written to lacks. */
static int
nearness(const struct feed_titles *t, const char *shape,
    const struct title_row *row, struct buf *lacks)
{
	int read = 0, lacking = 0;

	for (int i = 0; i < row->n; i++)
		read += key_of(t, shape, "", row->folded[i]) != NULL;
	for (size_t i = 0; i < t->n; i++) {
		const struct known_title *k = &t->known[i];

		if (!k->tells || strcmp(k->shape, shape) != 0 ||
		    has_title(row, k->folded))
			continue;
		buf_putf(lacks, "%s\"%s\"", lacking++ > 0 ? ", " : "", k->key);
	}
	return read * MAX_KEYS - lacking;
}

/* Some titles are read, but no shape has all that tell it: the nearest one is
 * named. */
static enum rc
refuse_part(const struct feed_titles *t, const struct title_row *row,
    unsigned long line)
{
	const char *shape = NULL, *nearest = NULL;
	struct buf best = { 0 }, lacks = { 0 };
	int most = 0, near;

	for (size_t i = 0; i < t->n; i++) {
		if (!t->known[i].tells ||
		    (shape != NULL && strcmp(shape, t->known[i].shape) == 0))
			continue;
		shape = t->known[i].shape;
		lacks.len = 0;
		near = nearness(t, shape, row, &lacks);
		if (nearest != NULL && near <= most)
			continue;
		nearest = shape;
		most = near;
		best.len = 0;
		buf_putf(&best, "%.*s", (int)lacks.len, lacks.data);
	}
	log_msg(_("\"%s\", line %lu: the titles are like those of \"%s\", "
		  "but these are missing: %s"),
	    t->path, line, nearest, best.data);
	buf_free(&best);
	buf_free(&lacks);
	return RC_BAD_PARAM;
}

enum rc
feed_titles_name(const struct feed_titles *t, char *const *title, int n,
    unsigned long line, const char **key)
{
	struct pool *pool = pool_new();
	const char **folded = pool_take(pool, (size_t)n * sizeof(*folded));
	struct title_row row = { folded, n };
	const char *shape;
	int read = 0;
	enum rc rc;

	for (int i = 0; i < n; i++)
		folded[i] = title_folded(pool, title[i]);
	shape = feed_shape_by(t->shapes, row_has, &row);
	for (int i = 0; i < n; i++) {
		key[i] = key_of(t, shape, title[i], folded[i]);
		read += key[i] != NULL;
	}
	if (read > 0) {
		say_unread(title, n, key);
		say_twice(title, n, key);
	}
	rc = read > 0 ? RC_OK : refuse_part(t, &row, line);
	pool_free(pool);
	return rc;
}
