/* test_query.c - named queries, over a database of the test's own. */

#include "db/query.h"
#include "unit.h"

/* What the room asked of the database that stands in for MariaDB. */
struct fake_stmt {
	struct fake_stmt *next;
	enum query_id query;
	uint64_t shape;
	unsigned epoch;
	char *sql;
	size_t marks;
};

static struct {
	int prepared, executed, connected;
	unsigned epoch, error;
	struct fake_stmt *stmts;
	bool transaction;
	enum rc next;      /* answer of the next db_execute */
	char *sql;         /* of the last one */
	struct value v[8]; /* its first values */
	size_t n;
} fake;

enum rc __wrap_db_connect(struct db *);
unsigned __wrap_db_epoch(const struct db *);
unsigned __wrap_db_errno(const struct db *);
bool __wrap_db_in_transaction(const struct db *);
struct db_stmt *__wrap_db_stmt_find(const struct db *, enum query_id, uint64_t);
enum rc __wrap_db_prepare(struct db *, enum query_id, uint64_t, const char *,
    const char *, struct db_stmt **);
enum rc __wrap_db_execute(struct db_stmt *, const struct value *, size_t,
    struct pool *, struct result *);

enum rc
__wrap_db_connect(struct db *db)
{
	(void)db;
	if (fake.epoch == 0 || fake.error >= 2000) {
		fake.epoch++;
		fake.connected++;
		fake.error = 0;
	}
	return RC_OK;
}

unsigned
__wrap_db_epoch(const struct db *db)
{
	(void)db;
	return fake.epoch;
}

unsigned
__wrap_db_errno(const struct db *db)
{
	(void)db;
	return fake.error;
}

bool
__wrap_db_in_transaction(const struct db *db)
{
	(void)db;
	return fake.transaction;
}

/* How many of c stand in sql, out of quotes. */
static size_t
count(const char *sql, char c)
{
	size_t n = 0;
	char quote = 0;

	for (; *sql != '\0'; sql++) {
		if (quote != 0)
			quote = *sql == quote ? 0 : quote;
		else if (*sql == '\'' || *sql == '"')
			quote = *sql;
		else
			n += *sql == c;
	}
	assert_int_equal(quote, 0);
	return n;
}

struct db_stmt *
__wrap_db_stmt_find(const struct db *db, enum query_id query, uint64_t shape)
{
	struct fake_stmt *s = fake.stmts;

	(void)db;
	while (s != NULL &&
	    (s->query != query || s->shape != shape || s->epoch != fake.epoch))
		s = s->next;
	return (struct db_stmt *)s;
}

enum rc
__wrap_db_prepare(struct db *db, enum query_id query, uint64_t shape,
    const char *name, const char *sql, struct db_stmt **to)
{
	struct fake_stmt *s = calloc(1, sizeof(*s));

	(void)db;
	(void)name;
	assert_non_null(s);
	fake.prepared++;
	*s = (struct fake_stmt){ fake.stmts, query, shape, fake.epoch,
		strdup(sql), count(sql, '?') };
	fake.stmts = s;
	*to = (struct db_stmt *)s;
	return RC_OK;
}

static void
forget_statements(void)
{
	for (struct fake_stmt *s = fake.stmts, *next; s != NULL; s = next) {
		next = s->next;
		free(s->sql);
		free(s);
	}
	fake.stmts = NULL;
}

enum rc
__wrap_db_execute(struct db_stmt *stmt, const struct value *v, size_t n,
    struct pool *pool, struct result *res)
{
	struct fake_stmt *s = (struct fake_stmt *)stmt;
	enum rc rc = fake.next;

	(void)pool;
	want_int(fake.executed, n, s->marks);
	free(fake.sql);
	fake.sql = strdup(s->sql);
	fake.n = n;
	for (size_t i = 0; i < n && i < ROWS(fake.v); i++)
		fake.v[i] = v[i];
	fake.executed++;
	if (rc == RC_UNAVAILABLE)
		fake.error = 2006;
	fake.next = RC_OK;
	*res = (struct result){ 0 };
	return rc;
}

