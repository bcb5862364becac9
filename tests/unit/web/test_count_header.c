/* test_count_header.c - what of an answer is to be counted. */

#include "unit.h"
#include "web/count_header.h"

static const struct {
	const char *url, *portal, *want; /* want NULL: nothing is counted */
} rows[] = {
	{ "/aides/", NULL, "event=search; words=toit+%26%3B+ecole; found=0" },
	{ "/portails/pvd/aides/", "pvd",
	    "event=search; portal=pvd; words=toit+%26%3B+ecole; found=0" },
	{ "/portails/pvd~mot/aides/", "pvd", NULL },
	/* The first page of a list alone, whatever says so. */
	{ "/aides/?page=1", NULL,
	    "event=search; words=toit+%26%3B+ecole; found=0" },
	{ "/aides/?page=2", NULL, NULL },
};

static void
test_count_header(void **state)
{
	static const struct param params[] = {
		{ "page", PARAM_UINT, .max = 100000 }, { 0 }
	};
	struct pool *pool = pool_new();
	char longest[COUNT_HEADER_MAX] = "";

	(void)state;
	memset(longest, 'a', sizeof(longest) - 1);
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct portal portal = { .slug = rows[i].portal };
		struct context ctx = { .pool = pool,
			.portal = rows[i].portal != NULL ? &portal : NULL };
		struct param_value page = { .i = 0 };
		struct param_values values = { &page, 0 };
		struct request req = { .params = params, .values = &values };
		struct response resp = { 0 };
		const char *asked;

		request_set_url(&req, pool, rows[i].url, "");
		if ((asked = strstr(rows[i].url, "page=")) != NULL) {
			page.i = atoi(asked + strlen("page="));
			values.n = 1;
		}
		count_header_event(&ctx, &req, &resp, "search");
		count_header_text(&resp, "kind", NULL);
		count_header_text(&resp, "kind", "");
		count_header_text(&resp, "words", "toit &; ecole");
		count_header_number(&resp, "found", 0);
		want_str(i, resp.count, rows[i].want);
		/* There is no room for so long a pair. */
		count_header_text(&resp, "words", longest);
		want_str(i, resp.count, rows[i].want);
	}
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(
	    test_count_header) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
