/* test_funded_import.c - files of funded projects: what their fields become,
 * what is left out, and what is made of them for the search. */

#include "base.h"
#include "base/buf.h"
#include "funded/funded_import.h"
#include "gen/queries/funded.h"
#include "gen/queries/index.h"

enum rc __wrap_query_load(struct db *, enum query_id, const struct buf *);
enum rc __wrap_db_begin(struct db *);
enum rc __wrap_db_commit(struct db *);
void __wrap_db_rollback(struct db *);

/* What was loaded, as rows; and how transactions went: "begin commit ". */
static struct {
	struct buf projects, places, lists;
	char transactions[100];
} loaded;

enum rc
__wrap_query_load(struct db *db, enum query_id id, const struct buf *rows)
{
	struct buf *to = id == Q_FUNDED_WRITE ? &loaded.projects
	    : id == Q_FUNDED_LISTS_WRITE      ? &loaded.places
					      : &loaded.lists;

	(void)db;
	assert_true(to != &loaded.lists || id == Q_POSTING_WRITE);
	strcat(base.asked, query_table[id].name);
	strcat(base.asked, "\n");
	buf_reset(to);
	buf_put(to, rows->data, rows->len);
	return RC_OK;
}

enum rc
__wrap_db_begin(struct db *db)
{
	(void)db;
	strcat(loaded.transactions, "begin ");
	return RC_OK;
}

enum rc
__wrap_db_commit(struct db *db)
{
	(void)db;
	strcat(loaded.transactions, "commit ");
	return RC_OK;
}

void
__wrap_db_rollback(struct db *db)
{
	(void)db;
	strcat(loaded.transactions, "rollback ");
}

/* ---- one field at a time ---- */

#define HEAD \
	"exercice;dispositif;programme;beneficiaire_type;beneficiaire_siren;" \
	"beneficiaire_dep;beneficiaire_nom;beneficiaire_code_insee;intitule;" \
	"cout_ht;subvention;taux\n"

enum {
	SOURCE,
	YEAR,
	SCHEME,
	TITLE,
	NAME,
	FOLDED,
	SIREN,
	INSEE,
	DEPARTMENT,
	COST,
	AMOUNT,
	FIELDS
};

/* A field of a line that is good but for it, and what is written of it; NULL:
 * the line is left out. */
static const struct {
	int field;
	const char *text, *want;
} fields[] = {
	{ AMOUNT, "21667", "21667" },
	{ AMOUNT, "21 667,00 €", "21667" },
	{ AMOUNT, "310000,0", "310000" },
	{ AMOUNT, "12\u00a0500", "12500" },
	{ AMOUNT, "12\u202f500\u00a0€", "12500" },
	{ AMOUNT, "1234,49", "1234" },
	{ AMOUNT, "1234.5", "1235" },
	{ AMOUNT, "0,5", "1" },
	{ AMOUNT, "999999999999999", "999999999999999" },
	{ AMOUNT, "1000000000000000", NULL },
	{ AMOUNT, "0,4", NULL },
	{ AMOUNT, "0", NULL },
	{ AMOUNT, "", NULL },
	{ AMOUNT, "€", NULL },
	{ AMOUNT, "-500", NULL },
	{ AMOUNT, "500 k€", "500000" },
	{ AMOUNT, "50.000,00 €", "50000" },
	{ AMOUNT, "50.000", "50000" },
	{ AMOUNT, "1,5 M€", "1500000" },
	{ AMOUNT, "1 250 000 euros", "1250000" },
	{ AMOUNT, "12345.6789", "12346" },
	{ AMOUNT, "1,5,5", NULL },
	{ COST, "40 000,50", "40001" },
	{ COST, "", "\\N" },
	{ COST, "0", "\\N" },
	{ COST, "?", "\\N" },
	{ DEPARTMENT, "79", "79" },
	{ DEPARTMENT, "001", "01" },
	{ DEPARTMENT, "1", "01" },
	{ DEPARTMENT, "02A", "2A" },
	{ DEPARTMENT, "20A", "2A" },
	{ DEPARTMENT, "20B", "2B" },
	{ DEPARTMENT, "2b", "2B" },
	{ DEPARTMENT, "971", "971" },
	{ DEPARTMENT, "0976", "976" },
	{ DEPARTMENT, "67A", "67" },
	{ DEPARTMENT, "21A", "21" },
	{ DEPARTMENT, "69D", "69" },
	{ DEPARTMENT, "69M", "69" },
	{ DEPARTMENT, "20", NULL },
	{ DEPARTMENT, "21B", NULL },
	{ DEPARTMENT, "67B", NULL },
	{ DEPARTMENT, "2C", NULL },
	{ DEPARTMENT, "3A", NULL },
	{ DEPARTMENT, "961", NULL },
	{ DEPARTMENT, "123", NULL },
	{ DEPARTMENT, "9710", NULL },
	{ DEPARTMENT, "000", NULL },
	{ DEPARTMENT, "", NULL },
	{ SIREN, "217901099", "217901099" },
	{ SIREN, "217 901 099", "217901099" },
	{ SIREN, "217901099.0", "217901099" },
	{ SIREN, "12345678", "012345678" },
	{ SIREN, "1234567", "001234567" },
	{ SIREN, "123456", "\\N" },
	{ SIREN, "1234567890", "\\N" },
	{ SIREN, "12345678a", "\\N" },
	{ SIREN, "", "\\N" },
	{ INSEE, "79109", "79109" },
	{ INSEE, "1004", "01004" },
	{ INSEE, "2A004", "2A004" },
	{ INSEE, "2B033", "2B033" },
	{ INSEE, "2C033", "\\N" },
	{ INSEE, "2A04", "\\N" },
	{ INSEE, "2A0045", "\\N" },
	{ INSEE, "3A004", "\\N" },
	{ YEAR, "2024", "2024" },
	{ YEAR, "1901", "1901" },
	{ YEAR, "1900", "\\N" },
	{ YEAR, "2100", "\\N" },
	{ YEAR, "24", "\\N" },
	{ YEAR, "20x4", "\\N" },
	{ TITLE, "", NULL },
	{ TITLE, "a\\b", "a\\\\b" },
	{ FOLDED, "ST-Maixent l'École", "saint maixent l ecole" },
};

