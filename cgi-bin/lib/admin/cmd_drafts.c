/* cmd_drafts.c - commands: the journal of drafts. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "admin/cmd.h"
#include "apply/draft_follow.h"
#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/installation.h"
#include "table/csv_table.h"
#include "text/normalize.h"
#include "text/normalize_date.h"

const char *
cmd_draft_state(const char *state)
{
	static const struct {
		const char *state, *words;
	} all[] = {
		{ DRAFT_STATE_SENDING, N_("being sent") },
		{ DRAFT_STATE_UNKNOWN, N_("no answer") },
		{ DRAFT_STATE_REFUSED, N_("not made") },
		{ DRAFT_STATE_PREFILLED, N_("not opened yet") },
		{ DRAFT_STATE_EDITED, N_("draft") },
		{ DRAFT_STATE_SUBMITTED, N_("submitted") },
		{ DRAFT_STATE_EXAMINED, N_("being examined") },
		{ DRAFT_STATE_ACCEPTED, N_("accepted") },
		{ DRAFT_STATE_REJECTED, N_("rejected") },
		{ DRAFT_STATE_DROPPED, N_("closed without a decision") },
		{ DRAFT_STATE_EXPIRED, N_("expired") },
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(all[i].state, state) == 0)
			return gettext(all[i].words);
	return state;
}

/* ---- guichet drafts ---- */

/* The columns are those of the query, in its order. */
static void
write_journal(struct pool *pool, const struct result *res)
{
	static const char *const columns[] = {
		[COLUMN(drafts_since, made_at)] = "date",
		[COLUMN(drafts_since, siren)] = "siren",
		[COLUMN(drafts_since, authority)] = "collectivite",
		[COLUMN(drafts_since, demarche)] = "demarche",
		[COLUMN(drafts_since, title)] = "titre",
		[COLUMN(drafts_since, slug)] = "aide",
		[COLUMN(drafts_since, number)] = "dossier",
		[COLUMN(drafts_since, champs)] = "champs",
		[COLUMN(drafts_since, state)] = "etat",
		[COLUMN(drafts_since, changed_at)] = "change",
	};
	enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };
	const char *field[COLUMNS];

	csv_table_begin(stdout, columns, COLUMNS);
	for (unsigned r = 0; r < res->rows; r++) {
		for (int i = 0; i < COLUMNS; i++)
			field[i] = res->row[r][i].type == VALUE_NULL
			    ? ""
			    : rows_text(pool, &res->row[r][i]);
		field[COLUMN(drafts_since, state)] = cmd_draft_state(
		    field[COLUMN(drafts_since, state)]);
		csv_table_write(stdout, field, COLUMNS);
	}
}

/* guichet drafts [--since DATE]: the journal as a table. */
enum rc
cmd_drafts(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	/* The first day that MariaDB's DATE can hold: all. */
	const char *asked = o->options.since, *since = "1000-01-01";
	struct result res;
	enum rc rc = RC_OK;

	(void)argc, (void)argv;
	if (asked != NULL && (since = normalize_date(pool, asked)) == NULL) {
		log_msg(_("\"%s\" is no day: --since 2026-11-22"), asked);
		rc = RC_BAD_PARAM;
	}
	arg_text(pool, &args, DRAFTS_SINCE_IN_SINCE, since);
	if (rc == RC_OK)
		rc = query_run(o->db, pool, Q_DRAFTS_SINCE, args, &res);
	if (rc == RC_OK)
		write_journal(pool, &res);
	pool_free(pool);
	return rc;
}

/* ---- guichet drafts follow ---- */

/* Prints a change of state; nothing that identifies an applicant. */
static void
cmd_drafts_tell(void *arg, unsigned demarche, unsigned long number,
    const char *from, const char *to)
{
	(void)arg;
	say(_("démarche %u, dossier %lu: %s, was: %s"), demarche, number,
	    cmd_draft_state(to), cmd_draft_state(from));
}

/* The retention is what the legal pages promise: draft_retention days.  It is
 * the storage limitation of the GDPR (article 5.1.e): names of authorities and
 * numbers of dossiers lead to persons. */
static enum rc
cmd_drafts_forget(struct cmd *o)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, DRAFTS_FORGET_IN_DAYS,
	    atoll(o->conf.draft_retention));
	rc = query_run(o->db, pool, Q_DRAFTS_FORGET, args, &res);
	if (rc == RC_OK && res.affected > 0)
		say(ngettext("%llu line of the journal forgotten, older than "
			     "%s days",
			"%llu lines of the journal forgotten, older "
			"than %s days",
			(unsigned long)res.affected),
		    res.affected, o->conf.draft_retention);
	pool_free(pool);
	return rc;
}

/* Prints the counts of a round.  RC_UNAVAILABLE when DS left some unanswered,
 * so that the timer reports a failure. */
static enum rc
sum_up(const struct cmd *o, const struct draft_round *r)
{
	say(ngettext("%lu draft followed, %lu changed",
		"%lu drafts followed, %lu changed", r->drafts),
	    r->drafts, r->changed);
	if (r->closed > 0)
		say(ngettext(
			"%lu is of a closed démarche: Démarches "
			"simplifiées tells of it to the prefecture's key only "
			"(ds_key_file)",
			"%lu are of closed démarches: Démarches "
			"simplifiées tells of them to the "
			"prefecture's key only "
			"(ds_key_file)",
			r->closed),
		    r->closed);
	if (r->untold == 0)
		return RC_OK;
	log_msg(ngettext("Démarches simplifiées (%s) did not tell of %lu "
			 "draft: ask again later",
		    "Démarches simplifiées (%s) did not "
		    "tell of %lu drafts: ask again later",
		    r->untold),
	    o->conf.ds_url, r->untold);
	return RC_UNAVAILABLE;
}

/* guichet drafts follow: asks DS for the states of drafts; run by a timer,
 * under an account that may do nothing else. */
enum rc
cmd_drafts_follow(struct cmd *o, int argc, char **argv)
{
	struct draft_round round;
	struct ds *ds = NULL;
	char *key = NULL;
	enum rc end, rc = cmd_ds(&o->conf, &ds, &key);

	(void)argc, (void)argv;
	if (rc == RC_OK)
		rc = draft_follow(o->db, ds, cmd_drafts_tell, NULL, &round);
	ds_close(ds);
	free(key);
	if (rc == RC_OK)
		rc = sum_up(o, &round);
	/* What is too old goes, whether DS answers or not. */
	end = cmd_drafts_forget(o);
	return rc != RC_OK ? rc : end;
}
