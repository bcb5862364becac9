#ifndef XLSX_CELL_H
#define XLSX_CELL_H

#include <stdbool.h>

/* The names of cells, and how many there are of a sheet: a table has the first
 * columns of it. */
enum { XLSX_COLUMNS = 200, XLSX_COLUMNS_MAX = 16384, XLSX_ROWS_MAX = 1048576 };

/* Reads a name of a cell, "AB12": its column from 0, its row from 1; false when
 * it is none of a sheet. */
bool xlsx_cell_read(const char *name, unsigned *column, unsigned long *row);

/* The letters of a column from 0. */
enum { XLSX_LETTERS = 4 };
char *xlsx_column_name(unsigned column, char s[XLSX_LETTERS]);

#endif
