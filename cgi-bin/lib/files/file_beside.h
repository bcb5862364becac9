#ifndef FILE_BESIDE_H
#define FILE_BESIDE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/pool.h"
#include "files/file_faults.h"

/* The path of another file, which the attribute "file" of an element names, in
 * the pool: it stands beside the one that is read, and is a file.  NULL when
 * the element has no such attribute, and when it is wrong, which is told. */
const char *file_beside(struct file_faults *, struct pool *, const xmlNode *);

/* Whether the element has the attribute. */
bool file_is_beside(const xmlNode *);

#endif
