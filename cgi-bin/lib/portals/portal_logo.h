#ifndef PORTAL_LOGO_H
#define PORTAL_LOGO_H

#include <libxml/tree.h>

#include "base/pool.h"
#include "portals/portal_faults.h"
#include "portals/portal_record.h"

/*
 * The picture of a portal: the file that the attribute "file" of its element
 * names, beside that of the portal, or what the element holds, in base64.  What
 * it is, its content says (picture.h).  Sets the logo of the record; faults are
 * told.
 */
void portal_logo_read(struct portal_faults *, struct pool *, xmlNodePtr,
    struct portal_record *);

#endif
