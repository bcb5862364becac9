/* xsl_context.c - contexts of transformations, used again.
 *
 * A context at rest is as it was made, but for the tables that it owns: every
 * other field, one of a later libxslt too, takes its first value again.  A page
 * of each sheet, made twice, is compared in tests/unit/xml/test_flatten.c. */

#include <libxslt/documents.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <stdint.h>
#include <string.h>

#include "base/log.h"
#include "xml/html.h"
#include "xml/xsl_context.h"

xsltTransformContextPtr
context_take(struct xsl_context *of, xmlDocPtr doc, struct buf *page)
{
	xsltTransformContextPtr c = of->kept;

	of->kept = NULL;
	if (c == NULL) {
		c = xsltNewTransformContext(of->style, doc);
		if (c == NULL || xsltSetCtxtSecurityPrefs(of->rights, c) != 0)
			log_die("xsl: out of memory");
		of->fresh = *c;
		c->_private = page;
		return c;
	}
	/* What xsltNewTransformContext does for the document. */
	xmlXPathOrderDocElems(doc);
	if ((c->document = xsltNewDocument(c, doc)) == NULL)
		log_die("xsl: out of memory");
	c->document->main = 1; /* it is not the context's to free */
	c->xpathCtxt->doc = doc;
	c->_private = page;
	return c;
}

/* What libxslt has put in the page, its doctype and what instructions of its
 * own made, is written and goes; it adds no more to a text of that. */
static void
write_nodes(xsltTransformContextPtr c, xmlDocPtr page)
{
	html_write(c->_private, page);
	for (xmlNodePtr n; (n = page->children) != NULL; xmlFreeNode(n))
		xmlUnlinkNode(n);
	c->lasttext = NULL;
}

/* A page is a document of HTML, and a variable is not. */
static bool
put_in_page(xsltTransformContextPtr c, const char *s)
{
	xmlDocPtr page = c->output;

	if (c->_private == NULL || page->type != XML_HTML_DOCUMENT_NODE ||
	    c->insert != (xmlNodePtr)page)
		return false;
	if (page->children != NULL)
		write_nodes(c, page);
	buf_puts(c->_private, s);
	return true;
}

void
context_put(xsltTransformContextPtr c, const char *s, enum context_as as)
{
	struct buf html = { 0 };

	if (*s == '\0')
		return;
	if (as == AS_SHOWN && strpbrk(s, "&<>\"") != NULL) {
		html_write_text(&html, s);
		s = html.data;
	}
	if (as == AS_TEXT || !put_in_page(c, s))
		xsltCopyTextString(c, c->insert, (const xmlChar *)s,
		    as != AS_TEXT);
	buf_free(&html);
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