/* A line with that text in that field. */
static const char *
line_with(struct pool *pool, int field, const char *text)
{
	const char *f[FIELDS] = { [YEAR] = "2023",
		[TITLE] = "École",
		[NAME] = "Gourgé",
		[DEPARTMENT] = "79",
		[COST] = "10",
		[AMOUNT] = "5" };

	f[SCHEME] = "DETR";
	f[SIREN] = f[INSEE] = "";
	f[field == FOLDED ? NAME : field] = text;
	return pool_printf(pool, HEAD "%s;%s;;;%s;%s;%s;%s;%s;%s;%s;\n",
	    f[YEAR], f[SCHEME], f[SIREN], f[DEPARTMENT], f[NAME], f[INSEE],
	    f[TITLE], f[COST], f[AMOUNT]);
}

static enum rc
import(const char *text, struct funded_report *r)
{
	struct words *words = words_new();
	struct csv_source in;
	enum rc rc;

	csv_source_bytes(&in, text, strlen(text));
	words_add_stop(words, "de");
	*r = (struct funded_report){ 0 };
	buf_reset(&loaded.projects);
	buf_reset(&loaded.places);
	buf_reset(&loaded.lists);
	loaded.transactions[0] = '\0';
	base.asked[0] = '\0';
	rc = funded_import(NULL, words, "test", &in, true, r);
	words_free(words);
	return rc;
}

static void
test_fields(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(fields); i++) {
		struct funded_report r;
		const char *got = NULL;
		char *rest;
		enum rc rc = import(line_with(pool, fields[i].field,
					fields[i].text),
		    &r);

		want_int(i, rc, fields[i].want != NULL ? RC_OK : RC_BAD_PARAM);
		want_int(i, r.count, fields[i].want != NULL);
		want_int(i, r.left_out, fields[i].want == NULL);
		if (r.count > 0) {
			rest = loaded.projects.data;
			rest[strcspn(rest, "\n")] = '\0';
			for (int k = 0; k <= fields[i].field; k++)
				got = strsep(&rest, "\t");
		}
		want_str(i, got, fields[i].want);
	}
	pool_free(pool);
}

/* ---- files ---- */

/* The other kind of file begins with a mark of its encoding. */
static void
test_fonds_vert(void **state)
{
	struct funded_report r;

	(void)state;
	assert_int_equal(import("\xef\xbb\xbfnom_region;code_departement;"
				"nom_departement;code_commune;nom_commune;axe;"
				"numero_demarche_ds;nom_demarche_ds;"
				"numero_dossier_ds;nom_du_projet;"
				"nom_beneficiaire_principal;siren;"
				"montant_engage\n"
				"R;079;D;79109;C;1;69071;Bâtiments;12;École;"
				"Gourgé;217901354;1 000 €\n",
			     &r),
	    RC_OK);
	assert_string_equal(loaded.projects.data,
	    "test\t\\N\tBâtiments\tÉcole\tGourgé\tgourge\t217901354\t79109\t79"
	    "\t\\N\t1000\n");
}

