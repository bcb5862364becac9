#ifndef REPORT_H
#define REPORT_H

#include "base/conf.h"
#include "db/db.h"
#include "xml/xsl.h"

/*
 * The report of imports as pages in a folder: the sources, the last thirty
 * imports of each, a page for each of them that brought or refused something,
 * what somebody is to look at.  They are in French, have the styles of the site
 * beside them, and need no server.  Nothing of a key is in them.
 *
 * Writes it with the sheets of the room harvest; *pages becomes how many there
 * are.  Fails as query_run and xsl_apply do, and with RC_FAIL, logged, when a
 * file cannot be written: what is there then is whole, page by page.
 */
enum rc report_write(struct db *, const struct conf *, const struct xsl *,
    const char *folder, unsigned *pages);

#endif
