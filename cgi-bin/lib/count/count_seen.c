/* count_seen.c - robots, by what they do. */

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "count/count_seen.h"
#include "crypto/hex.h"
#include "crypto/seal.h"
#include "db/query.h"
#include "gen/queries/count.h"

/* DAYS: that are in memory at a time, all of which a line may still come.  A
 * place has the minute of what was done last, in 11 bits, how much was done
 * within it, in 5, and 16 bits of who did it.  It is one of WAYS for them. */
enum {
	DAYS = 9,
	WAYS = 4,
	MINUTE_BITS = 11,
	WITHIN_BITS = 5,
	ROBOT = SEEN_MINUTE + 1 /* for the rest of the day */
};
static_assert(ROBOT < 1 << WITHIN_BITS, "a place has room for it");

struct seen_day {
	char day[11]; /* "": none */
	bool changed;
	struct seen_row {
		char secret[2 * HEX_RANDOM + 4]; /* NUL-terminated */
		uint32_t place[SEEN_PLACES];
	} row;
};

struct count_seen {
	const char *host;
	int next; /* to be replaced */
	struct seen_day days[DAYS];
};

struct count_seen *
count_seen_new(const char *host)
{
	struct count_seen *s = calloc(1, sizeof(*s));

	if (s == NULL)
		log_die("count: out of memory");
	s->host = host;
	return s;
}

void
count_seen_free(struct count_seen *s)
{
	free(s);
}

static enum rc
write_day(struct count_seen *s, struct db *db, struct seen_day *d)
{
	struct pool *pool;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (!d->changed)
		return RC_OK;
	pool = pool_new();
	arg_text(pool, &args, COUNT_SEEN_WRITE_IN_HOST, s->host);
	arg_text(pool, &args, COUNT_SEEN_WRITE_IN_DAY, d->day);
	arg_bytes(pool, &args, COUNT_SEEN_WRITE_IN_SEEN, &d->row,
	    sizeof(d->row));
	rc = query_run(db, pool, Q_COUNT_SEEN_WRITE, args, &res);
	pool_free(pool);
	d->changed = false;
	return rc;
}

/* A row of which nothing is known yet. */
static void
clear_row(struct seen_row *row)
{
	*row = (struct seen_row){ 0 };
	if (!hex_random(row->secret, HEX_RANDOM))
		log_die("count: the system gives no randomness");
}

static enum rc
read_day(struct count_seen *s, struct db *db, struct seen_day *d,
    const char *day)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, COUNT_SEEN_READ_IN_HOST, s->host);
	arg_text(pool, &args, COUNT_SEEN_READ_IN_DAY, day);
	rc = query_run(db, pool, Q_COUNT_SEEN_READ, args, &res);
	if (rc == RC_OK) {
		clear_row(&d->row);
		memcpy(d->day, day, sizeof(d->day));
	}
	if (rc == RC_OK && res.rows > 0) {
		const struct value *v = &count_seen_read_row(&res, 0)->seen;

		if (v->n == sizeof(d->row))
			memcpy(&d->row, v->s, sizeof(d->row));
	}
	pool_free(pool);
	return rc;
}

/* The row of a day; one that was there longer makes room for it. */
static enum rc
find_day(struct count_seen *s, struct db *db, const char *day,
    struct seen_day **found)
{
	enum rc rc;

	for (int i = 0; i < DAYS; i++)
		if (strcmp(s->days[i].day, day) == 0) {
			*found = &s->days[i];
			return RC_OK;
		}
	*found = &s->days[s->next];
	if ((rc = write_day(s, db, *found)) == RC_OK)
		rc = read_day(s, db, *found, day);
	s->next = (s->next + 1) % DAYS;
	return rc;
}

static unsigned
within_of(uint32_t place)
{
	return place >> MINUTE_BITS & ((1u << WITHIN_BITS) - 1);
}

/* The place of a visitor, or one that another needs no more; NULL: all are
 * taken, and nobody looks at what this one does. */
static uint32_t *
find_place(struct seen_row *row, const char *visitor, unsigned minute,
    uint32_t *who)
{
	char mac[SEAL_MAC + 1];
	uint32_t *at, *free = NULL;
	uint16_t hash[2];

	seal_mac(mac, row->secret, 2 * HEX_RANDOM, "count", visitor);
	hex_read(hash, mac, sizeof(hash));
	*who = hash[1];
	at = &row->place[hash[0] % SEEN_PLACES / WAYS * WAYS];
	for (int i = 0; i < WAYS; i++) {
		unsigned within = within_of(at[i]);

		if (within > 0 && at[i] >> 16 == *who)
			return &at[i];
		if (within == 0 ||
		    (free == NULL && within < ROBOT &&
			(at[i] & ((1u << MINUTE_BITS) - 1)) != minute))
			free = &at[i];
	}
	if (free != NULL)
		*free = 0;
	return free;
}

enum rc
count_seen_add(struct count_seen *s, struct db *db, const char *day,
    unsigned minute, const char *visitor, bool *robot)
{
	struct seen_day *d;
	uint32_t *place, who, within;
	enum rc rc = find_day(s, db, day, &d);

	*robot = false;
	if (rc != RC_OK ||
	    (place = find_place(&d->row, visitor, minute, &who)) == NULL)
		return rc;
	within = within_of(*place);
	if (within < ROBOT) {
		if ((*place & ((1u << MINUTE_BITS) - 1)) != minute)
			within = 0;
		within++;
		*place = minute | within << MINUTE_BITS | who << 16;
		d->changed = true;
	}
	*robot = within == ROBOT;
	return RC_OK;
}

enum rc
count_seen_write(struct count_seen *s, struct db *db)
{
	enum rc rc = RC_OK;

	for (int i = 0; rc == RC_OK && i < DAYS; i++)
		rc = write_day(s, db, &s->days[i]);
	count_seen_drop(s);
	return rc;
}

void
count_seen_drop(struct count_seen *s)
{
	for (int i = 0; i < DAYS; i++) {
		s->days[i].day[0] = '\0';
		s->days[i].changed = false;
	}
}
