/*
 * file_export.c - rows as a file.
 *
 * The order is the queries' own, so that rows have one file, which a version
 * control compares.
 */

#include <libxml/tree.h>

#include "base/log.h"
#include "base/str.h"
#include "db/rows.h"
#include "files/file_export.h"
#include "files/file_rich.h"
#include "xml/xml.h"

/* Indented, but for rich texts, whose blanks are words.  What was made of the
 * rows is copied, for libxml2 has no namespace to put into it. */
static void
file_put(xmlNodePtr made, const char *ns, const char *next, struct buf *to)
{
	xmlDocPtr doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNodePtr root = xmlDocCopyNode(made, doc, 1);
	xmlChar *text = NULL;
	int n = 0;

	if (root == NULL)
		log_die("files: out of memory");
	xmlDocSetRootElement(doc, root);
	xmlNewNs(root, (const xmlChar *)ns, NULL);
	if (next != NULL)
		xmlAddPrevSibling(root,
		    xmlNewDocComment(doc, (const xmlChar *)next));
	xmlDocDumpFormatMemoryEnc(doc, &text, &n, "UTF-8", 1);
	if (text == NULL)
		log_die("files: out of memory");
	file_rich_lower((char *)text);
	buf_put(to, (const char *)text, (size_t)n);
	xmlFree(text);
	xmlFreeDoc(doc);
}

static enum rc
write_file(struct db *db, struct pool *pool, const struct file_queries *q,
    enum query_id first, const enum query_id *parts, const struct arg *args,
    const char *next, struct buf *to)
{
	xmlNodePtr page = xmlDocGetRootElement(xml_page(pool, "file"));
	xmlNodePtr root = NULL;
	unsigned rows = 0;
	enum rc rc = rows_query(db, pool, first, args, page, &root, &rows);

	if (rc == RC_OK && rows == 0)
		return RC_NOT_FOUND;
	for (const enum query_id *p = parts; rc == RC_OK && *p != Q_NONE; p++)
		rc = rows_query(db, pool, *p, args, root, NULL, NULL);
	if (rc == RC_OK)
		file_put(root, q->ns, next, to);
	return rc;
}

enum rc
file_export(struct db *db, struct pool *pool, const struct file_queries *q,
    long long id, struct buf *to)
{
	const struct arg *args = NULL;

	arg_int(pool, &args, q->id, id);
	return write_file(db, pool, q, q->root, q->parts, args, NULL, to);
}

/* A slug in the pool, of at most max bytes: cut after a whole word, and not
 * after one that leads to the next. */
static char *
cut_slug(struct pool *pool, const char *slug, size_t max)
{
	static const char leads[] = "a au aux d dans de des du en et l la le "
				    "les ou par pour sur";
	size_t n = strlen(slug);
	char *cut = pool_strndup(pool, slug, n < max ? n : max), *last;

	if (n <= max)
		return cut;
	if (slug[max] != '-' && (last = strrchr(cut, '-')) != NULL)
		*last = '\0';
	while ((last = strrchr(cut, '-')) != NULL &&
	    (last[1] == '\0' || str_has_word(leads, last + 1)))
		*last = '\0';
	return cut;
}

enum rc
file_start(struct db *db, struct pool *pool, const struct file_queries *q,
    enum query_id state, const char *name, const char *next, const char **slug,
    struct buf *to)
{
	static const enum query_id none[] = { Q_NONE };
	const struct arg *args = NULL;
	char by_name[256];
	struct result res;
	enum rc rc;

	str_slug(by_name, sizeof(by_name), name);
	*slug = cut_slug(pool, by_name, q->max_slug);
	arg_text(pool, &args, ARG_NAME, name);
	arg_text(pool, &args, ARG_SLUG, *slug);
	rc = query_run(db, pool, state, args, &res);
	if (rc != RC_OK)
		return rc;
	return res.rows > 0 || **slug == '\0'
	    ? RC_BAD_PARAM
	    : write_file(db, pool, q, q->start, none, args, next, to);
}
