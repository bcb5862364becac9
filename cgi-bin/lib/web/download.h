#ifndef DOWNLOAD_H
#define DOWNLOAD_H

#include "base/buf.h"
#include "base/rc.h"
#include "web/request.h"

/* What a format needs beside a stylesheet.  A format is NULL for HTML. */

/* The format whose sheet writes it: a workbook is made of the table in CSV. */
const char *download_sheet(const char *format);

/* Makes of what the sheet wrote what is sent, in its place: the lines of a
 * calendar are folded, a table in CSV becomes a workbook.  *media is then its
 * Content-Type.  RC_FAIL, logged, when it cannot be made. */
enum rc download_finish(const char *format, struct buf *body,
    const char **media);

/* The name of the file, in the pool: the first word of the path, and the day;
 * NULL for what is not offered as a file. */
const char *download_name(struct pool *, const struct request *);

#endif
