/* xsl_context.c - contexts of transformations, used again.
 *
 * A context at rest is as it was made, but for the tables that it owns: every
 * other field, one of a later libxslt too, takes its first value again.  A page
 * of each sheet, made twice, is compared in tests/unit/xml/test_flatten.c. */

#include <libxslt/documents.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <stdint.h>

#include "base/log.h"
#include "xml/xsl_context.h"

xsltTransformContextPtr
context_take(struct xsl_context *of, xmlDocPtr doc)
{
	xsltTransformContextPtr c = of->kept;

	of->kept = NULL;
	if (c == NULL) {
		c = xsltNewTransformContext(of->style, doc);
		if (c == NULL || xsltSetCtxtSecurityPrefs(of->rights, c) != 0)
			log_die("xsl: out of memory");
		of->fresh = *c;
		return c;
	}
	/* What xsltNewTransformContext does for the document. */
	xmlXPathOrderDocElems(doc);
	if ((c->document = xsltNewDocument(c, doc)) == NULL)
		log_die("xsl: out of memory");
	c->document->main = 1; /* it is not the context's to free */
	c->xpathCtxt->doc = doc;
	return c;
}

/* Where patterns remember the last node that they matched: about a thousand, of
 * which a page uses a few, so that one test passes over each of the others. */
static void
forget_extras(xsltTransformContextPtr c)
{
	xsltRuntimeExtraPtr end = c->extras + c->extrasNr;

	for (xsltRuntimeExtraPtr e = c->extras; e < end; e++) {
		if (((uintptr_t)e->info | (uintptr_t)e->val.ptr) == 0)
			continue;
		if (e->info != NULL && e->deallocate != NULL)
			e->deallocate(e->info);
		*e = (xsltRuntimeExtra){ 0 };
	}
}

void
context_rest(struct xsl_context *of, xsltTransformContextPtr c)
{
	struct _xsltTransformContext had;

	if (of->once || of->kept != NULL || c->state != XSLT_STATE_OK) {
		xsltFreeTransformContext(c);
		return;
	}
	xsltFreeGlobalVariables(c);
	xsltFreeDocuments(c);
	xsltFreeRVTs(c);
	forget_extras(c);
	had = *c;
	*c = of->fresh;
	c->templTab = had.templTab;
	c->templMax = had.templMax;
	c->varsTab = had.varsTab;
	c->varsMax = had.varsMax;
	c->extras = had.extras;
	c->extrasNr = had.extrasNr;
	c->extrasMax = had.extrasMax;
	c->docList = c->styleList = c->document = NULL;
	c->globalVars = NULL;
	c->xpathCtxt->doc = NULL;
	c->xpathCtxt->node = NULL;
	of->kept = c;
}

void
context_close(struct xsl_context *of)
{
	if (of->kept != NULL)
		xsltFreeTransformContext(of->kept);
	of->kept = NULL;
}
