/* test_canonical.c - the one spelling of a query string. */

#include "unit.h"
#include "web/canonical.h"

static const struct param spec[] = { { "keyword", PARAM_TEXT, .alias = "text",
					 .max = 200 },
	{ "codes", PARAM_CODE, .list = true },
	{ "id", PARAM_TEXT, .alias = "place", .shown = "q" },
	{ "q", .type = PARAM_TEXT }, { 0 } };

/* to NULL: it is so already. */
static const struct {
	const char *query, *format, *to;
} rows[] = {
	{ "", NULL, NULL },
	{ "keyword=toit", NULL, NULL },
	{ "text=toit&codes[]=79&codes%5B%5D=17", NULL, NULL },
	{ "keyword=&codes=", NULL, NULL }, /* as a form sends it */
	{ "format=xml&keyword=a", "xml", NULL },
	{ "z=1", NULL, "" },
	{ "z", NULL, "" },
	{ "keyword=a&", NULL, NULL },
	{ "keyword", NULL, "" },
	{ "keyword=a&&codes=b", NULL, NULL },
	{ "&z=1&keyword=a", NULL, "keyword=a" },
	{ "format=csv&&", "csv", "format=csv" },
	{ "utm_source=x&keyword=%C3%A9t%C3%A9&fbclid=%zz", NULL,
	    "keyword=%C3%A9t%C3%A9" },
	{ "keyword=a#&keywords=b", NULL, "keyword=a#" },
	/* an id without the text that was shown of it */
	{ "id=1&q=Niort", NULL, NULL },
	{ "id=1", NULL, NULL },
	{ "id=&q=", NULL, NULL },
	{ "keyword=a&q=&id=1", NULL, "keyword=a" },
	{ "q=+&id=1&codes=", NULL, "codes=" },
	{ "q=&id=1&q=Niort", NULL, NULL },
	{ "place=1&q=", NULL, NULL }, /* no form of ours says it so */
	{ "id=1&q=&format=csv", "csv", "format=csv" },
	/* a file: what has no value, a format that is said otherwise */
	{ "format=csv", "csv", NULL },
	{ "format=csv&keyword=a", "csv", NULL },
	{ "format=csv&z=1", "csv", "format=csv" },
	{ "format=csv&keyword=&codes[]=", "csv", "format=csv" },
	{ "format=csv&format=xlsx", "xlsx", "format=xlsx" },
	{ "format=xlsx&keyword=a&format=", "xlsx", "format=xlsx&keyword=a" },
	{ "%66ormat=csv", "csv", "format=csv" },
	{ "format[]=ics", "ics", "format=ics" },
	{ "format=%63sv&keyword=a", "csv", "format=csv&keyword=a" },
	{ "format=+atom", "atom", "format=atom" },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct param_fault fault;
		struct param_pairs pairs;

		want_int(i, param_split(pool, rows[i].query, &pairs, &fault),
		    RC_OK);
		want_str(i,
		    canonical_query(pool, spec, rows[i].query, &pairs,
			rows[i].format),
		    rows[i].to);
		pool_free(pool);
	}
}

/* What it makes is canonical: nobody is sent on twice. */
static void
test_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct param_fault fault;
		struct param_pairs pairs;

		if (rows[i].to != NULL) {
			param_split(pool, rows[i].to, &pairs, &fault);
			want_str(i,
			    canonical_query(pool, spec, rows[i].to, &pairs,
				rows[i].format),
			    NULL);
		}
		pool_free(pool);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_once),
	};

	return cmocka_run_group_tests_name("canonical", tests, NULL, NULL);
}
