/* test_api_fields.c - keys of an aid: those of the table are those of a record,
 * and which are cut out of one. */

#include "api/api_fields.h"
#include "text/json_span.h"
#include "unit.h"

/* A record as the stylesheets write it, without its last brace: the pairs that
 * check-xsl holds. */
static void
read_record(struct buf *b)
{
	assert_null(
	    buf_put_file(b, "tests/xsl/index/fragment-record.full.want"));
	assert_null(
	    buf_put_file(b, "tests/xsl/index/fragment-record-texts.full.want"));
}

/* A record has the keys of the table, in its order, and no other; what the
 * table says is never null is not, and texts without markup come last. */
static void
test_table(void **state)
{
	struct buf b = { 0 };
	const char *s;
	size_t i = 0;
	bool plain = false;

	(void)state;
	read_record(&b);
	assert_int_equal(b.data[0], '{');
	for (s = b.data + 1; *s == '"'; i++) {
		const struct api_field *f = &api_field_table[i];
		const char *end = json_string_end(s);
		char key[60];

		snprintf(key, sizeof(key), "%.*s", (int)(end - s - 2), s + 1);
		want_str(i, key, f->name);
		want_int(i, *end, ':');
		plain |= f->is_plain;
		want_int(i, f->is_plain, plain);
		if (f->never_null)
			want_int(i, strncmp(end + 1, "null", 4) == 0, false);
		s = json_value_end(end + 1);
		s += *s == ',';
	}
	assert_null(api_field_table[i].name);
	assert_true(i > API_FIELDS_OF_AT && i <= API_FIELDS_MAX);
	assert_string_equal(api_field_table[API_FIELDS_OF_AT - 1].name,
	    "is_live");
	buf_free(&b);
}

static const struct {
	const char *asked[3], *refused;
	bool plain;
	const char *cut; /* of the record below */
} rows[] = {
	{ { "id" }, NULL, false, "{\"id\":7" },
	{ { "name", "id" }, NULL, false,
	    "{\"id\":7,\"name\":\"a,\\\"}]\\\\\"" },
	{ { "id", "id" }, NULL, false, "{\"id\":7" },
	{ { "source" }, NULL, false,
	    "{\"source\":{\"name\":\"x\",\"url\":null}" },
	{ { "programs", "is_live" }, NULL, false,
	    "{\"programs\":[\"[\",\"]\"],\"is_live\":true" },
	{ { "description_text" }, NULL, true, "{\"description_text\":null" },
	{ { "slug" }, NULL, false, "{" }, /* which this record has not */
	{ { "rien" }, "rien", false, NULL },
	{ { "id", "ID" }, "ID", false, NULL },
	{ { "id", "nam" }, "nam", false, NULL },
	{ { "name2" }, "name2", false, NULL },
};

static void
test_choice(void **state)
{
	static const struct param params[] = {
		{ .name = "fields", .list = true }, { 0 }
	};
	static const char record[] =
	    "{\"id\":7,\"name\":\"a,\\\"}]\\\\\",\"programs\":[\"[\",\"]\"],"
	    "\"is_live\":true,\"source\":{\"name\":\"x\",\"url\":null},"
	    "\"description_text\":null";
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct param_value v[3];
		struct param_values values = { v, 0 };
		const struct request req = { .params = params,
			.values = &values };
		struct api_fields f;
		const char *refused = NULL;
		struct buf out = { 0 };

		for (; values.n < 3 && rows[i].asked[values.n]; values.n++) {
			v[values.n].s = rows[i].asked[values.n];
			if (api_field_check(v[values.n].s) != NULL)
				refused = v[values.n].s;
		}
		want_str(i, refused, rows[i].refused);
		if (refused != NULL)
			continue;
		f = api_fields_read(&req);
		want_int(i, f.chosen, true);
		want_int(i, f.plain, rows[i].plain);
		api_fields_cut(&f, record, &out);
		want_str(i, pool_strndup(pool, out.data, out.len), rows[i].cut);
		buf_free(&out);
	}
	pool_free(pool);
}

/* Which keys, between blanks. */
static const struct {
	const char *wanted, *record, *cut;
} cuts[] = {
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
	for (size_t i = 0; i < ROWS(cuts); i++) {
		struct api_fields f = { .chosen = true };
		struct buf b = { 0 };

		for (int k = 0; api_field_table[k].name != NULL; k++) {
			const char *name = strstr(cuts[i].wanted,
			    api_field_table[k].name);
			size_t n = strlen(api_field_table[k].name);

			f.wanted[k] = name != NULL && name[-1] == ' ' &&
			    name[n] == ' ';
		}
		buf_puts(&b, "before ");
		api_fields_cut(&f, cuts[i].record, &b);
		assert_string_equal(b.data + strlen("before "), cuts[i].cut);
		buf_free(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_choice),
		cmocka_unit_test(cut),
	};

	return cmocka_run_group_tests_name("api fields", tests, NULL, NULL);
}
