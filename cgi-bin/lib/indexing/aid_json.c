/* aid_json.c - what the API serves of an aid, and its versions. */

#include <string.h>

#include "crypto/digest.h"
#include "gen/queries/index.h"
#include "indexing/aid_json.h"
#include "indexing/render.h"
#include "text/day.h"
#include "text/richtext.h"
#include "xml/xml.h"

/* Hexadecimal digits of the digest that tells two versions apart. */
enum { VERSION_HEX = 16 };

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
put_row(struct buf *rows, long long id, const char *status,
    const struct buf *part)
{
	char digest[DIGEST_HEX + 1];
	struct buf all = { 0 };

	buf_putf(&all, "%s\n", status);
	for (int i = 0; i < PARTS; i++)
		buf_put_tsv(&all, part[i].len > 0 ? part[i].data : "");
	digest_sha256(digest, all.data, all.len);
	digest[VERSION_HEX] = '\0';
	buf_putf(rows, "%lld\t%s\t%s", id, status, digest);
	for (int i = 0; i < PARTS; i++) {
		buf_putc(rows, '\t');
		buf_put_tsv(rows, part[i].len > 0 ? part[i].data : "");
	}
	buf_putc(rows, '\n');
	buf_free(&all);
}

enum rc
aid_json_put(const struct xsl *xsl, xmlDocPtr doc, xmlNodePtr aid, long long id,
    struct buf *rows)
{
	xmlNodePtr n = xml_child(aid, "record");
	struct buf part[PARTS] = { { 0 } };
	xmlChar *status;
	enum rc rc = RC_OK;

	add_plain(n, "description", "description-text");
	add_plain(n, "eligibility", "eligibility-text");
	for (int i = 0; rc == RC_OK && i < PARTS; i++)
		rc = render_fragment(xsl, parts[i], doc, &part[i]);
	status = xmlGetProp(n, (const xmlChar *)"status");
	if (rc == RC_OK)
		put_row(rows, id, (const char *)status, part);
	xmlFree(status);
	for (int i = 0; i < PARTS; i++)
		buf_free(&part[i]);
	return rc;
}

enum rc
aid_json_write_versions(struct db *db, struct pool *pool,
    const struct arg *args)
{
	char now[20];
	struct result res;
	enum rc rc;

	day_now(now);
	arg_text(pool, &args, AID_VERSION_WRITE_IN_NOW, now);
	rc = query_run(db, pool, Q_AID_VERSION_WRITE, args, &res);
	return rc == RC_OK ? query_run(db, pool, Q_AID_JSON_NUMBER, args, &res)
			   : rc;
}
