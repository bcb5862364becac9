/* export.c - what an aid gives to tables, feeds and calendars. */

#include <string.h>

#include "indexing/export.h"
#include "indexing/render.h"

/* What was rendered, without the declaration of XML, which an entry within a
 * feed cannot have. */
static const char *
without_declaration(const struct buf *b)
{
	const char *s = b->len > 0 ? b->data : "", *end;

	if (strncmp(s, "<?", 2) != 0 || (end = strstr(s, "?>")) == NULL)
		return s;
	return end + 2 + strspn(end + 2, "\n");
}

enum rc
export_put(const struct xsl *xsl, xmlDocPtr doc, xmlNodePtr aid, long long id,
    struct buf *rows)
{
	/* In the order of the columns. */
	static const char *const parts[] = { "row", "entry", "event" };
	struct buf out = { 0 };
	xmlChar *changed = xmlGetProp(aid, (const xmlChar *)"changed");
	enum rc rc = RC_OK;

	buf_putf(rows, "%lld\t", id);
	for (size_t i = 0; rc == RC_OK && i < sizeof(parts) / sizeof(parts[0]);
	     i++) {
		buf_reset(&out);
		rc = render_fragment(xsl, parts[i], doc, &out);
		buf_put_tsv(rows, without_declaration(&out));
		buf_putc(rows, '\t');
	}
	buf_put_tsv(rows, (const char *)changed);
	buf_putc(rows, '\n');
	xmlFree(changed);
	buf_free(&out);
	return rc;
}
