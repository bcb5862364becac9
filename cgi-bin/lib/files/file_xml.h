#ifndef FILE_XML_H
#define FILE_XML_H

#include <libxml/tree.h>

#include "base/rc.h"
#include "files/file_faults.h"

enum { FILE_BYTES = 20 << 20 };

/* What a grammar finds, in its words, in the pool of the faults; NULL: nothing.
 */
struct file_against {
	const char *text;
	long line;
};

/*
 * Reads a file of XML to a tree, which the caller frees, checking it against
 * the grammar at that path on the way: nothing is fetched, no entity is taken,
 * and a document type is refused.  Its nodes know where they stand
 * (file_place.h).  The first that the grammar finds is put aside in *against:
 * file_read says it in better words, and all of it.  RC_BAD_PARAM, the fault
 * told with line and column, for a file that is not well-formed or cannot be
 * read; RC_FAIL, logged, without the grammar.
 */
enum rc file_xml_read(struct file_faults *, const char *grammar, xmlDocPtr *,
    struct file_against *);

#endif
