#ifndef XSL_CONTEXT_H
#define XSL_CONTEXT_H

#include <stdbool.h>

#include <libxslt/security.h>
#include <libxslt/xsltInternals.h>

#include "base/buf.h"

/*
 * The context of a sheet's transformations, kept from one to the next: libxslt
 * fills its tables of functions and instructions anew for each, which is a
 * fifth of the price of an aid's page (75,000 instructions by callgrind).
 */
struct xsl_context {
	xsltStylesheetPtr style;
	xsltSecurityPrefsPtr rights;
	bool once;          /* another is made each time */
	struct pool *quick; /* of the sheet: quick.h */
	/* Private: */
	xsltTransformContextPtr kept;
	struct _xsltTransformContext fresh; /* what it was when it was made */
};

/* A context for a document: the one kept, or a new one; page is where HTML is
 * written, or NULL.  Dies without memory.  The caller gives it back to
 * context_rest. */
xsltTransformContextPtr context_take(struct xsl_context *, xmlDocPtr,
    struct buf *page);

/*
 * Writes a text: as it is; as HTML, when it is shown and never captured; or as
 * text of the result, escaped when that is written.  The first two go straight
 * to the page, copied once, until something makes a node of the result.
 */
enum context_as { AS_TEXT, AS_SHOWN, AS_RAW };
void context_put(xsltTransformContextPtr, const char *, enum context_as);

/* Keeps a context without what it holds of its document, which still lives; or
 * frees it, when its transformation stopped. */
void context_rest(struct xsl_context *, xsltTransformContextPtr);

/* Frees the context that is kept. */
void context_close(struct xsl_context *);

#endif
