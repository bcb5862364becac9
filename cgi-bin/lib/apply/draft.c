/* draft.c - the journal of drafts. */

#include <stdio.h>
#include <string.h>

#include "apply/draft.h"
#include "apply/draft_turn.h"
#include "crypto/digest.h"
#include "crypto/seal.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/apply.h"

enum {
	SENT = DRAFT_SLOT_S /* an answer will not come any more */,
	LIFE = DRAFT_LIFE_DAYS * 86400
};

/* ---- names ---- */

/* The démarche is part of it: the same answers to two forms are two drafts. */
void
draft_digest(char digest[DRAFT_DIGEST + 1], unsigned demarche,
    const char *payload, size_t n)
{
	struct buf b = { 0 };

	buf_putf(&b, "%u\n", demarche);
	buf_put(&b, payload, n);
	digest_sha256(digest, b.data, b.len);
	buf_free(&b);
}

/* ---- before DS is asked ---- */

/* The address of a draft, which only the key of its form opens; an earlier
 * version left it open. */
static const char *
draft_url(struct pool *pool, const struct draft_find_row *row, const char *key)
{
	if (row->sealed.type != VALUE_NULL)
		return unseal(pool, key, "url", row->sealed.s, NULL);
	return row->url.type == VALUE_NULL ? NULL : row->url.s;
}

/* What the row of a draft says: whether it is there, or may be made again.  DS
 * destroys a draft that nobody opened after DRAFT_LIFE_DAYS (DS 1.3): its
 * address is then of no use. */
static enum draft_start
draft_start_of(struct pool *pool, const struct draft_find_row *row,
    const char *key, struct draft_known *known)
{
	const char *state = row->state.s;
	long age = (long)rows_int(&row->age, 0);

	*known = (struct draft_known){
		.id = (unsigned long long)rows_int(&row->id, 0),
		.url = draft_url(pool, row, key),
		.number = (unsigned long)rows_int(&row->number, 0),
		.demarche = (unsigned)rows_int(&row->demarche, 0),
		.aid = rows_int(&row->aid_id, 0),
		.age = age
	};
	if (strcmp(state, DRAFT_STATE_REFUSED) == 0 ||
	    strcmp(state, DRAFT_STATE_EXPIRED) == 0 ||
	    (age >= LIFE &&
		(strcmp(state, DRAFT_STATE_PREFILLED) == 0 ||
		    strcmp(state, DRAFT_STATE_UNKNOWN) == 0 ||
		    strcmp(state, DRAFT_STATE_SENDING) == 0)))
		return DRAFT_NEW;
	if (strcmp(state, DRAFT_STATE_SENDING) == 0)
		return age < SENT ? DRAFT_SENDING : DRAFT_LOST;
	return strcmp(state, DRAFT_STATE_UNKNOWN) == 0 ? DRAFT_LOST
						       : DRAFT_MADE;
}

static enum rc
draft_find(struct db *db, struct pool *pool, const struct draft *d,
    struct result *res)
{
	const struct arg *args = NULL;
	char form[FORM_KEY + 1];

	form_digest(form, d->key);
	arg_text(pool, &args, DRAFT_FIND_IN_FORM, form);
	arg_text(pool, &args, DRAFT_FIND_IN_KEY, d->key);
	arg_text(pool, &args, DRAFT_FIND_IN_DIGEST, d->digest);
	return query_run(db, pool, Q_DRAFT_FIND, args, res);
}

enum rc
draft_look(struct db *db, struct pool *pool, const struct draft *d,
    enum draft_start *start, struct draft_known *known)
{
	struct result res;
	enum rc rc = draft_find(db, pool, d, &res);

	*known = (struct draft_known){ 0 };
	*start = DRAFT_NEW;
	if (rc == RC_OK && res.rows > 0)
		*start = draft_start_of(pool, draft_find_row(&res, 0), d->key,
		    known);
	return rc;
}

