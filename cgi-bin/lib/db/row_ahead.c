/* row_ahead.c - rows that are read ahead. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/row_ahead.h"
#include "db/row_hash.h"
#include "db/row_pack.h"

/* The first column. */
enum { KEY };

/* The first run is of so many rows, others of about PIECE bytes. */
enum { FIRST = 50, LEAST = 16, MOST = 2000, PIECE = 128 << 10 };

/* Runs are of another kind than keys of their query, which are under 2 times
 * QUERY__MAX (row_cache.c). */
enum { KINDS = 1 << 16 };

/* How a run lies in its entry: where its rows are, by the hash of their keys;
 * then the packed rows, where the slots end. */
struct run {
	uint32_t slots, last; /* a power of two; where the last row is */
	uint32_t slot[];      /* in units of ROW_ALIGN, from 1; 0: none */
};

struct known {
	const struct run *run;
	struct value first, last; /* keys */
};

/* Of a query. */
struct runs {
	struct known *run;
	uint32_t n, room;
	bool whole; /* there is no row behind the last one */
	unsigned most;
	int type; /* of its keys */
};

struct row_ahead {
	struct runs of[QUERY__MAX];
	enum query_id wanted[QUERY__MAX];
	unsigned n;
};

struct row_ahead *
row_ahead_new(void)
{
	struct row_ahead *a = calloc(1, sizeof(*a));

	if (a == NULL)
		log_die("row_ahead: out of memory");
	return a;
}

void
row_ahead_forget(struct row_ahead *a)
{
	for (int i = 0; i < QUERY__MAX; i++) {
		a->of[i].n = 0;
		a->of[i].whole = false;
	}
	a->n = 0;
}

void
row_ahead_free(struct row_ahead *a)
{
	for (int i = 0; a != NULL && i < QUERY__MAX; i++)
		free(a->of[i].run);
	free(a);
}

static bool
takes(const struct query *q, enum query_arg name)
{
	for (int i = 0; i < q->nparams; i++)
		if (q->params[i] == name)
			return true;
	return false;
}

bool
row_ahead_is_for(const struct query *q)
{
	return takes(q, ARG_AFTER) && takes(q, ARG_MOST);
}

/* ---- what is there ---- */

static size_t
head_size(uint32_t slots)
{
	return sizeof(struct run) + slots * sizeof(uint32_t);
}

static const void *
row_at(const struct run *run, uint32_t at)
{
	return (const char *)run + head_size(run->slots) +
	    (size_t)(at - 1) * ROW_ALIGN;
}

static void
add_run(struct runs *r, const struct run *run)
{
	if (r->n == r->room) {
		r->room = 2 * r->room + 16;
		r->run = realloc(r->run, r->room * sizeof(*r->run));
		if (r->run == NULL)
			log_die("row_ahead: out of memory");
	}
	r->run[r->n++] = (struct known){ run, row_pack_key(row_at(run, 1)),
		row_pack_key(row_at(run, run->last)) };
}

/* Takes note of what was read since, by whichever process; whether anything
 * was. */
static bool
look(struct row_ahead *a, const struct row_store *s, enum query_id id)
{
	struct runs *r = &a->of[id];
	uint32_t n = r->n;
	const struct row_entry *e;

	while (!r->whole &&
	    (e = row_store_find(s, KINDS + (uint64_t)id, &r->n,
		 sizeof(r->n))) != NULL) {
		if (e->rows == 0)
			r->whole = true;
		else
			add_run(r, row_entry_content(e));
	}
	return r->n > n || r->whole;
}

static int
compare(const struct value *a, const struct value *b)
{
	size_t n = a->n < b->n ? a->n : b->n;
	int order;

	if (a->type == VALUE_INT)
		return (a->i > b->i) - (a->i < b->i);
	order = n > 0 ? memcmp(a->s, b->s, n) : 0;
	return order != 0 ? order : (a->n > b->n) - (a->n < b->n);
}

/* The last run that begins with the key or before it; NULL: there is none. */
static const struct known *
run_of(const struct runs *r, const struct value *key)
{
	uint32_t from = 0, to = r->n;

	while (from < to) {
		uint32_t mid = from + (to - from) / 2;

		if (compare(&r->run[mid].first, key) <= 0)
			from = mid + 1;
		else
			to = mid;
	}
	return from > 0 ? &r->run[from - 1] : NULL;
}

static uint32_t
hash_of(const struct value *key)
{
	static const uint64_t any[] = { 0x9e3779b97f4a7c15u,
		0xd1342543de82ef95u };

	return (uint32_t)(key->type == VALUE_INT
		? row_hash(any, 0, &key->i, sizeof(key->i))
		: row_hash(any, 0, key->s, key->n));
}

/* The row of the key in a run, or NULL. */
static const void *
find_row(const struct run *run, const struct value *key)
{
	uint32_t i = hash_of(key) & (run->slots - 1);

	for (; run->slot[i] > 0; i = (i + 1) & (run->slots - 1)) {
		const void *row = row_at(run, run->slot[i]);
		struct value v = row_pack_key(row);

		if (compare(&v, key) == 0)
			return row;
	}
	return NULL;
}

