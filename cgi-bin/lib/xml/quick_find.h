#ifndef QUICK_FIND_H
#define QUICK_FIND_H

#include <libxslt/xsltInternals.h>

#include "xml/quick_read.h"
#include "xml/xsl_context.h"

/* The nodes of a path, what tests say of them, and their templates: for quick.c
 * alone. */

/* What is asked of each node of a path, until it is true. */
struct visit {
	bool (*ask)(struct visit *, const xmlNode *);
	xsltTransformContextPtr ctxt;
	const struct path *path;
	const struct test *test; /* that the nodes are compared by */
	const struct part *part; /* that is written of the first */
	enum context_as as;      /* what is written */
	xmlNodePtr *node;        /* a list of n */
	int n;
};

/* Asks from the node on, in the order of the document; whether one was true. */
bool quick_visit(struct visit *, const xmlNode *from);

bool quick_holds(const struct test *, xsltTransformContextPtr,
    const xmlNode *from);

/* The template of a node for an instruction xsl:apply-templates, as libxslt
 * finds it by its name in every sheet; NULL: none.  The instruction keeps it
 * where the name alone decides: where no pattern that may be of that name says
 * more. */
xsltTemplatePtr quick_template(xsltTransformContextPtr, xmlNodePtr,
    struct quick *);

/* The text of a node, which *made is to be freed with xmlFree. */
const char *quick_text(const xmlNode *, xmlChar **made);
/* What is before or after the literal of a part in s, the same way. */
const char *quick_side(const char *s, const struct part *, xmlChar **made);

#endif
