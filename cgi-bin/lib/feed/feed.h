#ifndef FEED_H
#define FEED_H

#include "base/rc.h"
#include "feed/feed_file.h"

/*
 * A file of aids as AT's API gives them, plain or gzip, with a byte order mark
 * or none: arrays, pages {"results": [...]} or objects, one after another; XML,
 * RSS or Atom (feed_xml.h); a table (feed_table.h), or a workbook that has
 * one (xlsx_read.h).  The text of XML and of tables, like JSON in UTF-16,
 * csv_decoder.h reads.
 * It is read as a stream: one aid is in memory at a time, whatever the file's
 * size.
 */

/*
 * Reads path and calls fn with each of its objects, and page, when there is
 * one, with each page; a page has them under a key
 * of feed_shapes_lists.  An object that is not JSON or is over 8 MB or 100,000
 * values, and in a file of an aid a line any line that cannot be read, are
 * given as such, logged the first times, and the next ones are read.
 * RC_BAD_PARAM, logged with the line, when the file cannot be read, is cut
 * short or has another shape; the caller then undoes what fn did.  RC_OK, or
 * what fn returned.
 */
enum rc feed_read_pages(const char *path, const struct feed_shapes *,
    feed_taker *fn, feed_page_taker *page, void *arg);

/* The same when nothing is asked of pages. */
static inline enum rc
feed_read(const char *path, const struct feed_shapes *shapes, feed_taker *fn,
    void *arg)
{
	return feed_read_pages(path, shapes, fn, NULL, arg);
}

#endif
