/* deposit_check.c - a file that was deposited, read by an import. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "deposit/deposit_bytes.h"
#include "deposit/deposit_check.h"
#include "deposit/deposit_fetch.h"
#include "deposit/deposit_kind.h"
#include "deposit/deposit_remarks.h"
#include "deposit/deposit_states.h"
#include "gen/constants.h"
#include "gen/queries/deposit.h"
#include "harvest/import_log.h"
#include "harvest/override.h"
#include "import/aid_import.h"

enum { MAX_TRIES = 3, MAX_WHY = 500 };

/* A file that is read. */
struct visit {
	struct harvest *h;
	const struct deposit *d;
	struct pool *pool;
	int fd; /* of its bytes, in a file without a name; or -1 */
	char path[DEPOSIT_PATH]; /* of that one */
	bool takes;              /* it was confirmed */
	bool is_other;           /* and would now do something else */
	bool is_late;            /* another run was there before */
	struct deposit_states *states;
	struct deposit_outcome outcome;
	struct aid_absent absent;
	struct aid_import import;
	json_t *faults; /* of a check; or NULL */
	unsigned long nfaults;
	struct buf remarks;
	const char *fault; /* why it is refused, a word; or NULL */
};

/* ---- the import ---- */

/* Within the transaction, where nobody else writes aids meanwhile. */
static enum rc
look_before(void *arg)
{
	struct visit *v = arg;

	return deposit_states_before(v->h->db, v->d->source, &v->states);
}

/* Aids that were read and stay as they are, whether the same was said of them
 * or what was said was not understood. */
static long long
same_of(const struct visit *v)
{
	const struct import_counts *c = &v->import.count;
	unsigned long other = c->refused + v->outcome.added +
	    v->outcome.changed;

	return c->read > other ? (long long)(c->read - other) : 0;
}

/* Writes how it ended; RC_UNCHANGED when another run did before. */
static enum rc
write_end(struct visit *v, const char *state, const char *why, bool is_next)
{
	const struct deposit_outcome *o = &v->outcome;
	const struct import_counts *c = &v->import.count;
	const struct arg *args = NULL;
	struct pool *pool = v->pool;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, ARG_DEPOSIT, v->d->id);
	arg_int(pool, &args, ARG_ROUND, v->d->round);
	arg_text(pool, &args, ARG_STATE, state);
	arg_text(pool, &args, ARG_OUTCOME, o->digest);
	arg_text(pool, &args, ARG_FAULT, v->fault);
	arg_text(pool, &args, ARG_WHY, why);
	arg_int(pool, &args, ARG_ADDED, (long long)o->added);
	arg_int(pool, &args, ARG_CHANGED, (long long)o->changed);
	arg_int(pool, &args, ARG_SAME, same_of(v));
	arg_int(pool, &args, ARG_REFUSED, (long long)c->refused);
	arg_int(pool, &args, ARG_FAULTS, (long long)v->nfaults);
	arg_int(pool, &args, ARG_ABSENT, (long long)v->absent.absent);
	arg_int(pool, &args, ARG_WITHDRAWN, (long long)o->withdrawn);
	arg_int(pool, &args, ARG_IS_NEXT, is_next);
	arg_text(pool, &args, ARG_NOW, v->h->now);
	rc = query_run(v->h->db, pool, Q_DEPOSIT_END, args, &res);
	v->is_late = rc == RC_OK && res.affected == 0;
	return v->is_late ? RC_UNCHANGED : rc;
}

/* Replaces what it does by what it does now: the slugs of new aids, too, are
 * known once they are written. */
static enum rc
write_outcome(struct visit *v)
{
	const struct {
		enum query_id clear, add;
		const json_t *list;
	} lists[] = {
		{ Q_DEPOSIT_AIDS_CLEAR, Q_DEPOSIT_AIDS_ADD, v->outcome.aids },
		{ Q_DEPOSIT_CHANGES_CLEAR, Q_DEPOSIT_CHANGES_ADD,
		    v->outcome.changes },
		{ Q_DEPOSIT_FAULTS_CLEAR, Q_DEPOSIT_FAULTS_ADD, v->faults },
	};
	struct result res;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < 3 && rc == RC_OK; i++) {
		const struct arg *args = NULL;
		char *text;

		if (lists[i].list == NULL)
			continue;
		text = json_dumps(lists[i].list, JSON_COMPACT);
		arg_int(v->pool, &args, ARG_DEPOSIT, v->d->id);
		arg_text(v->pool, &args, ARG_LIST, text);
		rc = query_run(v->h->db, v->pool, lists[i].clear, args, &res);
		if (rc == RC_OK && json_array_size(lists[i].list) > 0)
			rc = query_run(v->h->db, v->pool, lists[i].add, args,
			    &res);
		free(text);
	}
	return rc;
}

