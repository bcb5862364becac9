/* cmd_words.c - commands: words, project types, words of places. */

#include <stdio.h>

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "installation/supplied.h"
#include "vocabulary/families.h"
#include "vocabulary/keywords.h"
#include "vocabulary/place_words.h"
#include "vocabulary/project_table.h"

/* Notes where a table came from, once it is there. */
static enum rc
note(struct cmd *o, enum supplied_table t, bool own)
{
	struct pool *pool = pool_new();
	enum rc rc = o->options.dry_run
	    ? RC_OK
	    : supplied_note(o->db, pool, o->conf.share_dir, t, own);

	pool_free(pool);
	return rc;
}

/* guichet import keywords [FILE]: replaces the sets of synonyms. */
enum rc
cmd_import_keywords(struct cmd *o, int argc, char **argv)
{
	unsigned long count = 0;
	struct csv_source in;
	enum rc rc;

	if (!cmd_table(o, argc > 0 ? argv[0] : NULL,
		supplied_file(SUPPLIED_KEYWORDS), &in))
		return RC_BAD_PARAM;
	rc = keywords_import(o->db, &in, o->options.force, &count);
	csv_source_close(&in);
	if (rc == RC_OK)
		rc = note(o, SUPPLIED_KEYWORDS, argc > 0);
	if (rc == RC_OK)
		say(ngettext("%lu family of words", "%lu families of words",
			count),
		    count);
	return rc;
}

/* guichet export keywords: what import reads, so that it may be edited. */
enum rc
cmd_export_keywords(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return keywords_export(o->db, stdout);
}

/* guichet families propose: a table for a person to choose from. */
enum rc
cmd_families_propose(struct cmd *o, int argc, char **argv)
{
	const char *why;
	struct word_vectors *v = word_vectors_open(o->conf.share_dir, &why);
	enum rc rc;

	(void)argc;
	(void)argv;
	if (v == NULL) {
		log_msg(_("no word vectors: %s"), gettext(why));
		return RC_FAIL;
	}
	rc = families_propose(o->db, v, stdout);
	word_vectors_close(v);
	return rc;
}

/* guichet import projects [FILE]: replaces the project types. */
enum rc
cmd_import_projects(struct cmd *o, int argc, char **argv)
{
	unsigned long count = 0, kinds = 0;
	struct csv_source in;
	enum rc rc;

	if (!cmd_table(o, argc > 0 ? argv[0] : NULL,
		supplied_file(SUPPLIED_PROJECTS), &in))
		return RC_BAD_PARAM;
	rc = project_table_import(o->db, &in, o->options.force, &count, &kinds);
	csv_source_close(&in);
	if (rc == RC_OK)
		rc = note(o, SUPPLIED_PROJECTS, argc > 0);
	if (rc == RC_OK)
		say(ngettext("%lu project type, general kinds: %lu",
			"%lu project types, general kinds: %lu", count),
		    count, kinds);
	return rc;
}

/* guichet export projects: what import reads. */
enum rc
cmd_export_projects(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return project_table_export(o->db, stdout);
}

/* guichet import place-words FILE: replaces the words of places. */
enum rc
cmd_import_place_words(struct cmd *o, int argc, char **argv)
{
	unsigned long count = 0;
	struct csv_source in;
	enum rc rc;

	(void)argc;
	if (!cmd_table(o, argv[0], NULL, &in))
		return RC_BAD_PARAM;
	rc = place_words_import(o->db, &in, o->options.force, &count);
	csv_source_close(&in);
	if (rc == RC_OK)
		say(ngettext("%lu word of places", "%lu words of places",
			count),
		    count);
	return rc;
}

/* guichet export place-words: what import reads. */
enum rc
cmd_export_place_words(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return place_words_export(o->db, stdout);
}
