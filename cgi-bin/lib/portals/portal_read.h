#ifndef PORTAL_READ_H
#define PORTAL_READ_H

#include <libxml/tree.h>

#include "base/pool.h"
#include "files/file_faults.h"
#include "portals/portal_record.h"

/* The namespace of the elements of its file. */
#define PORTAL_NS "urn:guichet:portal"

/*
 * Reads the tree of a portal's file: elements that are not known, are there
 * twice or are missing, texts that are too long, are faults, all of them told.
 * What the texts say is portal_check's.  In the pool; the tree is changed.
 */
void portal_read(struct file_faults *, struct pool *, xmlNodePtr root,
    struct portal_record *);

/* The name of the element of a field. */
const char *portal_element(enum portal_field);

#endif