/* It was taken: the row of the log that tells of the aids. */
static enum rc
log_taken(struct visit *v, unsigned long long version)
{
	const struct import_entry e = { .source = v->d->source,
		.taken = true,
		.count = &v->import.count,
		.absent = &v->absent,
		.version = version,
		.faults = v->import.refused_file,
		.why = v->absent.held ? log_last() : NULL };

	return import_log_add(v->h->db, &e);
}

/* What a person believed of a file that was taken before. */
static enum rc
write_forced(struct visit *v)
{
	const struct arg *args = NULL;
	struct result res;

	arg_int(v->pool, &args, ARG_DEPOSIT, v->d->id);
	arg_int(v->pool, &args, ARG_WITHDRAWN, (long long)v->absent.withdrawn);
	arg_text(v->pool, &args, ARG_NOW, v->h->now);
	return query_run(v->h->db, v->pool, Q_DEPOSIT_FORCED, args, &res);
}

/* Within the transaction of the import: it stands if it does what was said. */
static enum rc
look_after(void *arg, unsigned long long version)
{
	struct visit *v = arg;
	enum rc rc = deposit_states_after(v->states, v->h->db, &v->outcome);

	if (rc != RC_OK || !v->takes)
		return rc;
	v->is_other = !v->h->force &&
	    strcmp(v->outcome.digest, v->d->outcome) != 0;
	if (v->is_other)
		return RC_UNCHANGED;
	rc = v->h->force ? write_forced(v)
			 : write_end(v, DEPOSIT_STATE_TAKEN, NULL, false);
	if (rc == RC_OK && !v->h->force)
		rc = write_outcome(v);
	return rc == RC_OK ? log_taken(v, version) : rc;
}

/* By the same rules as a feed: what was set here by hand stays, and what its
 * new aids become is the link's to say.  What it lacks is withdrawn at once,
 * for somebody said so, unless it is much: it is then for a person here. */
static enum rc
run_import(struct visit *v)
{
	struct harvest *h = v->h;
	const struct deposit *d = v->d;
	const char *const paths[] = { v->path, NULL };
	struct overrides *overrides = NULL;
	enum rc rc;

	v->absent.whole = d->is_whole;
	v->absent.force = h->force;
	v->import = (struct aid_import){ .source = d->source,
		.shapes = h->shapes,
		.stamp = h->stamp,
		.vectors = h->vectors,
		.today = h->today,
		.now = h->now,
		.dry_run = !v->takes,
		.force = h->force,
		.news = strcmp(d->news, AID_STATUS_PUBLISHED) != 0 ? d->news
								   : NULL,
		.licence = d->licence,
		.absent = d->is_whole ? &v->absent : NULL,
		.cells = true,
		.first = look_before,
		.last = look_after,
		.arg = v,
		.refused_file = import_log_faults() };
	if (v->import.refused_file == NULL)
		return RC_UNAVAILABLE;
	rc = overrides_load(h->db, d->source, &overrides);
	v->import.revise = overrides_apply;
	v->import.revise_arg = overrides;
	if (rc == RC_OK)
		rc = aid_import(h->db, h->xsl, &v->import, paths);
	overrides_free(overrides);
	if (v->import.wrote)
		h->written += v->outcome.added + v->outcome.changed +
		    v->outcome.withdrawn;
	return rc;
}

/* ---- what is told of a check ---- */

/* What was logged names the file by where it is here. */
static const char *
why_refused(struct visit *v)
{
	const char *why = log_last(), *at = strstr(why, v->path);

	if (at != NULL)
		why = pool_printf(v->pool, "%.*s%s%s", (int)(at - why), why,
		    v->d->name, at + strlen(v->path));
	return pool_strndup(v->pool, why, str_cut(why, MAX_WHY));
}

/* In place of those of the check before. */
static enum rc
write_remarks(struct visit *v)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(v->pool, &args, ARG_DEPOSIT, v->d->id);
	rc = query_run(v->h->db, v->pool, Q_DEPOSIT_REMARKS_CLEAR, args, &res);
	return rc == RC_OK
	    ? deposit_bytes_add(v->h->db, v->pool, args, Q_DEPOSIT_REMARK_ADD,
		  v->remarks.data, v->remarks.len)
	    : rc;
}