/* ---- the table ---- */

static void
test_text(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (int i = Q_NONE + 1; i < QUERY__MAX; i++) {
		const struct query *q = &query_table[i];
		const char *sql = query_text(pool, q);

		want_int(i, strlen(sql) > 10, true);
		want_int(i, count(sql, '('), count(sql, ')'));
		want_int(i, count(sql, ';'), 0);
		want_int(i, strstr(sql, "--") == NULL, true);
		want_int(i, q->loads, strncmp(sql, "LOAD ", 5) == 0);
		want_int(i, q->list == NULL || q->under == NULL, true);
	}
	want_str(0, query_text(pool, &query_table[Q_AID_TERMS]),
	    "SELECT aid_id, terms FROM aid_text WHERE aid_id IN (?)");
	pool_free(pool);
}

/* ---- shapes ---- */

/* Arguments of q: those that may miss by the bits of which, lists of n. */
static const struct arg *
make_args(struct pool *pool, const struct query *q, unsigned which, size_t n)
{
	const struct arg *args = NULL;
	unsigned bit = 0;

	for (int i = 0; i < q->nparams; i++) {
		struct value *v = pool_take(pool, n * sizeof(*v));

		for (size_t k = 0; k < n; k++)
			v[k] = (struct value){ VALUE_INT, (long long)k + 1,
				NULL, 0 };
		if (!q->may_miss[i] || (which >> bit++ % 32 & 1))
			arg_list(pool, &args, q->params[i], v, n);
	}
	return args;
}

/* Each query in each of its shapes binds as many values as it has marks. */
static void
test_shapes(void **state)
{
	struct pool *pool = pool_new();
	struct result res;

	(void)state;
	for (int i = Q_NONE + 1; i < QUERY__MAX; i++) {
		const struct query *q = &query_table[i];

		for (unsigned w = 0; w < 64; w++) {
			want_int(i,
			    query_run(NULL, pool, (enum query_id)i,
				make_args(pool, q, w < 32 ? w : unit_random(),
				    1 + w % 7),
				&res),
			    RC_OK);
			want_int(i, count(fake.sql, '('), count(fake.sql, ')'));
			pool_reset(pool);
		}
		pool_reset(pool);
	}
	forget_statements();
	pool_free(pool);
}

/* A statement a shape: how long the list is, to a power of two, and which
 * optional parts are there. */
static void
test_shapes_differ(void **state)
{
	static const size_t lengths[] = { 1, 2, 3, 4, 1, 2, 4 };
	static const char *const hints[] = { NULL, "79", NULL, "86" };
	struct value v[4] = { { .type = VALUE_INT } };
	struct pool *pool = pool_new();
	struct result res;

	(void)state;
	fake.prepared = 0;
	for (size_t i = 0; i < ROWS(lengths); i++) {
		const struct arg *args = NULL;

		arg_list(pool, &args, ARG_IDS, v, lengths[i]);
		want_int(i, query_run(NULL, pool, Q_AID_TERMS, args, &res),
		    RC_OK);
	}
	assert_int_equal(fake.prepared, 3);
	for (size_t i = 0; i < ROWS(hints); i++) {
		const struct arg *args = NULL;

		if (hints[i] != NULL)
			arg_text(pool, &args, ARG_PERIMETER_ID, hints[i]);
		want_int(i,
		    query_run(NULL, pool, Q_PERIMETER_ZONE_COMMUNES, args,
			&res),
		    RC_OK);
	}
	assert_int_equal(fake.prepared, 5);
	forget_statements();
	pool_free(pool);
}

