/* query.c - named queries, prepared once a connection. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "crypto/digest.h"
#include "db/query.h"

enum {
	MAX_BINDS = 3 * 2048,
	MAX_LIST = 2048,
	MAX_KEY = 500,
	CLIENT_ERRORS = 2000 /* the first that the library itself makes */
};

void
arg_list(struct pool *pool, const struct arg **args, enum query_arg name,
    const struct value *v, size_t n)
{
	struct arg *a = pool_take(pool, sizeof(*a));

	*a = (struct arg){ name, v, n, *args };
	*args = a;
}

void
arg_int(struct pool *pool, const struct arg **args, enum query_arg name,
    long long i)
{
	struct value *v = pool_take(pool, sizeof(*v));

	*v = (struct value){ .type = VALUE_INT, .i = i };
	arg_list(pool, args, name, v, 1);
}

void
arg_bytes(struct pool *pool, const struct arg **args, enum query_arg name,
    const void *s, size_t n)
{
	struct value *v = pool_take(pool, sizeof(*v));

	*v = (struct value){ .type = s != NULL ? VALUE_TEXT : VALUE_NULL,
		.s = s,
		.n = n };
	arg_list(pool, args, name, v, 1);
}

void
arg_text(struct pool *pool, const struct arg **args, enum query_arg name,
    const char *s)
{
	arg_bytes(pool, args, name, s, s != NULL ? strlen(s) : 0);
}

static const struct arg *
arg_find(const struct arg *args, enum query_arg name)
{
	for (; args != NULL; args = args->next)
		if (args->name == name)
			return args->n > 0 ? args : NULL;
	return NULL;
}

/* Lists are padded to a power of two, so that few shapes are prepared. */
static size_t
padded(size_t n)
{
	size_t size = 1;

	while (size < n)
		size *= 2;
	return size;
}

static enum rc
collect(const struct query *q, const struct arg *args, const struct arg **got,
    uint64_t *shape)
{
	*shape = 14695981039346656037u;
	for (int i = 0; i < q->nparams; i++) {
		got[i] = arg_find(args, q->params[i]);
		if (got[i] == NULL && !q->may_miss[i]) {
			log_msg("query: \"%s\" misses \"%s\"", q->name,
			    query_args[q->params[i]]);
			return RC_FAIL;
		}
		if (got[i] != NULL && got[i]->n > MAX_LIST) {
			log_msg("query: \"%s\" has %zu values of \"%s\"",
			    q->name, got[i]->n, query_args[q->params[i]]);
			return RC_FAIL;
		}
		*shape = (*shape ^
			     (got[i] == NULL ? 0 : 1 + padded(got[i]->n))) *
		    1099511628211u;
	}
	return RC_OK;
}

static bool
part_is_kept(const struct query_part *p, const struct arg *const *got)
{
	return p->cond < 0 || (got[p->cond] != NULL) != p->unless;
}

static void
put_marks(struct buf *sql, size_t n)
{
	while (n-- > 1)
		buf_puts(sql, "?,");
	buf_puts(sql, "?");
}

/* The statement of that shape for this connection; made when it is new. */
static enum rc
statement(struct db *db, const struct query *q, uint64_t shape,
    const struct arg *const *got, struct db_stmt **stmt)
{
	enum query_id id = (enum query_id)(q - query_table);
	struct buf sql = { 0 };
	enum rc rc;

	if ((*stmt = db_stmt_find(db, id, shape)) != NULL)
		return RC_OK;
	for (int i = 0; i < q->nparts; i++) {
		const struct query_part *p = &q->parts[i];

		if (!part_is_kept(p, got))
			continue;
		buf_puts(&sql, p->text);
		if (p->param >= 0)
			put_marks(&sql,
			    got[p->param] != NULL ? padded(got[p->param]->n)
						  : 1);
	}
	rc = db_prepare(db, id, shape, q->name, sql.data, stmt);
	buf_free(&sql);
	return rc;
}

/* How many values the query binds in that shape. */
static size_t
count_binds(const struct query *q, const struct arg *const *got)
{
	size_t n = 0;

	for (int i = 0; i < q->nparts; i++) {
		const struct query_part *p = &q->parts[i];

		if (p->param >= 0 && part_is_kept(p, got))
			n += got[p->param] != NULL ? padded(got[p->param]->n)
						   : 1;
	}
	return n;
}

