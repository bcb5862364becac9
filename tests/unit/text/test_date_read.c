/* test_date_read.c - dates as people write them: one day, a month, or why none.
 */

#include "text/date_read.h"
#include "unit.h"

static const struct {
	const char *s, *want;
	enum date_fault fault;
} days[] = {
	/* the French order */
	{ "31/12/2026", "2026-12-31", DATE_READ },
	{ " 1/2/2026\u00a0", "2026-02-01", DATE_READ },
	{ "31-12-2026", "2026-12-31", DATE_READ },
	{ "31.12.2026", "2026-12-31", DATE_READ },
	{ "31 12 2026", "2026-12-31", DATE_READ },
	{ "30.11.27", "2027-11-30", DATE_READ },
	{ "1/2/70", "1970-02-01", DATE_READ },
	{ "3 mars 2027", "2027-03-03", DATE_READ },
	{ "3 MARS 2027", "2027-03-03", DATE_READ },
	{ "1er janvier 2027", "2027-01-01", DATE_READ },
	{ "1 er janvier 2027", "2027-01-01", DATE_READ },
	{ "le 15 f\u00e9vrier 2027", "2027-02-15", DATE_READ },
	{ "15\u00a0ao\u00fbt\u00a02027", "2027-08-15", DATE_READ },
	{ "15-ao\u00fbt-2027", "2027-08-15", DATE_READ },
	{ "3 avr. 27", "2027-04-03", DATE_READ },
	{ "3 sept. 2027", "2027-09-03", DATE_READ },
	{ "3 juil. 2027", "2027-07-03", DATE_READ },
	{ "mercredi 3 mars 2027", "2027-03-03", DATE_READ },
	{ "mer. 3 mars 2027", "2027-03-03", DATE_READ },
	{ "12/31/2026", "2026-12-31", DATE_READ },
	{ "3-mars-27", "2027-03-03", DATE_READ },
	{ "03-avr.-27", "2027-04-03", DATE_READ },
	{ "premier mars 2027", "2027-03-01", DATE_READ },
	/* among words that name no other day */
	{ "jusqu'au 31 d\u00e9cembre 2026", "2026-12-31", DATE_READ },
	{ "Jusqu\u2019au 31/12/2026", "2026-12-31", DATE_READ },
	{ "au 31/12/2026 inclus", "2026-12-31", DATE_READ },
	{ "au plus tard le 31/12/2026", "2026-12-31", DATE_READ },
	{ "d\u00e8s le 3 mars 2027", "2027-03-03", DATE_READ },
	{ "\u00e0 partir du 3 mars 2027", "2027-03-03", DATE_READ },
	{ "31/12/2026 (inclus)", "2026-12-31", DATE_READ },
	{ "31/12/2026 \u00e0 minuit", "2026-12-31", DATE_READ },
	{ "31/12/2026 midi", "2026-12-31", DATE_READ },
	{ "31/12/2026 12h00 (heure de Paris)", "2026-12-31", DATE_READ },
	/* ISO 8601 */
	{ "2026-12-31", "2026-12-31", DATE_READ },
	{ "2026/12/31", "2026-12-31", DATE_READ },
	{ "2027-3-3", "2027-03-03", DATE_READ },
	{ "20261231", "2026-12-31", DATE_READ },
	{ "31122026", "2026-12-31", DATE_READ },
	{ "1970-01-01", "1970-01-01", DATE_READ },
	{ "2028-02-29", "2028-02-29", DATE_READ },
	/* moments */
	{ "2026-12-31T10:30:00+01:00", "2026-12-31", DATE_READ },
	{ "2026-12-31T10:30", "2026-12-31", DATE_READ },
	{ "2026-12-31 10:30:05.25", "2026-12-31", DATE_READ },
	{ "2026-12-31T23:59:59Z", "2026-12-31", DATE_READ },
	{ "2026-12-30T23:00:00Z", "2026-12-31", DATE_READ },
	{ "2026-12-31T23:00:00.000Z", "2027-01-01", DATE_READ },
	{ "2027-02-28T23:00:00Z", "2027-03-01", DATE_READ },
	{ "2026-06-29T22:00:00.000Z", "2026-06-30", DATE_READ },
	{ "2026-12-30T22:00:00Z", "2026-12-30", DATE_READ },
	{ "2026-12-30T23:00:00+01:00", "2026-12-30", DATE_READ },
	{ "31/12/2026 17h", "2026-12-31", DATE_READ },
	{ "31/12/2026 \u00e0 17h30", "2026-12-31", DATE_READ },
	{ "31 d\u00e9cembre 2026 \u00e0 12 h 00", "2026-12-31", DATE_READ },
	{ "31/12/2026, 12:00", "2026-12-31", DATE_READ },
	/* as feeds write them (RFC 822) */
	{ "Tue, 03 Mar 2026 10:00:00 +0100", "2026-03-03", DATE_READ },
	{ "Thu, 5 Mar 2026 10:00 GMT", "2026-03-05", DATE_READ },
	{ "Sun, 01 Feb 2026 00:00:00 -0500", "2026-02-01", DATE_READ },
	{ "12 Aug 2026 08:00:00 UTC", "2026-08-12", DATE_READ },
	{ "5 march 2026", "2026-03-05", DATE_READ },
	{ "Mon, 03 Mar 2026 10:00:00 +0100", NULL, DATE_NO_SUCH_DAY },
	{ "Tue, 03 Mar 2026 10:00:00 +01", "2026-03-03", DATE_READ },
	{ "Tue, 03 Mar 2026 10:00:00 XYZ", NULL, DATE_UNREADABLE },
	{ "h 03 Mar 2026", NULL, DATE_UNREADABLE },
	{ "3 ju 2026", NULL, DATE_UNREADABLE },
	/* days that the calendar has not */
	{ "2026-02-30", NULL, DATE_NO_SUCH_DAY },
	{ "2027-02-29", NULL, DATE_NO_SUCH_DAY },
	{ "29/02/2027", NULL, DATE_NO_SUCH_DAY },
	{ "31 avril 2027", NULL, DATE_NO_SUCH_DAY },
	{ "32/12/2026", NULL, DATE_NO_SUCH_DAY },
	{ "13/13/2026", NULL, DATE_NO_SUCH_DAY },
	{ "0/1/2026", NULL, DATE_NO_SUCH_DAY },
	{ "2026-02-30T10:30", NULL, DATE_NO_SUCH_DAY },
	{ "lundi 3 mars 2027", NULL, DATE_NO_SUCH_DAY },
	{ "13/31/27", NULL, DATE_NO_SUCH_DAY },
	{ "0000-00-00", NULL, DATE_NO_SUCH_DAY },
	/* months */
	{ "avril 2027", NULL, DATE_MONTH_ONLY },
	{ "04/2027", NULL, DATE_MONTH_ONLY },
	{ "2027-04", NULL, DATE_MONTH_ONLY },
	{ "fin mars 2027", NULL, DATE_MONTH_ONLY },
	{ "mi-mars 2027", NULL, DATE_MONTH_ONLY },
	{ "mi-mars", NULL, DATE_UNREADABLE },
	{ "D\u00e9but mars 2027", NULL, DATE_MONTH_ONLY },
	/* none, or several */
	{ "30-11-27", NULL, DATE_UNREADABLE },
	{ "27-04-03", NULL, DATE_UNREADABLE },
	{ "3 avril", NULL, DATE_UNREADABLE },
	{ "3/4", NULL, DATE_UNREADABLE },
	{ "2027", NULL, DATE_UNREADABLE },
	{ "3 ju 2027", NULL, DATE_UNREADABLE },
	{ "3 jui 2027", NULL, DATE_UNREADABLE },
	{ "3 brumaire 2027", NULL, DATE_UNREADABLE },
	{ "2er mars 2027", NULL, DATE_UNREADABLE },
	{ "1er trimestre 2027", NULL, DATE_UNREADABLE },
	{ "avant le 31/12/2026", NULL, DATE_UNREADABLE },
	{ "31/12/2026 et apr\u00e8s", NULL, DATE_UNREADABLE },
	{ "jusqu'au ", NULL, DATE_UNREADABLE },
	{ " inclus", NULL, DATE_UNREADABLE },
	{ "-3/4/2027", NULL, DATE_UNREADABLE },
	{ "3/4/2027 %", NULL, DATE_UNREADABLE },
	{ "3/4/2027/", NULL, DATE_UNREADABLE },
	{ "3/4/5/2027", NULL, DATE_UNREADABLE },
	{ "3/4/02027", NULL, DATE_UNREADABLE },
	{ "1/+2/2023", NULL, DATE_UNREADABLE },
	{ "2026-12-31T25:00", NULL, DATE_UNREADABLE },
	{ "2026-12-31T10:60", NULL, DATE_UNREADABLE },
	{ "2026-12-31T10:30 Paris", NULL, DATE_UNREADABLE },
	{ "2026-12-31T", NULL, DATE_UNREADABLE },
	{ "10:30", NULL, DATE_UNREADABLE },
	{ "h", NULL, DATE_UNREADABLE },
	{ "demain", NULL, DATE_UNREADABLE },
	{ "46387", NULL, DATE_UNREADABLE },
	{ "99999999", NULL, DATE_UNREADABLE },
	{ "99999999999999", NULL, DATE_UNREADABLE },
	{ "", NULL, DATE_UNREADABLE },
	{ " ", NULL, DATE_UNREADABLE },
	{ "\xc3", NULL, DATE_UNREADABLE },
	{ "du 3 mars au 4 avril 2027", NULL, DATE_UNREADABLE },
};

