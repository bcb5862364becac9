/* test_api_fields.c - members of a record that are wanted. */

#include <string.h>

#include "api/api_fields.h"
#include "unit.h"

/* Which keys, between blanks. */
static const struct {
	const char *wanted, *record, *cut;
} rows[] = {
	{ " id ", "{\"id\":1,\"slug\":\"a\"", "{\"id\":1" },
	{ " slug ", "{\"id\":1,\"slug\":\"a\"", "{\"slug\":\"a\"" },
	{ " id url ", "{\"id\":1,\"slug\":\"a\",\"url\":\"/a/\"",
	    "{\"id\":1,\"url\":\"/a/\"" },
	{ " slug url ",
	    "{\"id\":1,\"slug\":\"a\",\"url\":\"/a/\",\"name\":\"b\"",
	    "{\"slug\":\"a\",\"url\":\"/a/\"" },
	{ " url name ", "{\"id\":1,\"url\":\"/a/\",\"name\":\"b\"",
	    "{\"url\":\"/a/\",\"name\":\"b\"" },
	/* In the order of the record, whatever that is. */
	{ " id slug ", "{\"slug\":\"a\",\"id\":1", "{\"slug\":\"a\",\"id\":1" },
	/* What ends members within their values. */
	{ " name financers ",
	    "{\"name\":\"}],\\\",\\\\\",\"x\":{\"id\":[1]},\"financers\":[\"]\",{}]",
	    "{\"name\":\"}],\\\",\\\\\",\"financers\":[\"]\",{}]" },
	/* None of them; a key that begins as another. */
	{ " id ", "{\"slug\":\"a\"", "{" },
	{ " name ", "{\"name_initial\":null,\"nam\":1", "{" },
	{ "  ", "{\"id\":1", "{" },
};

static void
cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct api_fields f = { .chosen = true };
		struct buf b = { 0 };

		for (int k = 0; api_field_table[k].name != NULL; k++) {
			const char *name = strstr(rows[i].wanted,
			    api_field_table[k].name);
			size_t n = strlen(api_field_table[k].name);

			f.wanted[k] = name != NULL && name[-1] == ' ' &&
			    name[n] == ' ';
		}
		buf_puts(&b, "before ");
		api_fields_cut(&f, rows[i].record, &b);
		assert_string_equal(b.data + strlen("before "), rows[i].cut);
		buf_free(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cut) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
