/* report.c - the report of imports as pages. */

#include <string.h>
#include <time.h>

#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/harvest.h"
#include "harvest/duplicates.h"
#include "links/links_wrong.h"
#include "report/report.h"
#include "report/report_files.h"
#include "site/site.h"
#include "xml/xml.h"

struct report {
	struct db *db;
	const struct xsl *xsl;
	struct site *site;
	struct report_files *files;
	struct pool *pool; /* of the report; what is of a page is in its own */
	const char *css, *icon; /* names of files; NULL: there is none */
	char made[20];
	unsigned pages;
};

/* ---- a page ----
 *
 * Each has a pool of its own, so that the memory of a report is that of its
 * largest page, whatever the number of imports. */

/* What every page says: whose site it is, its styles, when it was made. */
static xmlDocPtr
begin(struct report *r, struct pool *pool, const char *name)
{
	xmlDocPtr doc = xml_page(pool, name);
	xmlNodePtr root = doc->children, assets;

	xml_set(root, "made", r->made);
	site_append(r->site, NULL, root);
	assets = xml_add(root, "assets");
	xml_set(assets, "css", r->css);
	xml_set(assets, "icon", r->icon);
	return doc;
}

/* The page becomes a file. */
static enum rc
end(struct report *r, xmlDocPtr doc, const char *name, const char *file)
{
	struct buf html = { 0 };
	const char *media;
	enum rc rc = xsl_apply(xsl_find(r->xsl, name, NULL), doc, &html,
	    &media);

	if (rc == RC_OK && !report_files_put(r->files, file, &html))
		rc = RC_FAIL;
	buf_free(&html);
	r->pages += rc == RC_OK;
	return rc;
}

/* One row of an answer, as an element of the page itself. */
static void
append_row(xmlNodePtr root, enum query_id query, const struct result *res,
    unsigned row)
{
	struct result one = *res;
	xmlNodePtr list, node;

	one.row = res->row + row;
	one.rows = 1;
	list = rows_append(root, &query_table[query], &one);
	node = list->children;
	xmlUnlinkNode(node);
	xmlUnlinkNode(list);
	xmlAddChild(root, node);
}

/* ---- the styles ---- */

/* The files that pages of the site name, beside the manifest that names
 * them. */
static bool
copy_styles(struct report *r, const struct conf *conf)
{
	xmlNodePtr root = xml_page(r->pool, "assets")->children;
	const char *slash = strrchr(conf->static_manifest, '/'), *css, *icon;
	const char *dir = slash == NULL
	    ? "."
	    : pool_strndup(r->pool, conf->static_manifest,
		  (size_t)(slash - conf->static_manifest));

	site_append_assets(r->site, NULL, root);
	css = xml_get(r->pool, xml_child(root, "assets"), "css");
	icon = xml_get(r->pool, xml_child(root, "assets"), "icon");
	r->css = css != NULL ? strrchr(css, '/') + 1 : NULL;
	r->icon = icon != NULL ? strrchr(icon, '/') + 1 : NULL;
	return (css == NULL ||
		   report_files_copy_css(r->files,
		       pool_printf(r->pool, "%s%s", dir, css))) &&
	    (icon == NULL ||
		report_files_copy(r->files,
		    pool_printf(r->pool, "%s%s", dir, icon)));
}

/* ---- imports ---- */

/* Whether there is more to tell of it than its row. */
static bool
has_page(const struct report_runs_row *r)
{
	return r->failed.type != VALUE_NULL || rows_int(&r->added, 0) > 0 ||
	    rows_int(&r->changed, 0) > 0 || rows_int(&r->refused, 0) > 0 ||
	    rows_int(&r->faults, 0) > 0 || rows_int(&r->withdrawn, 0) > 0;
}