static const struct {
	const char *s, *want;
} months[] = {
	{ "avril 2027", "2027-04" },
	{ "Avr. 2027", "2027-04" },
	{ "d\u00e9cembre 27", "2027-12" },
	{ "04/2027", "2027-04" },
	{ "4-2027", "2027-04" },
	{ "2027-04", "2027-04" },
	{ "3 avril 2027", "2027-04" },
	{ "fin avril 2027", "2027-04" },
	{ "13/2027", NULL },
	{ "04/27", NULL },
	{ "avril", NULL },
	{ "31 avril 2027", NULL },
};

static const struct {
	const char *s, *want;
} yearly[] = {
	{ "02-29", "02-29" },
	{ "03-31", "03-31" },
	{ "31/03", "03-31" },
	{ "3/4", "04-03" },
	{ "31-03", "03-31" },
	{ "1er mars", "03-01" },
	{ "31 d\u00e9cembre", "12-31" },
	{ "02-30", NULL },
	{ "06-31", NULL },
	{ "mars", NULL },
	{ "2027-03-31", NULL },
	{ "x", NULL },
};

static void
test_days(void **state)
{
	struct pool *pool = pool_new();
	enum date_fault fault;

	(void)state;
	for (size_t i = 0; i < ROWS(days); i++) {
		want_str(i, date_read_day(pool, days[i].s, &fault),
		    days[i].want);
		want_int(i, fault, days[i].fault);
	}
	pool_free(pool);
}