static void
bind_all(const struct query *q, const struct arg *const *got, struct value *v)
{
	static const struct value null = { .type = VALUE_NULL };

	for (int i = 0; i < q->nparts; i++) {
		const struct query_part *p = &q->parts[i];
		const struct arg *a;

		if (p->param < 0 || !part_is_kept(p, got))
			continue;
		a = got[p->param];
		for (size_t k = 0, m = a ? padded(a->n) : 1; k < m; k++)
			*v++ = a == NULL ? null : a->v[k < a->n ? k : a->n - 1];
	}
}

static enum rc
run_once(struct db *db, struct pool *pool, const struct query *q,
    const struct arg *args, struct result *res)
{
	const struct arg **got = pool_take(pool,
	    (size_t)(q->nparams + 1) * sizeof(*got));
	struct db_stmt *stmt;
	struct value *v;
	uint64_t shape;
	size_t n;
	enum rc rc;

	if ((rc = collect(q, args, got, &shape)) != RC_OK)
		return rc;
	if ((n = count_binds(q, got)) > MAX_BINDS) {
		log_msg("query: \"%s\" binds too much", q->name);
		return RC_FAIL;
	}
	v = pool_room(pool, n * sizeof(*v));
	bind_all(q, got, v);
	if ((rc = db_connect(db)) != RC_OK ||
	    (rc = statement(db, q, shape, got, &stmt)) != RC_OK)
		return rc;
	rc = db_execute(stmt, v, n, pool, res);
	res->query = (enum query_id)(q - query_table);
	return rc;
}

enum rc
query_run(struct db *db, struct pool *pool, enum query_id id,
    const struct arg *args, struct result *res)
{
	const struct query *q = &query_table[id];
	unsigned epoch = db_epoch(db);
	bool alone = !db_in_transaction(db);
	enum rc rc;

	rc = run_once(db, pool, q, args, res);
	/* A connection that the server closed while it was idle: once more, on
	 * a new one.  Within a transaction half of the work is lost with it. */
	if (rc == RC_UNAVAILABLE && alone && epoch > 0 &&
	    db_errno(db) >= CLIENT_ERRORS && db_connect(db) == RC_OK &&
	    db_epoch(db) != epoch)
		rc = run_once(db, pool, q, args, res);
	return rc;
}

enum rc
query_load(struct db *db, enum query_id id, const struct buf *rows)
{
	const struct query *q = &query_table[id];

	if (!q->loads || q->nparts != 1) {
		log_msg("query: \"%s\" loads no rows", q->name);
		return RC_FAIL;
	}
	return db_load(db, q->name, q->parts[0].text, rows);
}

/* A text says its length, so that no two lists read alike. */
static void
put_key(struct buf *key, const struct value *v)
{
	static const char *const before[] = { [VALUE_NULL] = " -",
		[VALUE_INT] = " ",
		[VALUE_TEXT] = " :" };
	bool named = v->type == VALUE_TEXT && v->i != 0;

	buf_puts(key, named ? " #" : before[v->type]);
	if (v->type == VALUE_INT || named) {
		buf_put_int(key, v->i);
	} else if (v->type == VALUE_TEXT) {
		buf_put_int(key, (long long)v->n);
		buf_putc(key, ':');
		buf_put(key, v->s, v->n);
	}
}

const char *
query_key(struct pool *pool, const struct query *q, const struct arg *args)
{
	char digest[DIGEST_HEX + 1];
	struct buf key = { 0 };
	const char *copy;

	for (int i = 0; i < q->nparams; i++) {
		const struct arg *a = arg_find(args, q->params[i]);

		for (size_t k = 0; a != NULL && k < a->n; k++)
			put_key(&key, &a->v[k]);
		buf_puts(&key, ";");
	}
	/* The aids of a portal would take more room than what they find. */
	if (key.len > MAX_KEY) {
		digest_sha256(digest, key.data, key.len);
		copy = pool_strndup(pool, digest, DIGEST_HEX);
	} else {
		copy = pool_strndup(pool, key.len > 0 ? key.data : "", key.len);
	}
	buf_free(&key);
	return copy;
}

const char *
query_text(struct pool *pool, const struct query *q)
{
	struct buf sql = { 0 };
	char *copy;

	for (int i = 0; i < q->nparts; i++) {
		if (q->parts[i].cond >= 0 && q->parts[i].unless)
			continue;
		buf_puts(&sql, q->parts[i].text);
		if (q->parts[i].param >= 0)
			buf_puts(&sql, "?");
	}
	copy = pool_strndup(pool, sql.data, sql.len);
	buf_free(&sql);
	return copy;
}
