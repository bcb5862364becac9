/* count_month.c - networks behind counts, and months that are over. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/log.h"
#include "count/count_month.h"
#include "crypto/hex.h"
#include "crypto/seal.h"
#include "db/query.h"
#include "gen/queries/count.h"
#include "text/day.h"

/* MONTHS: that are in memory at a time, all of which a line may still come.
 * ROWS: the LIMIT of the queries that forget. */
enum { MONTHS = 3, ROWS = 10000, DAY_SECONDS = 86400 };

struct count_months {
	int next; /* to be replaced */
	struct month {
		char first[11]; /* its first day; "": none */
		char secret[2 * HEX_RANDOM + 1];
	} months[MONTHS];
};

struct count_months *
count_months_new(void)
{
	struct count_months *m = calloc(1, sizeof(*m));

	if (m == NULL)
		log_die("count: out of memory");
	return m;
}

void
count_months_free(struct count_months *m)
{
	free(m);
}

void
count_months_drop(struct count_months *m)
{
	for (int i = 0; i < MONTHS; i++)
		m->months[i].first[0] = '\0';
}

/* The first day of the month of a day. */
static void
first_of(const char *day, char first[11])
{
	snprintf(first, 11, "%.7s-01", day);
}

/* The first day of the oldest month that is not over. */
static void
oldest_month(char first[11])
{
	char day[11];

	day_local(time(NULL) - COUNT_DAYS_LATE * DAY_SECONDS, day);
	first_of(day, first);
}

/* ---- secrets ---- */

static enum rc
read_secret(struct db *db, struct month *m)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	char secret[2 * HEX_RANDOM + 1];
	enum rc rc;

	if (!hex_random(secret, HEX_RANDOM))
		log_die("count: the system gives no randomness");
	arg_text(pool, &args, COUNT_MONTH_BEGIN_IN_MONTH, m->first);
	arg_text(pool, &args, COUNT_MONTH_BEGIN_IN_SECRET, secret);
	rc = query_run(db, pool, Q_COUNT_MONTH_BEGIN, args, &res);
	if (rc == RC_OK)
		rc = query_run(db, pool, Q_COUNT_MONTH_READ, args, &res);
	if (rc == RC_OK)
		snprintf(m->secret, sizeof(m->secret), "%s",
		    count_month_read_row(&res, 0)->secret.s);
	pool_free(pool);
	return rc;
}

/* The month of a day, with its secret. */
static enum rc
find_month(struct count_months *m, struct db *db, const char *first,
    const struct month **found)
{
	struct month *to = &m->months[m->next];
	enum rc rc;

	for (int i = 0; i < MONTHS; i++)
		if (strcmp(m->months[i].first, first) == 0) {
			*found = &m->months[i];
			return RC_OK;
		}
	memcpy(to->first, first, sizeof(to->first));
	if ((rc = read_secret(db, to)) != RC_OK)
		to->first[0] = '\0';
	m->next = (m->next + 1) % MONTHS;
	*found = to;
	return rc;
}

enum rc
count_month_bit(struct count_months *m, struct db *db, const char *day,
    const char *network, uint64_t *bit)
{
	const struct month *month;
	char first[11], oldest[11], mac[SEAL_MAC + 1];
	unsigned char hash;
	enum rc rc;

	*bit = 0;
	first_of(day, first);
	oldest_month(oldest);
	if (strcmp(first, oldest) < 0)
		return RC_OK;
	if ((rc = find_month(m, db, first, &month)) != RC_OK)
		return rc;
	seal_mac(mac, month->secret, strlen(month->secret), "network", network);
	hex_read(&hash, mac, sizeof(hash));
	*bit = 1ull << hash % 64;
	return RC_OK;
}

/* ---- months that are over ---- */

static enum rc
forget(struct db *db, enum query_id query, enum query_arg arg, const char *day)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, arg, day);
	do
		rc = query_run(db, pool, query, args, &res);
	while (rc == RC_OK && res.affected == ROWS);
	pool_free(pool);
	return rc;
}

/* The secret goes last: until then the month is ended again. */
static enum rc
end_month(struct db *db, const char *month)
{
	static const enum query_id untold[] = { Q_COUNT_WORD_UNTOLD,
		Q_COUNT_PLACE_UNTOLD };
	static const enum query_id old[] = { Q_COUNT_WORD_FORGET,
		Q_COUNT_PLACE_FORGET, Q_COUNT_SEARCH_FORGET, Q_COUNT_AID_FORGET,
		Q_COUNT_PAGE_FORGET };
	char kept[11];
	enum rc rc = RC_OK;

	snprintf(kept, sizeof(kept), "%04u%.6s",
	    (unsigned)(atoi(month) - COUNT_YEARS) % 10000, month + 4);
	for (size_t i = 0; rc == RC_OK && i < sizeof(untold) / sizeof(*untold);
	     i++)
		rc = forget(db, untold[i], ARG_MONTH, month);
	for (size_t i = 0; rc == RC_OK && i < sizeof(old) / sizeof(*old); i++)
		rc = forget(db, old[i], ARG_KEPT, kept);
	return rc == RC_OK ? forget(db, Q_COUNT_MONTH_END, ARG_MONTH, month)
			   : rc;
}

enum rc
count_months_end(struct db *db)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	char oldest[11];
	enum rc rc;

	oldest_month(oldest);
	arg_text(pool, &args, ARG_MONTH, oldest);
	rc = query_run(db, pool, Q_COUNT_MONTHS_OVER, args, &res);
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++)
		rc = end_month(db, count_months_over_row(&res, r)->month.s);
	pool_free(pool);
	return rc;
}
