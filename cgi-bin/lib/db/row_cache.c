/*
 * row_cache.c - a cache of rows, of one version of the data, in a store that
 * processes share.
 */

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/counters.h"
#include "base/log.h"
#include "base/str.h"
#include "db/row_ahead.h"
#include "db/row_cache.h"
#include "db/row_pack.h"
#include "db/row_store.h"

/* KEY is the first column of keyed queries. */
enum { KEY, MAX_KEYS = 2048 };

/* The rows of one key: those of a store, or just read. */
struct own_rows {
	struct value **row;
	unsigned rows;
};

struct row_cache {
	char *path;       /* NULL: of this process alone */
	uint64_t program; /* of row_cache_share */
	size_t limit;
	struct row_stamp stamp;
	struct row_store *store; /* opened when it is wanted */
	struct row_ahead *ahead; /* of the store */
	bool tried;              /* in this request */
	bool alone;              /* it said that it cannot share */
};

/* How many processes a program has, or so: one that has its rows alone keeps
 * its part of them. */
enum { PROCESSES = 4 };

struct row_cache *
row_cache_new(size_t bytes)
{
	struct row_cache *k = calloc(1, sizeof(*k));

	if (k == NULL)
		log_die("row_cache: out of memory");
	k->limit = bytes;
	k->ahead = row_ahead_new();
	return k;
}

void
row_cache_share(struct row_cache *k, const char *path, uint64_t program)
{
	if ((k->path = strdup(path)) == NULL)
		log_die("row_cache: out of memory");
	k->program = k->stamp.program = program;
}

static void
drop_store(struct row_cache *k)
{
	row_store_close(k->store);
	row_ahead_forget(k->ahead);
	k->store = NULL;
	k->tried = false;
}

void
row_cache_depend(struct row_cache *k, size_t bytes, uint64_t on)
{
	uint64_t program = k->program ^ on * 0x9e3779b97f4a7c15u;

	if (k->stamp.program != program)
		drop_store(k);
	k->stamp.program = program;
	k->limit = bytes;
}

void
row_cache_free(struct row_cache *k)
{
	if (k == NULL)
		return;
	drop_store(k);
	row_ahead_free(k->ahead);
	free(k->path);
	free(k);
}

void
row_cache_begin(struct row_cache *k, unsigned long long version)
{
	if (k->stamp.version != version ||
	    (k->store != NULL && row_store_is_full(k->store)))
		drop_store(k);
	k->stamp.version = version;
	k->tried = k->store != NULL;
}

/* A store to read and to fill; NULL, until the next request, when another
 * process is opening it. */
static struct row_store *
store_at_hand(struct row_cache *k)
{
	int why;

	if (k == NULL)
		return NULL;
	if (k->tried)
		return k->store;
	k->tried = true;
	k->store = row_store_open(k->path, k->limit, &k->stamp, &why);
	if (k->store != NULL)
		k->alone = false;
	if (k->store != NULL || why == 0)
		return k->store;
	if (!k->alone)
		log_msg("row_cache: \"%s\" cannot be shared: %s", k->path,
		    strerror(why));
	k->alone = true;
	return k->store = row_store_open(NULL, k->limit / PROCESSES, &k->stamp,
		   &why);
}

/* ---- entries ---- */

/* Keys of an int and of a text are of two kinds. */
static uint64_t
kind_of(enum query_id id, const struct value *key)
{
	return 2 * (uint64_t)id + (key->type == VALUE_INT);
}

static const void *
bytes_of(const struct value *key, size_t *n)
{
	*n = key->type == VALUE_INT ? sizeof(key->i) : key->n;
	return key->type == VALUE_INT ? (const void *)&key->i : key->s;
}

static const struct row_entry *
find_entry(struct row_cache *k, uint64_t kind, const void *key, size_t n)
{
	const struct row_store *s = store_at_hand(k);

	return s != NULL ? row_store_find(s, kind, key, n) : NULL;
}

/* ---- rows ---- */

