#ifndef PERIMETER_PACKAGE_H
#define PERIMETER_PACKAGE_H

#include "base/buf.h"
#include "base/rc.h"

/*
 * The npm package @etalab/decoupage-administratif (Licence Ouverte), read and
 * written as the rows of sql/data/perimeters.tsv: what "guichet perimeter rows
 * DIR" prints.  The columns are described in perimeter_row.h.
 */

/*
 * Appends to out the header lines and the sorted rows made from the package
 * unpacked in dir (dir/data/communes.json and its neighbours, or
 * dir/communes.json).  RC_BAD_PARAM, logged with the file, when one is missing
 * or is not what the package holds; then out is as it was.
 */
enum rc perimeter_package_rows(const char *dir, struct buf *out);

#endif
