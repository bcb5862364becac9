/* test_code_list.c - lists of territories: where their codes are. */

#include <string.h>

#include "table/code_list.h"
#include "unit.h"

#define NIORT "79191\n"

static const struct {
	const char *text, *want;
	enum rc rc;
	size_t n; /* of a text with NUL bytes */
	bool wide;
} rows[] = {
	{ "", "", RC_OK, 0, false },
	{ "79191\n200041317\r\n2A004", "79191\n200041317\n2A004\n", RC_OK, 0,
	    false },
	{ "# un commentaire\n\n 79191 ; Niort\n", NIORT, RC_OK, 0, false },
	{ "# EPCI, codes INSEE\n79191\n", NIORT, RC_OK, 0, false },
	{ "# EPCI;codes INSEE\nnom,insee\nx,79191\n", NIORT, RC_OK, 0, false },
	{ "79191\tNiort\n1004\tAmbérieu\n", "79191\n01004\n", RC_OK, 0, false },
	{ "\xEF\xBB\xBFinsee_com,lib_com\n79191,Niort\n", NIORT, RC_OK, 0,
	    false },
	{ "\"Nom; nom\";\"Code SIREN\"\n\"a;b\";\"200041317\"\n", "200041317\n",
	    RC_OK, 0, false },
	{ "nom;code\nNiort;79191\n", "", RC_BAD_PARAM, 0, false },
	{ "79191\n79109, Échiré\n", "79191\n79109\n", RC_OK, 0, false },
	{ "insee;nom\n79191,79109;Niort\n", "", RC_BAD_PARAM, 0, false },
	{ "insee;nom\n79191;Niort\n;Melle\n", NIORT, RC_BAD_PARAM, 0, false },
	{ "79191\n791911\n", NIORT, RC_BAD_PARAM, 0, false },
	{ "2C004\n", "", RC_BAD_PARAM, 0, false },
	/* As spreadsheets save tables, and people write codes. */
	{ "sep=;\r\nNom;INSEE\r\nNiort;79191\r\n;;\r\n;\r\n", NIORT, RC_OK, 0,
	    false },
	{ "sep=,\n79191,Niort\n", NIORT, RC_OK, 0, false },
	{ "Liste au 1er avril;;\n;;\nRang;\"Code\nINSEE\"\n1;79191\n# fin;\n",
	    NIORT, RC_OK, 0, false },
	{ "200 041 317\n200\u00a0041\u202f317 ;x\n", "200041317\n200041317\n",
	    RC_OK, 0, false },
	{ "siren;nom\n\"200 041 317 \";a\n", "200041317\n", RC_OK, 0, false },
	{ "\"=\"\"01004\"\"\"\n'1004\n2a004\n", "01004\n01004\n2A004\n", RC_OK,
	    0, false },
	{ "insee_reg;insee_dep;insee_com\n75;79;79191\n", NIORT, RC_OK, 0,
	    false },
	{ "nom;insee\nN\xe9r\xe9;17255\n", "17255\n", RC_OK, 0, false },
	{ "\xff\xfei\0n\0s\0e\0e\0\r\0\n\0"
	  "7\0009\0001\0009\0001\0",
	    NIORT, RC_OK, 26, false },
	{ "\xfe\xff\0i\0n\0s\0e\0e\0\n\0007\0009\0001\0009\0001", NIORT, RC_OK,
	    24, false },
	/* What follows a code that begins a line. */
	{ "79191 Niort\n1004 5 rue\n2A004 Ajaccio, 1\n200 041 317 CA\n",
	    "79191\n01004\n2A004\n200041317\n", RC_OK, 0, false },
	{ "79191 1234 habitants\n1004 59000 LILLE\n", "79191\n01004\n", RC_OK,
	    0, false },
	{ "200041317 79 rue\n200 041 317 79 rue\n", "200041317\n200041317\n",
	    RC_OK, 0, false },
	{ "79191\u00a0Niort\n79109\u202f\u00c9chir\u00e9\n", "79191\n79109\n",
	    RC_OK, 0, false },
	{ "79191Niort\n", "", RC_BAD_PARAM, 0, false },
	{ "insee;nom\n79191 Niort;x\n79 191;x\n", "", RC_BAD_PARAM, 0, false },
	{ "79\nR75\n1\n2A;Corse\n", "", RC_BAD_PARAM, 0, false },
	{ "79\nR75\n1\n2A;Corse\n", "79\nR75\n01\n2A\n", RC_OK, 0, true },
	/* What is no such table. */
	{ "\"79191\n", "", RC_BAD_PARAM, 0, false },
	{ "7919\"1,\"x\n", "", RC_BAD_PARAM, 0, false },
	{ "PK\x03\x04\x14\0", "", RC_BAD_PARAM, 6, false },
	{ "79191\0", "", RC_BAD_PARAM, 6, false },
};

static bool
is_narrow(const char *s)
{
	size_t n = strlen(s), digits = strspn(s, "0123456789");

	return (n == 5 || n == 9) &&
	    (digits == n || (digits == 1 && (s[1] == 'A' || s[1] == 'B')));
}

static bool
is_wide(const char *s)
{
	return is_narrow(s) || strlen(s) <= 3;
}

static void
test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct csv_source in;
		struct buf codes = { 0 };

		csv_source_bytes(&in, rows[i].text,
		    rows[i].n > 0 ? rows[i].n : strlen(rows[i].text));
		want_int(i,
		    code_list_read(&in, rows[i].wide ? is_wide : is_narrow,
			&codes),
		    rows[i].rc);
		buf_putc(&codes, '\0');
		want_str(i, codes.data, rows[i].want);
		buf_free(&codes);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
	};

	return cmocka_run_group_tests_name("code_list", tests, NULL, NULL);
}
