/* render.c - what is rendered ahead. */

#include <stdio.h>

#include "base/log.h"
#include "indexing/render.h"

enum rc
render_fragment(const struct xsl *xsl, const char *name, xmlDocPtr doc,
    struct buf *out)
{
	const struct xsl_sheet *sheet;
	const char *media;
	char file[64];

	snprintf(file, sizeof(file), "fragment-%s", name);
	if ((sheet = xsl_find(xsl, file, NULL)) == NULL) {
		log_msg("index: no stylesheet %s", file);
		return RC_FAIL;
	}
	return xsl_apply(sheet, doc, out, &media);
}
