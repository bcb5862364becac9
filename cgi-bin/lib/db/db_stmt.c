/* db_stmt.c - prepared statements, which belong to their handle. */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/counters.h"
#include "base/log.h"
#include "base/timing.h"
#include "db/connection.h"
#include "db/db.h"

#include <mysqld_error.h>

/*
 * One query in one of its shapes.  It stays when the connection is lost, is
 * prepared again when the next one first needs it, and goes with the handle.
 */
struct db_stmt {
	struct db_stmt *next; /* of the same query */
	uint64_t shape;
	MYSQL_STMT *st; /* NULL: could not be prepared */
	unsigned epoch; /* the connection that prepared it */
	struct db *db;
	const char *name;
	unsigned columns;
	MYSQL_BIND *in, *out;
	unsigned nin;
	long long *ints; /* integer fields are fetched here */
	unsigned long *lengths;
	my_bool *nulls;
	const char **names; /* in db->names: results point to them */
};

static bool
is_integer(enum enum_field_types t)
{
	return t == MYSQL_TYPE_TINY || t == MYSQL_TYPE_SHORT ||
	    t == MYSQL_TYPE_INT24 || t == MYSQL_TYPE_LONG ||
	    t == MYSQL_TYPE_LONGLONG;
}

/* The names of the columns outlive the connection, for a result may be read
 * after it: they are made once, and again only when the table changed. */
static void
name_columns(struct db_stmt *s, const MYSQL_FIELD *f, unsigned n)
{
	if (s->names != NULL && s->columns == n)
		return;
	s->names = pool_take(s->db->names, n * sizeof(*s->names));
	for (unsigned i = 0; i < n; i++)
		s->names[i] = pool_strdup(s->db->names, f[i].name);
}

/* Lays out the binds of the answer: integers by value, the rest by length. */
static void
bind_columns(struct db_stmt *s)
{
	MYSQL_RES *meta = mysql_stmt_result_metadata(s->st);
	unsigned n = meta != NULL ? mysql_num_fields(meta) : 0;
	const MYSQL_FIELD *f = n > 0 ? mysql_fetch_fields(meta) : NULL;

	if (n > 0)
		name_columns(s, f, n);
	s->columns = n;
	s->out = calloc(n + 1, sizeof(*s->out));
	s->ints = calloc(n + 1, sizeof(*s->ints));
	s->lengths = calloc(n + 1, sizeof(*s->lengths));
	s->nulls = calloc(n + 1, sizeof(*s->nulls));
	if (!s->out || !s->ints || !s->lengths || !s->nulls)
		log_die("db: out of memory");
	for (unsigned i = 0; i < n; i++) {
		MYSQL_BIND *b = &s->out[i];

		b->is_null = &s->nulls[i];
		b->length = &s->lengths[i];
		b->buffer_type = MYSQL_TYPE_STRING;
		if (is_integer(f[i].type)) {
			b->buffer_type = MYSQL_TYPE_LONGLONG;
			b->buffer = &s->ints[i];
			b->is_unsigned = (f[i].flags & UNSIGNED_FLAG) != 0;
		}
	}
	mysql_free_result(meta);
}

/* ---- the statements of a handle ---- */

static struct db_stmt *
stmt_of_shape(const struct db *db, enum query_id query, uint64_t shape)
{
	struct db_stmt *s = db->stmts != NULL ? db->stmts[query] : NULL;

	while (s != NULL && s->shape != shape)
		s = s->next;
	return s;
}

struct db_stmt *
db_stmt_find(const struct db *db, enum query_id query, uint64_t shape)
{
	struct db_stmt *s = stmt_of_shape(db, query, shape);

	return s != NULL && s->st != NULL && s->epoch == db->epoch ? s : NULL;
}

/* Ends what the connection gave; the names of columns stay. */
static void
stmt_close(struct db_stmt *s)
{
	if (s->st != NULL)
		mysql_stmt_close(s->st);
	free(s->nulls);
	free(s->lengths);
	free(s->ints);
	free(s->out);
	free(s->in);
	s->st = NULL;
	s->nulls = NULL;
	s->lengths = NULL;
	s->ints = NULL;
	s->out = s->in = NULL;
}

static struct db_stmt *
stmt_new(struct db *db, enum query_id query, uint64_t shape, const char *name)
{
	struct db_stmt *s = calloc(1, sizeof(*s));

	if (db->stmts == NULL)
		db->stmts = calloc(QUERY__MAX, sizeof(struct db_stmt *));
	if (s == NULL || db->stmts == NULL)
		log_die("db: out of memory");
	s->db = db;
	s->name = name;
	s->shape = shape;
	s->next = db->stmts[query];
	db->stmts[query] = s;
	return s;
}

enum rc
db_prepare(struct db *db, enum query_id query, uint64_t shape, const char *name,
    const char *sql, struct db_stmt **to)
{
	struct db_stmt *s = stmt_of_shape(db, query, shape);
	enum rc rc;

	assert(db->my != NULL);
	if (s == NULL)
		s = stmt_new(db, query, shape, name);
	stmt_close(s);
	if ((s->st = mysql_stmt_init(db->my)) == NULL)
		log_die("db: out of memory");
	breaker_start(&db->breaker);
	if (mysql_stmt_prepare(s->st, sql, strlen(sql)) != 0) {
		rc = db_failed(db, name, mysql_stmt_errno(s->st),
		    mysql_stmt_error(s->st));
		stmt_close(s);
		return rc;
	}
	s->epoch = db->epoch;
	s->nin = (unsigned)mysql_stmt_param_count(s->st);
	if ((s->in = calloc(s->nin + 1, sizeof(*s->in))) == NULL)
		log_die("db: out of memory");
	bind_columns(s);
	*to = s;
	return RC_OK;
}