/* A title is cut between two characters. */
static void
test_long_title(void **state)
{
	struct pool *pool = pool_new();
	char title[482], want[600];
	struct funded_report r;

	(void)state;
	memset(title, 'a', 479);
	memcpy(title + 479, "é", 3);
	assert_int_equal(import(line_with(pool, TITLE, title), &r), RC_OK);
	title[479] = '\0';
	snprintf(want, sizeof(want), "\t%s\t", title);
	assert_non_null(strstr(loaded.projects.data, want));
	pool_free(pool);
}

static void
test_no_such_file(void **state)
{
	struct funded_report r;

	(void)state;
	assert_int_equal(import("nom;prenom\nA;B\n", &r), RC_BAD_PARAM);
	assert_int_equal(import("exercice\n", &r), RC_BAD_PARAM);
	assert_int_equal(import("", &r), RC_BAD_PARAM);
	assert_string_equal(base.asked, "");
	assert_string_equal(loaded.transactions, "");
}

/* ---- the whole, and the index ---- */

/* id;department;perimeter;epci;latitude;longitude;title */
static const struct base_answer answers[] = {
	{ Q_FUNDED_ALL, "after=0",
	    "#3;79;#11;~;#1;#2;école\n"
	    "#7;86;~;~;~;~;écoles, ECOLE\n" },
	{ Q_FUNDED_ALL, "after=7",
	    "#258;79;#10;#20;#4712;#-31;École de Gourgé\n" },
};

#define PLACE_OF_3 \
	"03000000" \
	"0b000000" \
	"00000000" \
	"0100" \
	"0200"
#define PLACE_OF_258 \
	"02010000" \
	"0a000000" \
	"14000000" \
	"6812" \
	"e1ff"

/* Posting lists: a difference of ids, an impact, no passage. */
static const char lists[] = "~79 ecol\t2\t\x03\xff\x00\xff\x01\xff\x00\n"
			    "~79 gourg\t1\t\x82\x02\xff\x00\n"
			    "~86 ecol\t1\t\x07\xff\x00\n";

static void
test_whole(void **state)
{
	struct pool *pool = pool_new();
	struct funded_report r;

	(void)state;
	base_serve(answers);
	base.affected = 4;
	assert_int_equal(import(line_with(pool, YEAR, "2024"), &r), RC_OK);
	assert_string_equal(loaded.transactions, "begin commit ");
	/* Three of the queries find whose projects are. */
	assert_int_equal(r.placed, 12);
	assert_string_equal(base.asked,
	    "version_bump\nfunded_delete source=test\nfunded_write\n"
	    "funded_by_insee source=test\nfunded_by_siren source=test\n"
	    "funded_by_name source=test\nfunded_department source=test\n"
	    "funded_epci source=test\nfunded_own_epci source=test\n"
	    "funded_all after=0\nfunded_all after=7\nfunded_all after=258\n"
	    "funded_lists_delete\nfunded_postings_delete\n"
	    "funded_lists_write\n"
	    "posting_lists most=3 terms=3 values\n"
	    "posting_write\n");
	/* By id; without a place. */
	assert_string_equal(loaded.places.data,
	    "79\t" PLACE_OF_3 PLACE_OF_258 "\n86\t07000000"
	    "00000000"
	    "00000000"
	    "0080"
	    "0000\n");
	/* By term, then by id; a title once, a stop word not. */
	assert_int_equal(loaded.lists.len, sizeof(lists) - 1);
	assert_memory_equal(loaded.lists.data, lists, sizeof(lists) - 1);
	pool_free(pool);
}

static void
test_away(void **state)
{
	static const char *const away[] = { "funded_delete", "funded_epci",
		"funded_all", "funded_lists_delete", "funded_postings_delete",
		"posting_lists" };
	struct pool *pool = pool_new();
	struct funded_report r;

	(void)state;
	for (size_t i = 0; i < ROWS(away); i++) {
		base.away = away[i];
		want_int(i, import(line_with(pool, YEAR, "2024"), &r),
		    RC_UNAVAILABLE);
		want_str(i, loaded.transactions, "begin rollback ");
	}
	base.away = NULL;
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fields),
		cmocka_unit_test(test_fonds_vert),
		cmocka_unit_test(test_long_title),
		cmocka_unit_test(test_no_such_file),
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_away),
	};
	int failed = cmocka_run_group_tests_name("funded_import", tests, NULL,
	    NULL);

	buf_free(&loaded.projects);
	buf_free(&loaded.places);
	buf_free(&loaded.lists);
	return failed;
}