/* The row of the key in the runs; NULL and *known: there is none. */
static const void *
search(const struct runs *r, const struct value *key, bool *known)
{
	const struct known *k;
	const void *row;

	*known = r->whole && r->n == 0;
	if (r->n == 0 || r->run[0].first.type != key->type)
		return NULL;
	k = run_of(r, key);
	row = k != NULL ? find_row(k->run, key) : NULL;
	*known = r->whole || row != NULL ||
	    compare(key, &r->run[r->n - 1].last) < 0;
	return row;
}

static void
want(struct row_ahead *a, enum query_id id, int type)
{
	for (unsigned i = 0; i < a->n; i++)
		if (a->wanted[i] == id)
			return;
	a->of[id].type = type;
	a->wanted[a->n++] = id;
}

bool
row_ahead_find(struct row_ahead *a, const struct row_store *s,
    struct pool *pool, enum query_id id, const struct value *key,
    struct value ***row, unsigned *rows)
{
	unsigned columns = (unsigned)query_table[id].ncolumns;
	struct runs *r = &a->of[id];
	bool known;
	const void *packed = search(r, key, &known);

	if (!known && look(a, s, id))
		packed = search(r, key, &known);
	if (!known) {
		want(a, id, key->type);
		return false;
	}
	*rows = packed != NULL;
	*row = pool_room(pool, sizeof(**row) + columns * sizeof(***row));
	**row = (struct value *)(void *)(*row + 1);
	if (packed != NULL)
		row_unpack(packed, **row, columns);
	return true;
}

/* ---- what is read ---- */

/* The key that a run is to begin behind. */
static struct value
last_key(const struct runs *r)
{
	return r->n > 0 ? r->run[r->n - 1].last
			: (struct value){ .type = r->type, .s = "" };
}

/* How many rows to read when so many took so many bytes. */
static unsigned
most_of(unsigned rows, size_t bytes)
{
	size_t most = (size_t)PIECE * rows / (bytes + 1);

	return most < LEAST ? LEAST : most > MOST ? MOST : (unsigned)most;
}

/* Writes a run. */
static void
put_run(struct run *run, uint32_t slots, const struct result *res)
{
	char *rows = (char *)run + head_size(slots), *p = rows;

	*run = (struct run){ .slots = slots };
	memset(run->slot, 0, slots * sizeof(*run->slot));
	for (unsigned r = 0; r < res->rows; r++) {
		uint32_t i = hash_of(&res->row[r][KEY]) & (slots - 1);

		while (run->slot[i] > 0)
			i = (i + 1) & (slots - 1);
		run->last = (uint32_t)((size_t)(p - rows) / ROW_ALIGN) + 1;
		run->slot[i] = run->last;
		p = row_pack(p, res->row[r], res->columns);
	}
}

/* Reads a run, an empty one behind the last row; false when it cannot be. */
static bool
read_run(struct runs *r, struct row_store *s, struct db *db, struct pool *pool,
    enum query_id id)
{
	struct value after = last_key(r);
	const struct arg *args = NULL;
	struct row_entry *e;
	struct result res;
	uint32_t slots = 4;
	size_t size = 0;

	arg_int(pool, &args, ARG_MOST, r->most > 0 ? r->most : FIRST);
	arg_list(pool, &args, ARG_AFTER, &after, 1);
	if (query_run(db, pool, id, args, &res) != RC_OK)
		return false;
	while (slots < res.rows + res.rows / 2)
		slots *= 2;
	for (unsigned i = 0; i < res.rows; i++)
		size += row_pack_size(res.row[i], res.columns);
	e = row_store_take(s, KINDS + (uint64_t)id, &r->n, sizeof(r->n),
	    head_size(slots) + size);
	if (e == NULL)
		return false;
	put_run(row_entry_content(e), slots, &res);
	e->rows = res.rows;
	row_store_add(s, e);
	r->most = most_of(res.rows, size);
	return true;
}

static void
forget_first(struct row_ahead *a)
{
	a->n--;
	memmove(a->wanted, a->wanted + 1, a->n * sizeof(*a->wanted));
}

/* Whether there is more of the query to read, and room. */
static bool
may_go_on(struct row_ahead *a, const struct row_store *s, enum query_id id)
{
	look(a, s, id);
	return !a->of[id].whole && !row_store_is_filling(s);
}

bool
row_ahead_wants(const struct row_ahead *a)
{
	return a->n > 0;
}

bool
row_ahead_read(struct row_ahead *a, struct row_store *s, struct db *db,
    struct pool *pool)
{
	enum query_id id;
	bool done;

	while (a->n > 0 && !may_go_on(a, s, a->wanted[0]))
		forget_first(a);
	if (a->n == 0 || !row_store_claim(s))
		return false;
	id = a->wanted[0];
	done = !may_go_on(a, s, id) || read_run(&a->of[id], s, db, pool, id);
	row_store_leave(s);
	if (!done)
		forget_first(a);
	return true;
}
