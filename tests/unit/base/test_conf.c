/* test_conf.c - the settings. */

#include <stdbool.h>

#include "base/conf.h"
#include "unit.h"

static char *dir;

static const struct {
	const char *text;
	enum rc rc;
	const char *site_name, *theme;
} rows[] = {
	{ "", RC_OK, "Guichet des aides", "neutral" },
	{ "# a comment\n\n   \n\t# another\n", RC_OK, "Guichet des aides",
	    "neutral" },
	{ "site_name = Aides du Cantal\n", RC_OK, "Aides du Cantal",
	    "neutral" },
	{ "site_name=A=B", RC_OK, "A=B", "neutral" },
	{ "  site_name\t=  A  \r\ntheme=state\r\n", RC_OK, "A", "state" },
	{ "site_name =\n", RC_OK, "", "neutral" },
	{ "site_name = a\nsite_name = b\n", RC_OK, "b", "neutral" },
	{ "site_name = a # b\n", RC_OK, "a # b", "neutral" },
	{ "site_name = Été\n", RC_OK, "Été", "neutral" },
	{ "theme = dsfr\n", RC_FAIL, NULL, NULL },
	{ "theme =\n", RC_FAIL, NULL, NULL },
	{ "theme = state neutral\n", RC_FAIL, NULL, NULL },
	{ "theme = sta\n", RC_FAIL, NULL, NULL },
	{ "site_nam = a\n", RC_FAIL, NULL, NULL },
	{ "Site_name = a\n", RC_FAIL, NULL, NULL },
	{ "site_name\n", RC_FAIL, NULL, NULL },
	{ "= a\n", RC_FAIL, NULL, NULL },
	{ "site_name = \xff\n", RC_FAIL, NULL, NULL },
	{ "site_name = a\x01\n", RC_FAIL, NULL, NULL },
	{ "[guichet]\n", RC_FAIL, NULL, NULL },
	{ "draft_retention = 30\nmax_requests = 1\n", RC_OK,
	    "Guichet des aides", "neutral" },
	{ "draft_retention = 0\n", RC_FAIL, NULL, NULL },
	{ "draft_retention =\n", RC_FAIL, NULL, NULL },
	{ "draft_retention = un an\n", RC_FAIL, NULL, NULL },
	{ "draft_retention = -1\n", RC_FAIL, NULL, NULL },
	{ "draft_retention = 30 jours\n", RC_FAIL, NULL, NULL },
	{ "draft_retention = 9999999999\n", RC_FAIL, NULL, NULL },
	{ "max_requests = 0\n", RC_FAIL, NULL, NULL },
};

static void
test_lines(void **state)
{
	struct conf c;

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		want_int(i,
		    conf_load(&c,
			unit_file(dir, "conf", rows[i].text,
			    strlen(rows[i].text))),
		    rows[i].rc);
		if (rows[i].rc == RC_OK) {
			want_str(i, c.site_name, rows[i].site_name);
			want_str(i, c.theme, rows[i].theme);
			want_str(i, c.operator_name, "");
		}
		conf_free(&c);
		assert_null(c.site_name);
	}
}

/* A line over the limit is refused, wherever it would be cut. */
static void
test_long_line(void **state)
{
	static const size_t sizes[] = { 4080, 4094, 4095, 4096, 4097, 4100,
		5000, 8190, 20000 };
	static char text[20100];
	struct conf c;

	(void)state;
	for (size_t i = 0; i < ROWS(sizes); i++) {
		memset(text, ' ', sizeof(text));
		memcpy(text, "site_name = a", 13);
		text[sizes[i] - 1] = '\n';
		want_int(i,
		    conf_load(&c, unit_file(dir, "conf", text, sizes[i])),
		    sizes[i] < 4096 ? RC_OK : RC_FAIL);
		conf_free(&c);
	}
}

static void
test_no_file(void **state)
{
	char missing[400];
	struct conf c;

	(void)state;
	snprintf(missing, sizeof(missing), "%s/none", dir);
	assert_int_equal(conf_load(&c, missing), RC_FAIL);
	conf_free(&c);
	/* a folder opens, and cannot be read */
	assert_int_equal(conf_load(&c, dir), RC_FAIL);
	conf_free(&c);
}