static enum rc
draft_add(struct db *db, struct pool *pool, const struct draft *d,
    const char *form, enum draft_start *start, struct draft_known *known)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, DRAFT_ADD_IN_FORM, form);
	arg_text(pool, &args, DRAFT_ADD_IN_DIGEST, d->digest);
	arg_int(pool, &args, DRAFT_ADD_IN_DEMARCHE, d->demarche);
	arg_int(pool, &args, DRAFT_ADD_IN_AID, d->aid);
	arg_int(pool, &args, DRAFT_ADD_IN_PORTAL, d->portal);
	arg_text(pool, &args, DRAFT_ADD_IN_SIREN, d->siren);
	arg_text(pool, &args, DRAFT_ADD_IN_AUTHORITY, d->authority);
	arg_int(pool, &args, DRAFT_ADD_IN_CHAMPS, d->champs);
	if ((rc = query_run(db, pool, Q_DRAFT_ADD, args, &res)) != RC_OK)
		return rc;
	*start = res.affected == 1 ? DRAFT_NEW : DRAFT_SENDING;
	known->id = res.last_id;
	return RC_OK;
}

static enum rc
draft_again(struct db *db, struct pool *pool, const char *form,
    enum draft_start *start, const struct draft_known *known)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, DRAFT_AGAIN_IN_ID, (long long)known->id);
	arg_text(pool, &args, DRAFT_AGAIN_IN_FORM, form);
	if ((rc = query_run(db, pool, Q_DRAFT_AGAIN, args, &res)) == RC_OK)
		*start = res.affected == 1 ? DRAFT_NEW : DRAFT_SENDING;
	return rc;
}

/* Within a transaction: a turn, then the row of the journal.  Of two clicks the
 * row that is written tells the first. */
static enum rc
draft_take(struct db *db, struct pool *pool, const struct draft *d,
    enum draft_start *start, struct draft_known *known)
{
	char form[FORM_KEY + 1];
	enum rc rc = draft_turn_take(db, pool, d, start, known);

	if (rc != RC_OK || *start != DRAFT_NEW)
		return rc;
	form_digest(form, d->key);
	return known->id != 0 ? draft_again(db, pool, form, start, known)
			      : draft_add(db, pool, d, form, start, known);
}

enum rc
draft_begin(struct db *db, struct pool *pool, const struct draft *d,
    enum draft_start *start, struct draft_known *known)
{
	enum rc rc = draft_look(db, pool, d, start, known);

	if (rc != RC_OK || *start != DRAFT_NEW || (rc = db_begin(db)) != RC_OK)
		return rc;
	rc = draft_take(db, pool, d, start, known);
	/* The turn of a click that came second is nobody's. */
	if (rc == RC_OK && *start != DRAFT_SENDING)
		return db_commit(db);
	db_rollback(db);
	return rc;
}

/* ---- after ---- */

/* After an answer in doubt DS may have the draft: it is "unknown", which is
 * never made again while it could live.  All else is "refused", for which a
 * reader may press the button again. */
static const char *
draft_state_of(enum ds_end end)
{
	return end == DS_MADE  ? DRAFT_STATE_PREFILLED
	    : end == DS_UNSURE ? DRAFT_STATE_UNKNOWN
			       : DRAFT_STATE_REFUSED;
}

enum rc
draft_end(struct db *db, struct pool *pool, const char *key,
    const struct draft_known *known, enum ds_end end,
    const struct ds_draft *made)
{
	bool is = end == DS_MADE;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, DRAFT_DONE_IN_ID, (long long)known->id);
	arg_text(pool, &args, DRAFT_DONE_IN_STATE, draft_state_of(end));
	if (is)
		arg_int(pool, &args, DRAFT_DONE_IN_NUMBER,
		    (long long)made->number);
	else
		arg_text(pool, &args, DRAFT_DONE_IN_NUMBER, NULL);
	arg_text(pool, &args, DRAFT_DONE_IN_SEALED,
	    is ? seal(pool, key, "url", made->url, strlen(made->url)) : NULL);
	arg_text(pool, &args, DRAFT_DONE_IN_TOKEN, is ? made->token : NULL);
	rc = query_run(db, pool, Q_DRAFT_DONE, args, &res);
	/* Without it the slot is free a minute later. */
	draft_turn_end(db, pool, known->turn);
	return rc;
}
