/* feed_shape.c - records of feeds that are not AT's, by a table of paths. */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "feed/feed_path.h"
#include "feed/feed_shape.h"
#include "table/csv_table.h"

enum { FORM, FIELD, PATH, BECOMES, COLUMNS, MAX_LISTS = 32 };

static const char *const columns[] = { "forme", "champ", "chemin", "devient",
	NULL };

struct shape_row {
	const char *cell[COLUMNS];
	const char *folded; /* the path, to compare words */
};

struct feed_shapes {
	struct pool *pool;
	struct shape_row *rows;
	size_t n, size;
	const char *lists[MAX_LISTS];
	size_t nlists;
};

/* ---- the table ---- */

static enum rc
keep_row(void *arg, char **field, unsigned long line)
{
	struct feed_shapes *s = arg;
	struct shape_row *row;
	char folded[FEED_PATH_KEY];

	if (*field[FORM] == '\0' || *field[FIELD] == '\0' ||
	    *field[PATH] == '\0') {
		log_msg(_("line %lu: a form, a field and a path are wanted"),
		    line);
		return RC_BAD_PARAM;
	}
	if (s->n == s->size) {
		s->size = s->size > 0 ? 2 * s->size : 256;
		s->rows = realloc(s->rows, s->size * sizeof(*s->rows));
		if (s->rows == NULL)
			log_die("feed_shape: out of memory");
	}
	row = &s->rows[s->n++];
	for (int i = 0; i < COLUMNS; i++)
		row->cell[i] = pool_strdup(s->pool, field[i]);
	row->folded = pool_strdup(s->pool,
	    str_fold(folded, sizeof(folded), field[PATH]));
	if (strcmp(row->cell[FIELD], "liste") == 0 && s->nlists < MAX_LISTS - 1)
		s->lists[s->nlists++] = row->cell[PATH];
	return RC_OK;
}

struct feed_shapes *
feed_shapes_read(const char *text, size_t n)
{
	struct feed_shapes *s = calloc(1, sizeof(*s));
	struct csv_source in;

	if (s == NULL)
		log_die("feed_shape: out of memory");
	s->pool = pool_new();
	s->lists[s->nlists++] = "results";
	csv_source_bytes(&in, text, n);
	if (csv_table_read(&in, columns, keep_row, s) == RC_OK)
		return s;
	feed_shapes_free(s);
	return NULL;
}

void
feed_shapes_free(struct feed_shapes *s)
{
	if (s == NULL)
		return;
	pool_free(s->pool);
	free(s->rows);
	free(s);
}

const char *const *
feed_shapes_lists(const struct feed_shapes *s)
{
	return s->lists;
}

/* ---- recognising ---- */

/* Takes the next of the keys, which commas part; false at their end. */
static bool
next_key(const char **keys, char key[FEED_PATH_KEY])
{
	size_t n;

	*keys += strspn(*keys, ", ");
	n = strcspn(*keys, ",");
	if (n == 0 || n >= FEED_PATH_KEY)
		return false;
	memcpy(key, *keys, n);
	key[n] = '\0';
	*keys += n;
	return true;
}

const char *
feed_shape_by(const struct feed_shapes *s,
    bool (*has)(void *arg, const char *key), void *arg)
{
	char key[FEED_PATH_KEY];

	for (size_t i = 0; i < s->n; i++) {
		const char *keys = s->rows[i].cell[PATH];
		bool all = strcmp(s->rows[i].cell[FIELD], "si") == 0;

		while (all && next_key(&keys, key))
			all = has(arg, key);
		if (all)
			return s->rows[i].cell[FORM];
	}
	return NULL;
}

static bool
has_key(void *record, const char *key)
{
	return json_object_get(record, key) != NULL;
}

const char *
feed_shape_of(const struct feed_shapes *s, const json_t *record)
{
	return feed_shape_by(s, has_key, (json_t *)record);
}

void
feed_shapes_say(const struct feed_shapes *s)
{
	say(_("an aid that can be read has \"name\" and \"id\" or \"slug\", "
	      "as in the API of Aides-territoires, or the keys of a shape:"));
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->rows[i].cell[FIELD], "si") == 0)
			say("  %s: %s", s->rows[i].cell[FORM],
			    s->rows[i].cell[PATH]);
}

/* ---- the record ---- */

/* A list of the items of both.  Takes both references. */
static json_t *
concatenate(json_t *a, json_t *b)
{
	json_t *all = json_array();

	for (int i = 0; i < 2; i++) {
		json_t *v = i == 0 ? a : b;

		if (json_is_array(v))
			json_array_extend(all, v);
		else
			json_array_append(all, v);
		json_decref(v);
	}
	return all;
}

