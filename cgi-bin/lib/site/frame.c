/* frame.c - the parts of pages that are rendered ahead. */

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/log.h"
#include "db/rows.h"
#include "gen/queries/site.h"
#include "site/frame.h"
#include "xml/xml.h"

enum { PARTS = 3, FOOTER = 2 };
static const char *const parts[PARTS] = { "assets", "brand", "footer" };

/* One part, by its sheet. */
static enum rc
render_part(const struct xsl *xsl, const char *part, xmlDocPtr doc,
    struct buf *out)
{
	char name[32];
	const struct xsl_sheet *sheet;
	const char *media;

	snprintf(name, sizeof(name), "frame-%s", part);
	buf_reset(out);
	if ((sheet = xsl_find(xsl, name, NULL)) != NULL)
		return xsl_apply(sheet, doc, out, &media);
	log_msg("frame: there is no \"%s.xsl\"", name);
	return RC_FAIL;
}

/* Whose it is, and whether its foot leads to its numbers. */
static void
put_site(const struct site *s, const struct portal *p, xmlNodePtr page)
{
	site_append(s, p, page);
	site_append_stats(site_conf(s), p, page);
}

/* The date of the data, in local time. */
static void
put_date(xmlNodePtr page, long long changed)
{
	char at[20];
	struct tm tm;

	localtime_r(&(time_t){ (time_t)changed }, &tm);
	strftime(at, sizeof(at), "%Y-%m-%dT%H:%M", &tm);
	xml_set(xml_add(page, "data"), "at", at);
}

/* ---- the site's ---- */

enum rc
frame_render(struct frame *f, const struct site *s, const struct xsl *xsl)
{
	struct pool *pool = pool_new();
	xmlDocPtr doc = xml_page(pool, "frame");
	enum rc rc = RC_OK;

	put_site(s, NULL, xmlDocGetRootElement(doc));
	site_append_assets(s, NULL, xmlDocGetRootElement(doc));
	for (size_t i = 0; rc == RC_OK && i < PARTS; i++)
		rc = render_part(xsl, parts[i], doc, &f->part[i]);
	pool_free(pool);
	return rc;
}

void
frame_free(struct frame *f)
{
	for (size_t i = 0; i < PARTS; i++)
		buf_free(&f->part[i]);
	buf_free(&f->dated);
}

void
frame_render_date(struct frame *f, const struct site *s, const struct xsl *xsl,
    long long changed)
{
	struct pool *pool;
	xmlDocPtr doc;

	if (changed == f->changed)
		return;
	f->changed = changed;
	pool = pool_new();
	doc = xml_page(pool, "frame");
	put_site(s, NULL, xmlDocGetRootElement(doc));
	put_date(xmlDocGetRootElement(doc), changed);
	if (changed == 0 ||
	    render_part(xsl, parts[FOOTER], doc, &f->dated) != RC_OK)
		buf_reset(&f->dated);
	pool_free(pool);
}

void
frame_append(const struct frame *f, xmlNodePtr page, bool dated)
{
	xmlNodePtr frame = xml_add(page, "frame");

	for (size_t i = 0; i < PARTS; i++) {
		const struct buf *b = &f->part[i];

		if (i == FOOTER && dated && f->dated.len > 0)
			b = &f->dated;
		xml_raw_own(xml_add(frame, parts[i]), b->data, b->len);
	}
}

/* ---- a portal's ---- */

/* The parts one after the other, as the row cache keeps them. */
struct kept_parts {
	size_t len[PARTS];
	char html[];
};

static const char kind[] = "frame of a portal";

/* The document of its parts: <site>, <assets>, <portal>, <links>, <data>. */
static enum rc
look_at(const struct frame *f, const struct site *s, const struct portal *p,
    struct db *db, struct pool *pool, xmlNodePtr page)
{
	static const enum query_id looks[] = { Q_PORTAL_LOOK, Q_PORTAL_LINKS };
	const struct arg *args = NULL;
	enum rc rc = RC_OK;

	arg_int(pool, &args, ARG_PORTAL, p->id);
	put_site(s, p, page);
	site_append_assets(s, p->theme, page);
	for (size_t i = 0; rc == RC_OK && i < 2; i++)
		rc = rows_query(db, pool, looks[i], args, page, NULL, NULL);
	if (rc == RC_OK && f->changed != 0)
		put_date(page, f->changed);
	return rc;
}

static const struct kept_parts *
keep_parts(struct row_cache *rows, struct pool *pool, const char *key,
    const struct buf *part)
{
	size_t n = 0;
	struct kept_parts *kept;

	for (size_t i = 0; i < PARTS; i++)
		n += part[i].len;
	kept = pool_take(pool, sizeof(*kept) + n);
	for (size_t i = 0, at = 0; i < PARTS; at += part[i++].len) {
		kept->len[i] = part[i].len;
		memcpy(kept->html + at, part[i].data, part[i].len);
	}
	return row_cache_add(rows, kind, key, kept, sizeof(*kept) + n);
}

static enum rc
find_parts(const struct frame *f, const struct site *s, const struct portal *p,
    const struct xsl *xsl, struct db *db, struct pool *pool,
    struct row_cache *rows, const struct kept_parts **kept)
{
	/* By each of its addresses the page says another base. */
	const char *key = pool_printf(pool, "%s %s", p->base, p->prefix);
	xmlDocPtr doc;
	struct buf part[PARTS] = { { 0 } };
	enum rc rc;

	if ((*kept = row_cache_find(rows, kind, key)) != NULL)
		return RC_OK;
	doc = xml_page(pool, "frame");
	rc = look_at(f, s, p, db, pool, xmlDocGetRootElement(doc));
	for (size_t i = 0; rc == RC_OK && i < PARTS; i++)
		rc = render_part(xsl, parts[i], doc, &part[i]);
	if (rc == RC_OK)
		*kept = keep_parts(rows, pool, key, part);
	for (size_t i = 0; i < PARTS; i++)
		buf_free(&part[i]);
	return rc;
}

enum rc
frame_append_portal(const struct frame *f, const struct site *s,
    const struct portal *p, const struct xsl *xsl, struct db *db,
    struct pool *pool, struct row_cache *rows, xmlNodePtr page)
{
	struct value id = { VALUE_INT, p->id, NULL, 0 };
	const struct kept_parts *kept;
	const char *html;
	struct result res;
	xmlNodePtr frame;
	enum rc rc = find_parts(f, s, p, xsl, db, pool, rows, &kept);

	if (rc != RC_OK)
		return rc;
	frame = xml_add(page, "frame");
	html = kept->html;
	for (size_t i = 0; i < PARTS; html += kept->len[i++])
		xml_raw_own(xml_add(frame, parts[i]), html, kept->len[i]);
	rc = row_cache_query(rows, db, pool, Q_PORTAL_TABS,
	    PORTAL_TABS_IN_PORTALS, &id, 1, &res);
	if (rc == RC_OK)
		rows_append(page, &query_table[Q_PORTAL_TABS], &res);
	return rc;
}
