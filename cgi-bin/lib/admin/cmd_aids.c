/* cmd_aids.c - commands: aids, funded projects, their index. */

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "db/schema.h"
#include "db/version.h"
#include "funded/funded_import.h"
#include "funded/funded_index.h"
#include "funded/funded_table.h"
#include "gen/queries/db.h"
#include "gen/queries/installation.h"
#include "harvest/feed_settings.h"
#include "harvest/import_log.h"
#include "harvest/override.h"
#include "harvest/own_shapes.h"
#include "import/aid_identity.h"
#include "import/aid_import.h"
#include "index/stop_words.h"
#include "indexing/indexer.h"
#include "indexing/list_fragments.h"
#include "indexing/sheets_stamp.h"
#include "installation/import_stamp.h"
#include "installation/tables.h"
#include "text/day.h"

/* After n aids were written: which sheets rendered them, statistics, then the
 * tables of the catalogue.  Their failure is said and no more, for the program
 * makes them too. */
static enum rc
finish_aids(struct cmd *o, unsigned long n)
{
	struct pool *pool;
	enum rc rc;

	if (o->options.dry_run)
		return RC_OK;
	pool = pool_new();
	rc = sheets_stamp_note(o->db, pool, o->conf.share_dir, n);
	pool_free(pool);
	if (rc == RC_OK)
		rc = cmd_statistics(o);
	if (rc == RC_OK && tables_write(&o->conf) != RC_OK)
		say(_("the tables of the whole catalogue are not in %s: the "
		      "program of the search makes them; correct tables_dir in "
		      "%s, or the owner of the folder"),
		    o->conf.tables_dir, conf_path());
	return rc;
}

/* Those of the package are rows of a table (sql/data/feed-shapes.csv), and so
 * are the installation's own. */
struct feed_shapes *
cmd_shapes(const struct cmd *o, struct pool *pool, const char **stamp)
{
	size_t n;
	char *text = schema_read(o->conf.share_dir, "data/feed-shapes.csv", &n);
	struct feed_shapes *shapes = text != NULL
	    ? own_shapes_read(o->db, text, n)
	    : NULL;

	*stamp = import_stamp(pool, o->conf.share_dir, o->db);
	free(text);
	return shapes;
}

/* The file of the refused, when one is wanted; false, logged, when it cannot be
 * written. */
static bool
open_refused(const char *path, FILE **file)
{
	*file = NULL;
	if (path == NULL || (*file = fopen(path, "w+e")) != NULL)
		return true;
	log_msg(_("cannot write \"%s\": %s"), path, say_error(errno));
	return false;
}

/* Notes how an import ended, for guichet status and guichet harvest log.  That
 * it cannot is no fault of the import. */
static void
note_import(struct cmd *o, const struct aid_import *import, enum rc rc)
{
	const struct import_entry e = { .source = import->source,
		.taken = rc == RC_OK,
		.count = &import->count,
		.faults = import->refused_file,
		.why = rc == RC_OK ? NULL : log_last() };

	import_log_add(o->db, &e);
}

/* Runs the import of a file and notes how it ended.  What is set here of aids
 * of the source is kept, as when they are harvested. */
static enum rc
import_file(struct cmd *o, struct aid_import *import, const char *path)
{
	struct pool *pool = pool_new();
	struct feed_shapes *shapes = cmd_shapes(o, pool, &import->stamp);
	struct overrides *overrides = NULL;
	const char *const paths[] = { path, NULL };
	char today[11], now[20];
	enum rc rc = RC_FAIL;

	day_today(today);
	day_now(now);
	import->today = today;
	import->now = now;
	import->shapes = shapes;
	import->vectors = o->vectors;
	if (shapes != NULL)
		rc = overrides_load(o->db, import->source, &overrides);
	import->revise = overrides_apply;
	import->revise_arg = overrides;
	if (rc == RC_OK)
		rc = aid_import(o->db, o->xsl, import, paths);
	if (shapes != NULL && !o->options.dry_run)
		note_import(o, import, rc);
	/* What these led to ends here. */
	import->today = import->now = NULL;
	import->shapes = NULL;
	import->stamp = NULL;
	import->revise_arg = NULL;
	overrides_free(overrides);
	feed_shapes_free(shapes);
	pool_free(pool);
	return rc;
}

/* guichet import aids [--source NAME] [--refused FILE] FILE.  The faults are
 * kept with the log, too, when no file of them is wanted. */