static void
test_lists(void **state)
{
	static const struct {
		size_t n, marks;
		enum rc rc;
	} rows[] = { { 0, 0, RC_FAIL }, { 1, 1, RC_OK }, { 2, 2, RC_OK },
		{ 3, 4, RC_OK }, { 5, 8, RC_OK }, { 300, 512, RC_OK },
		{ 2048, 2048, RC_OK }, { 2049, 0, RC_FAIL } };
	static struct value v[2100];
	struct pool *pool = pool_new();
	struct result res;

	(void)state;
	for (size_t i = 0; i < 2100; i++)
		v[i] = (struct value){ VALUE_INT, (long long)i, NULL, 0 };
	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct arg *args = NULL;

		arg_list(pool, &args, ARG_IDS, v, rows[i].n);
		fake.n = 0;
		want_int(i, query_run(NULL, pool, Q_AID_TERMS, args, &res),
		    rows[i].rc);
		want_int(i, fake.n, rows[i].marks);
		if (rows[i].n == 3) /* the last one fills the list */
			want_int(i, fake.v[3].i, 2);
	}
	forget_statements();
	pool_free(pool);
}

static void
test_values(void **state)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;

	(void)state;
	arg_int(pool, &args, ARG_SINCE, 1);
	arg_int(pool, &args, ARG_SINCE, 7); /* the last added */
	arg_text(pool, &args, ARG_SLUG, "passed over");
	assert_int_equal(query_run(NULL, pool, Q_AID_INDEX_SINCE, args, &res),
	    RC_FAIL);
	arg_text(pool, &args, ARG_AFTER, NULL);
	arg_int(pool, &args, ARG_MADE, 9);
	assert_int_equal(query_run(NULL, pool, Q_AID_INDEX_SINCE, args, &res),
	    RC_OK);
	assert_int_equal(fake.v[0].i, 9);
	assert_int_equal(fake.v[1].i, 7);
	assert_int_equal(fake.v[2].type, VALUE_NULL);
	arg_bytes(pool, &args, ARG_AFTER, "a\0b", 3);
	assert_int_equal(query_run(NULL, pool, Q_AID_INDEX_SINCE, args, &res),
	    RC_OK);
	assert_int_equal(fake.v[2].type, VALUE_TEXT);
	assert_int_equal(fake.v[2].n, 3);
	assert_int_equal(query_load(NULL, Q_AID_TERMS, NULL), RC_FAIL);
	forget_statements();
	pool_free(pool);
}

/* A statement is prepared once a connection; a lost one is made again, once,
 * and not within a transaction. */
static void
test_again(void **state)
{
	static const struct {
		enum rc next;
		bool transaction;
		enum rc rc;
		int prepared, executed, connected;
	} rows[] = { { RC_OK, false, RC_OK, 1, 1, 0 },
		{ RC_OK, false, RC_OK, 0, 1, 0 },
		{ RC_UNAVAILABLE, false, RC_OK, 1, 2, 1 },
		{ RC_OK, false, RC_OK, 0, 1, 0 },
		{ RC_FAIL, false, RC_FAIL, 0, 1, 0 },
		{ RC_UNAVAILABLE, true, RC_UNAVAILABLE, 0, 1, 0 } };
	struct pool *pool = pool_new();
	struct result res;

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		fake.next = rows[i].next;
		fake.transaction = rows[i].transaction;
		fake.prepared = fake.executed = fake.connected = 0;
		want_int(i, query_run(NULL, pool, Q_PAGE_FRAGMENTS, NULL, &res),
		    rows[i].rc);
		want_int(i, fake.prepared, rows[i].prepared);
		want_int(i, fake.executed, rows[i].executed);
		want_int(i, fake.connected, rows[i].connected);
	}
	fake.transaction = false;
	forget_statements();
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_shapes),
		cmocka_unit_test(test_shapes_differ),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_again),
	};
	int bad = cmocka_run_group_tests_name("query", tests, NULL, NULL);

	free(fake.sql);
	return bad;
}
