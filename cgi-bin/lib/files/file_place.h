#ifndef FILE_PLACE_H
#define FILE_PLACE_H

#include <stddef.h>

#include <libxml/tree.h>

#include "base/pool.h"

/* Where something stands in a file, both from 1; a column counts characters.
 * Line 0: nowhere; column 0: the line alone is known. */
struct file_place {
	long line, column;
};

/*
 * Finds where the elements of a tree begin in the n bytes that it was parsed
 * from, and the texts that stand in no element but the root: the parser keeps
 * the line where a tag ends, and no column.  What is found is in the pool, and
 * in the tree.  A text in another encoding than UTF-8 may have none.
 */
void file_places_find(struct pool *, const char *s, size_t n, xmlNodePtr root);

/* Where a node begins: as it was found, else the line that the parser keeps. */
struct file_place file_place(const xmlNode *);

/* Where the byte after n of a text in UTF-8 stands. */
struct file_place file_place_after(const char *s, size_t n);

/* Where the document type begins; nowhere, when there is none. */
struct file_place file_place_doctype(const char *s, size_t n);

#endif
