#ifndef CODE_LIST_H
#define CODE_LIST_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/rc.h"
#include "table/csv_source.h"

/*
 * Appends to *codes, a line each, the codes of a list of territories, as the
 * State publishes them and spreadsheets save them (csv_text.h), with the zero
 * that these took, and without the blanks that part the digits of a SIREN.  It
 * is a code that begins each line; or a table, whose codes are in the first
 * column whose title says "insee" or "siren", but not of a department or a
 * region.  Empty rows and those that begin with # are passed over.  What is a
 * code, of at most 9 signs, is_code says.
 * RC_BAD_PARAM, logged, when rows have no code, the first 20 of them with line
 * and column; and for what is no table.
 */
enum rc code_list_read(struct csv_source *, bool (*is_code)(const char *),
    struct buf *codes);

#endif