/* Writes all that a check found, in a transaction of its own. */
static enum rc
write_check(struct visit *v, const char *state, const char *why)
{
	enum rc rc = db_begin(v->h->db);

	if (rc == RC_OK)
		rc = write_end(v, state, why, true);
	if (rc == RC_OK)
		rc = write_outcome(v);
	if (rc == RC_OK)
		rc = write_remarks(v);
	if (rc == RC_OK)
		return db_commit(v->h->db);
	db_rollback(v->h->db);
	return rc == RC_UNCHANGED ? RC_OK : rc;
}

/* The faults of what was read, and the file with them, unless it cannot be
 * made: the page has them all the same. */
static void
gather_faults(struct visit *v)
{
	v->faults = deposit_faults_read(v->import.refused_file, &v->nfaults);
	if (v->nfaults > 0)
		deposit_remarks_write(v->path, v->h->shapes, v->faults,
		    &v->remarks);
}

/* How an import ended that took nothing, as a check. */
static enum rc
end_check(struct visit *v, enum rc rc)
{
	const struct deposit_outcome *o = &v->outcome;
	const char *why = rc == RC_OK || rc == RC_UNCHANGED ? NULL
							    : why_refused(v);

	if (rc == RC_UNAVAILABLE || v->is_late)
		return rc == RC_UNCHANGED ? RC_OK : rc;
	if (v->import.refused_file != NULL)
		gather_faults(v);
	if (v->fault != NULL || why != NULL)
		return write_check(v, DEPOSIT_STATE_REFUSED, why);
	return write_check(v,
	    o->added + o->changed + o->withdrawn > 0 ? DEPOSIT_STATE_CHECKED
						     : DEPOSIT_STATE_SAME,
	    NULL);
}

/* ---- a file ---- */

/* Nothing is read yet. */
static void
open_visit(struct visit *v, struct harvest *h, const struct deposit *d,
    bool takes)
{
	*v = (struct visit){ .h = h,
		.d = d,
		.pool = pool_new(),
		.fd = -1,
		.takes = takes };
	deposit_outcome_open(&v->outcome);
	aid_absent_open(&v->absent);
	say("%s: %s", d->source, d->name);
}

static void
close_visit(struct visit *v)
{
	if (v->import.refused_file != NULL)
		fclose(v->import.refused_file);
	if (v->fd >= 0)
		close(v->fd);
	aid_absent_close(&v->absent);
	deposit_states_free(v->states);
	deposit_outcome_free(&v->outcome);
	json_decref(v->faults);
	buf_free(&v->remarks);
	pool_free(v->pool);
}

/* Notes that a check begins: a file at which the job ends, thrice, is not read
 * again. */
static enum rc
begin_check(struct visit *v)
{
	const struct arg *args = NULL;
	struct result res;

	if (v->d->tries >= MAX_TRIES)
		v->fault = "unread";
	if (v->fault != NULL)
		return RC_OK;
	arg_int(v->pool, &args, ARG_DEPOSIT, v->d->id);
	return query_run(v->h->db, v->pool, Q_DEPOSIT_BEGIN, args, &res);
}

enum rc
deposit_check(struct harvest *h, const struct deposit *d)
{
	struct visit v;
	enum rc rc;

	open_visit(&v, h, d, false);
	rc = begin_check(&v);
	if (rc == RC_OK && v.fault == NULL &&
	    (rc = deposit_fetch(h->db, d->id, &v.fd, v.path)) == RC_OK)
		v.fault = deposit_kind_refused(v.fd);
	if (rc == RC_OK && v.fault == NULL)
		rc = run_import(&v);
	rc = end_check(&v, rc);
	close_visit(&v);
	return rc;
}

/* One that would do nothing any more calls nobody before its end. */
enum rc
deposit_take(struct harvest *h, const struct deposit *d)
{
	struct visit v;
	enum rc rc;

	open_visit(&v, h, d, true);
	rc = deposit_fetch(h->db, d->id, &v.fd, v.path);
	if (rc == RC_OK)
		rc = run_import(&v);
	if (!h->force && !v.import.wrote)
		rc = end_check(&v, rc);
	close_visit(&v);
	return rc;
}
