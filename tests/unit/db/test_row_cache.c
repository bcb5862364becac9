/* test_row_cache.c - the cache of rows, over a database of the test's own. */

#include "db/row_cache.h"
#include "unit.h"

enum rc __wrap_query_run(struct db *, struct pool *, enum query_id,
    const struct arg *, struct result *);

/* What was asked of the database, and whether it answers. */
static struct {
	int queries;
	size_t keys;
	bool none; /* it has no rows */
	enum rc rc;
} fake;

/* A key of N has N rows of 1 KB; one that is text has one. */
enum rc
__wrap_query_run(struct db *db, struct pool *pool, enum query_id id,
    const struct arg *args, struct result *res)
{
	const struct query *q = &query_table[id];

	(void)db;
	fake.queries++;
	fake.keys = args->n;
	*res = (struct result){ .query = id,
		.columns = (unsigned)q->ncolumns,
		.names = q->columns };
	res->row = pool_take(pool, 100 * sizeof(*res->row));
	for (size_t i = fake.none ? 0 : args->n; i-- > 0;) {
		const struct value *k = &args->v[i];

		if (i > 0 && k->type == VALUE_INT && k[-1].i == k->i)
			continue; /* in SQL, twice is once */

		for (long long r = 0; r < (k->type == VALUE_INT ? k->i : 1);
		     r++) {
			struct value *row = pool_take(pool,
			    (size_t)q->ncolumns * sizeof(*row));

			row[0] = *k;
			row[1] = (struct value){ VALUE_TEXT, 0,
				pool_take(pool, 1001), 1000 };
			res->row[res->rows++] = row;
		}
	}
	return fake.rc;
}

static struct result
run(struct row_cache *k, struct pool *pool, size_t n, const long long *keys)
{
	struct value v[8];
	struct result res;

	fake.queries = 0;
	fake.keys = 0;
	for (size_t i = 0; i < n; i++)
		v[i] = (struct value){ .type = VALUE_INT, .i = keys[i] };
	assert_int_equal(row_cache_query(k, NULL, pool, Q_AID_CARDS, ARG_IDS, v,
			     n, &res),
	    fake.rc);
	return res;
}

#define KEYS(...) \
	sizeof((long long[]){ __VA_ARGS__ }) / sizeof(long long), \
	    (const long long[]) \
	{ \
		__VA_ARGS__ \
	}

static void
test_keys(void **state)
{
	struct row_cache *k = row_cache_new(1 << 20);
	struct pool *pool = pool_new();
	struct result res;

	(void)state;
	row_cache_begin(k, 1);
	res = run(k, pool, KEYS(2, 1));
	want_int(0, fake.queries, 1);
	want_int(0, res.rows, 3);
	want_int(0, res.row[0][0].i, 2);
	want_int(0, res.row[2][0].i, 1);
	want_int(0, res.columns, 3);
	want_str(0, res.names[1], "name");
	want_int(0, res.row[0][1].n, 1000);
	want_int(0, res.row[0][2].type, VALUE_NULL);
	/* known ones are not asked again, a key of nothing neither */
	res = run(k, pool, KEYS(1, 0, 2));
	want_int(1, fake.keys, 1);
	want_int(1, res.rows, 3);
	want_int(1, res.row[0][0].i, 1);
	want_int(1, res.columns, 3);
	want_str(1, res.names[1], "name");
	want_int(1, strlen(res.row[2][1].s), 0);
	want_int(1, res.row[2][1].n, 1000);
	want_int(1, (uintptr_t)res.row[2][1].s % 16, 0);
	want_int(1, res.row[2][2].type, VALUE_NULL);
	res = run(k, pool, KEYS(0, 1, 2));
	want_int(2, fake.queries, 0);
	want_int(2, res.rows, 3);
	/* without a cache, all are asked each time */
	for (int i = 3; i < 5; i++) {
		res = run(NULL, pool, KEYS(2, 1));
		want_int(i, fake.keys, 2);
		want_int(i, res.rows, 3);
		want_int(i, res.row[0][0].i, 2);
	}
	/* twice the same key: its rows twice */
	res = run(k, pool, KEYS(3, 3));
	want_int(5, fake.queries, 1);
	want_int(5, res.rows, 6);
	pool_free(pool);
	row_cache_free(k);
}

/* As the aids of a portal are. */
static char long_text[5000];

/* A whole answer is kept under all that its query takes, and that alone; other
 * queries are asked each time. */