static void
row_cache_keep(struct row_cache *k, const struct query *q, uint64_t kind,
    const void *key, size_t n, const struct own_rows *own)
{
	unsigned columns = (unsigned)q->ncolumns;
	struct row_entry *e;
	size_t size = 0;
	void *to;

	if (k == NULL || k->store == NULL)
		return;
	for (unsigned r = 0; r < own->rows; r++)
		size += row_pack_size(own->row[r], columns);
	if ((e = row_store_take(k->store, kind, key, n, size)) == NULL)
		return;
	e->rows = own->rows;
	to = row_entry_content(e);
	for (unsigned r = 0; r < own->rows; r++)
		to = row_pack(to, own->row[r], columns);
	row_store_add(k->store, e);
}

/* The rows of a key among those that were read. */
static struct own_rows
rows_of(struct pool *pool, const struct result *res, const struct value *key)
{
	struct own_rows own = {
		pool_room(pool, res->rows * sizeof(*own.row) + 1), 0
	};
	size_t n, have;
	const void *want = bytes_of(key, &n), *is;

	for (unsigned r = 0; r < res->rows; r++) {
		is = bytes_of(&res->row[r][KEY], &have);
		if (res->row[r][KEY].type == key->type && have == n &&
		    memcmp(is, want, n) == 0)
			own.row[own.rows++] = res->row[r];
	}
	return own;
}

/* Runs the query for the keys whose rows are not there yet, and keeps them:
 * that a key has none is worth keeping too. */
static enum rc
read_missing(struct row_cache *k, struct db *db, struct pool *pool,
    enum query_id id, enum query_arg keys_name, const struct value *keys,
    size_t n, struct own_rows *own)
{
	struct value *missing = pool_take(pool, (n + 1) * sizeof(*missing));
	const struct query *q = &query_table[id];
	const struct arg *args = NULL;
	struct result res;
	size_t m = 0;
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		if (own[i].row == NULL)
			missing[m++] = keys[i];
	if (m == 0)
		return RC_OK;
	arg_int(pool, &args, ARG_MOST, MAX_KEYS);
	arg_list(pool, &args, keys_name, missing, m);
	if ((rc = query_run(db, pool, id, args, &res)) != RC_OK)
		return rc;
	assert(res.columns == (unsigned)q->ncolumns);
	for (size_t i = 0; i < n; i++) {
		size_t bytes;
		const void *key = bytes_of(&keys[i], &bytes);

		if (own[i].row != NULL)
			continue;
		own[i] = rows_of(pool, &res, &keys[i]);
		row_cache_keep(k, q, kind_of(id, &keys[i]), key, bytes,
		    &own[i]);
	}
	return RC_OK;
}

static struct own_rows
open_rows(struct pool *pool, const struct query *q, const struct row_entry *e)
{
	size_t columns = (size_t)q->ncolumns;
	struct own_rows own = { pool_room(pool, e->rows * sizeof(*own.row) + 1),
		e->rows };
	struct value *v = pool_room(pool, e->rows * columns * sizeof(*v) + 1);
	const void *packed = row_entry_content(e);

	for (unsigned r = 0; r < e->rows; r++, v += columns) {
		own.row[r] = v;
		packed = row_unpack(packed, v, (unsigned)columns);
	}
	return own;
}

static struct own_rows
find_rows(struct row_cache *k, struct pool *pool, enum query_id id,
    uint64_t kind, const void *key, size_t n)
{
	const struct row_entry *e = find_entry(k, kind, key, n);

	counters_add(e != NULL ? COUNTER_ROWS_HELD : COUNTER_ROWS_READ);
	return e != NULL ? open_rows(pool, &query_table[id], e)
			 : (struct own_rows){ NULL, 0 };
}

