#ifndef EXPORT_H
#define EXPORT_H

#include "base/buf.h"
#include "xml/xsl.h"

/* Appends the row of aid_export of the aid of that id, which the document is
 * of: what it gives to tables, feeds and calendars.  Errors as
 * render_fragment. */
enum rc export_put(const struct xsl *, xmlDocPtr, xmlNodePtr aid, long long id,
    struct buf *rows);

#endif
