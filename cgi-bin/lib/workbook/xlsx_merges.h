#ifndef XLSX_MERGES_H
#define XLSX_MERGES_H

#include "workbook/xlsx_cell.h"
#include "workbook/xlsx_part.h"

/* The cells of a sheet that are merged into another: what they hold is not
 * seen.  They are told after all rows, so that they are read first; those of
 * the first XLSX_COLUMNS columns are kept, 12 bytes a merger, of 65,536 at
 * most. */
struct xlsx_merger;

struct xlsx_merges {
	struct xlsx_merger *of; /* n of them, by their first row */
	size_t n, size, next;   /* next: the first that begins below the row */
	unsigned long until[XLSX_COLUMNS]; /* the last row that is covered */
	unsigned long shown[XLSX_COLUMNS]; /* the row that is not, though */
};

/* Reads those of a part.  RC_BAD_PARAM, logged, when it cannot be read.  The
 * caller frees it in any case. */
enum rc xlsx_merges_read(struct xlsx_merges *, struct xlsx_package *,
    const char *name);
void xlsx_merges_free(struct xlsx_merges *);

/* Goes on to a row, each one being below the one before. */
void xlsx_merges_go(struct xlsx_merges *, unsigned long row);

/* Whether another cell covers the one of that column in that row. */
bool xlsx_merges_cover(const struct xlsx_merges *, unsigned column,
    unsigned long row);

#endif