/* What it brought, and what it did not take. */
static enum rc
write_run(struct report *r, const char *source, const struct result *runs,
    unsigned row)
{
	struct pool *pool = pool_new();
	long long id = rows_int(&report_runs_row(runs, row)->id, 0);
	xmlDocPtr doc = begin(r, pool, "report-run");
	xmlNodePtr root = doc->children;
	const struct arg *args = NULL;
	enum rc rc;

	xml_set(root, "source", source);
	append_row(root, Q_REPORT_RUNS, runs, row);
	arg_int(pool, &args, ARG_ID, id);
	rc = rows_query(r->db, pool, Q_REPORT_CHANGES, args, root, NULL, NULL);
	if (rc == RC_OK)
		rc = rows_query(r->db, pool, Q_REPORT_FAULTS, args, root, NULL,
		    NULL);
	if (rc == RC_OK)
		rc = end(r, doc, "report-run",
		    pool_printf(pool, "import-%lld.html", id));
	pool_free(pool);
	return rc;
}

/* The pages of a source; its imports first, to which it leads. */
static enum rc
write_source(struct report *r, const struct result *sources, unsigned row)
{
	struct pool *pool = pool_new();
	const char *name = report_sources_row(sources, row)->name.s;
	xmlDocPtr doc = begin(r, pool, "report-source");
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, ARG_NAME, name);
	rc = query_run(r->db, pool, Q_REPORT_RUNS, args, &res);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		/* One that changed nothing is a line of its source. */
		if (has_page(report_runs_row(&res, i)))
			rc = write_run(r, name, &res, i);
	if (rc == RC_OK) {
		append_row(doc->children, Q_REPORT_SOURCES, sources, row);
		rows_append(doc->children, &query_table[Q_REPORT_RUNS], &res);
		rc = end(r, doc, "report-source",
		    pool_printf(pool, "source-%s.html", name));
	}
	pool_free(pool);
	return rc;
}

/* ---- what somebody is to look at ---- */

/* New aids, and what feeds say otherwise: how many goes to *n. */
static enum rc
write_reviews(struct report *r, unsigned *n)
{
	struct pool *pool = pool_new();
	xmlDocPtr doc = begin(r, pool, "report-reviews");
	enum rc rc = rows_query(r->db, pool, Q_REPORT_REVIEWS, NULL,
	    doc->children, NULL, n);

	if (rc == RC_OK)
		rc = end(r, doc, "report-reviews", "relectures.html");
	pool_free(pool);
	return rc;
}

/* An aid, with its name unless a list leaves it out. */
static void
add_aid(xmlNodePtr parent, long long id, const char *slug, const char *source,
    const char *name)
{
	xmlNodePtr n = xml_add(parent, "aid");

	xml_set_int(n, "id", id);
	xml_set(n, "slug", slug);
	xml_set(n, "source", source);
	if (name != NULL)
		xml_text(n, name, strlen(name));
}

/* What is the same of both is a flag. */
static void
add_pair(xmlNodePtr list, const struct duplicate *d)
{
	xmlNodePtr n = xml_add(list, "pair");

	xml_set_int(n, "certain", d->certain);
	xml_set_int(n, "names", d->name_likeness);
	if (d->text_likeness >= 0)
		xml_set_int(n, "texts", d->text_likeness);
	xml_set(n, "perimeter", d->perimeter ? "" : NULL);
	xml_set(n, "address", d->address ? "" : NULL);
	xml_set(n, "backer", d->backer ? "" : NULL);
	xml_set(n, "wider", d->wider ? "" : NULL);
	add_aid(n, d->id, d->slug, d->source, d->name);
	add_aid(n, d->other, d->other_slug, d->other_source, d->other_name);
}

/* Pairs that nobody has judged. */
static enum rc
write_duplicates(struct report *r, size_t *n)
{
	struct pool *pool = pool_new();
	xmlDocPtr doc = begin(r, pool, "report-duplicates");
	xmlNodePtr list = xml_add(doc->children, "pairs");
	struct duplicate *found;
	enum rc rc = duplicates_find(r->db, pool, &found, n);

	for (size_t i = 0; rc == RC_OK && i < *n; i++)
		add_pair(list, &found[i]);
	if (rc == RC_OK)
		rc = end(r, doc, "report-duplicates", "doublons.html");
	pool_free(pool);
	return rc;
}

