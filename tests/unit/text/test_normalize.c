/* test_scalar.c - numbers, dates, codes: one spelling, or none. */

#include "text/normalize.h"
#include "text/normalize_date.h"
#include "unit.h"

enum how {
	INTEGER,
	DECIMAL,
	AMOUNT,
	WHOLE,
	DATE,
	DATETIME,
	EMAIL,
	PHONE,
	IBAN,
	SIREN,
	SIRET,
	TEXT
};

static const struct {
	enum how how;
	const char *s, *want;
} rows[] = {
	{ INTEGER, "42", "42" },
	{ INTEGER, " 3\u00a0000 ", "3000" },
	{ INTEGER, "3\u202f000", "3000" },
	{ INTEGER, "+42", "42" },
	{ INTEGER, "-7", "-7" },
	{ INTEGER, "007", "7" },
	{ INTEGER, "0", "0" },
	{ INTEGER, "3.14", NULL },
	{ INTEGER, "42.0", NULL },
	{ INTEGER, "1e3", NULL },
	{ INTEGER, "douze", NULL },
	{ INTEGER, "", NULL },
	{ INTEGER, "-", NULL },
	{ INTEGER, "--4", NULL },
	{ INTEGER, "1234567890123456789", "1234567890123456789" },
	{ INTEGER, "-0", "0" },
	{ DECIMAL, "49.3", "49.3" },
	{ DECIMAL, "3,14", "3.14" },
	{ DECIMAL, "-0,5", "-0.5" },
	{ DECIMAL, "1 250,500", "1250.500" },
	{ DECIMAL, "3.1415", NULL },
	{ DECIMAL, "3.", NULL },
	{ DECIMAL, ".5", NULL },
	{ DECIMAL, "1,2,3", NULL },
	{ AMOUNT, "12 500,50 €", "12500.50" },
	{ AMOUNT, "12\u202f500,50\u00a0€", "12500.50" },
	{ AMOUNT, "12.500,50", "12500.50" },
	{ AMOUNT, "12,500.50", "12500.50" },
	{ AMOUNT, "12.500", "12500" },
	{ AMOUNT, "1.250.000", "1250000" },
	{ AMOUNT, "12500.5", "12500.5" },
	{ AMOUNT, "12500,00", "12500" },
	{ AMOUNT, "0", "0" },
	{ AMOUNT, "12500 euros", "12500" },
	{ AMOUNT, "12500 euros HT", "12500" },
	{ AMOUNT, "-5", NULL },
	{ AMOUNT, "120000 HT", "120000" },
	{ AMOUNT, "120 000,50 € HT", "120000.50" },
	{ AMOUNT, "120 000 € TTC", "120000" },
	{ AMOUNT, "120 000 € H.T.", "120000" },
	{ AMOUNT, "120 k€", "120000" },
	{ AMOUNT, "120 K€ HT", "120000" },
	{ AMOUNT, "120keuros", "120000" },
	{ AMOUNT, "0,5 k€", "500" },
	{ AMOUNT, "1,2 M€", "1200000" },
	{ AMOUNT, "1.250 M€", "1250000" },
	{ AMOUNT, "1 250,5 k€", "1250500" },
	{ AMOUNT, "1,2 million d’euros", "1200000" },
	{ AMOUNT, "120 mille euros", "120000" },
	{ AMOUNT, "2 milliards", "2000000000" },
	{ AMOUNT, "12 k", "12000" },
	{ AMOUNT, "12 kM€", NULL },
	{ AMOUNT, "1,2345 k€", NULL },
	{ AMOUNT, "k€", NULL },
	{ AMOUNT, "-12 k€", NULL },
	{ AMOUNT, "99999999 Md€", NULL },
	{ AMOUNT, "120 à 150 k€", NULL },
	{ AMOUNT, "12,5005", NULL },
	{ AMOUNT, "€", NULL },
	{ AMOUNT, "1234567890123456", NULL },
	{ AMOUNT, "1.25.000", NULL },
	{ AMOUNT, "120 000 € (HT)", "120000" },
	{ AMOUNT, "120 000 € H.T..", NULL },
	{ AMOUNT, "120 000 € HT.", "120000" },
	{ AMOUNT, "120 000 (100 000 HT)", NULL },
	{ AMOUNT, "()", NULL },
	{ AMOUNT, "(", NULL },
	{ AMOUNT, ".", NULL },
	{ AMOUNT, "120 000 € net de taxes", "120000" },
	{ AMOUNT, "120 000 € toutes taxes comprises", "120000" },
	{ AMOUNT, "1,2 M d’€", "1200000" },
	{ AMOUNT, "120 000,- €", "120000" },
	{ AMOUNT, "environ 120 000 €", "120000" },
	{ AMOUNT, "~ 120 k€", "120000" },
	{ AMOUNT, "€ 120 000", "120000" },
	{ AMOUNT, "EUR 120000.00", "120000" },
	{ AMOUNT, "HT : 120 000 €", "120000" },
	{ AMOUNT, "environ", NULL },
	{ AMOUNT, "~-5", NULL },
	{ AMOUNT, "12 345 67", NULL },
	{ AMOUNT, "1 2000", NULL },
	{ AMOUNT, "12\u00a0500\u202f50 €", NULL },
	{ AMOUNT, "1\u202f200\u00a0000 €", "1200000" },
	{ AMOUNT, "3 500 ,00 €", "3500" },
	{ WHOLE, "12500.50", "12501" },
	{ WHOLE, "12500.49", "12500" },
	{ WHOLE, "-0.5", "-1" },
	{ WHOLE, "12", "12" },
	{ DATE, "2027-04-03", "2027-04-03" },
	{ DATE, "3/4/2027", "2027-04-03" },
	{ DATE, "03-04-2027", "2027-04-03" },
	{ DATE, "03.04.2027", "2027-04-03" },
	{ DATE, "12/21/2027", "2027-12-21" },
	{ DATE, "3 avril 2027", "2027-04-03" },
	{ DATE, "1er août 2027", "2027-08-01" },
	{ DATE, "29/02/2028", "2028-02-29" },
	{ DATE, "29/02/2027", NULL },
	{ DATE, "2027-02-29", NULL },
	{ DATE, "3/4/27", NULL },
	{ DATE, "31/31/2027", NULL },
	{ DATE, "2027-04-03T10:00", NULL },
	{ DATE, "3 avril 2027 à midi", NULL },
	{ DATE, "3//4/2027", NULL },
	{ DATE, "3/+4/2027", NULL },
	{ DATE, "3/ 4/2027", NULL },
	{ DATE, "demain", NULL },
	{ DATETIME, "2026-03-01T10:30", "2026-03-01T10:30" },
	{ DATETIME, "2026-03-01T10:30:00+01:00", "2026-03-01T10:30:00+01:00" },
	{ DATETIME, "2026-03-01T10:30:00.000Z", "2026-03-01T10:30:00Z" },
	{ DATETIME, "21/12/2023 03:20", "2023-12-21T03:20" },
	{ DATETIME, "2023-12-21 03:20:45", "2023-12-21T03:20:45" },
	{ DATETIME, "2023-12-21", "2023-12-21T00:00" },
	{ DATETIME, "2023-12-21T25:00", NULL },
	{ DATETIME, "2023-12-21T10", NULL },
	{ DATETIME, "2023-12-21T10:30+99:00", NULL },
	{ EMAIL, " mairie@ville.fr ", "mairie@ville.fr" },
	{ EMAIL, "mairie", NULL },
	{ EMAIL, "mairie@ville", NULL },
	{ EMAIL, "a b@ville.fr", NULL },
	{ EMAIL, "a@@ville.fr", NULL },
	{ EMAIL, "<a@ville.fr>", NULL },
	{ PHONE, "05 49 25 70 01", "05 49 25 70 01" },
	{ PHONE, "+33 5.49.25.70.01", "+33 5.49.25.70.01" },
	{ PHONE, "+33 (0)5 49 25 70 01", "+33 (0)5 49 25 70 01" },
	{ PHONE, "0033 5 49 25 70 01", "0033 5 49 25 70 01" },
	{ PHONE, "0590 81 23 45", "0590 81 23 45" },
	{ PHONE, "24 56 78", "24 56 78" },
	{ PHONE, "40 41 42 43", "40 41 42 43" },
	{ PHONE, "+687 24 56 78", "+687 24 56 78" },
	{ PHONE, "05 63 33 90", NULL },
	{ PHONE, "05 49 25 70 01 2", NULL },
	{ PHONE, "+33 5 63 33 90", NULL },
	{ PHONE, "12", NULL },
	{ PHONE, "poste 12 34 56", NULL },
	{ IBAN, "FR76 1131 5000 0112 3456 7890 138",
	    "FR7611315000011234567890138" },
	{ IBAN, "FR7611315000011234567890139", NULL },
	{ IBAN, "fr7611315000011234567890138", "FR7611315000011234567890138" },
	{ IBAN, "FR76", NULL },
	{ SIREN, "217 901 099", "217901099" },
	{ SIREN, "217901098", NULL },
	{ SIREN, "21790109", NULL },
	{ SIRET, "130 025 265 00013", "13002526500013" },
	{ SIRET, "13002526500014", NULL },
	{ SIRET, "35600000000048", "35600000000048" },
	{ SIRET, "35600000012345", NULL },
	{ TEXT,
	    "\u00a0 a\x01"
	    "b\tc\u200a",
	    "ab\tc" },
	{ TEXT, "\x01 a\vb \x02", "ab" },
	{ TEXT, "a\fb\f", "a\nb" },
	/* what misleads, at an end too */
	{ TEXT,
	    "\u202e a\xef\xb7\x90"
	    "b\u202e"
	    "c\u2066\u2069"
	    "d\U0001ffff"
	    "e\xef\xb7\xaf \u2069",
	    "abcde" },
	{ TEXT, "a\ufdcf\ufdf0\U0001fffd", "a\ufdcf\ufdf0\U0001fffd" },
};

static char *
run(struct pool *pool, enum how how, const char *s)
{
	switch (how) {
	case INTEGER:
		return normalize_integer(pool, s);
	case DECIMAL:
		return normalize_decimal(pool, s, 3);
	case AMOUNT:
		return normalize_amount(pool, s);
	case WHOLE:
		return normalize_whole(pool, s);
	case DATE:
		return normalize_date(pool, s);
	case DATETIME:
		return normalize_datetime(pool, s);
	case EMAIL:
		return normalize_email(pool, s);
	case PHONE:
		return normalize_phone(pool, s);
	case IBAN:
		return normalize_iban(pool, s);
	case SIREN:
		return normalize_siren(pool, s);
	case SIRET:
		return normalize_siret(pool, s);
	default:
		return normalize_text(pool, s);
	}
}

static void
scalars(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		want_str(i, run(pool, rows[i].how, rows[i].s), rows[i].want);
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(scalars) };

	return cmocka_run_group_tests_name("normalize", tests, NULL, NULL);
}
