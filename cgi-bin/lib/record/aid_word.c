/* aid_word.c - the fields of an aid of a feed that are words of a list. */

#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "gen/constants.h"
#include "gen/queries/record.h"
#include "record/aid_unknown.h"
#include "record/aid_word.h"

/* What a word of the feed means, or the word; NULL: somebody said that it means
 * nothing. */
static const char *
meant_by(const struct aid_record *d, const char *field, const char *word)
{
	const char *meaning = aid_record_meaning(d, field, word);

	return meaning == NULL          ? word
	    : strcmp(meaning, "-") == 0 ? NULL
					: meaning;
}

/* What a known aid has stays when nothing is said of it, but for one that had
 * gone from its feed: it is there again.  A new one is published, for a feed of
 * AT holds what is published. */
static const char *
kept_status(struct aid_record *d, bool understood, enum rc *rc)
{
	const char *had = aid_record_kept(d, COLUMN(aid_kept, status), rc);

	if (had == NULL)
		return understood ? AID_STATUS_PUBLISHED : AID_STATUS_DRAFT;
	return understood && strcmp(had, AID_STATUS_DELETED) == 0
	    ? AID_STATUS_PUBLISHED
	    : had;
}

/* The status that a word is, in the feed's words or in AT's; NULL, noted, when
 * it is none. */
static const char *
find_status(struct aid_record *d, const char *word)
{
	static const char *const statuses[] = { AID_STATUS_DRAFT,
		AID_STATUS_REVIEWABLE, AID_STATUS_PUBLISHED, AID_STATUS_DELETED,
		AID_STATUS_MERGED };
	const char *meant = meant_by(d, "status", word);
	char folded[32];

	if (meant == NULL)
		return NULL;
	str_fold(folded, sizeof(folded), meant);
	for (size_t i = 0; i < sizeof(statuses) / sizeof(statuses[0]); i++)
		if (strcmp(folded, statuses[i]) == 0)
			return statuses[i];
	aid_unknown_word(d, "status", NULL, word);
	return NULL;
}

/* Whether a field that is there was not understood. */
static bool
is_lost(const struct aid_record *d, const char *key, enum aid_said said)
{
	return said == SAID_NOTHING && json_object_get(d->json, key) != NULL;
}

/* Whether an aid opens later or has closed. */
static bool
is_out_of_days(const struct aid_record *d)
{
	const struct value *opens = aid_record_bound(d, ARG_OPENS_ON),
			   *closes = aid_record_bound(d, ARG_CLOSES_ON);

	return (opens != NULL && opens->type == VALUE_TEXT &&
		   strcmp(opens->s, d->run->today) > 0) ||
	    (closes != NULL && closes->type == VALUE_TEXT &&
		strcmp(closes->s, d->run->today) < 0);
}

enum rc
aid_word_put_status(struct aid_record *d)
{
	const char *word, *status = NULL;
	bool live = true, lost;
	enum aid_said said = aid_record_said(d, "status", &word),
		      alive = aid_record_said_yes(d, "is_live", &live);
	enum rc rc = RC_OK;

	if (said == SAID_IT && (status = find_status(d, word)) == NULL)
		said = SAID_NOTHING;
	lost = is_lost(d, "status", said) || is_lost(d, "is_live", alive);
	if (lost || (said != SAID_IT && alive != SAID_IT))
		status = kept_status(d, !lost, &rc);
	else if (status == NULL)
		status = AID_STATUS_PUBLISHED;
	/* What is withdrawn is not shown, whatever its status. */
	if (alive == SAID_IT && !live && !is_out_of_days(d) &&
	    strcmp(status, AID_STATUS_PUBLISHED) == 0)
		status = AID_STATUS_DRAFT;
	if (strcmp(status, AID_STATUS_PUBLISHED) == 0 && !d->was_shown &&
	    d->run->news != NULL)
		status = d->run->news;
	d->is_shown = strcmp(status, AID_STATUS_PUBLISHED) == 0;
	arg_text(d->run->pool, &d->args, ARG_STATUS, status);
	return rc;
}

static enum rc
put_recurrence(struct aid_record *d)
{
	struct import_run *r = d->run;
	const struct list_entry *e;
	enum rc rc;
	const char *name = aid_record_take(d, "recurrence", ARG_RECURRENCE_ID,
	    &rc);

	if (name == NULL)
		return rc;
	if ((name = meant_by(d, "recurrence", name)) == NULL)
		return aid_record_put_kept(d, ARG_RECURRENCE_ID);
	if ((e = lists_name(r->lists, "recurrence", name)) == NULL)
		e = lists_slug(r->lists, "recurrence", name);
	if (e == NULL) {
		aid_unknown_word(d, "recurrence", "recurrence", name);
		return aid_record_put_kept(d, ARG_RECURRENCE_ID);
	}
	arg_int(r->pool, &d->args, ARG_RECURRENCE_ID, e->id);
	return RC_OK;
}

/* The column is an enum, so that another word would stop the import. */
static enum rc
put_european(struct aid_record *d)
{
	static const char *const words[] = { EUROPEAN_SECTORIAL,
		EUROPEAN_ORGANIZATIONAL };
	char folded[32];
	enum rc rc;
	const char *word = aid_record_take(d, "european_aid", ARG_EUROPEAN,
	    &rc);

	if (word == NULL)
		return rc;
	if ((word = meant_by(d, "european_aid", word)) == NULL)
		return aid_record_put_kept(d, ARG_EUROPEAN);
	str_fold(folded, sizeof(folded), word);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(folded, words[i]) == 0) {
			arg_text(d->run->pool, &d->args, ARG_EUROPEAN,
			    words[i]);
			return RC_OK;
		}
	aid_unknown_word(d, "european_aid", NULL, word);
	return aid_record_put_kept(d, ARG_EUROPEAN);
}

enum rc
aid_word_put_all(struct aid_record *d)
{
	enum rc rc = put_recurrence(d);

	return rc == RC_OK ? put_european(d) : rc;
}
