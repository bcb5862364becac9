/* test_intern.c - texts by number: each once, more than the first table holds. */

#include "base/intern.h"
#include "unit.h"

static const struct {
	const char *s;
	size_t number;
} rows[] = {
	{ "eau", 0 },
	{ "", 1 },
	{ "eaux", 2 },
	{ "eau", 0 },
	{ "", 1 },
	{ "#00ff", 3 },
	{ "eaux", 2 },
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
	intern_free(t);
}

static void
test_array(void **state)
{
	size_t size = 0;
	int *a = intern_array(NULL, &size, 0, sizeof(*a));

	(void)state;
	for (size_t i = 0; i < 10000; i += 7) {
		a = intern_array(a, &size, i, sizeof(*a));
		assert_true(i < size);
		want_int(i, a[i], 0);
		a[i] = (int)i;
	}
	for (size_t i = 0; i < 10000; i++)
		want_int(i, a[i], i % 7 == 0 ? i : 0);
	free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_array),
	};

	return cmocka_run_group_tests_name("intern", tests, NULL, NULL);
}
