/* test_row_ahead.c - rows that are read ahead, over a table of the test's own. */

#include "db/row_ahead.h"
#include "db/row_cache.h"
#include "unit.h"

/* The table has the keys 3, 6, 9…, or those numbers as texts, in any number of
 * digits but in their order: a row each, of their name and TEXT bytes. */
enum { ROWS_N = 2000, TEXT = 600, MUCH = 8 << 20 };

enum rc __wrap_query_run(struct db *, struct pool *, enum query_id,
    const struct arg *, struct result *);

/* What was asked, and whether it answers; and who reads ahead meanwhile. */
static struct {
	int queries, ahead;
	unsigned most;
	enum rc rc;
	struct row_cache *other;
} fake;

static char *folder;
static char path[300];

static int
make_folder(void **state)
{
	(void)state;
	folder = unit_folder();
	snprintf(path, sizeof(path), "%s/rows", folder);
	return 0;
}

static int
remove_folder(void **state)
{
	(void)state;
	unit_remove(folder);
	return 0;
}

/* "c12" for 12: texts of one digit come before those of two. */
static struct value
key_of(struct pool *pool, enum query_id id, long long i)
{
	char *s;

	if (id == Q_AID_CARDS)
		return (struct value){ .type = VALUE_INT, .i = i };
	s = pool_printf(pool, "%c%lld", i < 10 ? 'a' : i < 100 ? 'b' : 'c', i);
	if (i >= 1000)
		s = pool_printf(pool, "d%04lld", i);
	return (struct value){ VALUE_TEXT, 0, s, strlen(s) };
}

static long long
number_of(const struct value *key)
{
	return key->type == VALUE_INT ? key->i
	    : key->n > 0              ? strtoll(key->s + 1, NULL, 10)
				      : 0;
}

static void
answer(struct pool *pool, enum query_id id, long long i, struct result *res)
{
	struct value *row = pool_take(pool, res->columns * sizeof(*row));
	char *text = pool_take(pool, TEXT + 1);

	memset(text, 'a' + (int)(i % 26), TEXT);
	row[0] = key_of(pool, id, i);
	row[1] = (struct value){ VALUE_TEXT, 0, text, TEXT };
	res->row[res->rows++] = row;
}

enum rc
__wrap_query_run(struct db *db, struct pool *pool, enum query_id id,
    const struct arg *args, struct result *res)
{
	long long i;

	*res = (struct result){ .query = id,
		.columns = (unsigned)query_table[id].ncolumns,
		.row = pool_take(pool, (ROWS_N + 1) * sizeof(*res->row)) };
	fake.queries++;
	if (args->name != ARG_AFTER) {
		for (size_t k = 0; k < args->n; k++) {
			i = number_of(&args->v[k]);
			if (i % 3 == 0 && i > 0 && i <= 3 * ROWS_N)
				answer(pool, id, i, res);
		}
		return fake.rc;
	}
	fake.ahead++;
	fake.most = (unsigned)args->next->v->i;
	if (fake.other != NULL)
		assert_false(row_cache_ahead(fake.other, db, pool));
	for (i = number_of(args->v) / 3 * 3 + 3;
	     i <= 3 * ROWS_N && res->rows < fake.most; i += 3)
		answer(pool, id, i, res);
	return fake.rc;
}

static struct row_cache *
open_cache(size_t bytes)
{
	struct row_cache *k = row_cache_new(bytes);

	row_cache_share(k, path, 1);
	row_cache_begin(k, 1);
	return k;
}

/* Asks a key; how many queries were run. */
static int
ask(struct row_cache *k, struct pool *pool, enum query_id id, long long i)
{
	struct value key = key_of(pool, id, i);
	bool there = i % 3 == 0 && i > 0 && i <= 3 * ROWS_N;
	struct result res;

	fake.queries = 0;
	assert_int_equal(row_cache_query(k, NULL, pool, id,
			     id == Q_AID_CARDS ? ARG_IDS : ARG_TERMS, &key, 1,
			     &res),
	    RC_OK);
	want_int(i, res.rows, there);
	if (there) {
		want_int(i, number_of(&res.row[0][0]), i);
		want_int(i, res.row[0][1].n, TEXT);
		want_int(i, res.row[0][1].s[TEXT - 1], 'a' + (int)(i % 26));
		want_int(i, res.row[0][1].s[TEXT], 0);
	}
	return fake.queries;
}

/* Reads ahead as long as there is more; how many times a query was run. */
static int
read_all(struct row_cache *k, struct pool *pool)
{
	fake.ahead = 0;
	for (int i = 0; i < 1000 && row_cache_ahead(k, NULL, pool); i++)
		pool_reset(pool);
	assert_false(row_cache_ahead(k, NULL, pool));
	return fake.ahead;
}

static const enum query_id queries[] = { Q_AID_CARDS, Q_POSTING_LISTS };

/* Nothing is read before a key had to be; then all is, for other processes too,
 * and what is not there neither is asked. */
