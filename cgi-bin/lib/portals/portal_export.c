/*
 * portal_export.c - a portal as a file.
 *
 * The queries name the elements (db/rows.h), in an order of their own, so that
 * a portal has one file, which a version control compares.
 */

#include <libxml/tree.h>

#include "base/log.h"
#include "db/rows.h"
#include "gen/queries/portals.h"
#include "portals/portal_export.h"
#include "portals/portal_read.h"
#include "xml/xml.h"

/* What a portal has several of, in the order of the file. */
static const enum query_id parts[] = { Q_PORTAL_FILE_PAGES, Q_PORTAL_FILE_LINKS,
	Q_PORTAL_FILE_SITES, Q_PORTAL_FILE_SHOWN, Q_PORTAL_FILE_NEVER,
	Q_PORTAL_FILE_FILTERS };

/* Indented, but for rich texts, whose blanks are words.  The portal takes the
 * place of the page that it was made in, whose document owns its names. */
static void
portal_export_put(xmlNodePtr portal, struct buf *to)
{
	xmlDocPtr doc = portal->doc;
	xmlChar *text = NULL;
	int n = 0;

	xmlUnlinkNode(portal);
	xmlFreeNode(xmlDocSetRootElement(doc, portal));
	xmlNewNs(portal, (const xmlChar *)PORTAL_NS, NULL);
	xmlDocDumpFormatMemoryEnc(doc, &text, &n, "UTF-8", 1);
	if (text == NULL)
		log_die("portals: out of memory");
	buf_put(to, (const char *)text, (size_t)n);
	xmlFree(text);
}

enum rc
portal_export(struct db *db, struct pool *pool, long long id, struct buf *to)
{
	xmlNodePtr root = xmlDocGetRootElement(xml_page(pool, "portal"));
	const struct arg *args = NULL;
	xmlNodePtr portal = NULL;
	enum rc rc;

	arg_int(pool, &args, ARG_PORTAL, id);
	rc = rows_query(db, pool, Q_PORTAL_FILE, args, root, &portal, NULL);
	for (size_t i = 0; rc == RC_OK && i < sizeof(parts) / sizeof(parts[0]);
	     i++)
		rc = rows_query(db, pool, parts[i], args, portal, NULL, NULL);
	if (rc == RC_OK)
		portal_export_put(portal, to);
	return rc;
}
