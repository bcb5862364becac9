#ifndef MEMBER_CODES_H
#define MEMBER_CODES_H

#include "base/buf.h"
#include "base/rc.h"
#include "table/csv_source.h"

/*
 * Appends to *json, as a JSON array, the codes of a list of territories, as the
 * State publishes them and spreadsheets save them (csv_text.h): INSEE of a
 * commune, or SIREN, with the blanks that part its digits.  It is a code a
 * line; or a table, whose codes are in the first column whose title says
 * "insee" or "siren", but not of a department or a region.  Empty rows and
 * those that begin with # are passed over.
 * RC_BAD_PARAM, logged, when rows have no code, the first 20 of them with line
 * and column; and for what is no table.
 */
enum rc member_codes_read(struct csv_source *, struct buf *json);

#endif