/* Whether the record has the first key of the path: what follows is empty, and
 * the aid has none. */
static bool
begins_there(const json_t *record, const char *path)
{
	char key[FEED_PATH_KEY];

	return feed_path_key(path, key) && json_object_get(record, key) != NULL;
}

static void
put_row(struct pool *pool, json_t *to, const struct shape_row *row,
    const json_t *record)
{
	const char *field = row->cell[FIELD];
	size_t n = strlen(field);
	bool more = field[n - 1] == '+';
	json_t *had, *v;

	if (more)
		field = pool_strndup(pool, field, n - 1);
	had = json_object_get(to, field);
	if (!feed_path_is_empty(had) && !more)
		return;
	if ((v = feed_path_value(pool, record, row->cell[PATH])) == NULL) {
		if (had == NULL && begins_there(record, row->cell[PATH]))
			json_object_set_new(to, field, json_null());
		return;
	}
	if (!feed_path_is_empty(had))
		v = concatenate(json_incref(had), v);
	if (v != NULL)
		json_object_set_new(to, field, v);
}

/* Whether the row says where a field is. */
static bool
is_path(const struct shape_row *row)
{
	return *row->cell[BECOMES] == '\0' &&
	    strcmp(row->cell[FIELD], "si") != 0 &&
	    strcmp(row->cell[FIELD], "liste") != 0;
}

json_t *
feed_shape_translate(const struct feed_shapes *s, const char *shape,
    const json_t *record)
{
	struct pool *pool = pool_new();
	json_t *to = json_object();

	for (size_t i = 0; i < s->n; i++) {
		const struct shape_row *row = &s->rows[i];

		if (strcmp(row->cell[FORM], shape) == 0 && is_path(row))
			put_row(pool, to, row, record);
	}
	pool_free(pool);
	return to;
}

/* Calls fn with the first key of each term of a path that is no text. */
static void
path_keys(const struct shape_row *row, feed_key_taker *fn, void *arg)
{
	char key[FEED_PATH_KEY];

	for (const char *s = row->cell[PATH]; s != NULL;) {
		if (feed_path_key(s, key))
			fn(arg, row->cell[FORM], key, false);
		if ((s = strstr(s, " + ")) != NULL)
			s += strlen(" + ");
	}
}

void
feed_shapes_keys(const struct feed_shapes *s, feed_key_taker *fn, void *arg)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct shape_row *row = &s->rows[i];
		const char *keys = row->cell[PATH];
		char key[FEED_PATH_KEY];

		if (strcmp(row->cell[FIELD], "si") == 0)
			while (next_key(&keys, key))
				fn(arg, row->cell[FORM], key, true);
		else if (is_path(row))
			path_keys(row, fn, arg);
	}
}

static const char *
help_of(const struct feed_shapes *s, const char *shape, const char *title)
{
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->rows[i].cell[FORM], shape) == 0 &&
		    strcmp(s->rows[i].cell[FIELD], "aide") == 0 &&
		    strcmp(s->rows[i].cell[PATH], title) == 0)
			return s->rows[i].cell[BECOMES];
	return "";
}

void
feed_shape_columns(const struct feed_shapes *s, const char *shape,
    feed_column_taker *fn, void *arg)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct shape_row *row = &s->rows[i];
		const char *title = row->cell[PATH];

		if (strcmp(row->cell[FORM], shape) == 0 && is_path(row))
			fn(arg, row->cell[FIELD], title,
			    help_of(s, shape, title));
	}
}

bool
feed_shape_reads(const struct feed_shapes *s, const char *shape,
    const char *field, const char *key)
{
	char first[FEED_PATH_KEY];

	for (size_t i = 0; i < s->n; i++) {
		const struct shape_row *row = &s->rows[i];

		if (strcmp(row->cell[FORM], shape) == 0 && is_path(row) &&
		    strcmp(row->cell[FIELD], field) == 0 &&
		    feed_path_key(row->cell[PATH], first) &&
		    strcmp(first, key) == 0)
			return true;
	}
	return false;
}

const char *
feed_shape_meaning(const struct feed_shapes *s, const char *shape,
    const char *field, const char *word)
{
	char folded[FEED_PATH_KEY];

	str_fold(folded, sizeof(folded), word);
	for (size_t i = 0; s != NULL && i < s->n; i++) {
		const struct shape_row *row = &s->rows[i];

		if (*row->cell[BECOMES] != '\0' &&
		    strcmp(row->cell[FIELD], field) == 0 &&
		    (strcmp(row->cell[FORM], "*") == 0 ||
			(shape != NULL &&
			    strcmp(row->cell[FORM], shape) == 0)) &&
		    strcmp(row->folded, folded) == 0)
			return row->cell[BECOMES];
	}
	return NULL;
}
