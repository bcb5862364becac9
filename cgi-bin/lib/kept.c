/* kept.c - rows read lately, of one version of the data. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "kept.h"
#include "log.h"
#include "text.h"

enum { SLOTS = 4096, MAX_KEYS = 2048 };

/* The columns of a query: those of a statement end with its connection. */
struct shape {
	struct shape	*next;
	const struct query *query;
	unsigned	 columns;
	const char	**names;
};

/* The rows of one key. */
struct entry {
	struct entry	*next;		/* of the same slot */
	uint64_t	 hash;		/* of the query and the key */
	struct value	 key;
	struct value	**row;
	unsigned	 rows;
	const struct shape *shape;
};

/* What was read in a time: all of it goes together. */
struct generation {
	struct pool	*pool;
	struct shape	*shapes;
	struct entry	*slot[SLOTS];
	size_t		 bytes;
};

/* Entries that are found among the old move to the young; when the young have
 * had half of the memory, the old go and the young grow old. */
struct kept {
	struct generation *young, *old;
	size_t		 half;
	unsigned long long version;
};

static struct generation *
generation_new(void)
{
	struct generation *g = calloc(1, sizeof(*g));

	if (g == NULL)
		log_die("kept: out of memory");
	g->pool = pool_new();
	return g;
}

static void
generation_free(struct generation *g)
{
	pool_free(g->pool);
	free(g);
}

struct kept *
kept_new(size_t bytes)
{
	struct kept *k = calloc(1, sizeof(*k));

	if (k == NULL)
		log_die("kept: out of memory");
	k->half = bytes / 2;
	k->young = generation_new();
	k->old = generation_new();
	return k;
}

void
kept_free(struct kept *k)
{
	if (k == NULL)
		return;
	generation_free(k->young);
	generation_free(k->old);
	free(k);
}

void
kept_bound(struct kept *k, size_t bytes)
{
	k->half = bytes / 2;
}

static void
forget(struct generation *g)
{
	pool_reset(g->pool);
	memset(g->slot, 0, sizeof(g->slot));
	g->shapes = NULL;
	g->bytes = 0;
}

void
kept_begin(struct kept *k, unsigned long long version)
{
	struct generation *old = k->old;

	if (k->version != version) {
		forget(k->young);
		forget(k->old);
		k->version = version;
	} else if (k->young->bytes > k->half) {
		k->old = k->young;
		k->young = old;
		forget(k->young);
	}
}

static uint64_t
hash_of(const struct query *q, const struct value *key)
{
	uint64_t h = (uint64_t)(uintptr_t)q;

	if (key->type == VALUE_INT)
		return (h ^ (uint64_t)key->i) * 0x9e3779b97f4a7c15u;
	return text_hash(h, key->s);
}

static bool
same_key(const struct value *a, const struct value *b)
{
	return a->type == b->type && (a->type == VALUE_INT ? a->i == b->i :
	    a->n == b->n && memcmp(a->s, b->s, a->n) == 0);
}

static struct entry *
look(struct generation *g, const struct query *q, uint64_t hash,
    const struct value *key)
{
	struct entry *e = g->slot[(hash >> 32) % SLOTS];

	while (e != NULL && (e->hash != hash || e->shape->query != q ||
	    !same_key(&e->key, key)))
		e = e->next;
	return e;
}

static struct value
copy_value(struct generation *g, const struct value *v)
{
	struct value copy = *v;

	if (v->type == VALUE_TEXT) {
		copy.s = pool_strndup(g->pool, v->s, v->n);
		g->bytes += v->n + 1;
	}
	return copy;
}

static const struct shape *
shape_of(struct generation *g, const struct query *q, unsigned columns,
    const char *const *names)
{
	struct shape *s = g->shapes;

	while (s != NULL && s->query != q)
		s = s->next;
	if (s != NULL)
		return s;
	s = pool_take(g->pool, sizeof(*s));
	s->next = g->shapes;
	s->query = q;
	s->columns = columns;
	s->names = pool_take(g->pool, columns * sizeof(*s->names));
	for (unsigned c = 0; c < columns; c++)
		s->names[c] = pool_strdup(g->pool, names[c]);
	return g->shapes = s;
}

