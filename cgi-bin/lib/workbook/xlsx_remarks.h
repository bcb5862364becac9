#ifndef XLSX_REMARKS_H
#define XLSX_REMARKS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A table sent back with remarks: its cells where they were, so that it can be
 * mended and sent again; those that have a remark are coloured and bear it, and
 * a second sheet has all remarks, each with a link to its cell.
 */
struct xlsx_remarks;

struct xlsx_remark {
	unsigned long row;        /* from 1; 0: of no row */
	unsigned column;          /* from 0 */
	const char *cell;         /* "D12"; of a whole row "12" */
	const char *text, *value; /* what is said; what stands there */
};

/* Begins the file at path.  NULL when it cannot be made. */
struct xlsx_remarks *xlsx_remarks_new(const char *path);

/* Adds a row, below those that there are, of n cells, with the remarks on its
 * cells, by column.  What a cell cannot hold, over 32,767 signs, is cut. */
void xlsx_remarks_row(struct xlsx_remarks *, unsigned long row,
    char *const *cells, int n, const struct xlsx_remark *, size_t remarks);

/* Writes the sheet of all remarks and frees it; false when that fails. */
bool xlsx_remarks_close(struct xlsx_remarks *, const struct xlsx_remark *,
    size_t n);

#endif
