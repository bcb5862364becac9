/* aid_import.c - import of aids from a file of AT's API. */

#include <stdlib.h>

#include "base/log.h"
#include "base/say.h"
#include "db/version.h"
#include "ds/demarche_link.h"
#include "feed/feed.h"
#include "gen/queries/import.h"
#include "import/aid_backer.h"
#include "import/aid_import.h"
#include "import/aid_take.h"
#include "indexing/list_fragments.h"
#include "record/aid_relations.h"
#include "record/feed_words.h"

enum { INDEX_BATCH = 100 };

/* What waits for all the aids to be there. */
static enum rc
write_links(struct importer *x)
{
	struct import_run *r = &x->run;
	struct result res;
	enum rc rc = aid_relations_write(r);

	if (rc == RC_OK)
		rc = aid_backer_write(r);
	if (rc == RC_OK)
		rc = query_run(r->db, r->pool, Q_AID_FREE_SLUGS, NULL, &res);
	for (struct generic *g = x->generics; rc == RC_OK && g != NULL;
	     g = g->next) {
		const struct arg *args = NULL;

		arg_int(r->pool, &args, ARG_ID, g->id);
		arg_text(r->pool, &args, ARG_SOURCE, r->source);
		arg_text(r->pool, &args, ARG_GENERIC, g->name);
		rc = query_run(r->db, r->pool, Q_AID_SET_GENERIC, args, &res);
	}
	return rc == RC_OK ? demarche_link_aids(r->db, x->ids, x->nids) : rc;
}

/* By batches: what is rendered and indexed waits in memory until it is
 * loaded. */
static enum rc
index_written(struct importer *x, const struct xsl *xsl)
{
	struct import_run *r = &x->run;
	enum rc rc = RC_OK;

	for (size_t i = 0, n; rc == RC_OK && i < x->nids; i += n) {
		n = x->nids - i < INDEX_BATCH ? x->nids - i : INDEX_BATCH;
		say_progress(_("aids indexed"), i, x->nids);
		rc = indexer_add(r->indexer, x->ids + i, n, r->version);
	}
	if (rc == RC_OK)
		rc = indexer_finish(r->indexer);
	return rc == RC_OK ? list_fragments_render(r->db, xsl) : rc;
}

static void
importer_close(struct importer *x)
{
	for (struct generic *g = x->generics, *next; g != NULL; g = next) {
		next = g->next;
		free(g);
	}
	free(x->ids);
	import_run_close(&x->run);
}

static void
say_summary(const struct importer *x)
{
	const struct import_counts *i = x->count;

	say_progress_end();
	import_report_say(&x->run.report);
	say(_("%lu aids read: %lu added, %lu changed, %lu the same, "
	      "%lu refused; %lu with an unknown perimeter"),
	    i->read, i->added, i->changed, i->same, i->refused,
	    x->run.unknown_perimeters);
	if (x->absent != NULL && x->absent->absent > 0)
		say(_("aids that the feed lacks: %lu, of which withdrawn: "
		      "%lu"),
		    x->absent->absent, x->absent->withdrawn);
	if (i->hidden > 0)
		say(_("of those added or changed, not shown: %lu"), i->hidden);
	if (i->same > 0)
		say(ngettext("%lu aid the same: what was refused of it was "
			     "told when it was read",
			"%lu aids the same: what was refused of them was "
			"told when they were read",
			i->same),
		    i->same);
}

static enum rc
read_files(struct importer *x, const char *const *path)
{
	enum rc rc = RC_OK;

	for (; rc == RC_OK && *path != NULL; path++)
		rc = feed_read(*path, x->run.shapes, aid_take, x);
	return rc == RC_EMPTY ? RC_OK : rc;
}

/* Whether all that there is was refused: it is no feed of aids. */
static bool
is_no_feed(const struct importer *x, const char *const *path)
{
	if (x->count->read == 0 || x->count->refused < x->count->read)
		return false;
	say_progress_end();
	import_report_say(&x->run.report);
	feed_shapes_say(x->run.shapes);
	log_msg(_("\"%s\" holds no aid"), path[0]);
	return true;
}

/* Reads and writes all, but does not commit. */
static enum rc
import_files(struct importer *x, const struct xsl *xsl,
    const struct aid_import *import, const char *const *path)
{
	struct import_run *r = &x->run;
	enum rc rc;

	if ((rc = db_begin(r->db)) != RC_OK ||
	    (rc = version_bump(r->db, r->pool, &r->version)) != RC_OK ||
	    (import->first != NULL &&
		(rc = import->first(import->arg)) != RC_OK) ||
	    (rc = aid_loss_begin(&x->loss, r)) != RC_OK ||
	    (rc = read_files(x, path)) != RC_OK ||
	    (rc = write_links(x)) != RC_OK)
		return rc;
	if (is_no_feed(x, path))
		return RC_BAD_PARAM;
	if ((rc = aid_loss_check(&x->loss, import->force)) != RC_OK)
		return rc;
	if (x->absent != NULL)
		rc = aid_absent_write(x->absent, r, aid_take_note, x);
	gazetteer_forget(&r->places); /* its memory is for the index now */
	return rc == RC_OK && x->nids > 0 && !import->dry_run
	    ? index_written(x, xsl)
	    : rc;
}

/* A file that changes nothing leaves no new version of the data. */
static enum rc
end_import(struct importer *x, struct aid_import *import, enum rc rc)
{
	bool writes = rc == RC_OK &&
	    (x->nids > 0 || x->run.wrote ||
		(x->absent != NULL && x->absent->wrote));

	import->wrote = writes && !import->dry_run;
	if (import->wrote)
		rc = feed_words_keep(x->run.db, x->run.source, x->run.today,
		    &x->run.report);
	if (rc == RC_OK && writes && import->last != NULL)
		rc = import->last(import->arg, x->run.version);
	/* Of one value, by hand: what is wrong with it. */
	if (rc == RC_BAD_PARAM && import->wrote)
		import_report_say(&x->run.report);
	if (rc == RC_OK && import->wrote)
		rc = db_commit(x->run.db);
	else
		db_rollback(x->run.db);
	import->wrote = import->wrote && rc == RC_OK;
	return rc;
}

enum rc
aid_import(struct db *db, const struct xsl *xsl, struct aid_import *import,
    const char *const *paths)
{
	struct importer x = { .count = &import->count,
		.absent = import->absent,
		.most = import->most };
	enum rc rc;

	x.run.db = db;
	x.run.source = import->source;
	x.run.today = import->today;
	x.run.now = import->now;
	x.run.news = import->news;
	x.run.licence = import->licence;
	x.run.cells = import->cells;
	x.run.revise = import->revise;
	x.run.revise_arg = import->revise_arg;
	x.run.shapes = import->shapes;
	x.run.stamp = import->stamp;
	x.run.vectors = import->vectors;
	x.run.report.file = import->refused_file;
	if ((rc = import_run_open(&x.run, xsl)) == RC_OK)
		rc = import_files(&x, xsl, import, paths);
	rc = end_import(&x, import, rc);
	say_progress_end();
	if (rc == RC_OK)
		say_summary(&x);
	if (rc == RC_OK && !import->dry_run && x.run.report.words != NULL)
		say(_("what the words that are not known mean is said once, "
		      "and kept: guichet words %s"),
		    x.run.source);
	else
		say(_("nothing was written"));
	importer_close(&x);
	return rc;
}
