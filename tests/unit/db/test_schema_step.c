/* test_schema_step.c - where the statements of a step end, and who may read. */

#include "db/schema_step.h"
#include "unit.h"

static const struct {
	const char *sql, *statements; /* their lengths, each then ";" */
	unsigned readers;
} rows[] = {
	{ "", "", 0 },
	{ "-- nothing\n\n", "", 0 },
	{ "-- readers: 018\nALTER TABLE a ADD b INT;\n", "41;", 18 },
	{ "-- readers: 018", "", 18 },
	{ "-- of readers: 018\nSELECT 1;", "28;", 0 },
	{ "A;\nB;\n", "3;3;", 0 },
	{ "A; -- a comment\nB;", "16;2;", 0 },
	{ "A -- that ends;\n;\nB;", "18;2;", 0 },
	{ "-- a; b;\nA\n  b ;\n-- the end;\n", "17;", 0 },
	{ "UPDATE a SET b = 'x; y',\n c = 1;\nB;", "33;2;", 0 },
	/* without an end it is one all the same */
	{ "A;\nB", "3;1;", 0 },
};

static void
test_statements(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		const char *sql = rows[i].sql, *got = "";
		char *one;

		while ((one = schema_step_statement(pool, &sql)) != NULL)
			got = pool_printf(pool, "%s%zu;", got, strlen(one));
		want_str(i, got, rows[i].statements);
		want_int(i, schema_step_readers(rows[i].sql), rows[i].readers);
	}
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_statements),
	};

	return cmocka_run_group_tests_name("schema_step", tests, NULL, NULL);
}
