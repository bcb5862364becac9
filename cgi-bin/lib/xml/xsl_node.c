/* xsl_node.c - nodes of a stylesheet, before it is compiled. */

#include <string.h>

#include "xml/xsl_node.h"

#define XSLT "http://www.w3.org/1999/XSL/Transform"

bool
xsl_node_is(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && n->ns != NULL &&
	    strcmp((const char *)n->ns->href, XSLT) == 0 &&
	    (name == NULL || strcmp((const char *)n->name, name) == 0);
}

bool
xsl_node_is_literal(const xmlNode *n)
{
	return n->type == XML_ELEMENT_NODE && !xsl_node_is(n, NULL);
}

bool
xsl_node_has_literal(const xmlNode *n)
{
	for (n = n->children; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE &&
		    (xsl_node_is_literal(n) || xsl_node_has_literal(n)))
			return true;
	return false;
}

bool
xsl_node_captures(const xmlNode *n)
{
	return xsl_node_is(n, "variable") || xsl_node_is(n, "param") ||
	    xsl_node_is(n, "with-param") || xsl_node_is(n, "attribute") ||
	    xsl_node_is(n, "comment") || xsl_node_is(n, "message");
}

/* libxslt leaves that field to others, and compiles nodes where they are. */
void
xsl_node_mark_shown(xmlNode *n)
{
	n->_private = n;
}

bool
xsl_node_is_shown(const xmlNode *n)
{
	return n->_private == n;
}

void
xsl_node_keep_blanks(xmlNode *root)
{
	xmlNode *n = root != NULL ? root->children : NULL;

	for (xmlNode *next; n != NULL; n = next) {
		next = n->next;
		if (!xsl_node_is(n, "strip-space") &&
		    !xsl_node_is(n, "preserve-space"))
			continue;
		xmlUnlinkNode(n);
		xmlFreeNode(n);
	}
}

bool
xsl_node_says(const xmlNode *n, const char *text)
{
	if (n == NULL || n->type != XML_ELEMENT_NODE)
		return false;
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next)
		if (a->children != NULL && a->children->content != NULL &&
		    strstr((const char *)a->children->content, text) != NULL)
			return true;
	for (const xmlNode *c = n->children; c != NULL; c = c->next)
		if (xsl_node_says(c, text))
			return true;
	return false;
}
