/* row_cache.c - a least-recently-used cache of rows, of one version of the
 * data. */

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/counters.h"
#include "base/log.h"
#include "base/str.h"
#include "db/row_cache.h"

enum { KEY, SLOTS = 65536, MAX_KEYS = 2048, ALIGN = 16 };

/* The columns of a query: those of a statement end with its connection. */
struct shape {
	struct shape *next;
	const struct query *query;
	unsigned columns;
	const char **names;
};

/* The rows of one key, or what was made of it: one piece of memory. */
struct row_cache_entry {
	struct row_cache_entry *next;          /* of the same slot */
	struct row_cache_entry *newer, *older; /* by when they were used */
	uint64_t hash;                         /* of the kind and the key */
	const void *kind;                      /* a query, or a name */
	const struct shape *shape;             /* of a query */
	struct value key;
	struct value **row;
	void *made;
	unsigned rows;
	size_t bytes; /* all of it */
};

/* A hash table with chains, and a list of all entries by when they were used:
 * the least recently used is evicted first. */
struct row_cache {
	struct row_cache_entry *slot[SLOTS];
	struct row_cache_entry *newest, *oldest;
	size_t bytes, limit;
	unsigned long long version;
	struct shape *shapes;
	struct pool *names; /* of them */
};

struct row_cache *
row_cache_new(size_t bytes)
{
	struct row_cache *k = calloc(1, sizeof(*k));

	if (k == NULL)
		log_die("row_cache: out of memory");
	k->limit = bytes;
	k->names = pool_new();
	return k;
}

void
row_cache_set_limit(struct row_cache *k, size_t bytes)
{
	k->limit = bytes;
}

/* ---- the order of use ---- */

static void
unlink_entry(struct row_cache *k, struct row_cache_entry *e)
{
	*(e->newer != NULL ? &e->newer->older : &k->newest) = e->older;
	*(e->older != NULL ? &e->older->newer : &k->oldest) = e->newer;
}

static void
put_first(struct row_cache *k, struct row_cache_entry *e)
{
	e->newer = NULL;
	e->older = k->newest;
	*(k->newest != NULL ? &k->newest->newer : &k->oldest) = e;
	k->newest = e;
}

static void
row_cache_drop(struct row_cache *k, struct row_cache_entry *e)
{
	struct row_cache_entry **at = &k->slot[(e->hash >> 32) % SLOTS];

	while (*at != e)
		at = &(*at)->next;
	*at = e->next;
	unlink_entry(k, e);
	k->bytes -= e->bytes;
	free(e);
}

void
row_cache_begin(struct row_cache *k, unsigned long long version)
{
	while (
	    k->oldest != NULL && (k->version != version || k->bytes > k->limit))
		row_cache_drop(k, k->oldest);
	k->version = version;
}

void
row_cache_free(struct row_cache *k)
{
	if (k == NULL)
		return;
	while (k->oldest != NULL)
		row_cache_drop(k, k->oldest); /* NOLINT: it was unlinked */
	pool_free(k->names);
	free(k);
}

/* ---- entries ---- */

static uint64_t
hash_of(const void *kind, const struct value *key)
{
	uint64_t h = (uint64_t)(uintptr_t)kind;

	if (key->type == VALUE_INT)
		return (h ^ (uint64_t)key->i) * 0x9e3779b97f4a7c15u;
	return str_hash(h, key->s);
}

static bool
same_key(const struct value *a, const struct value *b)
{
	return a->type == b->type &&
	    (a->type == VALUE_INT
		    ? a->i == b->i
		    : a->n == b->n && memcmp(a->s, b->s, a->n) == 0);
}

static struct row_cache_entry *
find_entry(struct row_cache *k, const void *kind, const struct value *key)
{
	uint64_t hash = hash_of(kind, key);
	struct row_cache_entry *e = k->slot[(hash >> 32) % SLOTS];

	while (e != NULL &&
	    (e->hash != hash || e->kind != kind || !same_key(&e->key, key)))
		e = e->next;
	if (e != NULL && e != k->newest) {
		unlink_entry(k, e);
		put_first(k, e);
	}
	return e;
}