static void
test_path(void **state)
{
	(void)state;
	setenv("GUICHET_CONF", "some/where", 1);
	want_str(0, conf_path(), "some/where");
	unsetenv("GUICHET_CONF");
	want_str(1, conf_path(), "/etc/guichet/guichet.conf");
}

/* The example shows each key once, and each line is one that may be read. */
static void
test_example(void **state)
{
	FILE *f = fopen("conf/guichet.conf.example", "re");
	char line[400], text[20000] = "";
	size_t keys = 0;
	struct conf c;

	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof(line), f)) {
		size_t n = strspn(line + 1, "abcdefghijklmnopqrstuvwxyz_");

		if (line[0] != '#' || n == 0 ||
		    strncmp(line + 1 + n, " =", 2) != 0)
			continue;
		strncat(text, line + 1, sizeof(text) - strlen(text) - 1);
		keys++;
	}
	fclose(f);
	assert_int_equal(keys, sizeof(struct conf) / sizeof(char *));
	assert_int_equal(conf_load(&c,
			     unit_file(dir, "conf", text, strlen(text))),
	    RC_OK);
	want_str(0, c.theme, "neutral");
	want_str(1, c.site_name, "Guichet des aides");
	conf_free(&c);
}

static int
begin(void **state)
{
	(void)state;
	dir = unit_folder();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	unit_remove(dir);
	return 0;
}

/* Each key changes the fingerprint, in a way of its own. */
static void
test_fingerprint(void **state)
{
	static const char *const lines[] = { "", "share_dir = /a\n",
		"database_options = /a\n", "draft_retention = 30\n",
		"ds_url = https://a\n", "theme = state\n", "site_name = a\n",
		"site_name = b\n", "brand = a\n", "operator_name = a\n",
		"dpo = a\n", "contact = a\n", "log_retention = a\n",
		"log_retention = ab\n" };
	uint64_t seen[ROWS(lines)];

	(void)state;
	for (size_t i = 0; i < ROWS(lines); i++) {
		struct conf c;

		want_int(i,
		    conf_load(&c,
			unit_file(dir, "conf", lines[i], strlen(lines[i]))),
		    RC_OK);
		seen[i] = conf_fingerprint(&c);
		want_int(i, conf_fingerprint(&c) == seen[i], true);
		for (size_t k = 0; k < i; k++)
			want_int(i, seen[k] != seen[i], true);
		conf_free(&c);
	}
}

static void
count_doubtful(void *arg, const char *what)
{
	char *all = arg;

	strcat(all, strstr(what, "line"));
	strcat(all, ";");
}

/* What is taken, and told. */
static void
test_review(void **state)
{
	static const struct {
		const char *text, *told;
	} row[] = {
		{ "theme = state\n", "" },
		{ "theme = state\n#theme = neutral\nbrand = x\n", "" },
		{ "theme = state\n\n theme=neutral\n",
		    "line 3: \"theme\" was on line 1 too, and this one "
		    "holds;" },
		{ "brand = a\r\ndpo = b\r\n",
		    "line 1 ends as a file of Windows;" },
		{ "dpo = a\ndpo = b\ndpo = c\n",
		    "line 2: \"dpo\" was on line 1 too, and this one holds;"
		    "line 3: \"dpo\" was on line 2 too, and this one "
		    "holds;" },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(row); i++) {
		char told[400] = "";

		conf_review(unit_file(dir, "conf", row[i].text,
				strlen(row[i].text)),
		    count_doubtful, told);
		want_str(i, told, row[i].told);
	}
	conf_review("/nothing", count_doubtful, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_long_line),
		cmocka_unit_test(test_no_file),
		cmocka_unit_test(test_path),
		cmocka_unit_test(test_fingerprint),
		cmocka_unit_test(test_review),
		cmocka_unit_test(test_example),
	};

	return cmocka_run_group_tests_name("conf", tests, begin, end);
}
