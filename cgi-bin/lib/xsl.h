#ifndef XSL_H
#define XSL_H

#include <libxml/tree.h>

#include "buf.h"
#include "rc.h"

/*
 * Stylesheets: compiled at start, at run time they read and write nothing.
 * The only room that knows libxslt.
 */
struct xsl;
struct xsl_sheet;

/* The sheets of the search's pages, those of prefill-*, each with error* and
 * frame-*; or those that render parts ahead: fragment-*.  Each program compiles
 * what it uses, for a sheet takes half a megabyte. */
enum xsl_part { XSL_PAGES, XSL_PREFILL, XSL_FRAGMENTS };

/* Compiles each NAME.xsl of the folder that is of that part.  NULL, logged, when
 * one does not compile: the program must not start.  The caller frees it. */
struct xsl *xsl_open(const char *dir, enum xsl_part);
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
