#ifndef XSL_H
#define XSL_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * Stylesheets: compiled at start, at run time they read and write nothing.
 * The only room that knows libxslt.
 */
struct xsl;
struct xsl_sheet;

/*
 * Compiles each NAME.xsl of some rooms, which are folders of dir (NULL at the
 * end of their names): a program compiles what it uses, for a sheet takes half a
 * megabyte.  What sheets share stands in lib/, of dir or of a room, and is only
 * imported.  NULL, logged, when one does not compile: the program must not start.
 * The caller frees it.
 */
struct xsl *xsl_open(const char *dir, const char *const *rooms);
void xsl_close(struct xsl *);

/* The sheet NAME, or NAME-FORMAT when format is not NULL; NULL when there is
 * none. */
const struct xsl_sheet *xsl_find(const struct xsl *, const char *name,
    const char *format);

/* A number that changes when any of the sheets does. */
unsigned long long xsl_fingerprint(const struct xsl *);

/*
 * Makes of doc what the sheet says, appended to out; *media is then the
 * Content-Type, which lasts as long as the sheets.  RC_FAIL, logged, when the
 * sheet stops; out is then as it was.
 */
enum rc xsl_apply(const struct xsl_sheet *, xmlDocPtr doc, struct buf *out,
    const char **media);

/* doc itself as XML, appended to out. */
void xsl_write_xml(xmlDocPtr doc, struct buf *out);

#endif