/* In UTC. */
static void
test_moments(void **state)
{
	static const char *const moments[][2] = {
		{ "2026-12-31T10:30:00+01:00", "2026-12-31 09:30:00" },
		{ "2026-07-01 10:30", "2026-07-01 08:30:00" },
		{ "Tue, 03 Mar 2026 10:00:00 +0100", "2026-03-03 09:00:00" },
		{ "Sun, 01 Feb 2026 20:00:00 -0500", "2026-02-02 01:00:00" },
		{ "Thu, 5 Mar 2026 10:00 GMT", "2026-03-05 10:00:00" },
	};
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(moments); i++)
		want_str(i, date_read_moment(pool, moments[i][0], NULL),
		    moments[i][1]);
	pool_free(pool);
}

static void
test_months(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(months); i++)
		want_str(i, date_read_month(pool, months[i].s, NULL),
		    months[i].want);
	for (size_t i = 0; i < ROWS(yearly); i++)
		want_str(i, date_read_yearly(pool, yearly[i].s, NULL),
		    yearly[i].want);
	pool_free(pool);
}

/* No text is read past its end, whatever it is. */
static void
test_any(void **state)
{
	static const char signs[] = "0123/-. :hTZ+,\xc3\xa0 ermas";
	struct pool *pool = pool_new();

	(void)state;
	for (int i = 0; i < unit_turns(20000); i++) {
		char s[24];
		size_t n = unit_random() % sizeof(s);

		for (size_t k = 0; k < n; k++)
			s[k] = signs[unit_random() % (sizeof(signs) - 1)];
		s[n < sizeof(s) ? n : n - 1] = '\0';
		date_read_day(pool, s, NULL);
		date_read_yearly(pool, s, NULL);
		pool_reset(pool);
	}
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_moments),
		cmocka_unit_test(test_months),
		cmocka_unit_test(test_any),
	};

	return cmocka_run_group_tests_name("date_read", tests, NULL, NULL);
}
