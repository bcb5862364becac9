#ifndef RENDER_H
#define RENDER_H

#include "base/buf.h"
#include "xml/xsl.h"

/* Appends what the sheet "fragment-NAME" makes of the document.  RC_FAIL,
 * logged, when there is no such sheet; otherwise as xsl_apply. */
enum rc render_fragment(const struct xsl *, const char *name, xmlDocPtr,
    struct buf *out);

#endif
