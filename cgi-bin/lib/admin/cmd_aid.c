/* cmd_aid.c - commands: one aid, by hand. */

#include <stdlib.h>
#include <string.h>

#include "admin/cmd_harvester.h"
#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "feed/feed_keys.h"
#include "gen/constants.h"
#include "gen/queries/harvest.h"
#include "harvest/aid_edit.h"

enum { SHOWN = 100 }; /* bytes of a value */

/* ---- edits: each is an import of one record that says one field ---- */

/* Several values are a list; an empty one is none. */
static json_t *
value_of(int argc, char **argv)
{
	json_t *list;

	if (argc == 1)
		return *argv[0] != '\0' ? json_string(argv[0]) : json_null();
	list = json_array();
	for (int i = 0; i < argc; i++)
		json_array_append_new(list, json_string(argv[i]));
	return list;
}

/* What names an aid, or says of what shape it was, is not edited. */
static bool
is_field(const char *field)
{
	if (feed_keys_is_read(field) &&
	    !str_has_word("id slug url generic_aid date_withdrawn replaced_by "
			  "_description_format",
		field))
		return true;
	log_msg(_("an aid has no field \"%s\" to set: see guichet(1), FIELDS"),
	    field);
	return false;
}

/* Runs an edit of the aid that is named. */
static enum rc
edit(struct cmd *o, const char *named, struct aid_edit *e, const char *into)
{
	struct cmd_harvester x;
	struct aid_found aid = { 0 }, other = { 0 };
	enum rc rc = cmd_harvester_open(o, &x) ? RC_OK : RC_FAIL;

	if (rc == RC_OK)
		rc = aid_find(o->db, x.pool, named, &aid);
	if (rc == RC_OK && into != NULL) {
		rc = aid_find(o->db, x.pool, into, &other);
		e->into = other.id;
	}
	if (rc == RC_OK && into != NULL)
		rc = aid_may_lead(o->db, x.pool, &aid, &other);
	if (rc == RC_OK)
		rc = aid_edit(&x.h, &aid, e);
	json_decref(e->value);
	cmd_harvester_close(&x);
	return rc;
}

/* guichet aid set AID FIELD VALUE...: kept over what its feed says. */
enum rc
cmd_aid_set(struct cmd *o, int argc, char **argv)
{
	struct aid_edit e = { .field = argv[1],
		.value = value_of(argc - 2, argv + 2) };

	if (is_field(argv[1]))
		return edit(o, argv[0], &e, NULL);
	json_decref(e.value);
	return RC_BAD_PARAM;
}

/* A status is a field like another: hidden, shown, withdrawn, merged. */
static enum rc
set_status(struct cmd *o, const char *named, const char *status,
    const char *into)
{
	struct aid_edit e = { .field = "status", .value = json_string(status) };

	return edit(o, named, &e, into);
}

/* guichet aid hide AID: until "aid publish", whatever its feed says. */
enum rc
cmd_aid_hide(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return set_status(o, argv[0], AID_STATUS_DRAFT, NULL);
}

enum rc
cmd_aid_publish(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return set_status(o, argv[0], AID_STATUS_PUBLISHED, NULL);
}

/* guichet aid withdraw AID: its page answers 410. */
enum rc
cmd_aid_withdraw(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return set_status(o, argv[0], AID_STATUS_DELETED, NULL);
}

/* guichet aid merge AID INTO: the address of the first leads to the second, and
 * its feed may go on giving it. */
enum rc
cmd_aid_merge(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return set_status(o, argv[0], AID_STATUS_MERGED, argv[1]);
}

/* ---- what there is ---- */

/* A value in JSON, short, on one line. */
static const char *
short_value(struct pool *pool, const char *s)
{
	size_t n = str_cut(s, SHOWN);

	return str_line(
	    pool_printf(pool, "%.*s%s", (int)n, s, s[n] != '\0' ? "…" : ""));
}

/* What is set here, and what the feed says instead. */
static enum rc
say_overrides(struct cmd *o, struct pool *pool, long long id)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, ARG_ID, id);
	rc = query_run(o->db, pool, Q_AID_OVERRIDES, args, &res);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct aid_overrides_row *r = aid_overrides_row(&res, i);

		say(_("  set here on %.10s: %s = %s"), r->made_at.s, r->field.s,
		    short_value(pool, r->value.s));
		if (r->fed.type == VALUE_TEXT)
			say(_("    its feed says: %s"),
			    short_value(pool, r->fed.s));
	}
	return rc;
}

