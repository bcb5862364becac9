/* test_member_codes.c - lists of territories: where their codes are. */

#include <string.h>

#include "programs/member_codes.h"
#include "unit.h"

#define NIORT "[\"79191\"]"

static const struct {
	const char *text, *want;
	enum rc rc;
	size_t n; /* of a text with NUL bytes */
} rows[] = {
	{ "", "[]", RC_OK, 0 },
	{ "79191\n200041317\r\n2A004", "[\"79191\",\"200041317\",\"2A004\"]",
	    RC_OK, 0 },
	{ "# un commentaire\n\n 79191 ; Niort\n", NIORT, RC_OK, 0 },
	{ "# EPCI, codes INSEE\n79191\n", NIORT, RC_OK, 0 },
	{ "# EPCI;codes INSEE\nnom,insee\nx,79191\n", NIORT, RC_OK, 0 },
	{ "79191\tNiort\n1004\tAmbérieu\n", "[\"79191\",\"01004\"]", RC_OK, 0 },
	{ "\xEF\xBB\xBFinsee_com,lib_com\n79191,Niort\n", NIORT, RC_OK, 0 },
	{ "\"Nom; nom\";\"Code SIREN\"\n\"a;b\";\"200041317\"\n",
	    "[\"200041317\"]", RC_OK, 0 },
	{ "nom;code\nNiort;79191\n", "[]", RC_BAD_PARAM, 0 },
	{ "79191\n79109, Échiré\n", "[\"79191\",\"79109\"]", RC_OK, 0 },
	{ "insee;nom\n79191,79109;Niort\n", "[]", RC_BAD_PARAM, 0 },
	{ "insee;nom\n79191;Niort\n;Melle\n", NIORT, RC_BAD_PARAM, 0 },
	{ "79191\n791911\n", NIORT, RC_BAD_PARAM, 0 },
	{ "2C004\n", "[]", RC_BAD_PARAM, 0 },
	/* As spreadsheets save tables, and people write codes. */
	{ "sep=;\r\nNom;INSEE\r\nNiort;79191\r\n;;\r\n;\r\n", NIORT, RC_OK, 0 },
	{ "sep=,\n79191,Niort\n", NIORT, RC_OK, 0 },
	{ "Liste au 1er avril;;\n;;\nRang;\"Code\nINSEE\"\n1;79191\n# fin;\n",
	    NIORT, RC_OK, 0 },
	{ "200 041 317\n200\u00a0041\u202f317 ;x\n",
	    "[\"200041317\",\"200041317\"]", RC_OK, 0 },
	{ "siren;nom\n\"200 041 317 \";a\n", "[\"200041317\"]", RC_OK, 0 },
	{ "\"=\"\"01004\"\"\"\n'1004\n2a004\n",
	    "[\"01004\",\"01004\",\"2A004\"]", RC_OK, 0 },
	{ "insee_reg;insee_dep;insee_com\n75;79;79191\n", NIORT, RC_OK, 0 },
	{ "nom;insee\nN\xe9r\xe9;17255\n", "[\"17255\"]", RC_OK, 0 },
	{ "\xff\xfei\0n\0s\0e\0e\0\r\0\n\0"
	  "7\0009\0001\0009\0001\0",
	    NIORT, RC_OK, 26 },
	{ "\xfe\xff\0i\0n\0s\0e\0e\0\n\0007\0009\0001\0009\0001", NIORT, RC_OK,
	    24 },
	/* What is no such table. */
	{ "\"79191\n", "[]", RC_BAD_PARAM, 0 },
	{ "7919\"1,\"x\n", "[]", RC_BAD_PARAM, 0 },
	{ "PK\x03\x04\x14\0", "[]", RC_BAD_PARAM, 6 },
	{ "79191\0", "[]", RC_BAD_PARAM, 6 },
};

static void
test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct csv_source in;
		struct buf json = { 0 };

		csv_source_bytes(&in, rows[i].text,
		    rows[i].n > 0 ? rows[i].n : strlen(rows[i].text));
		want_int(i, member_codes_read(&in, &json), rows[i].rc);
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

	return cmocka_run_group_tests_name("member_codes", tests, NULL, NULL);
}
