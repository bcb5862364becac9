/* cmd_feed.c - commands: the feeds that aids come from. */

#include <stdio.h>
#include <string.h>

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "gen/queries/harvest.h"
#include "harvest/feed_reach.h"
#include "harvest/feed_settings.h"
#include "harvest/own_shapes.h"

/* Sets what operands say, FIELD=VALUE; false, logged. */
static bool
set_fields(struct pool *pool, struct feed_settings *s, int argc, char **argv)
{
	for (int i = 0; i < argc; i++) {
		const char *is = strchr(argv[i], '=');

		if (is == NULL) {
			log_msg(_("\"%s\" is not FIELD=VALUE"), argv[i]);
			return false;
		}
		if (!feed_settings_set(s,
			pool_strndup(pool, argv[i], (size_t)(is - argv[i])),
			is + 1))
			return false;
	}
	return true;
}

/* Whether its file of keys is for the job alone; logged when it is not. */
static bool
is_closed(struct pool *pool, const struct feed_settings *s)
{
	const char *path = s->field[FEED_KEY_FILE];
	const char *fault = *path != '\0' ? feed_reach_key_fault(pool, path)
					  : NULL;

	if (fault != NULL)
		log_msg("%s", fault);
	return fault == NULL;
}

/* What is set, a line each, under the names that "feed set" takes. */
static void
say_settings(const struct feed_settings *s)
{
	for (int f = 0; f < FEED_FIELDS; f++)
		if (*s->field[f] != '\0')
			say("  %-13s %s", feed_field_name(f), s->field[f]);
	if (s->is_paused)
		say(_("  it is paused: guichet feed resume %s"), s->name);
}

/* guichet feed add NAME ADDRESS [FIELD=VALUE...]: what is not said is as usual,
 * for a feed that there was too. */
enum rc
cmd_feed_add(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct feed_settings s;
	enum rc rc = RC_BAD_PARAM;

	feed_settings_new(&s, argv[0], "");
	if (feed_settings_is_name(argv[0]) &&
	    feed_settings_set(&s, feed_field_name(FEED_ADDRESS), argv[1]) &&
	    set_fields(pool, &s, argc - 2, argv + 2) && is_closed(pool, &s))
		rc = feed_settings_put(o->db, pool, &s);
	if (rc == RC_OK) {
		say(_("%s is a feed:"), s.name);
		say_settings(&s);
		feed_reach_say(&s);
		say(_("next: guichet feed test %s, then guichet harvest %s"),
		    s.name, s.name);
	}
	pool_free(pool);
	return rc;
}

/* The feed of that name; NULL, and *rc says why. */
static struct feed_settings *
find(struct cmd *o, struct pool *pool, const char *name, enum rc *rc)
{
	struct feed_settings *s;
	unsigned n;

	*rc = feed_settings_read(o->db, pool, name, &s, &n);
	return *rc == RC_OK ? s : NULL;
}

/* guichet feed set NAME FIELD=VALUE...: what is not said stays. */
enum rc
cmd_feed_set(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	enum rc rc;
	struct feed_settings *s = find(o, pool, argv[0], &rc);

	if (s != NULL &&
	    (!set_fields(pool, s, argc - 1, argv + 1) || !is_closed(pool, s)))
		rc = RC_BAD_PARAM;
	if (rc == RC_OK)
		rc = feed_settings_put(o->db, pool, s);
	if (rc == RC_OK) {
		say_settings(s);
		feed_reach_say(s);
	}
	pool_free(pool);
	return rc;
}

/* guichet feed list: a line each, for what is set is told by "feed show". */
enum rc
cmd_feed_list(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct feed_settings *s;
	unsigned n;
	enum rc rc = feed_settings_read(o->db, pool, NULL, &s, &n);

	(void)argc;
	(void)argv;
	for (unsigned i = 0; rc == RC_OK && i < n; i++)
		say("%-24s %s%s", s[i].name, s[i].field[FEED_ADDRESS],
		    s[i].is_paused ? _("  (paused)") : "");
	if (rc == RC_OK && n == 0)
		say(_("no feed yet: guichet feed add NAME ADDRESS"));
	pool_free(pool);
	return rc;
}

