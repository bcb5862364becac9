/* xlsx_cell.c - the names of cells. */

#include <stddef.h>

#include "workbook/xlsx_cell.h"

bool
xlsx_cell_read(const char *s, unsigned *column, unsigned long *row)
{
	unsigned c = 0;
	unsigned long r = 0;

	for (; *s >= 'A' && *s <= 'Z' && c <= XLSX_COLUMNS_MAX; s++)
		c = 26 * c + (unsigned)(*s - 'A') + 1;
	for (; *s >= '0' && *s <= '9' && r <= XLSX_ROWS_MAX; s++)
		r = 10 * r + (unsigned long)(*s - '0');
	*column = c - 1;
	*row = r;
	return *s == '\0' && c > 0 && c <= XLSX_COLUMNS_MAX && r > 0 &&
	    r <= XLSX_ROWS_MAX;
}

char *
xlsx_column_name(unsigned column, char s[XLSX_LETTERS])
{
	char letters[XLSX_LETTERS];
	size_t n = 0;

	for (unsigned c = column + 1; c > 0 && n < XLSX_LETTERS - 1;
	     c = (c - 1) / 26)
		letters[n++] = (char)('A' + (c - 1) % 26);
	for (size_t i = 0; i < n; i++)
		s[i] = letters[n - 1 - i];
	s[n] = '\0';
	return s;
}
