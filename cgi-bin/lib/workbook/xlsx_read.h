#ifndef XLSX_READ_H
#define XLSX_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"
#include "table/csv_source.h"

/*
 * A workbook (XLSX) as a table of CSV, which all that reads tables then takes.
 * The rows go to a file without a name (csv_source.h), and not to memory, for a
 * table is read twice; a line has the number of its row in the sheet, the
 * fields are parted by ";", and a line that ends within a cell is U+2028.
 *
 * It is the first sheet in sight.  Hidden rows and columns are passed over, and
 * so are columns beyond the 200th; how many is printed, once.  A cell is what
 * it shows: of a formula the value that was kept, of merged cells the first
 * one, of a number its digits, of a day "2027-03-31", of yes and no "true" and
 * "false", of an error nothing.  Macros, pictures, links and what other parts
 * there are stay packed.
 */

/* Whether the first n bytes of a file are those of a ZIP. */
bool xlsx_is_zip(const void *bytes, size_t n);

/* Reads the file; *to then gives the table, and the caller closes it.
 * RC_BAD_PARAM, logged, when it is no workbook, is damaged, or breaks a bound:
 * those of xlsx_part.h, xlsx_strings.h, xlsx_styles.h, 1,048,576 rows, 16,384
 * columns, 8 MB a row, 512 MB in all. */
enum rc xlsx_read(const char *path, struct csv_source *to);

#endif