/* "" is nothing: an absent value is an absent node. */
static const char *
said(const char *s)
{
	return *s != '\0' ? s : NULL;
}

static xmlNodePtr
add_link(xmlNodePtr list, const struct link_wrong *l)
{
	xmlNodePtr n = xml_add(list, "link");

	xml_set(n, "address", l->address);
	xml_set(n, "wrong", l->wrong);
	xml_set(n, "since", l->since);
	xml_set(n, "told", l->told ? "" : NULL);
	/* Of what is dead it is where a redirect led, or itself. */
	xml_set(n, "leads-to",
	    strcmp(l->leads_to, l->address) != 0 ? said(l->leads_to) : NULL);
	xml_set(n, "why", said(l->why));
	return n;
}

/* Each address once, with the aids that have it. */
static enum rc
write_links(struct report *r, size_t *links)
{
	struct pool *pool = pool_new();
	xmlDocPtr doc = begin(r, pool, "report-links");
	xmlNodePtr list = xml_add(doc->children, "links"), link = NULL;
	struct link_wrong *l;
	size_t n;
	enum rc rc = links_wrong(r->db, pool, &l, &n);

	*links = 0;
	for (size_t i = 0; rc == RC_OK && i < n; i++) {
		if (i == 0 || strcmp(l[i].address, l[i - 1].address) != 0) {
			link = add_link(list, &l[i]);
			++*links;
		}
		add_aid(link, l[i].aid, l[i].slug, l[i].source, NULL);
		xml_set(link->last, "field", l[i].field);
		xml_set(link->last, "contact", said(l[i].contact));
	}
	if (rc == RC_OK)
		rc = end(r, doc, "report-links", "liens.html");
	pool_free(pool);
	return rc;
}

/* ---- all of it ---- */

/* The first page comes last, for it leads to the others. */
static enum rc
write_pages(struct report *r)
{
	xmlDocPtr doc = begin(r, r->pool, "report");
	xmlNodePtr waiting = xml_add(doc->children, "waiting");
	struct result res;
	unsigned reviews = 0;
	size_t duplicates = 0, links = 0;
	enum rc rc = query_run(r->db, r->pool, Q_REPORT_SOURCES, NULL, &res);

	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		rc = write_source(r, &res, i);
	if (rc == RC_OK)
		rc = write_reviews(r, &reviews);
	if (rc == RC_OK)
		rc = write_duplicates(r, &duplicates);
	if (rc == RC_OK)
		rc = write_links(r, &links);
	if (rc != RC_OK)
		return rc;
	xml_set_int(waiting, "reviews", reviews);
	xml_set_int(waiting, "duplicates", (long long)duplicates);
	xml_set_int(waiting, "links", (long long)links);
	rows_append(doc->children, &query_table[Q_REPORT_SOURCES], &res);
	return end(r, doc, "report", "index.html");
}

enum rc
report_write(struct db *db, const struct conf *conf, const struct xsl *xsl,
    const char *folder, unsigned *pages)
{
	struct report r = { .db = db, .xsl = xsl, .pool = pool_new() };
	time_t now = time(NULL);
	struct tm tm;
	enum rc rc = RC_FAIL;

	gmtime_r(&now, &tm);
	strftime(r.made, sizeof(r.made), "%Y-%m-%dT%H:%M:%S", &tm);
	r.site = site_open(conf);
	if ((r.files = report_files_open(r.pool, folder)) != NULL &&
	    copy_styles(&r, conf))
		rc = write_pages(&r);
	if (rc == RC_OK && !report_files_end(r.files))
		rc = RC_FAIL;
	*pages = r.pages;
	site_close(r.site);
	pool_free(r.pool);
	return rc;
}
