/* aid_json.c - what the API serves of an aid. */

#include "indexing/aid_json.h"
#include "indexing/render.h"
#include "text/richtext.h"
#include "xml/xml.h"

/* Beside a text its words alone, under that name. */
static void
add_plain(xmlNodePtr record, const char *name, const char *plain_name)
{
	xmlNodePtr n = xml_child(record, name);
	struct buf plain = { 0 };

	if (n != NULL && n->children != NULL)
		richtext_put_plain(&plain, (const char *)n->children->content);
	while (plain.len > 0 && plain.data[plain.len - 1] == '\n')
		plain.data[--plain.len] = '\0';
	if (plain.len > 0)
		xml_add_text(record, plain_name, plain.data);
	buf_free(&plain);
}

/* What it is rendered to, in the order of the columns. */
enum { PARTS = 3 };
static const char *const parts[PARTS] = { "record", "record-texts",
	"exchange" };

static void
put_row(struct buf *rows, long long id, const struct buf *part)
{
	buf_putf(rows, "%lld", id);
	for (int i = 0; i < PARTS; i++) {
		buf_putc(rows, '\t');
		buf_put_tsv(rows, part[i].len > 0 ? part[i].data : "");
	}
	buf_putc(rows, '\n');
}

enum rc
aid_json_put(const struct xsl *xsl, xmlDocPtr doc, xmlNodePtr aid, long long id,
    struct buf *rows)
{
	xmlNodePtr n = xml_child(aid, "record");
	struct buf part[PARTS] = { { 0 } };
	enum rc rc = RC_OK;

	add_plain(n, "description", "description-text");
	add_plain(n, "eligibility", "eligibility-text");
	for (int i = 0; rc == RC_OK && i < PARTS; i++)
		rc = render_fragment(xsl, parts[i], doc, &part[i]);
	if (rc == RC_OK)
		put_row(rows, id, part);
	for (int i = 0; i < PARTS; i++)
		buf_free(&part[i]);
	return rc;
}
