/* scalars.c - amounts, dates and numbers as hands write them: what was understood
 * is understood alike when it is read again. */

#include "base/str.h"
#include "fuzz.h"
#include "text/date_read.h"
#include "text/day.h"
#include "text/normalize.h"
#include "text/normalize_date.h"

/* The first reads from the second on what it made. */
static void
settles(struct pool *pool, char *(*read)(struct pool *, const char *),
    const char *s)
{
	char *once = read(pool, s), *twice;

	if (once == NULL)
		return;
	twice = read(pool, once);
	must(twice != NULL && strcmp(once, twice) == 0);
}

static void
read_dates(struct pool *pool, const char *s)
{
	enum date_fault fault;
	char *day = date_read_day(pool, s, &fault);
	int year;

	if (day != NULL)
		must(day_read(day, &year) != NULL);
	date_read_moment(pool, s, &fault);
	date_read_month(pool, s, &fault);
	date_read_yearly(pool, s, &fault);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct pool *pool = pool_new();
	const char *s = fuzz_text(pool, data, n);
	char *decimal;

	if (!str_is_xml(s, strlen(s)))
		s = "";
	decimal = normalize_amount(pool, s);
	settles(pool, normalize_integer, s);
	settles(pool, normalize_amount, s);
	settles(pool, normalize_date, s);
	settles(pool, normalize_email, s);
	settles(pool, normalize_phone, s);
	settles(pool, normalize_iban, s);
	settles(pool, normalize_siren, s);
	settles(pool, normalize_siret, s);
	settles(pool, normalize_squeeze, s);
	normalize_datetime(pool, s);
	normalize_unix_time(pool, s);
	normalize_is_taxed(pool, s);
	if (decimal != NULL)
		must(normalize_whole(pool, decimal) != NULL);
	read_dates(pool, s);
	pool_free(pool);
	return 0;
}
