#ifndef PERIMETER_LOAD_H
#define PERIMETER_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "db/db.h"
#include "territory/perimeter_source.h"

/*
 * "guichet import perimeters": compares the rows of perimeters-fixed.tsv and of
 * perimeters.tsv (perimeter_row.h) with the database, and writes what differs
 * in one transaction.  Ids stay; what the reference no longer knows is marked
 * obsolete and keeps what points at it.  When the stamp of the last load is
 * that of today (perimeter_stamp.h), nothing is compared, but by force.
 */

/* Rows written; all are 0 when the database had everything already. */
struct perimeter_report {
	unsigned long long added, changed, retired, names, links, facts;
};

/*
 * Loads the n sources together (at most 9), and the nfacts sources of facts
 * (perimeter_fact.h).  RC_BAD_PARAM, each cause logged
 * with its source and line, when a row is wrong, when rows contradict one
 * another, or when more than a tenth of the perimeters known would become
 * obsolete and force is false; the database is then as it was, as it is after
 * RC_UNAVAILABLE and RC_FAIL.  db must have no timeout.
 */
enum rc perimeter_load(struct db *, const struct perimeter_source *, size_t n,
    const struct perimeter_source *facts, size_t nfacts, bool force,
    struct perimeter_report *);

#endif
