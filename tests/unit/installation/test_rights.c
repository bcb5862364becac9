/* test_rights.c - the rights of accounts: files, sets, and what they give. */

#include <sys/stat.h>

#include "installation/rights.h"
#include "unit.h"

static char *dir;
static char host[] = "10.1.2.%";
static struct conf conf = { .account_host = host };

/* A file under sql/accounts of the folder. */
static void
put(const char *name, const char *text)
{
	char path[100];

	snprintf(path, sizeof(path), "sql/accounts/%s.sql", name);
	unit_file(dir, path, text, strlen(text));
}

static int
setup(void **state)
{
	static const char *const folders[] = { "sql", "sql/accounts",
		"sql/accounts/sets" };
	char path[400];

	(void)state;
	conf.share_dir = dir = unit_folder();
	for (size_t i = 0; i < ROWS(folders); i++) {
		snprintf(path, sizeof(path), "%s/%s", dir, folders[i]);
		assert_int_equal(mkdir(path, 0700), 0);
	}
	put("sets/all", "-- all\nGRANT SELECT ON a TO :account;");
	put("sets/more", "-- with all\nGRANT SELECT ON b TO :account;\n");
	put("sets/self", "-- with self\n");
	put("reader", "-- reads\n-- with more\n");
	put("writer",
	    "-- with all\n"
	    "GRANT SELECT, INSERT, UPDATE ON c TO :account;\n");
	put("columns",
	    "GRANT SELECT (x, y), DELETE ON d TO :account;\n"
	    "GRANT INSERT, UPDATE (z) ON d TO :account;\n");
	put("loop", "-- with self\n");
	put("lost", "-- with nothing\n");
	put("plain", "-- gives all to :account ON demand\n");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	unit_remove(dir);
	return 0;
}

static const struct {
	const char *name;
	enum rc rc;
	const char *rights; /* "privilege table", each then ";" */
} rows[] = {
	{ "reader", RC_OK, "SELECT a;SELECT b;" },
	{ "writer", RC_OK, "SELECT a;SELECT c;INSERT c;UPDATE c;" },
	{ "columns", RC_OK,
	    "SELECT (x) d;SELECT (y) d;DELETE d;INSERT d;UPDATE (z) d;" },
	{ "plain", RC_OK, "" },
	{ "loop", RC_FAIL, NULL },
	{ "lost", RC_FAIL, NULL },
	{ "nobody", RC_FAIL, NULL },
};

static void
test_read(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf sql = { 0 }, got = { 0 };
		const struct right *all;
		size_t n;

		want_int(i, rights_read(&conf, rows[i].name, &sql), rows[i].rc);
		if (rows[i].rc == RC_OK) {
			all = rights_list(pool, sql.data, &n);
			buf_puts(&got, "");
			for (size_t k = 0; k < n; k++)
				buf_putf(&got, "%s %s;",
				    right_name(pool, &all[k]), all[k].table);
			want_str(i, got.data, rows[i].rights);
		}
		buf_free(&sql);
		buf_free(&got);
	}
	pool_free(pool);
}

/* The account is the one of the program, in its own file and in a set. */
static void
test_account(void **state)
{
	struct buf sql = { 0 };

	(void)state;
	assert_int_equal(rights_read(&conf, "writer", &sql), RC_OK);
	want_str(0, strstr(sql.data, ":account"), NULL);
	assert_non_null(strstr(sql.data, " a TO 'guichet-writer'@'10.1.2.%';"));
	assert_non_null(strstr(sql.data, " c TO 'guichet-writer'@'10.1.2.%';"));
	buf_free(&sql);
}

static void
test_include(void **state)
{
	static const struct right all[] = { { "SELECT", "a", NULL },
		{ "INSERT", "b", NULL } };

	(void)state;
	assert_true(rights_include(all, 2, &all[1]));
	assert_false(rights_include(all, 1, &all[1]));
	assert_false(
	    rights_include(all, 2, &(struct right){ "INSERT", "a", NULL }));
	assert_false(right_writes(&all[0]));
	assert_true(right_writes(&all[1]));
	assert_true(right_writes(&(struct right){ "DELETE", "a", NULL }));
}

/* A whole table has its columns; a column is not the table. */
static void
test_columns(void **state)
{
	static const struct right table = { "SELECT", "a", NULL },
				  x = { "SELECT", "a", "x" },
				  y = { "SELECT", "a", "y" },
				  write_y = { "UPDATE", "a", "y" },
				  other = { "SELECT", "b", NULL };

	(void)state;
	assert_true(rights_include(&table, 1, &x));
	assert_true(rights_include(&x, 1, &x));
	assert_false(rights_include(&x, 1, &y));
	assert_false(rights_include(&x, 1, &table));
	assert_false(rights_include(&write_y, 1, &y));

	assert_true(right_is_wide(&table, &x, 1));
	assert_true(right_is_wide(&y, &x, 1));
	assert_false(right_is_wide(&x, &x, 1));
	assert_false(right_is_wide(&x, &table, 1));
	assert_false(right_is_wide(&write_y, &x, 1));
	assert_false(right_is_wide(&other, &x, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_account),
		cmocka_unit_test(test_include),
		cmocka_unit_test(test_columns),
	};

	return cmocka_run_group_tests_name("rights", tests, setup, teardown);
}
