/* draft.c - the journal of drafts. */

#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include "apply/draft.h"
#include "base/digest.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/apply.h"

enum {
	IN_15_SECONDS = 12,
	SENT = 60 /* s: an answer will not come any more */,
	LIFE = DRAFT_LIFE * 86400
};

/* ---- names ---- */

/* 128 bits, for whoever guesses a key and its digest is led to the draft, which
 * opens to the first visitor (DS 1.3). */
bool
draft_key(char key[DRAFT_KEY + 1])
{
	unsigned char r[DRAFT_KEY / 2];

	if (getrandom(r, sizeof(r), 0) != (ssize_t)sizeof(r))
		return false;
	for (size_t i = 0; i < sizeof(r); i++)
		snprintf(key + 2 * i, 3, "%02x", r[i]);
	return true;
}

bool
draft_is_key(const char *s)
{
	return strlen(s) == DRAFT_KEY &&
	    strspn(s, "0123456789abcdef") == DRAFT_KEY;
}

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

/* What the row of a draft says: whether it is there, or may be made again.  DS
 * destroys a draft that nobody opened after DRAFT_LIFE (DS 1.3): its address is
 * then of no use. */
static enum draft_start
draft_start_of(const struct draft_find_row *row, struct draft_known *known)
{
	const char *state = row->state.s;
	long age = (long)rows_int(&row->age, 0);

	*known = (struct draft_known){
		.id = (unsigned long long)rows_int(&row->id, 0),
		.url = row->url.type == VALUE_NULL ? NULL : row->url.s,
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

	arg_text(pool, &args, DRAFT_FIND_IN_FORM, d->key);
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
		*start = draft_start_of(draft_find_row(&res, 0), known);
	return rc;
}

/* Too many in 15 seconds, or no slot among those that wait for DS: else one is
 * taken. */
static enum rc
take_slot(struct db *db, struct pool *pool, bool *crowded)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_DRAFTS_LATELY, NULL, &res);

	*crowded = rc == RC_OK && res.rows > 0 &&
	    rows_int(&drafts_lately_row(&res, 0)->drafts, 0) >= IN_15_SECONDS;
	if (rc == RC_OK && !*crowded &&
	    (rc = query_run(db, pool, Q_DRAFT_SLOT, NULL, &res)) == RC_OK)
		*crowded = res.rows == 0 ||
		    draft_slot_row(&res, 0)->slot.type == VALUE_NULL;
	return rc;
}

/* A failure is ignored: an advisory lock goes with its connection at the
 * latest. */
static void
release_slot(struct db *db, struct pool *pool)
{
	struct result res;

	query_run(db, pool, Q_DRAFT_SLOT_FREE, NULL, &res);
}

static enum rc
draft_add(struct db *db, struct pool *pool, const struct draft *d,
    enum draft_start *start, struct draft_known *known)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, DRAFT_ADD_IN_FORM, d->key);
	arg_text(pool, &args, DRAFT_ADD_IN_DIGEST, d->digest);
	arg_int(pool, &args, DRAFT_ADD_IN_DEMARCHE, d->demarche);
	arg_int(pool, &args, DRAFT_ADD_IN_AID, d->aid);
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
again(struct db *db, struct pool *pool, enum draft_start *start,
    const struct draft_known *known)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, DRAFT_AGAIN_IN_ID, (long long)known->id);
	if ((rc = query_run(db, pool, Q_DRAFT_AGAIN, args, &res)) == RC_OK)
		*start = res.affected == 1 ? DRAFT_NEW : DRAFT_SENDING;
	return rc;
}

/* Of two clicks the row that is written tells the first: to lock one that is
 * not there yet would make readers wait for each other. */
enum rc
draft_begin(struct db *db, struct pool *pool, const struct draft *d,
    enum draft_start *start, struct draft_known *known)
{
	struct result res;
	bool crowded;
	enum rc rc = draft_find(db, pool, d, &res);

	*known = (struct draft_known){ 0 };
	if (rc != RC_OK)
		return rc;
	*start = res.rows > 0 ? draft_start_of(draft_find_row(&res, 0), known)
			      : DRAFT_NEW;
	if (*start != DRAFT_NEW ||
	    (rc = take_slot(db, pool, &crowded)) != RC_OK)
		return rc;
	if (crowded) {
		*start = DRAFT_CROWDED;
		return RC_OK;
	}
	rc = res.rows > 0 ? again(db, pool, start, known)
			  : draft_add(db, pool, d, start, known);
	if (rc != RC_OK || *start != DRAFT_NEW)
		release_slot(db, pool);
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
draft_end(struct db *db, struct pool *pool, unsigned long long id,
    enum ds_end end, const struct ds_draft *made)
{
	bool is = end == DS_MADE;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, DRAFT_DONE_IN_ID, (long long)id);
	arg_text(pool, &args, DRAFT_DONE_IN_STATE, draft_state_of(end));
	if (is)
		arg_int(pool, &args, DRAFT_DONE_IN_NUMBER,
		    (long long)made->number);
	else
		arg_text(pool, &args, DRAFT_DONE_IN_NUMBER, NULL);
	arg_text(pool, &args, DRAFT_DONE_IN_URL, is ? made->url : NULL);
	arg_text(pool, &args, DRAFT_DONE_IN_TOKEN, is ? made->token : NULL);
	rc = query_run(db, pool, Q_DRAFT_DONE, args, &res);
	release_slot(db, pool);
	return rc;
}