/* Aids of the feed that readers see. */
static enum rc
count_aids(struct cmd *o, struct pool *pool, const char *name, long long *n)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, ARG_NAME, name);
	rc = query_run(o->db, pool, Q_FEED_AIDS, args, &res);
	*n = rc == RC_OK ? rows_int(&feed_aids_row(&res, 0)->n, 0) : 0;
	return rc;
}

/* guichet feed show NAME: its settings, what came of it, and where its runs are
 * told. */
enum rc
cmd_feed_show(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	long long n;
	enum rc rc;
	struct feed_settings *s = find(o, pool, argv[0], &rc);

	(void)argc;
	if (s != NULL && (rc = count_aids(o, pool, s->name, &n)) == RC_OK) {
		say("%s", s->name);
		say_settings(s);
		say(_("  aids shown: %lld; its runs: guichet harvest log %s"),
		    n, s->name);
	}
	pool_free(pool);
	return rc;
}

/* Runs a query on a feed that there is. */
static enum rc
change(struct cmd *o, const char *name, enum query_id query, bool is_paused)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (find(o, pool, name, &rc) != NULL) {
		arg_text(pool, &args, ARG_NAME, name);
		arg_int(pool, &args, ARG_IS_PAUSED, is_paused);
		rc = query_run(o->db, pool, query, args, &res);
	}
	pool_free(pool);
	return rc;
}

/* guichet feed pause NAME: it is not asked until "feed resume". */
enum rc
cmd_feed_pause(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return change(o, argv[0], Q_FEED_PAUSE, true);
}

enum rc
cmd_feed_resume(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return change(o, argv[0], Q_FEED_PAUSE, false);
}

/* guichet feed remove NAME: what it brought stays. */
enum rc
cmd_feed_remove(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	long long n = 0;
	enum rc rc;

	(void)argc;
	if (find(o, pool, argv[0], &rc) != NULL)
		rc = count_aids(o, pool, argv[0], &n);
	if (rc == RC_OK && !cmd_is_meant(o, argv[0], argv[0]))
		rc = RC_BAD_PARAM;
	if (rc == RC_OK)
		rc = change(o, argv[0], Q_FEED_REMOVE, false);
	if (rc == RC_OK && n > 0)
		say(ngettext("%lld aid of it stays, and is no more kept up to "
			     "date",
			"%lld aids of it stay, and are no more kept up to "
			"date",
			(unsigned long)n),
		    n);
	pool_free(pool);
	return rc;
}

/* guichet import feeds FILE: feeds of another installation, or of a
 * spreadsheet. */
enum rc
cmd_import_feeds(struct cmd *o, int argc, char **argv)
{
	struct csv_source in;
	unsigned n = 0;
	enum rc rc;

	(void)argc;
	if (!cmd_table(o, argv[0], NULL, &in))
		return RC_BAD_PARAM;
	rc = feed_settings_import(o->db, &in, &n);
	csv_source_close(&in);
	if (rc == RC_OK)
		say(ngettext("%u feed", "%u feeds", n), n);
	return rc;
}

/* guichet export feeds: what import reads. */
enum rc
cmd_export_feeds(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return feed_settings_export(o->db, stdout);
}

/* guichet import shapes FILE: those of this installation, whole. */
enum rc
cmd_import_shapes(struct cmd *o, int argc, char **argv)
{
	struct csv_source in;
	unsigned n = 0;
	enum rc rc;

	(void)argc;
	if (!cmd_table(o, argv[0], NULL, &in))
		return RC_BAD_PARAM;
	rc = own_shapes_import(o->db, &in, &n);
	csv_source_close(&in);
	if (rc == RC_OK)
		say(ngettext("%u row of a shape", "%u rows of shapes", n), n);
	return rc;
}

/* guichet export shapes: what import reads, of this installation alone. */
enum rc
cmd_export_shapes(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return own_shapes_export(o->db, stdout);
}
