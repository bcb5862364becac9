/* test_program_members.c - lists of territories: where their codes are. */

#include <string.h>

#include "programs/program_members.h"
#include "unit.h"

static const struct {
	const char *text, *want;
	enum rc rc;
} rows[] = {
	{ "", "[]", RC_OK },
	{ "79191\n200041317\r\n2A004", "[\"79191\",\"200041317\",\"2A004\"]",
	    RC_OK },
	{ "# un commentaire\n\n 79191 ; Niort\n", "[\"79191\"]", RC_OK },
	{ "79191\tNiort\n1004\tAmbérieu\n", "[\"79191\",\"01004\"]", RC_OK },
	{ "\xEF\xBB\xBFinsee_com,lib_com\n79191,Niort\n", "[\"79191\"]",
	    RC_OK },
	{ "\"Nom; nom\";\"Code SIREN\"\n\"a;b\";\"200041317\"\n",
	    "[\"200041317\"]", RC_OK },
	{ "nom;code\nNiort;79191\n", "[]", RC_BAD_PARAM },
	{ "insee;nom\n79191;Niort\n;Melle\n", "[\"79191\"]", RC_BAD_PARAM },
	{ "79191\n791911\n", "[\"79191\"]", RC_BAD_PARAM },
	{ "2C004\n", "[]", RC_BAD_PARAM },
	{ "\"79191\n", "[\"79191\"]", RC_OK },
	{ "7919\"1,\"x\n", "[]", RC_BAD_PARAM },
};

static void
test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf json = { 0 };
		enum rc rc = program_members_read(rows[i].text,
		    strlen(rows[i].text), &json);

		want_int(i, rc, rows[i].rc);
		buf_putc(&json, '\0');
		want_str(i, json.data, rows[i].want);
		buf_free(&json);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
	};

	return cmocka_run_group_tests_name("program_members", tests, NULL,
	    NULL);
}
