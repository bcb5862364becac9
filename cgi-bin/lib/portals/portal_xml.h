#ifndef PORTAL_XML_H
#define PORTAL_XML_H

#include <libxml/tree.h>

#include "base/rc.h"
#include "portals/portal_faults.h"

/* The namespace of the elements of a file. */
#define PORTAL_NS "urn:guichet:portal"

enum { PORTAL_FILE_BYTES = 20 << 20 };

/*
 * Reads the file of a portal to a tree, which the caller frees, checking it
 * against the grammar at that path on the way: nothing is fetched, no entity is
 * taken, and a document type is refused.  What the grammar finds is put aside
 * in *against, malloc'ed, NULL when it finds nothing: portal_read says it in
 * better words, and all of it.  RC_BAD_PARAM, the fault told with line and
 * column, for a file that is not well-formed or cannot be read; RC_FAIL,
 * logged, without the grammar.
 */
enum rc portal_xml_read(struct portal_faults *, const char *grammar,
    xmlDocPtr *, char **against);

#endif
