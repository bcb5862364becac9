/* test_api_record.c - what was rendered of aids, and their texts, which meet by id. */

#include "api/api_record.h"
#include "base.h"
#include "db/row_cache.h"
#include "gen/queries/api.h"

/* The second was public only after its texts were asked for. */
static const struct base_answer answers[] = {
	{ Q_AID_RECORDS, NULL,
	    "#1;{\"id\":1;open;#1\n#2;{\"id\":2;open;#1\n#3;{\"id\":3;open;#1" },
	{ Q_AID_RECORD_TEXTS, NULL, "#1;,\"t\":\"un\"\n#3;,\"t\":\"trois\"" },
};

static const struct {
	bool plain;
	const char *want;
} rows[] = {
	{ true, "{\"id\":1,\"t\":\"un\"}{\"id\":2}{\"id\":3,\"t\":\"trois\"}" },
	{ false, "{\"id\":1}{\"id\":2}{\"id\":3}" },
};

static void
test_records(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct row_cache *cache = row_cache_new(1 << 20);
		struct context ctx = { .pool = pool,
			.rows = cache,
			.base = "https://a.example" };
		struct api_fields fields = { .plain = rows[i].plain };
		struct api_records records;
		struct value ids[3];
		struct buf out = { 0 };

		for (int k = 0; k < 3; k++)
			ids[k] = (struct value){ .type = VALUE_INT,
				.i = k + 1 };
		base_serve(answers);
		row_cache_begin(cache, 1);
		want_int(i, api_records_read(&ctx, &fields, ids, 3, &records),
		    RC_OK);
		for (unsigned r = 0; r < records.record.rows; r++)
			want_int(i,
			    api_records_put(&records, ctx.base, r, &out),
			    r + 1);
		want_str(i, out.data, rows[i].want);
		buf_free(&out);
		row_cache_free(cache);
		pool_free(pool);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_records),
	};

	return cmocka_run_group_tests_name("api_record", tests, NULL, NULL);
}
