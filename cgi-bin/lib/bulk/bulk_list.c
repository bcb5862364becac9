/* bulk_list.c - what the files are. */

#include <string.h>

#include "api/api_fields.h"
#include "bulk/bulk_list.h"
#include "gen/queries/bulk.h"
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
};

/* The tables, with their columns, which are the keys of the API. */
static const struct api_field backer_fields[] = {
	{ "id", .type = API_TEXT, .never_null = true },
	{ "slug", .type = API_TEXT, .never_null = true },
	{ "text", .type = API_TEXT, .never_null = true },
	{ "perimeter", .type = API_TEXT },
	{ "logo", .type = API_TEXT },
	{ "group", .type = API_SOURCE },
	{ .name = NULL },
};
static const struct api_field perimeter_fields[] = {
	{ "id", .type = API_TEXT, .never_null = true },
	{ "text", .type = API_TEXT, .never_null = true },
	{ "name", .type = API_TEXT, .never_null = true },
	{ "scale", .type = API_TEXT, .never_null = true },
	{ "zipcodes", .type = API_TEXTS },
	{ "code", .type = API_TEXT },
	{ .name = NULL },
};
static const struct api_field left_out_fields[] = {
	{ "id", .type = API_NUMBER, .never_null = true },
	{ "titre", .type = API_TEXT, .never_null = true },
	{ "colonnes", .type = API_TEXTS, .never_null = true },
	{ .name = NULL },
};
static const struct {
	const char *name;
	const struct api_field *fields;
} tables[] = {
	{ "aids", api_field_table },
	{ "backers", backer_fields },
	{ "perimeters", perimeter_fields },
	{ "dispositif-aide-absents", left_out_fields },
};

/* What is known of it once it is closed. */
static void
put_file(xmlNodePtr root, const struct bulk_file *f)
{
	xmlNodePtr n = xml_add(root, "file");

	xml_set(n, "name", f->name);
	xml_set(n, "media", f->media);
	xml_set(n, "date", f->date);
	xml_set_int(n, "bytes", (long long)f->bytes);
	xml_set_int(n, "packed", (long long)f->packed);
	xml_set_int(n, "rows", (long long)f->rows);
	xml_set_int(n, "left-out", (long long)f->left_out);
	xml_set(n, "sha256", f->sha256);
}

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
begin_doc(struct pool *pool, const struct conf *c, const char *name)
{
	xmlDocPtr doc = xml_page(pool, name);
	xmlNodePtr site = xml_add(xmlDocGetRootElement(doc), "site");

	xml_set(site, "name", c->site_name);
	xml_set(site, "operator", c->operator_name);
	xml_set(site, "contact", c->contact);
	xml_set(site, "base", c->base_url);
	return doc;
}

static bool
write_list(const struct xsl *xsl, const char *sheet, xmlDocPtr doc,
    const char *folder, const char *name)
{
	const struct xsl_sheet *found = xsl_find(xsl, sheet, NULL);
	struct bulk_file f = { .name = name };
	struct buf text = { 0 };
	const char *media;
	bool good = found != NULL &&
	    xsl_apply(found, doc, &text, &media) == RC_OK &&
	    bulk_file_open(&f, folder);

	if (good)
		bulk_file_put(&f, text.data, text.len);
	good = bulk_file_close(&f) && good;
	buf_free(&text);
	return good;
}

/* The last of their dates, and the first on which there was an aid here. */
static bool
put_dates(struct db *db, struct pool *pool, const struct bulk_file *file,
    size_t n, xmlNodePtr root)
{
	const char *last = file[0].date;
	struct result res;

	for (size_t i = 1; i < n; i++)
		if (strcmp(file[i].date, last) > 0)
			last = file[i].date;
	xml_set(root, "date", last);
	if (query_run(db, pool, Q_BULK_ISSUED, NULL, &res) != RC_OK)
		return false;
	xml_set(root, "issued", bulk_issued_row(&res, 0)->issued.s);
	return true;
}

static bool
write_lists(const struct xsl *xsl, struct pool *pool, struct db *db,
    const struct conf *c, const char *folder, const struct bulk_file *file,
    size_t n)
{
	xmlDocPtr doc = begin_doc(pool, c, "exports");
	xmlNodePtr root = xmlDocGetRootElement(doc);
	bool good = put_dates(db, pool, file, n, root);

	for (size_t i = 0; i < n; i++)
		put_file(root, &file[i]);
	for (size_t i = 0; good && i < sizeof(lists) / sizeof(lists[0]); i++)
		good = write_list(xsl, lists[i].sheet, doc, folder,
		    lists[i].file);
	return good;
}

/* Table Schemas (Frictionless), a file each. */
static bool
write_schemas(const struct xsl *xsl, struct pool *pool, const struct conf *c,
    const char *folder)
{
	bool good = true;

	for (size_t i = 0; good && i < sizeof(tables) / sizeof(tables[0]);
	     i++) {
		xmlDocPtr doc = begin_doc(pool, c, "schema");
		xmlNodePtr root = xmlDocGetRootElement(doc);

		xml_set(root, "table", tables[i].name);
		for (const struct api_field *k = tables[i].fields;
		     k->name != NULL; k++)
			put_field(root, k);
		good = write_list(xsl, "schema", doc, folder,
		    pool_printf(pool, "schema-%s.json", tables[i].name));
	}
	return good;
}

bool
bulk_list_write(struct db *db, const struct conf *c, const char *folder,
    const struct bulk_file *file, size_t n)
{
	static const char *const folders[] = { "bulk", NULL };
	struct pool *pool = pool_new();
	struct xsl *xsl = xsl_open(pool_printf(pool, "%s/xsl", c->share_dir),
	    folders);
	bool good = xsl != NULL &&
	    write_lists(xsl, pool, db, c, folder, file, n) &&
	    write_schemas(xsl, pool, c, folder);

	xsl_close(xsl);
	pool_free(pool);
	return good;
}
