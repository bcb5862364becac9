/* aid_calendar.c - when aids open and close. */

#include <stdlib.h>

#include "aids/aid_calendar.h"
#include "db/rows.h"
#include "gen/queries/aids.h"
#include "xml/xml.h"

/* Aids in a calendar; of the catalogue, looked at for it. */
enum { CALENDAR_AIDS = 500, LOOKED_AT = 20000 };

/* An aid, and the first day from today on when it opens or closes. */
struct dated {
	uint16_t day;
	uint32_t id;
};

/* That day, or 0. */
static uint16_t
next_day(const struct catalogue_aid *a, long today)
{
	if (a->opens >= today)
		return a->opens;
	return a->closes >= today ? a->closes : 0;
}

static int
by_day(const void *a, const void *b)
{
	const struct dated *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

/* The aids that have such a day, the first ones first; *n of them. */
static struct dated *
find_dated(struct context *ctx, const struct request *req, struct question *q,
    size_t *n)
{
	struct rank_hit *hit;
	struct dated *found;
	size_t hits;

	q->rank.limit = LOOKED_AT;
	hit = rank(ctx->pool, &q->corpus->catalogue, &q->rank, &hits, NULL);
	q->total = hits;
	if (hits > LOOKED_AT)
		hits = LOOKED_AT;
	found = pool_take(ctx->pool, (hits + 1) * sizeof(*found));
	*n = 0;
	for (size_t i = 0; i < hits; i++) {
		uint16_t day = next_day(hit[i].aid, req->day);

		if (day != 0)
			found[(*n)++] = (struct dated){ day, hit[i].aid->id };
	}
	if (*n > 1)
		qsort(found, *n, sizeof(*found), by_day);
	return found;
}

enum rc
aid_calendar_put(struct context *ctx, const struct request *req,
    struct response *resp, struct question *q)
{
	size_t n, shown;
	const struct dated *aids = find_dated(ctx, req, q, &n);
	struct value *ids;
	xmlNodePtr calendar = NULL;
	enum rc rc;

	shown = n < CALENDAR_AIDS ? n : CALENDAR_AIDS;
	if (shown == 0) {
		xml_add(resp->root, "calendar");
		return RC_OK;
	}
	ids = pool_take(ctx->pool, shown * sizeof(*ids));
	for (size_t i = 0; i < shown; i++)
		ids[i] = (struct value){ VALUE_INT, aids[i].id, NULL, 0 };
	arg_list(ctx->pool, &ctx->args, ARG_IDS, ids, shown);
	rc = rows_query(ctx->db, ctx->pool, Q_AID_CALENDAR_MONTHS, ctx->args,
	    resp->root, &calendar, NULL);
	if (rc == RC_OK)
		rc = rows_query(ctx->db, ctx->pool, Q_AID_CALENDAR, ctx->args,
		    calendar, NULL, NULL);
	if (rc == RC_OK && shown < n)
		xml_set_int(calendar, "more", (long long)(n - shown));
	return rc;
}
