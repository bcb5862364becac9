/* cmd_links.c - commands: where the links of aids lead.
 *
 * What was found wrong on three days is told; what is still to be seen again is
 * only counted, by "guichet status". */

#include <string.h>

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "gen/constants.h"
#include "links/links.h"
#include "links/links_wrong.h"
#include "table/csv_table.h"

/* Aids that are named of one address; the table has them all. */
enum { NAMED = 5 };

/* guichet links: run by a timer, each day; of several at a time each visits
 * some.  1 when the network of this machine seems to be at fault. */
enum rc
cmd_links(struct cmd *o, int argc, char **argv)
{
	struct links_run run = { .db = o->db, .conf = &o->conf };
	enum rc rc = links_run(&run);

	(void)argc;
	(void)argv;
	say(_("links visited: %lu; as they should be: %lu, wrong: %lu, not "
	      "known: %lu"),
	    run.visited, run.good, run.wrong, run.unsure);
	if (run.left > 0) {
		log_msg(_("no server answered: nothing is noted; see whether "
			  "this machine reaches the Internet"));
		rc = rc == RC_OK ? RC_FAIL : rc;
	}
	return rc;
}

/* In a word or two, at the head of a line. */
static const char *
wrong_words(const char *wrong)
{
	if (strcmp(wrong, LINK_HOME) == 0)
		return _("leads to a home page");
	return strcmp(wrong, LINK_MOVED) == 0 ? _("moved") : _("dead");
}

/* The address, once, before its aids: what was seen of it, or where it
 * leads. */
static void
say_link(const struct link_wrong *l)
{
	say(_("%s since %s: %s"), wrong_words(l->wrong), l->since, l->address);
	if (strcmp(l->wrong, LINK_DEAD) == 0)
		say("    %s", l->why);
	else
		say("    -> %s", l->leads_to);
	if (l->told)
		say(_("    readers are told"));
}

/* Moved, it is put right by one command, which somebody is to decide on. */
static void
say_aid(const struct link_wrong *l)
{
	if (strcmp(l->wrong, LINK_MOVED) == 0)
		say("    guichet aid set %lld %s %s", l->aid, l->field,
		    l->leads_to);
	else
		say("    %lld  %s  (%s%s%s)", l->aid, l->slug, l->source,
		    *l->contact != '\0' ? ", " : "", l->contact);
}

/* guichet links list: what is wrong, for sure.  An address that a thousand aids
 * share is told once. */
enum rc
cmd_links_list(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct link_wrong *all;
	size_t n, of = 0;
	enum rc rc = links_wrong(o->db, pool, &all, &n);

	(void)argc;
	(void)argv;
	for (size_t i = 0; rc == RC_OK && i < n; i++) {
		bool first = i == 0 ||
		    strcmp(all[i].address, all[i - 1].address) != 0;
		bool last = i + 1 == n ||
		    strcmp(all[i].address, all[i + 1].address) != 0;

		of = first ? 1 : of + 1;
		if (first)
			say_link(&all[i]);
		if (of <= NAMED)
			say_aid(&all[i]);
		if (last && of > NAMED)
			say(_("    and %zu more: guichet export links"),
			    of - NAMED);
	}
	if (rc == RC_OK && n == 0)
		say(_("no link is known to be wrong"));
	pool_free(pool);
	return rc;
}

/* guichet export links: the same, an aid a line, for a spreadsheet: whoever
 * writes to the owners of sites sorts it by theirs. */
enum rc
cmd_export_links(struct cmd *o, int argc, char **argv)
{
	static const char *const columns[] = { "adresse", "defaut", "depuis",
		"visite", "raison", "mene_a", "dit_aux_lecteurs", "champ",
		"aide", "slug", "source", "contact" };
	enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };
	struct pool *pool = pool_new();
	struct link_wrong *all;
	size_t n;
	enum rc rc = links_wrong(o->db, pool, &all, &n);

	(void)argc;
	(void)argv;
	if (rc == RC_OK)
		csv_table_begin(stdout, columns, COLUMNS);
	for (size_t i = 0; rc == RC_OK && i < n; i++) {
		const struct link_wrong *l = &all[i];
		const char *line[COLUMNS] = { l->address, l->wrong, l->since,
			l->visited_at, l->why, l->leads_to, l->told ? "1" : "0",
			l->field, pool_printf(pool, "%lld", l->aid), l->slug,
			l->source, l->contact };

		csv_table_write(stdout, line, COLUMNS);
	}
	pool_free(pool);
	return rc == RC_OK && fflush(stdout) != 0 ? RC_FAIL : rc;
}
