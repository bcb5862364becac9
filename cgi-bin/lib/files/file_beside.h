#ifndef FILE_BESIDE_H
#define FILE_BESIDE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/pool.h"
#include "files/file_faults.h"

/* Opens another file, which the attribute "file" of an element names: it stands
 * beside the one that is read, and is a file itself, no link to one.  Returns a
 * descriptor, for the caller to close, and *path, for messages, in the pool; -1
 * when it is wrong, which is told. */
int file_beside(struct file_faults *, struct pool *, const xmlNode *,
    const char **path);

/* Whether the element has the attribute. */
bool file_is_beside(const xmlNode *);

#endif
