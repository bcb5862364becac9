/* draft_follow.c - what became of the drafts of the journal. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "apply/draft.h"
#include "apply/draft_follow.h"
#include "apply/draft_turn.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/apply.h"

/* UNSURE: so many answers without sense, and the round is over. */
enum { BATCH = 50, MAX_STATE = 20, UNSURE = 3 };

struct follower {
	struct db *db;
	struct ds *ds;
	struct pool *pool;
	draft_teller *told;
	void *arg;
	struct draft_round *round;
	struct result batch; /* rows of drafts_alive, of one démarche */
	char state[BATCH][MAX_STATE]; /* "": not told */
	int unsure;
	unsigned hidden; /* démarche that our key may not see */
	bool over;
	enum rc rc;
};

static unsigned long
draft_follow_number_of(const struct drafts_alive_row *row)
{
	return (unsigned long)rows_int(&row->number, 0);
}

static unsigned
demarche_of(const struct drafts_alive_row *row)
{
	return (unsigned)rows_int(&row->demarche, 0);
}

/* The token must match too: DS answers for drafts in the order of their making
 * and leaves some out, so that places mean nothing (DS 1.3). */
static void
take_state(void *arg, const char *token, unsigned long number,
    const char *state)
{
	struct follower *f = arg;

	for (unsigned i = 0; i < f->batch.rows; i++) {
		const struct drafts_alive_row *row = drafts_alive_row(&f->batch,
		    i);

		if (draft_follow_number_of(row) == number &&
		    row->token.type != VALUE_NULL &&
		    strcmp(row->token.s, token) == 0)
			snprintf(f->state[i], MAX_STATE, "%s", state);
	}
}

static void
change(struct follower *f, const struct drafts_alive_row *row,
    const char *state)
{
	const struct arg *args = NULL;
	struct result res;

	if (*state == '\0' || strcmp(row->state.s, state) == 0)
		return;
	arg_int(f->pool, &args, DRAFT_STATE_IN_ID, rows_int(&row->id, 0));
	arg_text(f->pool, &args, DRAFT_STATE_IN_STATE, state);
	f->rc = query_run(f->db, f->pool, Q_DRAFT_STATE, args, &res);
	if (f->rc != RC_OK)
		return;
	f->round->changed++;
	f->told(f->arg, demarche_of(row), draft_follow_number_of(row),
	    row->state.s, state);
}

/* What DS does not have.  A day after its life is over, a draft that was never
 * opened is no more; others may be hidden by their user. */
static const char *
state_of_missing(const struct drafts_alive_row *row)
{
	return strcmp(row->state.s, DRAFT_STATE_PREFILLED) == 0 &&
		rows_int(&row->hours, 0) >= (DRAFT_LIFE_DAYS + 1) * 24
	    ? DRAFT_STATE_EXPIRED
	    : "";
}

/* DS did not tell of n drafts: whether it is worth asking of others. */
static void
note_untold(struct follower *f, enum ds_end end, unsigned n)
{
	f->round->untold += n;
	if (end == DS_DOWN || end == DS_BUSY ||
	    (end == DS_UNSURE && ++f->unsure == UNSURE))
		f->over = true;
}

/* One draft of a closed démarche, with the prefecture's key. */
static void
follow_one(struct follower *f, const struct drafts_alive_row *row)
{
	char state[MAX_STATE];
	enum ds_end end;

	if (f->over || f->hidden == demarche_of(row)) {
		*(f->over ? &f->round->untold : &f->round->closed) += 1;
		return;
	}
	end = ds_dossier_state(f->ds, draft_follow_number_of(row), state);
	if (end == DS_MADE) {
		change(f, row, state);
	} else if (end == DS_GONE) {
		change(f, row, state_of_missing(row));
	} else if (end == DS_REFUSED) {
		f->hidden = demarche_of(row);
		f->round->closed++;
	} else {
		note_untold(f, end, 1);
	}
}

/* Up to BATCH drafts of one démarche. */
static void
follow_batch(struct follower *f)
{
	const char *token[BATCH];
	enum ds_end end;
	size_t n = 0;

	memset(f->state, 0, sizeof(f->state));
	for (unsigned i = 0; i < f->batch.rows; i++)
		if (drafts_alive_row(&f->batch, i)->token.type != VALUE_NULL)
			token[n++] = drafts_alive_row(&f->batch, i)->token.s;
	end = n > 0 ? ds_draft_states(f->ds,
			  demarche_of(drafts_alive_row(&f->batch, 0)), token, n,
			  take_state, f)
		    : DS_GONE;
	if (end != DS_MADE && end != DS_GONE) {
		note_untold(f, end, f->batch.rows);
		return;
	}
	for (unsigned i = 0; f->rc == RC_OK && i < f->batch.rows; i++) {
		const struct drafts_alive_row *row = drafts_alive_row(&f->batch,
		    i);

		if (end == DS_GONE)
			follow_one(f, row);
		else
			change(f, row,
			    f->state[i][0] != '\0' ? f->state[i]
						   : state_of_missing(row));
	}
}

static void
follow_all(struct follower *f, const struct result *res)
{
	f->round->drafts = res->rows;
	for (unsigned i = 0; f->rc == RC_OK && i < res->rows;
	     i += f->batch.rows) {
		if (f->over) {
			f->round->untold += res->rows - i;
			return;
		}
		f->batch = *res;
		f->batch.row += i;
		for (f->batch.rows = 1; f->batch.rows < BATCH &&
		     i + f->batch.rows < res->rows &&
		     demarche_of(drafts_alive_row(res, i + f->batch.rows)) ==
			 demarche_of(drafts_alive_row(res, i));)
			f->batch.rows++;
		follow_batch(f);
	}
}

/* What is over goes: drafts that nobody opened, addresses that open nothing,
 * and all turns that expired, so that no MAC of a network stays. */
static enum rc
forget(struct db *db, struct pool *pool)
{
	unsigned long long gone;
	struct result res;
	enum rc rc = query_run(db, pool, Q_DRAFTS_DIED, NULL, &res);

	if (rc == RC_OK)
		rc = query_run(db, pool, Q_DRAFTS_CLOSED, NULL, &res);
	do {
		if (rc == RC_OK)
			rc = draft_turn_forget(db, pool, &gone);
	} while (rc == RC_OK && gone > 0);
	return rc;
}

enum rc
draft_follow(struct db *db, struct ds *ds, draft_teller *told, void *arg,
    struct draft_round *round)
{
	struct follower f = { .db = db,
		.ds = ds,
		.pool = pool_new(),
		.told = told,
		.arg = arg,
		.round = round };
	struct result res;

	*round = (struct draft_round){ 0 };
	f.rc = forget(db, f.pool);
	if (f.rc == RC_OK)
		f.rc = query_run(db, f.pool, Q_DRAFTS_ALIVE, NULL, &res);
	if (f.rc == RC_OK)
		follow_all(&f, &res);
	pool_free(f.pool);
	return f.rc;
}
