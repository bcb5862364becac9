/* test_intern.c - texts by number: each once, more than the first table holds. */

#include "unit.h"
#include "intern.h"

static const struct { const char *s; size_t number; } rows[] = {
	{ "eau", 0 }, { "", 1 }, { "eaux", 2 }, { "eau", 0 }, { "", 1 },
	{ "#00ff", 3 }, { "eaux", 2 },
};

static void
test_numbers(void **state)
{
	struct intern *t = intern_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		char copy[16];

		snprintf(copy, sizeof(copy), "%s", rows[i].s);
		want_int(i, intern(t, copy), rows[i].number);
		want_str(i, intern_text(t, rows[i].number), rows[i].s);
	}
	assert_int_equal(intern_count(t), 4);
	intern_free(t);
	intern_free(NULL);
}

static void
test_many(void **state)
{
	struct intern *t = intern_new();
	char s[16];

	(void)state;
	for (unsigned pass = 0; pass < 2; pass++)
		for (unsigned i = 0; i < 5000; i++) {
			snprintf(s, sizeof(s), "mot%u", i);
			want_int(i, intern(t, s), i);
		}
	for (unsigned i = 0; i < 5000; i++) {
		snprintf(s, sizeof(s), "mot%u", i);
		want_str(i, intern_text(t, i), s);
	}
	assert_int_equal(intern_count(t), 5000);
	intern_free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
