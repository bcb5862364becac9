/* cmd_feed_words.c - commands: words of feeds that nothing here is called. */

#include <string.h>

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "gen/queries/harvest.h"
#include "harvest/said_words.h"

/* A line a word, by its number, those of a feed that most aids bear first. */
static void
say_word(struct pool *pool, const struct feed_word_rows_row *r)
{
	const char *near = r->resembles.s;

	say(_("%6lld  %s, %s: \"%s\" (%lld times, as in %s)%s"),
	    rows_int(&r->id, 0), r->source.s, r->field.s, r->word.s,
	    rows_int(&r->times, 0), *r->example.s != '\0' ? r->example.s : "-",
	    *near != '\0' ? pool_printf(pool, _(": is it %s?"), near) : "");
}

/* guichet words [NAME]: those of which nobody has said anything.  A name that
 * is no feed may be the source of files, so that it is none to refuse. */
enum rc
cmd_words(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, ARG_OPEN, true);
	if (argc > 0)
		arg_text(pool, &args, ARG_SOURCE, argv[0]);
	rc = query_run(o->db, pool, Q_FEED_WORD_ROWS, args, &res);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		say_word(pool, feed_word_rows_row(&res, i));
	if (rc == RC_OK && res.rows == 0)
		say(_("every word of the feeds is known"));
	else if (rc == RC_OK)
		say(_("say what each is: guichet words is NUMBER VALUE, "
		      "guichet words ignore NUMBER, guichet words new NUMBER"));
	pool_free(pool);
	return rc;
}

/* Says what the word of that number means: means, or itself when NULL.  It is
 * for the next run to apply, for this command has no key of the feed. */
static enum rc
say_meaning(struct cmd *o, const char *number, const char *means)
{
	struct pool *pool = pool_new();
	struct said_word w;
	enum rc rc = said_word_find(o->db, pool, number, &w);

	if (rc == RC_OK) {
		w.means = means != NULL ? means : w.word;
		if (o->options.all)
			w.source = "";
		rc = said_word_put(o->db, &w);
	}
	if (rc == RC_OK)
		say(_("from the next run on, \"%s\" is \"%s\" in \"%s\" of %s"),
		    w.word, w.means, w.field,
		    *w.source != '\0' ? w.source : _("every feed"));
	pool_free(pool);
	return rc;
}

/* guichet words is [--all] NUMBER VALUE */
enum rc
cmd_words_is(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return say_meaning(o, argv[0], argv[1]);
}

/* guichet words ignore [--all] NUMBER: it says nothing. */
enum rc
cmd_words_ignore(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return say_meaning(o, argv[0], "-");
}

/* guichet words new [--all] NUMBER: a backer or a programme, which is none of
 * those that it resembles. */
enum rc
cmd_words_new(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return say_meaning(o, argv[0], NULL);
}

/* guichet import words FILE: what is said of each, here or by another
 * installation that reads the same feeds. */
enum rc
cmd_import_words(struct cmd *o, int argc, char **argv)
{
	struct csv_source in;
	unsigned n = 0;
	enum rc rc;

	(void)argc;
	if (!cmd_table(o, argv[0], NULL, &in))
		return RC_BAD_PARAM;
	rc = said_words_import(o->db, &in, &n);
	csv_source_close(&in);
	if (rc == RC_OK)
		say(ngettext("%u word of feeds", "%u words of feeds", n), n);
	return rc;
}

/* guichet export words: what import reads, with those to be said. */
enum rc
cmd_export_words(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return said_words_export(o->db, stdout);
}
