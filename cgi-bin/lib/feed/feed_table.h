#ifndef FEED_TABLE_H
#define FEED_TABLE_H

#include <stdbool.h>

#include <jansson.h>

#include "base/rc.h"
#include "feed/feed_shape.h"
#include "table/csv_text.h"

/* A record of a file; it lasts until what takes it returns. */
struct feed_item {
	unsigned long ordinal; /* as they stand in the file, from 1 */
	unsigned long line;    /* where it begins */
	json_t *value;         /* NULL: it cannot be read */
	const char *why;       /* why not, a message of N_() */
	const char *text;      /* what stands there; of a row 4 kB at most */
	/* Of a row: the keys of its columns, NULL for one that nothing reads.
	 * Else NULL. */
	const char *const *key;
	int columns;
	unsigned long row; /* as a spreadsheet counts them, from 1 */
	bool sheet;        /* it is of a workbook */
};

/* Where a field of a record stands, of that shape, or NULL of AT's: "D12"; its
 * row, "12", when no column has it, and "" when it is of no table.  item may be
 * NULL. */
enum { FEED_CELL = 16 };
void feed_item_cell(const struct feed_item *item, const struct feed_shapes *,
    const char *shape, const char *field, char cell[FEED_CELL]);

/* Called with each record.  Anything but RC_OK ends the reading. */
typedef enum rc feed_taker(void *arg, const struct feed_item *);

/*
 * A table of aids: a line, which a title may precede, names the fields
 * (feed_titles.h), and each one after it is an aid, given as an object of texts
 * of the fields that are read, "" for an empty cell; lines without a word are
 * passed over.  A row whose quotation mark never ends, or ends amid other rows,
 * is given as one that cannot be read, with the line where it opened, logged
 * the first times, and the next lines are read; so is one over CSV_ROW_MAX, and
 * the lines after the one where its last field begins are read.  Over a
 * thousand of them, or no title that is read: RC_BAD_PARAM, logged.  path names
 * it in messages; sheet: its lines are the rows of a sheet.  Otherwise as
 * feed_read.
 */
enum rc feed_table_read(struct csv_text *, const char *path, bool sheet,
    const struct feed_shapes *, feed_taker *, void *arg);

#endif
