/* test_table.c - tables that an administrator edits. */

#include "text/csv_table.h"
#include "unit.h"

static char seen[400];

static enum rc
row(void *arg, char **field, unsigned long line)
{
	(void)arg;
	snprintf(seen + strlen(seen), sizeof(seen) - strlen(seen), "%lu[%s|%s]",
	    line, field[0], field[1]);
	return strcmp(field[0], "stop") == 0 ? RC_FAIL : RC_OK;
}

static const struct {
	const char *text;
	enum rc rc;
	const char *want;
} rows[] = {
	{ "nom;état\n", RC_OK, "" },
	{ "nom;état\na;b\n", RC_OK, "2[a|b]" },
	{ "Nom;Etat\r\n a ; b \r\n\"c;d\";\"e \"\"f\"\"\"\r\n", RC_OK,
	    "2[a|b]3[c;d|e \"f\"]" },
	{ "\xef\xbb\xbfnom;état\na;b", RC_OK, "2[a|b]" },
	{ "nom;état\na;\n", RC_OK, "2[a|]" },
	{ "nom;état\n\"a\nb\";c\n", RC_OK, "2[a\nb|c]" },
	{ "nom;état\nstop;x\na;b\n", RC_FAIL, "2[stop|x]" },
	{ "nom;autre\na;b\n", RC_BAD_PARAM, "" },
	{ "nom,état\na,b\n", RC_BAD_PARAM, "" },
	{ "nom;état\na\n", RC_BAD_PARAM, "" },
	{ "nom;état\na;b;c\n", RC_BAD_PARAM, "" },
	{ "nom;état\na;\"b\n", RC_BAD_PARAM, "" },
	{ "nom;état\na;\xff\n", RC_BAD_PARAM, "" },
};

static void
test_rows(void **state)
{
	static const char *const columns[] = { "nom", "état", NULL };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		seen[0] = '\0';
		want_int(i,
		    csv_table_read(rows[i].text, strlen(rows[i].text), columns,
			row, NULL),
		    rows[i].rc);
		want_str(i, seen, rows[i].want);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests_name("csv_table", tests, NULL, NULL);
}
