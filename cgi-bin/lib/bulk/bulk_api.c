/* bulk_api.c - lists of the API, whole. */

#include <stdlib.h>
#include <string.h>

#include "api/api_lists.h"
#include "api/api_places.h"
#include "bulk/bulk_api.h"
#include "bulk/bulk_csv.h"
#include "text/day.h"
#include "text/json_span.h"
#include "xml/xml.h"

/* How the API is asked for a list. */
struct list {
	const char *path;
	const struct param *params;
	route_handler *handler;
};

/* What asks, page after page. */
struct asking {
	struct context ctx;
	struct gazetteer_kept places;
	struct xsl *xsl;
	const struct conf *conf;
	const struct list *list;
	char today[11];
};

/* The JSON of a page, as the API answers it. */
static enum rc
ask_page(struct asking *a, size_t page, struct buf *json)
{
	struct pool *pool = a->ctx.pool;
	xmlDocPtr doc = xml_page(pool, "things");
	struct response resp = { .root = xmlDocGetRootElement(doc) };
	struct request base = { .path = a->list->path,
		.url = a->list->path,
		.slug = "",
		.format = "api",
		.today = a->today };
	struct request req;
	const struct xsl_sheet *sheet = xsl_find(a->xsl, "things", "api");
	const char *media;
	enum rc rc;

	base.day = day_number(a->today);
	a->ctx.args = NULL;
	arg_text(pool, &a->ctx.args, ARG_TODAY, a->today);
	xml_set(xml_add(resp.root, "site"), "base", a->conf->base_url);
	resp.asked = xml_add(resp.root, "asked");
	rc = request_with_query(&base, pool, a->list->params,
	    pool_printf(pool, "itemsPerPage=100&page=%zu", page), &req,
	    &resp.fault);
	if (rc == RC_OK)
		rc = a->list->handler(&a->ctx, &req, &resp);
	if (rc == RC_OK && sheet == NULL)
		rc = RC_FAIL;
	return rc == RC_OK ? xsl_apply(sheet, doc, json, &media) : rc;
}

/* An object to each of the three forms. */
static void
put_item(struct bulk_file *file, const char *item, size_t n, struct buf *b)
{
	buf_reset(b);
	buf_put(b, item, n);
	if (file[BULK_JSON].rows > 0)
		bulk_file_puts(&file[BULK_JSON], ",");
	bulk_file_put(&file[BULK_JSON], b->data, b->len);
	bulk_file_put(&file[BULK_NDJSON], b->data, b->len);
	bulk_file_puts(&file[BULK_NDJSON], "\n");
	bulk_csv_put(&file[BULK_CSV], b->data);
	for (int i = 0; i < BULK_FORMS; i++)
		file[i].rows++;
}

/* Its results; the envelope of the first page, which says how many there are in
 * all, is that of the file. */
static size_t
put_page(struct bulk_file *file, const struct buf *json, size_t page,
    struct buf *b)
{
	static const char results[] = "\"results\":[";
	const char *s = strstr(json->data, results);
	size_t n = 0;

	if (s == NULL)
		return 0;
	s += strlen(results);
	if (page == 1) {
		buf_reset(b);
		buf_put(b, json->data, strcspn(json->data, ","));
		buf_puts(b, ",\"previous\":null,\"next\":null,");
		buf_puts(b, results);
		bulk_file_put(&file[BULK_JSON], b->data, b->len);
	}
	for (; *s == '{'; n++) {
		const char *end = json_value_end(s);

		put_item(file, s, (size_t)(end - s), b);
		s = end + (*end == ',');
	}
	return n;
}

/* A page has a hundred: of territories there are 364 pages, a second in all. */
static enum rc
write_list(struct db *db, const struct conf *conf, const struct list *list,
    struct bulk_file file[BULK_FORMS])
{
	static const char *const folders[] = { "api", NULL };
	struct pool *pool = pool_new();
	struct asking a = { .conf = conf, .list = list, .places.plain = true };
	struct buf json = { 0 }, b = { 0 };
	size_t n = 1;
	enum rc rc = RC_OK;

	day_today(a.today);
	a.xsl = xsl_open(pool_printf(pool, "%s/xsl", conf->share_dir), folders);
	a.ctx = (struct context){ .pool = pool_new(),
		.db = db,
		.places = &a.places,
		.conf = conf,
		.base = conf->base_url,
		.origin = conf->base_url };
	if (a.xsl == NULL)
		rc = RC_FAIL;
	for (size_t page = 1; rc == RC_OK && n > 0; page++) {
		pool_reset(a.ctx.pool);
		buf_reset(&json);
		rc = ask_page(&a, page, &json);
		n = rc == RC_OK ? put_page(file, &json, page, &b) : 0;
	}
	bulk_file_puts(&file[BULK_JSON], "]}\n");
	gazetteer_forget(&a.places);
	xsl_close(a.xsl);
	pool_free(a.ctx.pool);
	pool_free(pool);
	buf_free(&json);
	buf_free(&b);
	return rc;
}

enum rc
bulk_backers_write(struct db *db, const struct conf *conf,
    struct bulk_file file[BULK_FORMS])
{
	static const struct list backers = { "/api/backers/", api_backer_params,
		api_backers };

	return write_list(db, conf, &backers, file);
}

enum rc
bulk_perimeters_write(struct db *db, const struct conf *conf,
    struct bulk_file file[BULK_FORMS])
{
	static const struct list perimeters = { "/api/perimeters/",
		api_place_params, api_places };

	return write_list(db, conf, &perimeters, file);
}
