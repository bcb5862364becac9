/* feed_path.c - the paths of a shape, in a record. */

#include <string.h>

#include "feed/feed_path.h"
#include "feed/feed_spelled.h"
#include "text/normalize.h"

bool
feed_path_is_empty(const json_t *v)
{
	return v == NULL || json_is_null(v) ||
	    (json_is_string(v) && json_string_length(v) == 0) ||
	    (json_is_array(v) && json_array_size(v) == 0);
}

static json_t *
last_part(const json_t *v)
{
	const char *s = json_string_value(v), *end, *from;

	if (s == NULL)
		return NULL;
	end = s + strlen(s);
	while (end > s && end[-1] == '/')
		end--;
	for (from = end; from > s && from[-1] != '/';)
		from--;
	return from < end ? json_stringn(from, (size_t)(end - from)) : NULL;
}

/* The text of an element of XML that has attributes besides; else v. */
static json_t *
text_of(json_t *v)
{
	json_t *text = json_object_get(v, "#text");

	return text != NULL ? text : v;
}

/* Where a path ends: its value, or those of an array. */
static json_t *
end_of(json_t *v)
{
	json_t *all, *item;
	size_t i;

	if (!json_is_array(v))
		return feed_path_is_empty(v) ? NULL : json_incref(text_of(v));
	if (json_array_size(v) == 0)
		return NULL;
	all = json_array();
	json_array_foreach(v, i, item) json_array_append(all, text_of(item));
	return all;
}

/* ---- steps ---- */

/* A step of a path: a key, and what of there is meant. */
struct step {
	char key[FEED_PATH_KEY];
	char *where, *is; /* "key[where=is]"; NULL: all */
};

/* Reads a step of n bytes; false when it is too long. */
static bool
read_step(struct step *step, const char *s, size_t n)
{
	char *open, *equals;

	if (n >= sizeof(step->key))
		return false;
	memcpy(step->key, s, n);
	step->key[n] = '\0';
	step->where = step->is = NULL;
	if (n == 0 || step->key[n - 1] != ']' ||
	    (open = strchr(step->key, '[')) == NULL ||
	    (equals = strchr(open, '=')) == NULL)
		return true;
	step->key[n - 1] = *open = *equals = '\0';
	step->where = open + 1;
	step->is = equals + 1;
	return true;
}

/* Whether its key is that text, or an array that has it. */
static bool
is_meant(const struct step *step, const json_t *item)
{
	json_t *v = json_object_get(item, step->where), *one;
	const char *s = json_string_value(v);
	size_t i;

	json_array_foreach(v, i, one)
	{
		const char *t = json_string_value(one);

		if (t != NULL && strcmp(t, step->is) == 0)
			return true;
	}
	return strcmp(s != NULL ? s : "", step->is) == 0 &&
	    json_array_size(v) == 0;
}

/* Those of v, which an array has, or v itself, that the step means. */
static json_t *
meant_of(const struct step *step, json_t *v)
{
	json_t *all, *item;
	size_t i;

	if (!json_is_array(v))
		return is_meant(step, v) ? json_incref(v) : NULL;
	all = json_array();
	json_array_foreach(v, i, item)
	{
		if (is_meant(step, item))
			json_array_append(all, item);
	}
	return all;
}

/* What the step leads to from an object: a reference of the caller's, or NULL.
 * further: the path goes on, into what a text may spell. */
static json_t *
take_step(const struct step *step, const json_t *from, bool further)
{
	json_t *v = json_incref(json_object_get(from, step->key)), *meant;

	if (json_is_string(v) && (further || step->where != NULL)) {
		meant = feed_spelled(json_string_value(v));
		if (meant != NULL) {
			json_decref(v);
			v = meant;
		}
	}
	if (v == NULL || step->where == NULL)
		return v;
	meant = meant_of(step, v);
	json_decref(v);
	return meant;
}

/* What the n bytes of path lead to from v; NULL when it is not there.  A
 * reference of the caller's. */
static json_t *
walk(json_t *v, const char *path, size_t n)
{
	const char *dot = memchr(path, '.', n);
	size_t len = dot != NULL ? (size_t)(dot - path) : n, i;
	json_t *all, *item, *one;
	struct step step;

	if (n == 0)
		return end_of(v);
	if (n == 1 && *path == '/')
		return last_part(text_of(v));
	if (json_is_array(v)) {
		all = json_array();
		json_array_foreach(v, i, item)
		{
			if ((one = walk(item, path, n)) == NULL)
				continue;
			if (!json_is_array(one))
				json_array_append(all, one);
			else
				json_array_extend(all, one);
			json_decref(one);
		}
		return all;
	}
	len -= dot == NULL && path[len - 1] == '/';
	if (!read_step(&step, path, len))
		return NULL;
	len += dot != NULL;
	item = take_step(&step, v, n > len && path[len] != '/');
	one = walk(item, path + len, n - len);
	json_decref(item);
	return one;
}

/* ---- terms ---- */

/* A term of a path: a text in quotation marks, or keys. */
static json_t *
term_of(const json_t *record, const char *s, size_t n)
{
	if (n >= 2 && s[0] == '"' && s[n - 1] == '"')
		return json_stringn(s + 1, n - 2);
	return walk((json_t *)record, s, n);
}

/* A text, or those of an array with commas between them; NULL when there is
 * none. */
static const char *
words_of(struct pool *pool, const json_t *v)
{
	const char *all = NULL, *s;
	json_t *item;
	size_t i;

	if (!json_is_array(v))
		return normalize_json(pool, v);
	json_array_foreach(v, i, item)
	{
		if ((s = normalize_json(pool, item)) != NULL && *s != '\0')
			all = all == NULL ? s
					  : pool_printf(pool, "%s, %s", all, s);
	}
	return all;
}

/* Two texts as one; NULL when one of them is none.  Takes both references. */
static json_t *
join(struct pool *pool, json_t *a, json_t *b)
{
	const char *s = words_of(pool, a), *t = words_of(pool, b);
	json_t *both = s != NULL && t != NULL
	    ? json_string(pool_printf(pool, "%s%s", s, t))
	    : NULL;

	json_decref(a);
	json_decref(b);
	return both;
}

json_t *
feed_path_value(struct pool *pool, const json_t *record, const char *path)
{
	const char *plus = strstr(path, " + ");
	json_t *v, *rest;

	if (plus == NULL)
		return term_of(record, path, strlen(path));
	v = term_of(record, path, (size_t)(plus - path));
	rest = v != NULL ? feed_path_value(pool, record, plus + 3) : NULL;
	if (rest != NULL)
		return join(pool, v, rest);
	json_decref(v);
	return NULL;
}

bool
feed_path_key(const char *path, char key[FEED_PATH_KEY])
{
	const char *plus = strstr(path, " + ");
	size_t n = strcspn(path, ".");
	struct step step;

	if (plus != NULL && (size_t)(plus - path) < n)
		n = (size_t)(plus - path);
	n -= n > 0 && path[n - 1] == '/';
	if (*path == '"' || n == 0 || !read_step(&step, path, n))
		return false;
	memcpy(key, step.key, sizeof(step.key));
	return true;
}
