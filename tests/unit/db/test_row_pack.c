/* test_row_pack.c - a row as bytes. */

#include <limits.h>

#include "db/row_pack.h"
#include "unit.h"

enum { COLUMNS = 2 };

/* Whatever is packed comes out as it was, row after row. */
static void
test_values(void **state)
{
	static char nul[] = "a\0b";
	static const struct value rows[][COLUMNS] = {
		{ { .type = VALUE_NULL }, { .type = VALUE_INT } },
		{ { VALUE_INT, -1, NULL, 0 }, { VALUE_INT, 1, NULL, 0 } },
		{ { VALUE_INT, UINT32_MAX, NULL, 0 },
		    { VALUE_INT, UINT32_MAX + 1ll, NULL, 0 } },
		{ { VALUE_INT, LLONG_MAX, NULL, 0 },
		    { VALUE_INT, LLONG_MIN, NULL, 0 } },
		{ { VALUE_TEXT, 0, "", 0 }, { VALUE_TEXT, 0, NULL, 0 } },
		{ { VALUE_TEXT, 0, nul, 3 }, { VALUE_TEXT, 0, "1234567", 7 } },
		{ { VALUE_TEXT, 0, "12345678", 8 }, { .type = VALUE_NULL } },
	};
	struct value row[COLUMNS], key;
	size_t size = 0;
	char *packed, *to;
	const void *at;

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		size += row_pack_size(rows[i], COLUMNS);
	/* Of its very size: a sanitizer sees who writes behind it. */
	at = to = packed = test_malloc(size);
	for (size_t i = 0; i < ROWS(rows); i++)
		to = row_pack(to, rows[i], COLUMNS);
	assert_true(to == packed + size);
	for (size_t i = 0; i < ROWS(rows); i++) {
		key = row_pack_key(at);
		at = row_unpack(at, row, COLUMNS);
		want_int(i, key.type, rows[i][0].type);
		want_int(i, key.i, rows[i][0].i);
		for (int c = 0; c < COLUMNS; c++) {
			want_int(i, row[c].type, rows[i][c].type);
			want_int(i, row[c].i, rows[i][c].i);
			want_int(i, row[c].n, rows[i][c].n);
			if (row[c].type != VALUE_TEXT)
				continue;
			want_int(i, (uintptr_t)row[c].s % ROW_ALIGN, 0);
			want_int(i, row[c].s[row[c].n], 0);
			if (row[c].n > 0)
				assert_memory_equal(row[c].s, rows[i][c].s,
				    row[c].n);
		}
	}
	assert_true(at == packed + size);
	test_free(packed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
	};

	return cmocka_run_group_tests_name("row_pack", tests, NULL, NULL);
}