static void
test_answers(void **state)
{
	static const struct {
		enum query_id query;
		const char *slug, *place, *other;
		bool asked;
	} rows[] = {
		{ Q_PROGRAM_MATCHES, "a", "1", "x", true },
		{ Q_PROGRAM_MATCHES, "a", "1", "y", false },
		{ Q_PROGRAM_MATCHES, "a", "12", "y", true },
		{ Q_PROGRAM_MATCHES, "a1", "2", "y", true },
		{ Q_PROGRAM_MATCHES, NULL, "2", "y", true },
		{ Q_PROGRAM_FACTS, "a", "1", "x", true },
		{ Q_PROGRAM_FACTS, "a", "2", "x", false },
		{ Q_PROGRAM_MATCHES, "a", "12", NULL, false },
		{ Q_AID_LINKS, "a", "1", "x", true },
		{ Q_AID_LINKS, "a", "1", "x", true },
		{ Q_PROGRAM_MATCHES, long_text, "1", "x", true },
		{ Q_PROGRAM_MATCHES, long_text, "1", "x", false },
		{ Q_PROGRAM_MATCHES, long_text, "2", "x", true },
		{ Q_PROGRAM_MATCHES, long_text + 1, "2", "x", true },
	};
	struct row_cache *k = row_cache_new(1 << 20);
	struct pool *pool = pool_new();

	(void)state;
	memset(long_text, 'a', sizeof(long_text) - 1);
	row_cache_begin(k, 1);
	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct arg *args = NULL;
		struct result res;

		arg_text(pool, &args, ARG_SLUG, rows[i].slug);
		arg_text(pool, &args, ARG_PLACE, rows[i].place);
		arg_text(pool, &args, ARG_TODAY, rows[i].other);
		fake.queries = 0;
		assert_int_equal(row_cache_run(k, NULL, pool, rows[i].query,
				     args, &res),
		    RC_OK);
		want_int(i, fake.queries, rows[i].asked);
		want_int(i, res.rows, 1);
		want_int(i, res.query, rows[i].query);
	}
	pool_free(pool);
	row_cache_free(k);
}

/* A text that bears a number is known by it. */
static void
test_numbered(void **state)
{
	static const struct {
		long long number;
		const char *text;
		bool asked;
	} rows[] = {
		{ 7, "a", true },
		{ 7, "b", false },
		{ 8, "a", true },
		{ 0, "a", true },
		{ 0, "7", true },
		{ 0, "b", true },
		{ 0, "a", false },
		{ 8, "c", false },
	};
	struct row_cache *k = row_cache_new(1 << 20);
	struct pool *pool = pool_new();

	(void)state;
	row_cache_begin(k, 1);
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct value v = { VALUE_TEXT, rows[i].number, rows[i].text,
			1 };
		const struct arg *args = NULL;
		struct result res;

		arg_list(pool, &args, ARG_SLUG, &v, 1);
		fake.queries = 0;
		assert_int_equal(row_cache_run(k, NULL, pool, Q_PROGRAM_FACTS,
				     args, &res),
		    RC_OK);
		want_int(i, fake.queries, rows[i].asked);
	}
	pool_free(pool);
	row_cache_free(k);
}

/* Another version of the data, older or newer, empties the cache of rows and of
 * what was made; the same one leaves both. */
static void
test_version(void **state)
{
	static const struct {
		unsigned long long version;
		bool emptied;
	} rows[] = { { 1, true }, { 1, false }, { 2, true }, { 2, false },
		{ 1, true } };
	static const char kind[] = "kind";
	struct row_cache *k = row_cache_new(1 << 20);
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		row_cache_begin(k, rows[i].version);
		want_int(i, row_cache_find(k, kind, "key") == NULL,
		    rows[i].emptied);
		run(k, pool, KEYS(1));
		want_int(i, fake.queries, rows[i].emptied);
		if (rows[i].emptied)
			row_cache_add(k, kind, "key", "made", 5);
		want_str(i, row_cache_find(k, kind, "key"), "made");
	}
	pool_free(pool);
	row_cache_free(k);
}

/* What fails is not kept. */
static void
test_failure(void **state)
{
	struct row_cache *k = row_cache_new(1 << 20);
	struct pool *pool = pool_new();

	(void)state;
	row_cache_begin(k, 1);
	fake.rc = RC_UNAVAILABLE;
	run(k, pool, KEYS(1));
	fake.rc = RC_OK;
	run(k, pool, KEYS(1));
	want_int(0, fake.queries, 1);
	pool_free(pool);
	row_cache_free(k);
}

/* Memory is bounded: what is over the size is not kept, and is there for the
 * request all the same; the next one begins anew. */
static void
test_bound(void **state)
{
	static const struct {
		size_t bytes;
		bool kept;
	} rows[] = { { 1 << 20, true }, { 100 * 1024, false },
		{ 1 << 20, true }, { 0, false }, { 1000, false } };
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct row_cache *k = row_cache_new(rows[i].bytes);

		for (int times = 0; times < 3; times++) {
			int asked = 0;

			row_cache_begin(k, 1);
			/* 20 keys take 240 KB */
			for (long long key = 1; key <= 20; key++) {
				struct result res = run(k, pool, 1, &key);

				asked += fake.queries;
				want_int(i, res.rows, key);
			}
			want_int(i, times == 0 || asked > 0,
			    times == 0 || !rows[i].kept);
		}
		row_cache_free(k);
	}
	pool_free(pool);
}