static void
test_all(void **state)
{
	struct pool *pool = pool_new();
	struct row_cache *k = open_cache(MUCH), *other = open_cache(MUCH);

	(void)state;
	for (size_t q = 0; q < ROWS(queries); q++) {
		enum query_id id = queries[q];
		int runs;

		want_int(q, read_all(k, pool), 0);
		want_int(q, ask(k, pool, id, 300), 1);
		assert_true(row_cache_ahead(k, NULL, pool));
		want_int(q, ask(k, pool, id, 3), 0);
		want_int(q, ask(k, pool, id, 4), 0);
		want_int(q, ask(k, pool, id, 3 * ROWS_N), 1);
		fake.other = other;
		want_int(q, ask(other, pool, id, 600), 1);
		runs = read_all(k, pool);
		want_int(q, runs > 4 && runs < 40, true);
		fake.other = NULL;
		for (long long i = 1; i <= 3 * ROWS_N + 9; i++) {
			want_int(i, ask(k, pool, id, i), 0);
			want_int(i, ask(other, pool, id, i), 0);
			pool_reset(pool);
		}
		want_int(q, read_all(other, pool), 0);
	}
	row_cache_free(other);
	row_cache_free(k);
	pool_free(pool);
}

/* One process ends amid it: another goes on behind the last run. */
static void
test_go_on(void **state)
{
	struct pool *pool = pool_new();
	struct row_cache *k = open_cache(MUCH), *other = open_cache(MUCH);
	int all;

	(void)state;
	ask(k, pool, Q_AID_CARDS, 3);
	ask(other, pool, Q_AID_CARDS, 6);
	for (int i = 0; i < 3; i++)
		assert_true(row_cache_ahead(k, NULL, pool));
	row_cache_free(k);
	all = read_all(other, pool);
	assert_true(all > 0);
	want_int(0, ask(other, pool, Q_AID_CARDS, 3 * ROWS_N), 0);
	row_cache_free(other);
	pool_free(pool);
}

/* What cannot be read is let be until a key is not there again. */
static void
test_away(void **state)
{
	struct pool *pool = pool_new();
	struct row_cache *k = open_cache(MUCH);

	(void)state;
	ask(k, pool, Q_AID_CARDS, 3);
	fake.rc = RC_UNAVAILABLE;
	want_int(0, read_all(k, pool), 1);
	want_int(0, read_all(k, pool), 0);
	fake.rc = RC_OK;
	want_int(0, ask(k, pool, Q_AID_CARDS, 6), 1);
	assert_true(read_all(k, pool) > 4);
	want_int(0, ask(k, pool, Q_AID_CARDS, 9), 0);
	row_cache_free(k);
	pool_free(pool);
}

/* A table that is too large leaves a quarter of the store; a store of one process
 * has nothing read ahead; nor has another version, until it is asked. */
static void
test_bounds(void **state)
{
	struct pool *pool = pool_new();
	struct row_cache *k = open_cache(1200 << 10);
	int runs;

	(void)state;
	ask(k, pool, Q_AID_CARDS, 3);
	runs = read_all(k, pool);
	want_int(0, runs > 4 && runs < 10, true);
	want_int(0, ask(k, pool, Q_AID_CARDS, 30), 0);
	want_int(0, ask(k, pool, Q_AID_CARDS, 3 * ROWS_N), 1);
	want_int(0, ask(k, pool, Q_AID_CARDS, 3 * ROWS_N), 0);
	want_int(0, read_all(k, pool), 0);
	row_cache_begin(k, 2);
	want_int(0, read_all(k, pool), 0);
	want_int(0, ask(k, pool, Q_AID_CARDS, 30), 1);
	row_cache_free(k);

	k = row_cache_new(MUCH);
	row_cache_begin(k, 1);
	ask(k, pool, Q_AID_CARDS, 3);
	want_int(0, read_all(k, pool), 0);
	row_cache_free(k);
	pool_free(pool);
}

/* Rows that are large are read a few at a time. */
static void
test_piece(void **state)
{
	struct pool *pool = pool_new();
	struct row_cache *k = open_cache(MUCH);

	(void)state;
	ask(k, pool, Q_AID_CARDS, 3);
	assert_true(row_cache_ahead(k, NULL, pool));
	want_int(0, fake.most <= 100, true);
	assert_true(row_cache_ahead(k, NULL, pool));
	want_int(0, fake.most * TEXT > 64 << 10, true);
	want_int(0, fake.most * TEXT < 128 << 10, true);
	row_cache_free(k);
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_all, make_folder,
		    remove_folder),
		cmocka_unit_test_setup_teardown(test_go_on, make_folder,
		    remove_folder),
		cmocka_unit_test_setup_teardown(test_away, make_folder,
		    remove_folder),
		cmocka_unit_test_setup_teardown(test_bounds, make_folder,
		    remove_folder),
		cmocka_unit_test_setup_teardown(test_piece, make_folder,
		    remove_folder),
	};

	return cmocka_run_group_tests_name("row_ahead", tests, NULL, NULL);
}
