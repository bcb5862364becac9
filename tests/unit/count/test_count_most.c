/* test_count_most.c - whether most lines are of one network. */

#include "count/count_most.h"
#include "unit.h"

/* Lines in turn of these addresses, so many times over. */
static const struct {
	const char *addresses; /* a letter each */
	int times;
	bool one;
	char which;
} rows[] = {
	{ "a", 500, true, 'a' },
	/* Too few to say so. */
	{ "a", 499, false, 'a' },
	{ "", 1, false, '\0' },
	/* Others come between, or first. */
	{ "aab", 400, true, 'a' },
	{ "baacaadaa", 100, true, 'a' },
	/* Half is not most, nor is the largest of three. */
	{ "ab", 400, false, '\0' },
	{ "aabbcc", 200, false, '\0' },
	{ "abcdefgh", 100, false, '\0' },
};

static void
test_most(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct count_most m = { 0 };
		char address[2] = "";

		for (int t = 0; t < rows[i].times; t++)
			for (const char *c = rows[i].addresses; *c != '\0';
			     c++) {
				address[0] = *c;
				count_most_add(&m, address);
			}
		want_int(i, count_most_is_one(&m), rows[i].one);
		if (rows[i].one)
			want_int(i, m.network[0], rows[i].which);
	}
}

/* An address that is longer than any is cut, and stays one. */
static void
test_long(void **state)
{
	struct count_most m = { 0 };

	(void)state;
	for (int i = 0; i < 500; i++)
		count_most_add(&m,
		    "0123456789012345678901234567890123456789012"
		    "3456789");
	assert_true(count_most_is_one(&m));
	assert_int_equal(m.of, 500);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_most),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