/* Another size counts from when it is next opened; when rows depend on something
 * else, those of before are not found. */
static void
test_depend(void **state)
{
	static const struct {
		size_t bytes;
		uint64_t on;
		bool asked;
	} rows[] = { { 1 << 20, 0, true }, { 0, 0, false },
		{ 1 << 20, 1, true }, { 1 << 20, 1, false },
		{ 1 << 20, 0, true } };
	struct row_cache *k = row_cache_new(1 << 20);
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		row_cache_begin(k, 1);
		row_cache_depend(k, rows[i].bytes, rows[i].on);
		run(k, pool, KEYS(3));
		want_int(i, fake.queries, rows[i].asked);
	}
	pool_free(pool);
	row_cache_free(k);
}

/* The same key of two queries, and of an int and a text, are four. */
static void
test_kinds(void **state)
{
	static const struct {
		enum query_id query;
		struct value key;
	} rows[] = {
		{ Q_AID_CARDS, { VALUE_INT, 0x3837363534333231, NULL, 0 } },
		{ Q_AID_CARDS, { VALUE_TEXT, 0, "12345678", 8 } },
		{ Q_AID_PASSAGES, { VALUE_INT, 0x3837363534333231, NULL, 0 } },
		{ Q_AID_PASSAGES, { VALUE_TEXT, 0, "12345678", 8 } },
	};
	struct row_cache *k = row_cache_new(1 << 20);
	struct pool *pool = pool_new();

	(void)state;
	fake.none = true;
	row_cache_begin(k, 1);
	for (size_t i = 0; i < 2 * ROWS(rows); i++) {
		struct value v = rows[i % ROWS(rows)].key;
		struct result res;

		fake.queries = 0;
		row_cache_query(k, NULL, pool, rows[i % ROWS(rows)].query,
		    ARG_IDS, &v, 1, &res);
		want_int(i, fake.queries, i < ROWS(rows));
	}
	fake.none = false;
	pool_free(pool);
	row_cache_free(k);
}

/* What one process has read, another has, and what it has made; with another
 * build or other settings it has not. */
static void
test_shared(void **state)
{
	static const struct {
		uint64_t program;
		unsigned long long version;
		bool held;
	} rows[] = { { 1, 1, true }, { 2, 1, false }, { 1, 2, false } };
	char *folder = unit_folder(), path[300];
	struct pool *pool = pool_new();

	(void)state;
	snprintf(path, sizeof(path), "%s/rows", folder);
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct row_cache *one = row_cache_new(1 << 20);
		struct row_cache *other = row_cache_new(1 << 20);
		struct result res;

		row_cache_share(one, path, 1);
		row_cache_share(other, path, rows[i].program);
		row_cache_begin(one, 1);
		row_cache_begin(other, rows[i].version);
		run(one, pool, KEYS(3));
		row_cache_add(one, "kind", "key", "made", 5);
		res = run(other, pool, KEYS(3));
		want_int(i, fake.queries, !rows[i].held);
		want_int(i, res.rows, 3);
		want_str(i, row_cache_find(other, "kind", "key"),
		    rows[i].held ? "made" : NULL);
		row_cache_free(one);
		row_cache_free(other);
	}
	pool_free(pool);
	unit_remove(folder);
}

/* Where it cannot be shared, it is of the process alone, which is said once. */
static void
test_alone(void **state)
{
	struct row_cache *k = row_cache_new(4 << 20);
	struct pool *pool = pool_new();
	int kept = dup(STDERR_FILENO);
	char said[1000] = "";
	FILE *f = tmpfile();

	(void)state;
	assert_non_null(f);
	dup2(fileno(f), STDERR_FILENO);
	row_cache_share(k, "/nowhere/at/all", 1);
	for (unsigned i = 0; i < 6; i++) {
		row_cache_begin(k, i / 3);
		run(k, pool, KEYS(3));
		want_int(i, fake.queries, i % 3 == 0);
	}
	fflush(stderr);
	dup2(kept, STDERR_FILENO);
	close(kept);
	rewind(f);
	assert_true(fread(said, 1, sizeof(said) - 1, f) > 0);
	fclose(f);
	assert_non_null(strstr(said, "\"/nowhere/at/all\" cannot be shared: "));
	assert_null(strchr(strchr(said, '\n') + 1, '\n'));
	pool_free(pool);
	row_cache_free(k);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_numbered),
		cmocka_unit_test(test_version),
		cmocka_unit_test(test_failure),
		cmocka_unit_test(test_bound),
		cmocka_unit_test(test_depend),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_shared),
		cmocka_unit_test(test_alone),
	};

	return cmocka_run_group_tests_name("row_cache", tests, NULL, NULL);
}