static size_t
aligned(size_t n)
{
	return (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

/* A text is copied NUL-terminated. */
static size_t
room_of(const struct value *v)
{
	return v->type == VALUE_TEXT ? aligned(v->n + 1) : 0;
}

static char *
copy_value(char *room, struct value *to, const struct value *v)
{
	*to = *v;
	if (v->type != VALUE_TEXT)
		return room;
	if (v->n > 0)
		memcpy(room, v->s, v->n);
	room[v->n] = '\0';
	to->s = room;
	return room + room_of(v);
}

/* A new entry with its key and so many bytes behind it, from *room on. */
static struct row_cache_entry *
new_entry(struct row_cache *k, const void *kind, const struct value *key,
    size_t bytes, char **room)
{
	size_t head = aligned(sizeof(struct row_cache_entry));
	size_t all = head + room_of(key) + bytes;
	struct row_cache_entry *e = aligned_alloc(ALIGN, aligned(all)), **slot;

	if (e == NULL)
		log_die("row_cache: out of memory");
	*e = (struct row_cache_entry){ .hash = hash_of(kind, key),
		.kind = kind,
		.bytes = all };
	*room = copy_value((char *)e + head, &e->key, key);
	slot = &k->slot[(e->hash >> 32) % SLOTS];
	e->next = *slot;
	*slot = e;
	put_first(k, e);
	k->bytes += all;
	return e;
}

/* ---- rows ---- */

static const struct shape *
shape_of(struct row_cache *k, const struct query *q, const struct result *res)
{
	struct shape *s = k->shapes;

	while (s != NULL && s->query != q)
		s = s->next;
	if (s != NULL)
		return s;
	s = pool_take(k->names, sizeof(*s));
	s->next = k->shapes;
	s->query = q;
	s->columns = res->columns;
	s->names = pool_take(k->names, s->columns * sizeof(*s->names));
	for (unsigned c = 0; c < s->columns; c++)
		s->names[c] = pool_strdup(k->names, res->names[c]);
	return k->shapes = s;
}

static void
add_rows(struct row_cache *k, const struct query *q, const struct shape *shape,
    const struct value *key, struct value **row, unsigned rows)
{
	size_t one = aligned(shape->columns * sizeof(struct value));
	size_t bytes = aligned(rows * sizeof(*row)) + rows * one;
	struct row_cache_entry *e;
	char *room;

	for (unsigned r = 0; r < rows; r++)
		for (unsigned c = 0; c < shape->columns; c++)
			bytes += room_of(&row[r][c]);
	e = new_entry(k, q, key, bytes, &room);
	e->shape = shape;
	e->rows = rows;
	e->row = (struct value **)(void *)room;
	room += aligned(rows * sizeof(*row));
	for (unsigned r = 0; r < rows; r++) {
		e->row[r] = (struct value *)(void *)room;
		room += one;
		for (unsigned c = 0; c < shape->columns; c++)
			room = copy_value(room, &e->row[r][c], &row[r][c]);
	}
}

/* Adds an entry for each of the keys that were missing, with its rows or with
 * none: that a key has no rows is worth keeping too. */
static void
row_cache_keep(struct row_cache *k, const struct query *q,
    const struct value *keys, size_t n, const struct result *res,
    struct pool *pool)
{
	const struct shape *shape = shape_of(k, q, res);
	struct value **own = pool_take(pool, (res->rows + 1) * sizeof(*own));

	for (size_t i = 0; i < n; i++) {
		unsigned rows = 0;

		if (find_entry(k, q, &keys[i]) != NULL)
			continue; /* given twice */
		for (unsigned r = 0; r < res->rows; r++)
			if (same_key(&res->row[r][KEY], &keys[i]))
				own[rows++] = res->row[r];
		add_rows(k, q, shape, &keys[i], own, rows);
	}
}

/* Runs the query for the keys that are not found, and finds them. */
static enum rc
row_cache_read_missing(struct row_cache *k, struct db *db, struct pool *pool,
    enum query_id id, enum query_arg keys_name, const struct value *keys,
    size_t n, const struct row_cache_entry **found)
{
	const struct query *q = &query_table[id];
	struct value *missing = pool_take(pool, (n + 1) * sizeof(*missing));
	const struct arg *args = NULL;
	struct result res;
	size_t m = 0;
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		if (found[i] == NULL)
			missing[m++] = keys[i];
	if (m == 0)
		return RC_OK;
	arg_list(pool, &args, keys_name, missing, m);
	if ((rc = query_run(db, pool, id, args, &res)) != RC_OK)
		return rc;
	row_cache_keep(k, q, missing, m, &res, pool);
	for (size_t i = 0; i < n; i++)
		if (found[i] == NULL)
			found[i] = find_entry(k, q, &keys[i]);
	return RC_OK;
}

enum rc
row_cache_query(struct row_cache *k, struct db *db, struct pool *pool,
    enum query_id id, enum query_arg keys_name, const struct value *keys,
    size_t n, struct result *res)
{
	const struct query *q = &query_table[id];
	const struct row_cache_entry **found = pool_take(pool,
	    (n + 1) * sizeof(*found));
	unsigned rows = 0;
	enum rc rc;

	*res = (struct result){ .query = id };
	if (n > MAX_KEYS) {
		log_msg("row_cache: \"%s\" with %zu keys", q->name, n);
		return RC_FAIL;
	}
	/* One look-up for each key that is there; nothing is evicted before the
	 * next request, so what is found stays. */
	for (size_t i = 0; i < n; i++) {
		found[i] = find_entry(k, q, &keys[i]);
		counters_add(
		    found[i] != NULL ? COUNTER_ROWS_HELD : COUNTER_ROWS_READ);
	}
	rc = row_cache_read_missing(k, db, pool, id, keys_name, keys, n, found);
	if (rc != RC_OK)
		return rc;
	for (size_t i = 0; i < n; i++) {
		assert(found[i] != NULL);
		assert(found[i]->kind == q);
		rows += found[i]->rows;
	}
	res->row = pool_take(pool, (rows + 1) * sizeof(*res->row));
	for (size_t i = 0; i < n; i++) {
		res->columns = found[i]->shape->columns;
		res->names = found[i]->shape->names;
		for (unsigned r = 0; r < found[i]->rows; r++)
			res->row[res->rows++] = found[i]->row[r];
	}
	return RC_OK;
}

/* ---- whole answers, and what else is made ---- */

static struct value
row_cache_key_of(const char *key)
{
	return (struct value){ VALUE_TEXT, 0, key, strlen(key) };
}

enum rc
row_cache_run(struct row_cache *k, struct db *db, struct pool *pool,
    enum query_id id, const struct arg *args, struct result *res)
{
	const struct query *q = &query_table[id];
	const struct row_cache_entry *e;
	struct value key;
	enum rc rc;

	if (!q->cached)
		return query_run(db, pool, id, args, res);
	key = row_cache_key_of(query_key(pool, q, args));
	e = find_entry(k, q, &key);
	counters_add(e != NULL ? COUNTER_ROWS_HELD : COUNTER_ROWS_READ);
	if (e != NULL) {
		*res = (struct result){ .query = id,
			.columns = e->shape->columns,
			.names = e->shape->names,
			.rows = e->rows,
			.row = e->row };
		return RC_OK;
	}
	rc = query_run(db, pool, id, args, res);
	if (rc == RC_OK)
		add_rows(k, q, shape_of(k, q, res), &key, res->row, res->rows);
	return rc;
}

const void *
row_cache_find(struct row_cache *k, const char *kind, const char *key)
{
	struct value v = row_cache_key_of(key);
	struct row_cache_entry *e = find_entry(k, kind, &v);

	return e != NULL ? e->made : NULL;
}

const void *
row_cache_add(struct row_cache *k, const char *kind, const char *key,
    const void *bytes, size_t n)
{
	struct value v = row_cache_key_of(key);
	struct row_cache_entry *e;
	char *room;

	e = new_entry(k, kind, &v, n, &room);
	e->made = memcpy(room, bytes, n);
	return e->made;
}
