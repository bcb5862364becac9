#ifndef DOWNLOAD_H
#define DOWNLOAD_H

#include "base/buf.h"
#include "base/rc.h"
#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* What a format needs beside a stylesheet.  A format is NULL for HTML. */

/* The format whose sheet writes it: a workbook is made of the table in CSV. */
const char *download_sheet(const char *format);

/* Turns what the sheet wrote into the file to send, in place: folds the lines
 * of a calendar, makes a workbook of a table in CSV.  *media becomes its
 * Content-Type.  RC_FAIL, logged, when that fails. */
enum rc download_finish(const char *format, struct buf *body,
    const char **media);

/* The name of the file, in the pool: the portal, the path, then what the
 * response says that it is of, or else the values that were asked and the day.
 * NULL for what is not offered as a file. */
const char *download_name(const struct context *, const struct request *,
    const struct response *);

#endif
