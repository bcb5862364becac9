#ifndef XSL_H
#define XSL_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * Stylesheets: read and compiled when a program starts, and kept from their
 * first page on; at run time they may read and write nothing.  Only this file,
 * xsl_context and quick know libxslt.  Several sets may be open at once.
 */
struct xsl;
struct xsl_sheet;

/*
 * Compiles each NAME.xsl of some rooms, which are folders of dir, NULL at the
 * end.  What a page then needs is compiled again, of the same text, for a sheet
 * takes half a megabyte and few processes use them all.
 * What sheets share is in lib/, of dir or of a room, and is only imported.
 * NULL, logged, when one does not compile: the program must then not start.
 * The caller closes it; NULL is ignored.
 */
struct xsl *xsl_open(const char *dir, const char *const *rooms);
void xsl_close(struct xsl *);

/* The sheet NAME, or NAME-FORMAT when format is not NULL; NULL when there is
 * none. */
const struct xsl_sheet *xsl_find(const struct xsl *, const char *name,
    const char *format);

/* A hash of the text of all sheets of dir, whatever their rooms. */
unsigned long long xsl_fingerprint(const struct xsl *);

/*
 * Transforms doc and appends the result to out; *media becomes its
 * Content-Type, which lasts as long as the sheets.  RC_FAIL, logged, when the
 * transformation fails; out is then as it was.
 */
enum rc xsl_apply(const struct xsl_sheet *, xmlDocPtr doc, struct buf *out,
    const char **media);

#endif
