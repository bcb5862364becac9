/* test_perimeter_row.c - one compact row of the territories. */

#include "territory/perimeter_row.h"
#include "unit.h"

/* A line with | for tabs; NULL: nothing is wrong, else a word of what is. */
static const struct {
	const char *line, *wrong;
} rows[] = {
	{ "commune|79012|Échiré|217901091|3500|79410|79|R75|200041317", NULL },
	{ "commune|2A004|Ajaccio|212000046||20000 20090 20167|2A|R94", NULL },
	{ "commune|75056|Paris", NULL },
	{ "delegated|79003|A||||||||79012", NULL },
	{ "associated|79003|A||||||||79012", NULL },
	{ "arrondissement|75101|Paris 1er||15114|75001|||||75056", NULL },
	{ "former|79003|||||||||79012", NULL },
	{ "name|79003|Vieux nom", NULL },
	{ "epci|200041317|CA du Niortais|200041317|120000||79|||||CA", NULL },
	{ "ept|200054781|Grand Orly|200054781", NULL },
	{ "department|79|Deux-Sèvres||374000|||R75|||FRA-MET", NULL },
	{ "department|987|Polynésie||||||||FRA-OM|COM", NULL },
	{ "region|R75|Nouvelle-Aquitaine||||||||FRA-MET", NULL },
	{ "continent|EU|Europe", NULL },
	{ "country|FRA|France||||||||EU", NULL },
	{ "mainland|FRA-MET|Métropole||||||||FRA", NULL },
	{ "overseas|FRA-OM|Outre-mer||||||||FRA", NULL },
	{ "basin|RMC|Rhône-Méditerranée||||||||FRA-MET", NULL },
	{ "alias|R94|Corse", NULL },
	{ "siren|79|||||||||", NULL },
	{ "basin-of|79|||||||||LB", NULL },
	/* type, code */
	{ "", "type" },
	{ "town|79012|A", "type" },
	{ "Commune|79012|A", "type" },
	{ "commune", "code" },
	{ "commune||A", "code" },
	{ "commune|7901|A", "code" },
	{ "commune|790120|A", "code" },
	{ "commune|2C004|A", "code" },
	{ "commune|2a004|A", "code" },
	{ "commune| 79012|A", "code" },
	{ "epci|20004131|A", "code" },
	{ "epci|2000413170|A", "code" },
	{ "region|r75|A||||||||FRA", "code" },
	{ "region|ABCDEFGHIJKLMNOPQ|A||||||||FRA", "code" },
	/* name, parent */
	{ "commune|79012", "name is missing" },
	{ "commune|79012|", "name is missing" },
	{ "former|79003", "parent is missing" },
	{ "department|79|A", "parent is missing" },
	{ "delegated|79003|A||||||||R75", "parent is not" },
	/* the other fields */
	{ "commune|79012|A|12345678", "SIREN" },
	{ "commune|79012|A|12345678a", "SIREN" },
	{ "commune|79012|A||-1", "population" },
	{ "commune|79012|A||1.5", "population" },
	{ "commune|79012|A||1234567890", "population" },
	{ "commune|79012|A||12 ", "population" },
	{ "commune|79012|A|||7941", "postal" },
	{ "commune|79012|A|||794100", "postal" },
	{ "commune|79012|A|||79410 ", "postal" },
	{ "commune|79012|A||| 79410", "postal" },
	{ "commune|79012|A|||79410  79420", "postal" },
	{ "commune|79012|A|||79410,79420", "postal" },
	{ "commune|79012|A||||7900", "department" },
	{ "commune|79012|A||||é", "department" },
	{ "commune|79012|A|||||R755", "region" },
	{ "commune|79012|A||||||2000413170", "epci" },
	{ "commune|79012|A|||||||||TOOLONGKIND", "kind" },
	/* text */
	{ "commune|79012|A||||||||||||", "12 fields" },
	{ "commune|79012|\xff", "UTF-8" },
	{ "commune|79012|A\x01", "UTF-8" },
	{ "commune|79012|A\r", "UTF-8" },
};

static char *
tabs(char *to, size_t size, const char *line)
{
	snprintf(to, size, "%s", line);
	for (char *p = to; *p != '\0'; p++)
		if (*p == '|')
			*p = '\t';
	return to;
}

static void
test_read(void **state)
{
	struct perimeter_row row;
	char line[1000];

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		const char *wrong = perimeter_row_read(tabs(line, sizeof(line),
							   rows[i].line),
		    &row);

		if (rows[i].wrong == NULL)
			want_str(i, wrong, NULL);
		else if (wrong == NULL || strstr(wrong, rows[i].wrong) == NULL)
			want_str(i, wrong, rows[i].wrong);
	}
}

/* What is read is written again as it was, but for empty fields at the end. */
static void
test_round_trip(void **state)
{
	struct perimeter_row row;
	struct buf b = { 0 };
	char line[1000], want[1000];

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		size_t n = strlen(tabs(want, sizeof(want), rows[i].line));

		if (perimeter_row_read(tabs(line, sizeof(line), rows[i].line),
			&row) != NULL)
			continue;
		while (n > 0 && want[n - 1] == '\t')
			n--;
		snprintf(want + n, sizeof(want) - n, "\n");
		buf_reset(&b);
		perimeter_row_put(&b, &row);
		want_str(i, b.data, want);
	}
	buf_free(&b);
}

static void
test_put(void **state)
{
	const struct perimeter_row odd = { .field = { "commune", "79012",
					       "a\tb\nc\x01", NULL, "", NULL,
					       "79" } },
				   none = { .field = { 0 } };
	struct buf b = { 0 };

	(void)state;
	perimeter_row_put(&b, &odd);
	perimeter_row_put(&b, &none);
	perimeter_row_put_heading(&b);
	want_str(0, b.data,
	    "commune\t79012\ta b c \t\t\t\t79\n\n# type\tcode\t"
	    "name\tsiren\tpopulation\tzips\tdepartment\tregion\tepci\tept\t"
	    "parent\tkind\n");
	buf_free(&b);
}

static void
test_long(void **state)
{
	struct perimeter_row row;
	char line[1000];

	(void)state;
	snprintf(line, sizeof(line), "commune\t79012\t%0255d", 0);
	want_str(0, perimeter_row_read(line, &row), NULL);
	snprintf(line, sizeof(line), "commune\t79012\t%0256d", 0);
	assert_non_null(perimeter_row_read(line, &row));
	for (int n = 59; n < 62; n++) {
		snprintf(line, sizeof(line), "commune\t79012\tA\t\t\t");
		for (int i = 0; i < n; i++)
			strcat(line, i == 0 ? "79000" : " 79000");
		want_int(n, perimeter_row_read(line, &row) == NULL, n <= 60);
	}
}

/* Each line of our own data is a row. */
static void
test_data(void **state)
{
	static const char *const files[] = { "sql/data/perimeters.tsv",
		"sql/data/perimeters-fixed.tsv",
		"sql/data/perimeters-past.tsv" };
	struct perimeter_row row;
	char line[2000];

	(void)state;
	for (size_t i = 0; i < ROWS(files); i++) {
		FILE *f = fopen(files[i], "re");

		assert_non_null(f);
		for (int n = 1; fgets(line, sizeof(line), f); n++) {
			line[strcspn(line, "\n")] = '\0';
			if (line[0] != '#' && line[0] != '\0')
				want_str(n, perimeter_row_read(line, &row),
				    NULL);
		}
		fclose(f);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_put),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_data),
	};

	return cmocka_run_group_tests_name("perimeter_row", tests, NULL, NULL);
}
