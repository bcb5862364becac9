#ifndef XSL_NODE_H
#define XSL_NODE_H

#include <stdbool.h>

#include <libxml/tree.h>

/* Nodes of a stylesheet, before it is compiled. */

/* Whether a node is an instruction of XSLT: of that name, or of any with NULL.
 */
bool xsl_node_is(const xmlNode *, const char *name);

/* Whether it is an element that is written as it stands. */
bool xsl_node_is_literal(const xmlNode *);

/* Whether there is one below it. */
bool xsl_node_has_literal(const xmlNode *);

/* Whether the text that the content of an instruction makes is captured as a
 * string: in a variable, a parameter, an attribute. */
bool xsl_node_captures(const xmlNode *);

/* Says of an instruction, for quick.c, that what it writes is shown as HTML and
 * never captured: flatten.c knows, before the sheet is compiled. */
void xsl_node_mark_shown(xmlNode *);
bool xsl_node_is_shown(const xmlNode *);

/* Drops, below the root of a sheet, what says which blanks of a document are
 * none of its text: those of documents that people indent, as tests are.  Ours
 * have no others, and libxslt may free no node of them (xml.h). */
void xsl_node_keep_blanks(xmlNode *root);

/* Whether an expression of a node, or of one below it, has that text. */
bool xsl_node_says(const xmlNode *, const char *text);

#endif
