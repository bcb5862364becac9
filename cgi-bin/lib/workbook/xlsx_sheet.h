#ifndef XLSX_SHEET_H
#define XLSX_SHEET_H

#include <stdio.h>

#include "workbook/xlsx_strings.h"
#include "workbook/xlsx_styles.h"

/* The rows of a sheet of a workbook, as lines of a table. */

/* What was passed over: rows and columns, of which some cell had a word. */
struct xlsx_passed {
	unsigned long hidden_rows, hidden_cells, cells_beyond;
};

/*
 * Writes the part of that name to a file, a line a row (csv_table_write), so
 * that lines have the numbers of rows: an empty line for one that is not there,
 * or hidden.  A cell is as xlsx_read.h says.  RC_BAD_PARAM, logged with the
 * cell, when the part cannot be read, or breaks a bound.
 */
enum rc xlsx_sheet_write(struct xlsx_package *, const char *name,
    const struct xlsx_strings *, const struct xlsx_styles *, FILE *to,
    struct xlsx_passed *);

#endif