/* Those of n keys that are there. */
static void
find_keys(struct row_cache *k, struct pool *pool, enum query_id id,
    const struct value *keys, size_t n, struct own_rows *own)
{
	const struct row_store *s = row_ahead_is_for(&query_table[id])
	    ? store_at_hand(k)
	    : NULL;

	for (size_t i = 0; i < n; i++) {
		size_t bytes;
		const void *key = bytes_of(&keys[i], &bytes);

		if (s != NULL &&
		    row_ahead_find(k->ahead, s, pool, id, &keys[i], &own[i].row,
			&own[i].rows))
			counters_add(COUNTER_ROWS_HELD);
		else
			own[i] = find_rows(k, pool, id, kind_of(id, &keys[i]),
			    key, bytes);
	}
}

static struct result
result_of(enum query_id id, unsigned rows, struct value **row)
{
	const struct query *q = &query_table[id];

	return (struct result){ .query = id,
		.columns = (unsigned)q->ncolumns,
		.names = q->columns,
		.rows = rows,
		.row = row };
}

enum rc
row_cache_query(struct row_cache *k, struct db *db, struct pool *pool,
    enum query_id id, enum query_arg keys_name, const struct value *keys,
    size_t n, struct result *res)
{
	struct own_rows *own = pool_take(pool, (n + 1) * sizeof(*own));
	unsigned rows = 0;
	enum rc rc;

	*res = (struct result){ .query = id };
	if (n > MAX_KEYS) {
		log_msg("row_cache: \"%s\" with %zu keys", query_table[id].name,
		    n);
		return RC_FAIL;
	}
	find_keys(k, pool, id, keys, n, own);
	rc = read_missing(k, db, pool, id, keys_name, keys, n, own);
	if (rc != RC_OK)
		return rc;
	for (size_t i = 0; i < n; i++)
		rows += own[i].rows;
	*res = result_of(id, 0, pool_room(pool, rows * sizeof(*res->row) + 1));
	for (size_t i = 0; i < n; i++)
		for (unsigned r = 0; r < own[i].rows; r++)
			res->row[res->rows++] = own[i].row[r];
	return RC_OK;
}

bool
row_cache_wants(const struct row_cache *k)
{
	return k->store != NULL && row_ahead_wants(k->ahead);
}

bool
row_cache_ahead(struct row_cache *k, struct db *db, struct pool *pool)
{
	return row_cache_wants(k) &&
	    row_ahead_read(k->ahead, k->store, db, pool);
}

/* ---- whole answers, and what else is made ---- */

enum rc
row_cache_run(struct row_cache *k, struct db *db, struct pool *pool,
    enum query_id id, const struct arg *args, struct result *res)
{
	const struct query *q = &query_table[id];
	struct own_rows own;
	const char *key;
	size_t n;
	enum rc rc;

	if (!q->cached)
		return query_run(db, pool, id, args, res);
	key = query_key(pool, q, args);
	n = strlen(key);
	own = find_rows(k, pool, id, 2 * (uint64_t)id, key, n);
	if (own.row != NULL) {
		*res = result_of(id, own.rows, own.row);
		return RC_OK;
	}
	if ((rc = query_run(db, pool, id, args, res)) != RC_OK)
		return rc;
	assert(res->columns == (unsigned)q->ncolumns);
	own = (struct own_rows){ res->row, res->rows };
	row_cache_keep(k, q, 2 * (uint64_t)id, key, n, &own);
	return RC_OK;
}

/* Another than those of queries: names are few, and none has the hash of
 * another. */
static uint64_t
kind_named(const char *name)
{
	return str_hash(STR_HASH, name) | 1ull << 63;
}

const void *
row_cache_find(struct row_cache *k, const char *kind, const char *key)
{
	const struct row_entry *e = find_entry(k, kind_named(kind), key,
	    strlen(key));

	return e != NULL ? row_entry_content(e) : NULL;
}

const void *
row_cache_add(struct row_cache *k, const char *kind, const char *key,
    const void *bytes, size_t n)
{
	struct row_store *s = store_at_hand(k);
	struct row_entry *e = s == NULL
	    ? NULL
	    : row_store_take(s, kind_named(kind), key, strlen(key), n);

	if (e == NULL)
		return bytes;
	memcpy(row_entry_content(e), bytes, n);
	row_store_add(k->store, e);
	return row_entry_content(e);
}
