/* deposit_run.c - the job that reads what was deposited. */

#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "deposit/deposit_check.h"
#include "deposit/deposit_run.h"
#include "deposit/deposit_tables.h"
#include "gen/constants.h"
#include "gen/queries/deposit.h"

/* What is deleted of a file takes its pieces along: a hundred at a time. */
static enum rc
forget(struct harvest *h, struct pool *pool)
{
	const struct arg *args = NULL;
	struct result res = { .affected = 1 };
	enum rc rc = RC_OK;

	arg_int(pool, &args, ARG_DAYS, DEPOSIT_DAYS);
	while (rc == RC_OK && res.affected > 0)
		rc = query_run(h->db, pool, Q_DEPOSIT_FORGET, args, &res);
	return rc;
}

/* Cancelled, or replaced by another file. */
static enum rc
drop(struct harvest *h, struct pool *pool, long long id)
{
	const struct arg *args = NULL;
	struct result res;

	arg_int(pool, &args, ARG_DEPOSIT, id);
	arg_text(pool, &args, ARG_NOW, h->now);
	return query_run(h->db, pool, Q_DEPOSIT_DROP, args, &res);
}

static const char *
text_of(const struct value *v)
{
	return v->type == VALUE_TEXT ? v->s : NULL;
}

static struct deposit
deposit_of(const struct deposit_due_row *r)
{
	return (struct deposit){ .id = r->id.i,
		.name = r->name.s,
		.source = r->source.s,
		.news = r->news.s,
		.licence = text_of(&r->licence),
		.outcome = text_of(&r->outcome),
		.is_whole = rows_int(&r->is_whole, 0) != 0,
		.round = (unsigned)rows_int(&r->round, 0),
		.tries = (unsigned)rows_int(&r->tries, 0) };
}

/* What was confirmed is taken though another came after it. */
static enum rc
go_on(struct harvest *h, struct pool *pool, const struct deposit_due_row *r)
{
	struct deposit d = deposit_of(r);
	bool is_checked = strcmp(r->state.s, DEPOSIT_STATE_CHECKED) == 0;
	bool answered = r->is_yes.type == VALUE_INT;

	if (is_checked && answered && r->is_yes.i != 0)
		return deposit_take(h, &d);
	if (rows_int(&r->is_old, 0) != 0 || (is_checked && answered))
		return drop(h, pool, d.id);
	return is_checked ? RC_OK : deposit_check(h, &d);
}

/* Tables come last: they tell of what was just taken. */
enum rc
deposit_run(struct harvest *h)
{
	struct pool *pool = pool_new();
	struct result due;
	enum rc rc = forget(h, pool);

	if (rc == RC_OK)
		rc = query_run(h->db, pool, Q_DEPOSIT_DUE, NULL, &due);
	for (unsigned i = 0; rc == RC_OK && i < due.rows; i++) {
		rc = go_on(h, pool, deposit_due_row(&due, i));
		/* One that fails is tried again, a few times. */
		if (rc != RC_UNAVAILABLE)
			rc = RC_OK;
	}
	if (rc == RC_OK)
		rc = deposit_tables_make(h);
	pool_free(pool);
	return rc;
}

/* One that was taken, or had nothing else to change. */
static enum rc
take_again(struct harvest *h, const struct deposit_one_row *r)
{
	const struct deposit d = { .id = r->id.i,
		.name = r->name.s,
		.source = r->source.s,
		.news = r->news.s,
		.licence = text_of(&r->licence),
		.is_whole = rows_int(&r->is_whole, 0) != 0 };

	if (strcmp(r->state.s, DEPOSIT_STATE_TAKEN) == 0 ||
	    strcmp(r->state.s, DEPOSIT_STATE_SAME) == 0)
		return deposit_take(h, &d);
	log_msg(_("its link has not confirmed it: only a file that was taken "
		  "is taken again"));
	return RC_BAD_PARAM;
}

enum rc
deposit_run_one(struct harvest *h, long long id)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, ARG_DEPOSIT, id);
	rc = query_run(h->db, pool, Q_DEPOSIT_ONE, args, &res);
	if (rc == RC_OK && res.rows == 0) {
		log_msg(_("no file that was deposited has the number %lld"),
		    id);
		rc = RC_NOT_FOUND;
	}
	if (rc == RC_OK)
		rc = take_again(h, deposit_one_row(&res, 0));
	pool_free(pool);
	return rc;
}
