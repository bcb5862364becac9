/* record_places.c - what of a record is read, and as what. */

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "feed/feed_keys.h"
#include "feed/feed_path.h"
#include "record/record_places.h"

/* ---- the places of a record ---- */

/* Elements of XML have their text under this key, where they have attributes
 * besides. */
static const char text_key[] = "#text";

static void
walk(const json_t *v, const char *place, record_place_taker *fn, void *arg)
{
	char below[RECORD_PLACE];
	const char *key;
	json_t *item;
	size_t i;

	json_array_foreach(v, i, item) walk(item, place, fn, arg);
	json_object_foreach((json_t *)(uintptr_t)v, key, item)
	{
		if (strcmp(key, text_key) == 0)
			snprintf(below, sizeof(below), "%s", place);
		else
			snprintf(below, sizeof(below), "%s%s%s", place,
			    *place != '\0' ? "." : "", key);
		walk(item, below, fn, arg);
	}
	if (!json_is_array(v) && !json_is_object(v) && !feed_path_is_empty(v))
		fn(arg, place, v);
}

void
record_places(const json_t *record, record_place_taker *fn, void *arg)
{
	walk(record, "", fn, arg);
}

/* ---- what reads them ---- */

/* Of an object: by what it is known, and what "..._full" tells of it. */
static const char names[] = "name nom label libelle title code slug date scale";
static const char tells[] = "id group perimeter external_link contact";

static bool
is_full(const char *field)
{
	size_t n = strlen(field);

	return n > 5 && strcmp(field + n - 5, "_full") == 0;
}

/* Whether what stands below what a path leads to is read: the path's own value,
 * or the name of an object, be it one that "..._full" tells of another. */
static bool
is_read_below(const char *field, const char *below)
{
	char key[RECORD_PLACE];

	if (*below != '.')
		return *below == '\0';
	if (str_has_word(names, ++below))
		return true;
	snprintf(key, sizeof(key), "%.*s", (int)strcspn(below, "."), below);
	return is_full(field) && str_has_word(tells, key) &&
	    is_read_below(field, below + strlen(key));
}

/* Where the first n bytes of a path lead, without what it chooses by; true when
 * that is the place: "roles" of "backers[roles=payer].name". */
static bool
plain_path(char plain[RECORD_PLACE], const char *path, size_t n,
    const char *place)
{
	bool chooses = false;
	size_t k = 0;

	n -= n > 0 && path[n - 1] == '/';
	for (size_t i = 0; i < n && k < RECORD_PLACE - 1; i++) {
		size_t by;

		if (path[i] != '[') {
			plain[k++] = path[i];
			continue;
		}
		by = strcspn(path + ++i, "=]");
		chooses = chooses ||
		    (strncmp(place, plain, k) == 0 && place[k] == '.' &&
			strncmp(place + k + 1, path + i, by) == 0 &&
			place[k + 1 + by] == '\0');
		i += strcspn(path + i, "]");
	}
	plain[k] = '\0';
	return chooses;
}

/* Whether a term of the path reads the place, or what its text spells. */
static bool
path_reads(const char *field, const char *path, const char *place)
{
	char plain[RECORD_PLACE];

	for (const char *s = path, *end; s != NULL;
	     s = end != NULL ? end + strlen(" + ") : NULL) {
		size_t n, at = strlen(place);

		end = strstr(s, " + ");
		n = end != NULL ? (size_t)(end - s) : strlen(s);
		if (*s == '"')
			continue;
		if (plain_path(plain, s, n, place))
			return true;
		n = strlen(plain);
		if ((strncmp(place, plain, n) == 0 &&
			is_read_below(field, place + n)) ||
		    (n > at && strncmp(place, plain, at) == 0 &&
			plain[at] == '.'))
			return true;
	}
	return false;
}

/* The fields so far. */
struct fields {
	struct pool *pool;
	const char *place, *all;
};

/* "description+" is the description, once. */
static void
add_field(struct fields *f, const char *field)
{
	size_t n = strcspn(field, "+");
	const char *name = pool_strndup(f->pool, field, n);

	if (strstr(f->all, name) == NULL)
		f->all = pool_printf(f->pool, "%s%s%s", f->all,
		    *f->all != '\0' ? ", " : "", name);
}

static void
take_column(void *arg, const char *field, const char *path, const char *help)
{
	struct fields *f = arg;

	(void)help;
	if (path_reads(field, path, f->place))
		add_field(f, field);
}

const char *
record_place_fields(const struct feed_shapes *shapes, const char *shape,
    struct pool *pool, const char *place)
{
	struct fields f = { pool, place, "" };
	size_t n = strcspn(place, ".");
	const char *key = pool_strndup(pool, place, n);

	if (shape != NULL)
		feed_shape_columns(shapes, shape, take_column, &f);
	else if (feed_keys_has(key) &&
	    (!feed_keys_is_read(key) || is_read_below(key, place + n)))
		f.all = key;
	return f.all;
}

/* Whether some path of a shape leads below the first n bytes of a place. */
struct leading {
	const char *place;
	size_t n;
	bool leads;
};

static void
note_leading(void *arg, const char *field, const char *path, const char *help)
{
	struct leading *l = arg;
	char plain[RECORD_PLACE];

	(void)field;
	(void)help;
	for (const char *s = path, *end; s != NULL;
	     s = end != NULL ? end + strlen(" + ") : NULL) {
		end = strstr(s, " + ");
		plain_path(plain, s,
		    end != NULL ? (size_t)(end - s) : strlen(s), "");
		l->leads = l->leads ||
		    (strncmp(plain, l->place, l->n) == 0 &&
			strchr(".", plain[l->n]) != NULL);
	}
}

const char *
record_place_unread(const struct feed_shapes *shapes, const char *shape,
    struct pool *pool, const char *place)
{
	struct leading l = { place, 0, true };

	if (*record_place_fields(shapes, shape, pool, place) != '\0')
		return NULL;
	while (l.leads && place[l.n] != '\0') {
		l.n += place[l.n] == '.';
		l.n += strcspn(place + l.n, ".");
		l.leads = false;
		if (shape != NULL)
			feed_shape_columns(shapes, shape, note_leading, &l);
		else
			l.leads = feed_keys_has(pool_strndup(pool, place, l.n));
	}
	return pool_strndup(pool, place, l.n);
}