/* guichet aid show AID: how it stands, and what is set here. */
enum rc
cmd_aid_show(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct aid_found a;
	enum rc rc = aid_find(o->db, pool, argv[0], &a);

	(void)argc;
	if (rc == RC_OK) {
		say("%lld  %s", a.id, a.name);
		say(_("  address: %s/aides/%s/"), o->conf.base_url, a.slug);
		say(_("  status: %s; feed: %s, where it is %s"), a.status,
		    a.source, a.source_id);
		if (a.changed_at != NULL)
			say(_("  changed on %s (UTC): guichet history %lld"),
			    a.changed_at, a.id);
		if (a.gone_on != NULL)
			say(_("  its feed lacks it since %s"), a.gone_on);
		if (a.merged_into != 0)
			say(_("  it is the same as %lld"), a.merged_into);
		rc = say_overrides(o, pool, a.id);
	}
	pool_free(pool);
	return rc;
}

/* ---- what somebody is to look at ---- */

/* guichet review: new aids to be reviewed, and what feeds say otherwise since
 * it was set here, until somebody keeps or takes it. */
enum rc
cmd_review(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(o->db, pool, Q_REVIEWS, NULL, &res);

	(void)argc;
	(void)argv;
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct reviews_row *r = reviews_row(&res, i);

		say("%lld  %s (%s)", rows_int(&r->id, 0), r->name.s,
		    r->source.s);
		if (r->field.type != VALUE_TEXT) {
			say(_("  new: guichet aid publish, or aid hide"));
			continue;
		}
		say(_("  %s: here %s"), r->field.s,
		    short_value(pool, r->value.s));
		say(_("  its feed says now: %s"), short_value(pool, r->fed.s));
	}
	if (rc == RC_OK && res.rows == 0)
		say(_("nothing is to be reviewed"));
	pool_free(pool);
	return rc;
}

/* What is said here of a field; RC_NOT_FOUND, logged, when nothing is. */
static enum rc
find_override(struct cmd *o, struct pool *pool, const char *named,
    const char *field, long long *id, const char **fed)
{
	const struct arg *args = NULL;
	struct aid_found a;
	struct result res;
	enum rc rc = aid_find(o->db, pool, named, &a);

	if (rc != RC_OK)
		return rc;
	*id = a.id;
	arg_int(pool, &args, ARG_ID, a.id);
	rc = query_run(o->db, pool, Q_AID_OVERRIDES, args, &res);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		if (strcmp(aid_overrides_row(&res, i)->field.s, field) == 0) {
			*fed = rows_text(pool,
			    &aid_overrides_row(&res, i)->fed);
			return RC_OK;
		}
	if (rc == RC_OK)
		log_msg(_("\"%s\" of this aid is not set here: guichet aid "
			  "show %lld"),
		    field, a.id);
	return rc == RC_OK ? RC_NOT_FOUND : rc;
}

/* guichet review keep AID FIELD: what is said here stays. */
enum rc
cmd_review_keep(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	const char *fed = NULL;
	struct result res;
	long long id = 0;
	enum rc rc = find_override(o, pool, argv[0], argv[1], &id, &fed);

	(void)argc;
	arg_int(pool, &args, ARG_ID, id);
	arg_text(pool, &args, ARG_FIELD, argv[1]);
	if (rc == RC_OK)
		rc = query_run(o->db, pool, Q_OVERRIDE_KEEP, args, &res);
	pool_free(pool);
	return rc;
}

/* guichet review take AID FIELD: the feed says it again. */
enum rc
cmd_review_take(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	const char *fed = NULL;
	long long id;
	struct aid_edit e = { .field = argv[1], .dropped = true };
	enum rc rc = find_override(o, pool, argv[0], argv[1], &id, &fed);

	(void)argc;
	if (rc == RC_OK) {
		e.value = json_loads(fed != NULL ? fed : "null",
		    JSON_DECODE_ANY, NULL);
		rc = edit(o, argv[0], &e, NULL);
	}
	pool_free(pool);
	return rc;
}
