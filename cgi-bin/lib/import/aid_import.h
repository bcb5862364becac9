#ifndef AID_IMPORT_H
#define AID_IMPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/rc.h"
#include "db/db.h"
#include "feed/feed_shape.h"
#include "import/aid_absent.h"
#include "record/import_run.h"
#include "table/import_report.h"
#include "vectors/word_vectors.h"
#include "xml/xsl.h"

/*
 * Imports aids from a file of AT's API (feed.h), in one transaction: every aid
 * that can be read, or none when the file itself is broken.  An invalid field
 * is reported by record, field and reason (aid_field.h).  An aid that was
 * withdrawn (is_live false) is kept but not shown.
 *
 * Besides AT's fields it reads: "perimeter_code"; "is_generic", and
 * "generic_aid" (slug or id of the generic aid in the same source);
 * "yearly_opening" and "yearly_deadline" ("MM-DD"), from which the next
 * occurrence is computed; "_description_format" (html, markdown or text).
 */
struct aid_import {
	const char *source; /* name of the feed */
	const struct feed_shapes *shapes;
	const char *stamp; /* version of the importer: import_stamp.h */
	const struct word_vectors *vectors; /* or NULL: see indexer.h */
	const char *today;                  /* 2026-11-22, for yearly dates */
	const char *now;                    /* 2026-11-22 10:30:05, in UTC */
	bool dry_run; /* the same report, and nothing is written */
	bool force;   /* even if over a tenth of the aids would be hidden */
	FILE *refused_file; /* gets every fault, see import_report.h; or NULL */
	/* Of a feed that is harvested: see import_run.h, aid_absent.h. */
	const char *news, *licence;
	struct aid_absent *absent; /* or NULL: what the file lacks stays */
	import_reviser *revise;    /* see import_run.h; or NULL */
	void *revise_arg;
	unsigned long most; /* records to read; 0: all */
	bool cells;         /* see import_run.h */
	/* Called within the transaction, which holds back those of all others
	 * that write aids: before anything is read, and before it ends, when
	 * something was written, or is in a dry run; or NULL.  What is not
	 * RC_OK undoes the import, and is returned. */
	enum rc (*first)(void *arg);
	enum rc (*last)(void *arg, unsigned long long version);
	void *arg;
	struct import_counts count; /* the result */
	bool wrote;                 /* likewise */
};

/* Runs the import of the files, NULL at the end, prints its progress, faults
 * and summary, and fills the counts.  RC_BAD_PARAM: a file is broken, or would
 * lose too much (aid_loss.h), and nothing was written.  Otherwise as query_run.
 */
enum rc aid_import(struct db *, const struct xsl *, struct aid_import *,
    const char *const *paths);

#endif
