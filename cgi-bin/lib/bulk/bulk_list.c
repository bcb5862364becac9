/* bulk_list.c - what the files are. */

#include <string.h>

#include "api/api_fields.h"
#include "bulk/bulk_list.h"
#include "gen/queries/bulk.h"
#include "text/day.h"
#include "xml/xml.h"
#include "xml/xsl.h"

/* Each with the sheet that writes it. */
static const struct {
	const char *file, *sheet;
} lists[] = {
	{ "exports.json", "exports" },
	{ "catalog.ttl", "catalog-ttl" },
	{ "catalog.jsonld", "catalog-jsonld" },
	{ "catalog.rdf", "catalog-rdf" },
	{ "schema-aids.json", "schema-aids" },
};

static void
put_file(xmlNodePtr root, const struct bulk_file *f)
{
	xmlNodePtr n = xml_add(root, "file");

	xml_set(n, "name", f->name);
	xml_set(n, "media", f->media);
	xml_set_int(n, "bytes", (long long)f->bytes);
	xml_set_int(n, "packed", (long long)f->packed);
	xml_set_int(n, "rows", (long long)f->rows);
	xml_set_int(n, "left-out", (long long)f->left_out);
	xml_set(n, "sha256", f->sha256);
}

/* The columns of aids.csv are the keys of an aid. */
static void
put_field(xmlNodePtr root, const struct api_field *f)
{
	static const char *const types[] = { [API_TEXT] = "string",
		[API_NUMBER] = "integer",
		[API_FLAG] = "boolean",
		[API_TEXTS] = "list",
		[API_NUMBERS] = "list",
		[API_BACKERS] = "json",
		[API_TYPES] = "json",
		[API_DAY] = "date",
		[API_MOMENT] = "datetime",
		[API_SOURCE] = "json" };
	xmlNodePtr n = xml_add(root, "field");

	xml_set(n, "name", f->name);
	xml_set(n, "type", types[f->type]);
	xml_set(n, "required", f->never_null ? "1" : NULL);
}

static xmlDocPtr
describe(struct pool *pool, const struct conf *c, const struct bulk_file *f,
    size_t n)
{
	xmlDocPtr doc = xml_page(pool, "exports");
	xmlNodePtr root = xmlDocGetRootElement(doc), site;
	char now[20];

	day_now(now);
	now[10] = 'T';
	site = xml_add(root, "site");
	xml_set(site, "name", c->site_name);
	xml_set(site, "operator", c->operator_name);
	xml_set(site, "contact", c->contact);
	xml_set(site, "base", c->base_url);
	xml_set(root, "date", now);
	for (size_t i = 0; i < n; i++)
		put_file(root, &f[i]);
	for (const struct api_field *k = api_field_table; k->name != NULL; k++)
		put_field(root, k);
	return doc;
}

static bool
write_list(const char *folder, const char *name, const struct buf *text)
{
	struct bulk_file f = { .name = name };
	bool good = bulk_file_open(&f, folder);

	if (good)
		bulk_file_put(&f, text->data, text->len);
	return bulk_file_close(&f) && good;
}

bool
bulk_list_write(const struct conf *c, const char *folder,
    const struct bulk_file *file, size_t n)
{
	static const char *const folders[] = { "bulk", NULL };
	struct pool *pool = pool_new();
	struct xsl *xsl = xsl_open(pool_printf(pool, "%s/xsl", c->share_dir),
	    folders);
	xmlDocPtr doc = describe(pool, c, file, n);
	bool good = xsl != NULL;

	for (size_t i = 0; good && i < sizeof(lists) / sizeof(lists[0]); i++) {
		const struct xsl_sheet *sheet = xsl_find(xsl, lists[i].sheet,
		    NULL);
		struct buf text = { 0 };
		const char *media;

		good = sheet != NULL &&
		    xsl_apply(sheet, doc, &text, &media) == RC_OK &&
		    write_list(folder, lists[i].file, &text);
		buf_free(&text);
	}
	xsl_close(xsl);
	pool_free(pool);
	return good;
}
