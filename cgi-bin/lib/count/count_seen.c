/* count_seen.c - robots, by what they do. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "count/count_seen.h"
#include "db/query.h"
#include "gen/queries/count.h"

/* DAYS: that are in memory at a time.  A place has the minute of what was done
 * last, in 11 bits, how much was done within it, in 8, and on that day. */
enum {
	DAYS = 4,
	MINUTE_BITS = 11,
	WITHIN_BITS = 8,
	ROBOT = (1 << 13) - 1 /* for the rest of the day */
};

struct seen_day {
	char day[11]; /* "": none */
	bool changed;
	uint32_t place[SEEN_PLACES];
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
	arg_bytes(pool, &args, COUNT_SEEN_WRITE_IN_SEEN, d->place,
	    sizeof(d->place));
	rc = query_run(db, pool, Q_COUNT_SEEN_WRITE, args, &res);
	pool_free(pool);
	d->changed = false;
	return rc;
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
		memset(d->place, 0, sizeof(d->place));
		memcpy(d->day, day, sizeof(d->day));
	}
	if (rc == RC_OK && res.rows > 0) {
		const struct value *v = &count_seen_read_row(&res, 0)->seen;

		if (v->n == sizeof(d->place))
			memcpy(d->place, v->s, sizeof(d->place));
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

enum rc
count_seen_add(struct count_seen *s, struct db *db, const char *day,
    unsigned minute, uint64_t visitor, bool *robot)
{
	struct seen_day *d;
	uint32_t *place, within, done;
	enum rc rc = find_day(s, db, day, &d);

	if (rc != RC_OK)
		return rc;
	/* The low bits of FNV are as good as its high ones, taken together. */
	place =
	    &d->place[(visitor ^ visitor >> 32 ^ visitor >> 16) % SEEN_PLACES];
	done = *place >> (MINUTE_BITS + WITHIN_BITS);
	within = *place >> MINUTE_BITS & ((1u << WITHIN_BITS) - 1);
	if (done != ROBOT) {
		if ((*place & ((1u << MINUTE_BITS) - 1)) != minute)
			within = 0;
		within++;
		done++;
		if (within > SEEN_MINUTE || done > SEEN_DAY)
			done = ROBOT;
		*place = minute | within << MINUTE_BITS |
		    done << (MINUTE_BITS + WITHIN_BITS);
		d->changed = true;
	}
	*robot = done == ROBOT;
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