enum rc
cmd_import_aids(struct cmd *o, int argc, char **argv)
{
	struct aid_import import = { .source = o->options.source,
		.dry_run = o->options.dry_run,
		.force = o->options.force };
	enum rc rc;

	(void)argc;
	if (import.source == NULL)
		import.source = AT_SOURCE;
	if (!feed_settings_is_name(import.source))
		return RC_BAD_PARAM;
	if (!cmd_sheets(o))
		return RC_FAIL;
	if (!open_refused(o->options.refused, &import.refused_file))
		return RC_BAD_PARAM;
	if (import.refused_file == NULL)
		import.refused_file = import_log_faults();
	rc = import_file(o, &import, argv[0]);
	if (import.refused_file != NULL && fclose(import.refused_file) != 0)
		rc = RC_FAIL;
	return rc == RC_OK
	    ? finish_aids(o, import.count.added + import.count.changed)
	    : rc;
}

/* guichet import funded SOURCE FILE: replaces the projects of a source. */
enum rc
cmd_import_funded(struct cmd *o, int argc, char **argv)
{
	struct funded_report r = { 0 };
	struct csv_source in;
	struct words *words;
	enum rc rc;

	(void)argc;
	if (!feed_settings_is_name(argv[0]) ||
	    !cmd_table(o, argv[1], NULL, &in))
		return RC_BAD_PARAM;
	if (!open_refused(o->options.refused, &r.refused)) {
		csv_source_close(&in);
		return RC_BAD_PARAM;
	}
	words = words_new();
	rc = stop_words_load(o->db, words);
	if (rc == RC_OK)
		rc = funded_import(o->db, words, argv[0], &in, o->options.force,
		    &r);
	csv_source_close(&in);
	say_progress_end();
	if (rc == RC_OK)
		say(ngettext("%lu funded project, of a known beneficiary: %lu",
			"%lu funded projects, of a known beneficiary: %lu",
			r.count),
		    r.count, r.placed);
	if (rc == RC_OK && r.left_out > 0)
		say(ngettext("%lu line left out, without a title, an amount "
			     "or a department",
			"%lu lines left out, without a title, "
			"an amount or a department",
			r.left_out),
		    r.left_out);
	words_free(words);
	if (r.refused != NULL && fclose(r.refused) != 0)
		rc = RC_FAIL;
	return rc == RC_OK ? cmd_statistics(o) : rc;
}

/* guichet export funded SOURCE: what import reads. */
enum rc
cmd_export_funded(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return feed_settings_is_name(argv[0])
	    ? funded_table_export(o->db, argv[0], stdout)
	    : RC_BAD_PARAM;
}

/* ---- guichet index ---- */

/* Indexes by batches in the order of ids, for a catalogue does not fit in one
 * query. */
static enum rc
index_all(struct cmd *o, struct pool *pool, struct indexer *x, unsigned long *n)
{
	unsigned long long version = 0;
	long long after = 0, ids[500];
	struct result res;
	enum rc rc = version_bump(o->db, pool, &version);

	while (rc == RC_OK) {
		const struct arg *args = NULL;

		arg_int(pool, &args, AID_ALL_IN_AFTER, after);
		rc = query_run(o->db, pool, Q_AID_ALL, args, &res);
		if (rc != RC_OK || res.rows == 0)
			break;
		for (unsigned i = 0; i < res.rows; i++)
			ids[i] = after = rows_int(&aid_all_row(&res, i)->id, 0);
		rc = indexer_add(x, ids, res.rows, version);
		say_progress(_("aids indexed"), *n += res.rows, 0);
		pool_reset(pool);
	}
	if (rc == RC_OK)
		rc = indexer_finish(x);
	return rc == RC_OK ? list_fragments_render(o->db, o->xsl) : rc;
}

/* guichet index: indexes all aids again, after an upgrade changed what is
 * rendered or how words are read.  One transaction: readers see the old index
 * until it is whole. */
enum rc
cmd_index(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct words *words = words_new();
	struct indexer *x = NULL;
	unsigned long n = 0;
	enum rc rc = cmd_sheets(o) ? stop_words_load(o->db, words) : RC_FAIL;

	(void)argc;
	(void)argv;
	if (rc == RC_OK && (rc = db_begin(o->db)) == RC_OK) {
		x = indexer_new(o->db, o->xsl, words, o->vectors);
		rc = index_all(o, pool, x, &n);
		if (rc == RC_OK)
			rc = funded_index(o->db, words);
		if (rc == RC_OK)
			rc = db_commit(o->db);
		else
			db_rollback(o->db);
	}
	say_progress_end();
	if (rc == RC_OK)
		say(ngettext("%lu aid indexed", "%lu aids indexed", n), n);
	indexer_free(x);
	words_free(words);
	pool_free(pool);
	return rc == RC_OK ? finish_aids(o, LONG_MAX) : rc;
}
