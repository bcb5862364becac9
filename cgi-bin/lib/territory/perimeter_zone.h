#ifndef PERIMETER_ZONE_H
#define PERIMETER_ZONE_H

#include "base/buf.h"
#include "db/query.h"
#include "table/csv_source.h"

/*
 * Perimeters that an administrator makes from a list of codes.  A load of the
 * reference makes their links again.
 */

/* One "guichet perimeter add". */
struct perimeter_zone {
	const char *scale; /* "adhoc", "basin" */
	const char *code;  /* A-Z a-z 0-9 _ - blank; at most 32 */
	const char *name;
	struct csv_source *in; /* the codes of its members: code_list.h */
};

/*
 * Makes the zone, or gives it that name and exactly those members: INSEE codes
 * (that of a former commune stands for the one it lies in), the SIREN of an
 * EPCI or EPT, or the code of a department or region, "79", "R75".  The codes
 * that lead nowhere are kept, for a later reference may know them, and appended
 * to unknown, parted by commas.  *links: links written; 0 and no new name:
 * nothing changed.
 * RC_BAD_PARAM, logged, when the scale, the code, the name or a line is not
 * one, or no code leads anywhere; the database is then as it was.
 */
enum rc perimeter_zone_add(struct db *, const struct perimeter_zone *,
    struct buf *unknown, unsigned long long *links);

/* Makes again the links of the zone that argument perimeter_id names, or of
 * all with NULL, and those of communes that are no more.  Adds to *links how
 * many were written.  Within the caller's transaction. */
enum rc perimeter_zone_links(struct db *, struct pool *, const struct arg *,
    unsigned long long *links);

#endif