/* A new entry with a copy of its rows. */
static struct entry *
add(struct generation *g, const struct shape *shape, uint64_t hash,
    const struct value *key, struct value **row, unsigned rows)
{
	struct entry *e = pool_take(g->pool, sizeof(*e));
	struct entry **slot = &g->slot[(hash >> 32) % SLOTS];

	e->shape = shape;
	e->hash = hash;
	e->key = copy_value(g, key);
	e->row = pool_take(g->pool, (rows + 1) * sizeof(*e->row));
	for (; e->rows < rows; e->rows++) {
		struct value *to = pool_take(g->pool,
		    shape->columns * sizeof(*to));

		for (unsigned c = 0; c < shape->columns; c++)
			to[c] = copy_value(g, &row[e->rows][c]);
		e->row[e->rows] = to;
	}
	g->bytes += sizeof(*e) + rows * (sizeof(*e->row) + shape->columns *
	    sizeof(struct value));
	e->next = *slot;
	return *slot = e;
}

/* The entry of a key among the young, if need be brought there from the old. */
static struct entry *
recall(struct kept *k, const struct query *q, const struct value *key)
{
	struct generation *young = k->young;
	uint64_t hash = hash_of(q, key);
	struct entry *e = look(young, q, hash, key), *old;

	if (e != NULL || (old = look(k->old, q, hash, key)) == NULL)
		return e;
	return add(young, shape_of(young, q, old->shape->columns,
	    old->shape->names), hash, key, old->row, old->rows);
}

/* Gives each of the keys that were missing its rows, or none. */
static void
keep_rows(struct kept *k, const struct query *q, const struct value *keys,
    size_t n, const struct result *res, struct pool *pool)
{
	struct generation *young = k->young;
	const struct shape *shape = shape_of(young, q, res->columns,
	    res->names);
	struct value **own = pool_take(pool, (res->rows + 1) * sizeof(*own));

	for (size_t i = 0; i < n; i++) {
		uint64_t hash = hash_of(q, &keys[i]);
		unsigned rows = 0;

		if (look(young, q, hash, &keys[i]) != NULL)
			continue;	/* given twice */
		for (unsigned r = 0; r < res->rows; r++)
			if (same_key(&res->row[r][0], &keys[i]))
				own[rows++] = res->row[r];
		add(young, shape, hash, &keys[i], own, rows);
	}
}

static enum rc
read_missing(struct kept *k, struct db *db, struct pool *pool,
    const struct query *q, const char *keys_name, const struct value *keys,
    size_t n, kept_make *make, void *arg)
{
	struct value *missing = pool_take(pool, (n + 1) * sizeof(*missing));
	const struct arg *args = NULL;
	struct result res;
	size_t m = 0;
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		if (recall(k, q, &keys[i]) == NULL)
			missing[m++] = keys[i];
	if (m == 0)
		return RC_OK;
	arg_list(pool, &args, keys_name, missing, m);
	rc = query_run(db, pool, q->name, args, &res);
	for (unsigned r = 0; make != NULL && rc == RC_OK && r < res.rows; r++)
		make(arg, pool, res.row[r]);
	if (rc == RC_OK)
		keep_rows(k, q, missing, m, &res, pool);
	return rc;
}

enum rc
kept_run_made(struct kept *k, struct db *db, struct pool *pool,
    const char *query, const char *keys_name, const struct value *keys,
    size_t n, kept_make *make, void *arg, struct result *res)
{
	const struct query *q = query_find(query);
	struct entry **found = pool_take(pool, (n + 1) * sizeof(*found));
	unsigned rows = 0;
	enum rc rc;

	if (q == NULL || n > MAX_KEYS) {
		log_msg("kept: \"%s\" with %zu keys", query, n);
		return RC_FAIL;
	}
	rc = read_missing(k, db, pool, q, keys_name, keys, n, make, arg);
	*res = (struct result){ .rows = 0 };
	for (size_t i = 0; rc == RC_OK && i < n; i++) {
		found[i] = recall(k, q, &keys[i]);
		rows += found[i]->rows;
	}
	res->row = pool_take(pool, (rows + 1) * sizeof(*res->row));
	for (size_t i = 0; rc == RC_OK && i < n; i++) {
		res->columns = found[i]->shape->columns;
		res->names = found[i]->shape->names;
		for (unsigned r = 0; r < found[i]->rows; r++)
			res->row[res->rows++] = found[i]->row[r];
	}
	return rc;
}

enum rc
kept_run(struct kept *k, struct db *db, struct pool *pool, const char *query,
    const char *keys_name, const struct value *keys, size_t n,
    struct result *res)
{
	return kept_run_made(k, db, pool, query, keys_name, keys, n, NULL,
	    NULL, res);
}
