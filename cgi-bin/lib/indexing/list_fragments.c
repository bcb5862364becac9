/* list_fragments.c - parts of pages that depend on lists alone. */

#include "indexing/list_fragments.h"
#include "db/rows.h"
#include "gen/queries/index.h"
#include "indexing/render.h"
#include "xml/xml.h"

static enum rc
write_fragment(struct db *db, const struct xsl *xsl, struct pool *pool,
    const char *name, xmlDocPtr doc)
{
	const struct arg *args = NULL;
	struct buf html = { 0 };
	struct result res;
	enum rc rc = render_fragment(xsl, name, doc, &html);

	arg_text(pool, &args, FRAGMENT_WRITE_IN_NAME, name);
	arg_bytes(pool, &args, FRAGMENT_WRITE_IN_HTML, html.data, html.len);
	if (rc == RC_OK)
		rc = query_run(db, pool, Q_FRAGMENT_WRITE, args, &res);
	buf_free(&html);
	return rc;
}

enum rc
list_fragments_render(struct db *db, const struct xsl *xsl)
{
	static const enum query_id lists[] = { Q_FRAGMENT_AUDIENCES,
		Q_FRAGMENT_TYPES, Q_FRAGMENT_STEPS, Q_FRAGMENT_DESTINATIONS,
		Q_FRAGMENT_RECURRENCES, Q_FRAGMENT_THEMES,
		Q_FRAGMENT_CATEGORIES, Q_FRAGMENT_PROGRAMS, Q_NONE };
	static const char *const fragments[] = { "audiences", "filters", "mark",
		"terms", "funded", NULL };
	struct pool *pool = pool_new();
	xmlDocPtr doc = xml_page(pool, "filters");
	enum rc rc = RC_OK;

	for (int i = 0; rc == RC_OK && lists[i] != Q_NONE; i++)
		rc = rows_query(db, pool, lists[i], NULL,
		    xmlDocGetRootElement(doc), NULL, NULL);
	for (int i = 0; rc == RC_OK && fragments[i] != NULL; i++)
		rc = write_fragment(db, xsl, pool, fragments[i], doc);
	pool_free(pool);
	return rc;
}
