#ifndef PERIMETER_ROW_H
#define PERIMETER_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * One row of sql/data/perimeters.tsv, -fixed.tsv and -past.tsv: twelve fields
 * separated by tabs, UTF-8, empty when unknown; empty fields at the end of a
 * line are left out.  A line that begins with # is a comment.
 *
 * Types, what their code is, and what else they have:
 *
 * - commune: INSEE; all but parent and kind
 *
 * - delegated, associated, former: INSEE; parent, their commune
 *
 * - arrondissement: INSEE; parent, zips, population
 *
 * - name: INSEE; a name that this code had
 *
 * - epci, ept: SIREN; department, where most people live
 *
 * - department: "79"; region, parent FRA-MET or FRA-OM
 *
 * - region: "R75"; parent FRA-MET or FRA-OM
 *
 * - basin, adhoc: ours; parent
 *
 * - mainland, overseas: ours; parent FRA
 *
 * - country, continent: FRA, EU
 *
 * - alias: what it names; another name
 *
 * - siren: whose it is; SIREN
 *
 * - basin-of: a department; parent, a basin or an adhoc
 */
enum perimeter_field {
	FIELD_TYPE,
	FIELD_CODE,
	FIELD_NAME,
	FIELD_SIREN,
	FIELD_POPULATION,
	FIELD_ZIPS,
	FIELD_DEPARTMENT,
	FIELD_REGION,
	FIELD_EPCI,
	FIELD_EPT,
	FIELD_PARENT,
	FIELD_KIND,
	FIELD__MAX
};

struct perimeter_row {
	const char *field[FIELD__MAX]; /* "" or NULL: unknown */
};

/* The names of the fields; appends the comment line that lists them. */
extern const char *const perimeter_row_field_names[FIELD__MAX];
void perimeter_row_put_heading(struct buf *);

/* Appends the row as a line; a control byte within a field is a blank. */
void perimeter_row_put(struct buf *, const struct perimeter_row *);

/* Appends the lines of rows to out in byte order, so that two files of the same
 * rows are the same.  Cuts rows into its lines, each NUL-terminated. */
void perimeter_row_put_sorted(struct buf *rows, struct buf *out);

/*
 * Cuts line, without its LF, into the fields of row, which then point into it.
 * Returns NULL, or what is wrong with it, in constant words.
 */
const char *perimeter_row_read(char *line, struct perimeter_row *row);

/* True when s is 5 characters of an INSEE code, 9 digits of a SIREN. */
bool perimeter_row_is_insee(const char *s);
bool perimeter_row_is_siren(const char *s);

#endif