void
db_stmts_free(struct db *db)
{
	for (int i = 0; db->stmts != NULL && i < QUERY__MAX; i++) {
		for (struct db_stmt *s = db->stmts[i], *next; s; s = next) {
			next = s->next;
			stmt_close(s);
			free(s);
		}
	}
	free(db->stmts);
	db->stmts = NULL;
}

/* ---- running one ---- */

static void
bind_values(struct db_stmt *s, const struct value *v)
{
	for (unsigned i = 0; i < s->nin; i++) {
		MYSQL_BIND *b = &s->in[i];

		*b = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_NULL };
		if (v[i].type == VALUE_INT) {
			b->buffer_type = MYSQL_TYPE_LONGLONG;
			b->buffer = (void *)(uintptr_t)&v[i].i;
		} else if (v[i].type == VALUE_TEXT) {
			b->buffer_type = MYSQL_TYPE_STRING;
			b->buffer = (void *)(uintptr_t)v[i].s;
			b->buffer_length = v[i].n;
		}
	}
}

/* One field of the row that was just fetched. */
static void
take_field(struct db_stmt *s, unsigned i, struct pool *pool, struct value *v)
{
	MYSQL_BIND b = { .buffer_type = MYSQL_TYPE_STRING };
	char *at;

	*v = (struct value){ .type = VALUE_NULL };
	if (s->nulls[i])
		return;
	if (s->out[i].buffer_type == MYSQL_TYPE_LONGLONG) {
		*v = (struct value){ .type = VALUE_INT, .i = s->ints[i] };
		return;
	}
	at = pool_room(pool, s->lengths[i] + 1);
	at[s->lengths[i]] = '\0';
	b.buffer = at;
	b.buffer_length = s->lengths[i];
	if (s->lengths[i] > 0)
		mysql_stmt_fetch_column(s->st, &b, i, 0);
	*v = (struct value){ VALUE_TEXT, 0, at, s->lengths[i] };
}

static enum rc
fetch_all(struct db_stmt *s, struct pool *pool, struct result *res)
{
	unsigned size = 0;
	int end;

	for (unsigned i = 0; i < s->columns; i++)
		if (s->out[i].buffer_type == MYSQL_TYPE_STRING)
			s->out[i].buffer_length = 0;
	if (mysql_stmt_bind_result(s->st, s->out) != 0 ||
	    mysql_stmt_store_result(s->st) != 0)
		return RC_FAIL;
	size = (unsigned)mysql_stmt_num_rows(s->st);
	res->row = pool_take(pool, size * sizeof(*res->row));
	while ((end = mysql_stmt_fetch(s->st)) == 0 ||
	    end == MYSQL_DATA_TRUNCATED) {
		struct value *row = pool_take(pool, s->columns * sizeof(*row));

		for (unsigned i = 0; i < s->columns; i++)
			take_field(s, i, pool, &row[i]);
		if (res->rows < size)
			res->row[res->rows++] = row;
	}
	return end == MYSQL_NO_DATA ? RC_OK : RC_FAIL;
}

enum rc
db_execute(struct db_stmt *s, const struct value *v, size_t n,
    struct pool *pool, struct result *res)
{
	enum rc rc = RC_OK;

	*res = (struct result){ .columns = s->columns, .names = s->names };
	if (n != s->nin) {
		log_msg("db: \"%s\" takes %u values, not %zu", s->name, s->nin,
		    n);
		return RC_FAIL;
	}
	bind_values(s, v);
	breaker_start(&s->db->breaker);
	counters_add(COUNTER_QUERIES);
	timing_start(TIMING_DB);
	if (mysql_stmt_bind_param(s->st, s->in) != 0 ||
	    mysql_stmt_execute(s->st) != 0 ||
	    (s->columns > 0 && fetch_all(s, pool, res) != RC_OK))
		rc = db_failed(s->db, s->name, mysql_stmt_errno(s->st),
		    mysql_stmt_error(s->st));
	else if (s->columns == 0) {
		res->affected = mysql_stmt_affected_rows(s->st);
		res->last_id = mysql_stmt_insert_id(s->st);
	}
	if (s->db->my != NULL)
		mysql_stmt_free_result(s->st);
	timing_stop(TIMING_DB);
	return rc;
}

bool
db_is_slow(const struct db *db)
{
	return db->error_number == ER_STATEMENT_TIMEOUT;
}

bool
db_is_value(const struct db *db)
{
	switch (db->error_number) {
	case ER_DATA_TOO_LONG:
	case ER_WARN_DATA_OUT_OF_RANGE:
	case ER_TRUNCATED_WRONG_VALUE:
	case ER_TRUNCATED_WRONG_VALUE_FOR_FIELD:
	case WARN_DATA_TRUNCATED:
	case ER_INVALID_CHARACTER_STRING:
	case ER_CANNOT_CONVERT_CHARACTER:
	case ER_BAD_NULL_ERROR:
	case ER_DUP_ENTRY:
	case ER_NO_REFERENCED_ROW_2:
	case ER_CONSTRAINT_FAILED:
		return true;
	default:
		return false;
	}
}
