#ifndef PORTAL_CHECK_H
#define PORTAL_CHECK_H

#include "base/conf.h"
#include "base/pool.h"
#include "files/file_faults.h"
#include "portals/portal_record.h"

/*
 * Checks what the texts of a portal say, as far as no database is needed:
 * theme, colours, font, addresses, the host name, the sites that may frame it,
 * the filters.  All faults are told.  Texts are brought to their one spelling:
 * colours and host names in lower case, a mail address without its scheme.
 */
void portal_check(struct file_faults *, struct pool *, const struct conf *,
    struct portal_record *);

/* Whether it is a name of a host: labels of a-z, 0-9 and -, with a dot between
 * (RFC 1123, 2.1), 253 bytes at most. */
bool portal_is_host(const char *);

/* Whether it is the host of base_url, or another name of the site. */
bool portal_is_host_of(const struct conf *, const char *host);

/* Whether a browser takes it for the origin of a site: https:// and a host,
 * maybe a port; http:// for this machine alone. */
bool portal_is_origin(const char *);

#endif
