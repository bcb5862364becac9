/* test_api_changes.c - cursors of what changed: what is read of each, and which are
 * refused. */

#include "api/api_aids.h"
#include "api/api_changes.h"
#include "base.h"
#include "gen/queries/api.h"
#include "xml/xml.h"

/* Base 0x0000abcd, version 40 of the data; one aid changed, one is gone. */
static const struct base_answer answers[] = {
	{ Q_DATA_ORIGIN, NULL, "#43981;#40" },
	{ Q_VERSION_BEFORE, NULL, "#12" },
	{ Q_AID_CHANGES, NULL,
	    "#7;#13;open;#1;sept;~;{\"id\":7;~;2026-11-22T08:00:00\n"
	    "#9;#14;closed;#2;neuf;#7;{\"id\":9;~;2026-11-22T09:00:00" },
	{ Q_AID_CHANGES_COUNT, NULL, "#2" },
};

static const struct {
	const char *after;
	const char *asked; /* of the base; NULL: refused */
} rows[] = {
	{ "0", "version=0 id=0" },
	{ "0000abcd-0-0", "version=0 id=0" },
	{ "0000abcd-12-7", "version=12 id=7" },
	{ "0000abcd-40-4294967295", "version=40 id=4294967295" },
	/* a day, whose change of the version before is the last one */
	{ "2026-11-20", "version=12 id=4294967295" },
	{ "20/11/2026", "version=12 id=4294967295" },
	{ "20261120", "version=12 id=4294967295" },
	/* of the future, of another base */
	{ "0000abcd-41-0", NULL },
	{ "0000abce-12-7", NULL },
	{ "0000abcd-18446744073709551616-1", NULL },
	/* none */
	{ "0000abcd-12", NULL },
	{ "0000abcd-12-", NULL },
	{ "0000abcd-12-7x", NULL },
	{ "0000abcd-12-7-8", NULL },
	{ " 0000abcd-12-7", NULL },
	{ "abcd-12-7", NULL },
	{ "00000abcd-12-7", NULL },
	{ "0000ABCD-12-7", NULL },
	{ "0000abcd--1-7", NULL },
	{ "0000abcd-+1-7", NULL },
	{ "0000abcd-12--7", NULL },
	{ "-1", NULL },
	{ "hier", NULL },
	{ "2026-13-45", NULL },
	/* to come */
	{ "2099-01-01", NULL },
};

static void
test_cursors(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	base.answer = answers;
	base.n = ROWS(answers);
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct context ctx = { .pool = pool,
			.base = "https://a.example" };
		struct param_value v = { .s = rows[i].after };
		struct param_values *values = pool_take(pool,
		    100 * sizeof(*values));
		struct request req = { .url = "/api/aids/?x",
			.query = "x",
			.params = api_aid_params,
			.values = values };
		xmlNodePtr root = xmlDocGetRootElement(xml_page(pool, "aids"));
		struct response resp = { .root = root,
			.asked = xml_add(root, "asked") };
		enum rc rc;

		for (int k = 0; api_aid_params[k].name != NULL; k++)
			if (strcmp(api_aid_params[k].name, "updated_after") ==
			    0)
				values[k] = (struct param_values){ &v, 1 };
		base.asked[0] = '\0';
		rc = api_cursor_check(rows[i].after) != NULL
		    ? RC_BAD_PARAM
		    : api_changes(&ctx, &req, &resp);
		want_int(i, rc, rows[i].asked != NULL ? RC_OK : RC_BAD_PARAM);
		if (rows[i].asked == NULL && resp.fault.name != NULL) {
			want_str(i, resp.fault.name, "updated_after");
			want_str(i, resp.fault.reason, "cursor");
		}
		if (rows[i].asked == NULL)
			continue;
		if (strstr(base.asked,
			pool_printf(pool, "aid_changes %s rows=50\n",
			    rows[i].asked)) == NULL)
			fail_msg("row %zu: asked %s", i, base.asked);
		want_str(i, xml_get(pool, xml_child(root, "answer"), "cursor"),
		    "0000abcd-14-9");
		want_str(i,
		    xml_get(pool, xml_child(xml_child(root, "answer"), "gone"),
			"slug"),
		    "neuf");
		want_str(i,
		    xml_get(pool, xml_child(xml_child(root, "answer"), "gone"),
			"into"),
		    "7");
	}
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cursors),
	};

	return cmocka_run_group_tests_name("api changes", tests, NULL, NULL);
}
