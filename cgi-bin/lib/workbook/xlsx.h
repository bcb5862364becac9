#ifndef XLSX_H
#define XLSX_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/rc.h"

/* A workbook for spreadsheets, of a table in CSV as our sheets write it.  Only
 * this file knows libxlsxwriter. */

#define XLSX_MEDIA \
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/*
 * Appends the workbook of the n bytes of a table (xsl/lib/csv.xsl): its first
 * line in bold and in sight; a quoted cell is text, without the apostrophe
 * before a formula; another one is a number or a day.  RC_FAIL, logged, when
 * it cannot be written: libxlsxwriter takes a temporary file.
 */
enum rc xlsx_put(struct buf *, const char *csv, size_t n);

/* Writes the workbook of a table in a file of n bytes, of any size in little
 * memory; false when it cannot. */
bool xlsx_file(const char *path, const char *csv, size_t n);

#endif
