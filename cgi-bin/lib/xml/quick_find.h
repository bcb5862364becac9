#ifndef QUICK_FIND_H
#define QUICK_FIND_H

#include <libxslt/xsltInternals.h>

#include "xml/quick_read.h"
#include "xml/xsl_context.h"

/* The nodes of a path, and what tests say of them: for quick.c alone. */

/* What is asked of each node of a path, until it is true. */
struct visit {
	bool (*ask)(struct visit *, const xmlNode *);
	xsltTransformContextPtr ctxt;
	const struct path *path;
	const struct test *test; /* that the nodes are compared by */
	enum context_as as;      /* what is written */
	xmlNodePtr *node;        /* a list of n */
	int n;
};

/* Asks from the node on, in the order of the document; whether one was true. */
bool quick_visit(struct visit *, const xmlNode *from);

bool quick_holds(const struct test *, xsltTransformContextPtr,
    const xmlNode *from);

/* The text of a node, which *made is to be freed with xmlFree. */
const char *quick_text(const xmlNode *, xmlChar **made);

#endif
