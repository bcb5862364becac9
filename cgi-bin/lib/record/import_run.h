#ifndef IMPORT_RUN_H
#define IMPORT_RUN_H

#include <jansson.h>

#include "base/intern.h"
#include "db/query.h"
#include "feed/feed_table.h"
#include "gazetteer/gazetteer_load.h"
#include "index/lists.h"
#include "index/words.h"
#include "indexing/indexer.h"
#include "record/feed_words.h"
#include "record/near_names.h"
#include "table/import_report.h"

/* What the files of one import share: its settings, its lookups, and the rows
 * not yet written. */

struct aid_record;
typedef enum rc import_reviser(void *arg, struct aid_record *,
    const json_t *fed, bool *wrote);

/* What describes an aid in tables of their own. */
enum relation {
	AUDIENCES,
	TYPES,
	STEPS,
	DESTINATIONS,
	CATEGORIES,
	FINANCERS,
	INSTRUCTORS,
	PROGRAMS,
	RELATIONS
};
enum { RELATION_BATCH = 100, IMPORT_NEARS = 8 };

/* Backers and programmes that a run may make; groups of territories that it may
 * name. */
enum { IMPORT_MADE = 5000, IMPORT_UNIONS = 1000 };

/* What is said of those that aids name. */
enum import_told { TOLD_BACKERS, TOLD_PROGRAMS, TOLDS };

struct import_run {
	struct db *db;
	const char *source;  /* name of the feed */
	const char *today;   /* "2026-11-22" */
	const char *now;     /* "2026-11-22 10:30:05", in UTC */
	const char *news;    /* what aids become that readers did not see, when
			      * they are to be shown; NULL: shown */
	const char *licence; /* of those that say none; or NULL */
	bool cells; /* faults of any table are told by cell, and not only of
		     * workbooks */
	/* Given each record as AT's API would have it, which it may change, and
	 * what stands in the feed, before anything is asked of it; or NULL.  It
	 * sets *wrote when it wrote to the base.  Fails as query_run does. */
	import_reviser *revise;
	void *revise_arg;
	bool wrote;
	const struct feed_shapes *shapes;
	const char *stamp;                  /* import_stamp.h */
	const struct word_vectors *vectors; /* or NULL */
	struct lists *lists;
	struct words *words;
	struct feed_words *feed_words; /* what words of the feed mean */
	struct gazetteer_kept places;  /* loaded when first needed */
	struct indexer *indexer;
	struct pool *pool; /* of one aid: reset before the next */
	unsigned long long version;
	unsigned long unknown_perimeters; /* aids that have one */
	unsigned long unions; /* of territories, that the run named */
	unsigned long made;   /* backers and programmes */
	struct import_report report;
	/* Names that an unknown word is compared with, by list, each read when
	 * it is first needed: aid_unknown.h. */
	struct {
		const char *list;
		struct near_names *names;
	} near[IMPORT_NEARS];
	size_t nnear;
	json_t *read_places; /* what is to be told of each, by shape */
	struct pool *near_pool;
	struct intern *lookups; /* "query scale name" of those already made */
	long long *lookup_id;   /* what they returned, by number */
	size_t lookup_size, nlookups;
	/* Relations of the last aids, by table, not yet written. */
	struct buf rows[RELATIONS];
	long long waiting[RELATION_BATCH];
	size_t nwaiting;
	/* Aids whose rows of a table are deleted first.  An aid is left out
	 * when its list was not wholly understood: it then keeps those it
	 * had. */
	long long clear[RELATIONS][RELATION_BATCH];
	size_t nclear[RELATIONS];
	json_t *told[TOLDS]; /* arrays, see aid_backer.h; NULL: nothing yet */
};

/* Initialises a zeroed run whose settings, from db to vectors, the caller has
 * set; they and the sheets must outlive it.  The caller closes it, even on
 * failure. */
enum rc import_run_open(struct import_run *, const struct xsl *);
void import_run_close(struct import_run *);

/* Where this run keeps the id that a query found for a name: 0 at first, for
 * the caller to set.  Valid until the next call. */
long long *import_run_id_of(struct import_run *, enum query_id query,
    unsigned scale, const char *name);

/* The id of a backer or programme: known by its name, made by that query, as
 * *made then says, when it is new.  RC_FAIL: the run may make no more.
 * Otherwise fails as query_run does. */
enum rc import_run_named(struct import_run *, enum query_id make,
    const char *name, long long *id, bool *made);

/* Counts one that was made.  RC_FAIL: it is one too many. */
enum rc import_run_count(struct import_run *);

/* Says for the fault that follows where a field of the item stands
 * (feed_item_cell): of a workbook, and of any table when the run is for who
 * filled it in.  item may be NULL. */
void import_run_place(struct import_run *, const struct feed_item *item,
    const char *shape, const char *field);

/* Sets all of these to 0: call it after a rollback, which may have removed
 * some. */
void import_run_forget(struct import_run *);

#endif
