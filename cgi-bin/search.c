/* search.c - the public door: aids, programmes, territories. */

#include <stdlib.h>
#include <string.h>

#include "aids/aid_form.h"
#include "aids/aid_list.h"
#include "aids/aid_page.h"
#include "base/str.h"
#include "db/rows.h"
#include "funded/funded_list.h"
#include "gen/constants.h"
#include "gen/programs.h"
#include "gen/queries/index.h"
#include "gen/queries/search.h"
#include "web/program.h"
#include "web/site.h"
#include "web/url.h"
#include "xml/xml.h"

enum { FEW = 3 }; /* under which a search is helped */
/* What is kept of rows read lately: all that most readers ask of a catalogue of
 * some thousands of aids; the lists of common words grow with it. */
enum { KEPT = 24 << 20, KEPT_PER_AID = 500 };

/* In which a list of aids can be taken away. */
static const char *const formats[] = { "csv", "atom", "ics", "xml", NULL };

/* What lasts as long as the process. */
static struct memory memory;

/* ---- home ---- */

/* On a State site a commune is the likeliest reader. */
static enum rc
search_home(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct question q = { .chosen = { strcmp(ctx->conf->theme, "state") == 0
				      ? 1ull << FACET_AUDIENCE
				      : 0 } };

	if (req->format == NULL)
		aid_form_put(resp, &memory, &q);
	return RC_OK;
}

/* ---- lists of aids ---- */

/* The place must be asked again: the page's <choices> do it; a table, a feed or
 * a calendar cannot. */
static enum rc
ask_again(const struct request *req, struct response *resp)
{
	static const char *const param[] = { "perimeter_q", "perimeter_id" };

	if (req->format == NULL || strcmp(req->format, "xml") == 0)
		return RC_OK;
	for (size_t i = 0; i < 2; i++) {
		struct param_values v = request_values(req, param[i]);

		if (v.n > 0)
			return response_refuse(resp, param[i], v.v[0].s,
			    "ambiguous");
	}
	return response_refuse(resp, param[0], "", "ambiguous");
}

/* ---- kinds of projects ---- */

static void
search_put_project(xmlNodePtr projects, const struct project *p,
    const char *href)
{
	xmlNodePtr n = xml_add(projects, "project");

	xml_set_int(n, "id", p->id);
	xml_set(n, "slug", p->slug);
	xml_set(n, "name", p->name);
	xml_set(n, "category", p->category);
	xml_set(n, "href", href);
}

/* What the words may mean, to choose from. */
static void
put_projects_near(struct pool *pool, const struct request *req,
    struct response *resp, const struct question *q)
{
	struct param_values v = request_values(req, "keyword");
	const struct project *best[4];
	xmlNodePtr projects;
	int n;

	if (v.n == 0 || q->project != NULL)
		return;
	n = projects_suggest(memory.projects, memory.words, v.v[0].s, false,
	    best, 4);
	if (n == 0)
		return;
	projects = xml_add(resp->root, "projects");
	for (int i = 0; i < n; i++)
		search_put_project(projects, best[i],
		    url_with(pool, req, NULL, NULL, "keyword", best[i]->name));
}

static const char *
search_for(struct pool *pool, const struct project *p)
{
	struct buf b = { 0 };
	const char *url;

	buf_puts(&b, "/aides/?keyword=");
	buf_put_url(&b, p->name);
	url = pool_strndup(pool, b.data, b.len);
	buf_free(&b);
	return url;
}

/* All of them, or those that say what was typed. */
static enum rc
project_list(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct param_values q = request_values(req, "q");
	xmlNodePtr projects = xml_add(resp->root, "projects");
	const struct project *best[8];
	size_t n;
	const struct project *all = projects_all(memory.projects, &n);

	if (q.n == 0) {
		for (size_t i = 0; i < n; i++)
			search_put_project(projects, &all[i],
			    search_for(ctx->pool, &all[i]));
		return RC_OK;
	}
	xml_add_text(resp->asked, "q", q.v[0].s);
	n = (size_t)projects_suggest(memory.projects, memory.words, q.v[0].s,
	    true, best, 8);
	for (size_t i = 0; i < n; i++)
		search_put_project(projects, best[i],
		    search_for(ctx->pool, best[i]));
	return RC_OK;
}

/* ---- lists ---- */

static struct rank_facets *
new_facets(struct pool *pool)
{
	struct rank_facets *f = pool_take(pool, sizeof(*f));

	f->program = pool_take(pool,
	    (memory.catalogue.programs + 1) * sizeof(*f->program));
	return f;
}

static enum rc
aid_list(struct context *ctx, const struct request *req, struct response *resp)
{
	struct question q;
	size_t total = 0;
	enum rc rc = question_read(ctx, req, resp, &memory, &q);

	if (rc != RC_OK)
		return rc;
	if (q.place.open) {
		if (req->format == NULL)
			aid_form_put(resp, &memory, &q);
		return ask_again(req, resp);
	}
	if (req->format == NULL)
		q.facets = new_facets(ctx->pool);
	rc = aid_list_put(ctx, req, resp, &memory, &q, &total);
	if (rc == RC_OK && req->format == NULL) {
		aid_form_put(resp, &memory, &q);
		put_projects_near(ctx->pool, req, resp, &q);
		rc = funded_list_near(ctx, req, resp, &q);
	}
	if (rc == RC_OK && req->format == NULL && total <= FEW)
		rc = aid_list_relax(ctx, req, resp, &memory, &q, total);
	if (rc == RC_OK)
		aid_list_links(ctx->pool, req, resp, formats);
	return rc;
}

/* ---- one aid ---- */

static enum rc
search_aid(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return aid_page_put(ctx, req, resp, &memory);
}

/* ---- funded projects ---- */

static enum rc
funded_list(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct question q;
	enum rc rc = question_read(ctx, req, resp, &memory, &q);

	if (rc == RC_OK && q.place.open)
		return ask_again(req, resp);
	return rc == RC_OK ? funded_list_put(ctx, req, resp, &q) : rc;
}

/* ---- programmes, territories ---- */

static enum rc
search_program(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct question q;
	size_t total = 0;
	enum rc rc = question_read(ctx, req, resp, &memory, &q);

	if (rc == RC_OK)
		rc = question_of_program(ctx, &q, req->slug);
	if (rc == RC_OK && q.place.open)
		return ask_again(req, resp);
	if (rc == RC_OK)
		rc = aid_list_put(ctx, req, resp, &memory, &q, &total);
	if (rc == RC_OK)
		aid_list_links(ctx->pool, req, resp, formats);
	return rc;
}

/* A postal code, a code of a territory, or the beginning of a name. */
static enum rc
perimeter_list(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct param_values q = request_values(req, "q");
	enum query_id query = Q_PERIMETER_SUGGEST;
	const char *p;
	char folded[256];
	unsigned n = 0;
	enum rc rc = RC_OK;

	if (q.n == 0)
		return RC_OK;
	xml_add_text(resp->asked, "q", q.v[0].s);
	str_fold_name(folded, sizeof(folded), q.v[0].s);
	p = pool_strdup(ctx->pool, folded);
	arg_text(ctx->pool, &ctx->args, ARG_FOLDED, p);
	arg_text(ctx->pool, &ctx->args, ARG_ZIP, p);
	arg_text(ctx->pool, &ctx->args, ARG_CODE, q.v[0].s);
	if (folded[0] == '\0')
		return RC_OK;
	if (strlen(p) == 5 && strspn(p, "0123456789") == 5)
		query = Q_PERIMETER_BY_ZIP;
	rc = rows_query(ctx->db, ctx->pool, query, ctx->args, resp->root, NULL,
	    &n);
	if (rc == RC_OK && n == 0 && strpbrk(p, "0123456789") != NULL &&
	    strlen(p) <= 9)
		rc = rows_query(ctx->db, ctx->pool, Q_PERIMETER_BY_CODE,
		    ctx->args, xml_child(resp->root, "perimeters"), NULL, NULL);
	return rc;
}

/* The pages that the law wants say who answers for the site. */
static enum rc
search_content(struct context *ctx, const struct request *req,
    struct response *resp)
{
	(void)req;
	site_append_operator(ctx->conf, resp->root);
	return RC_OK;
}

/* ---- the program ---- */

static const struct param suggest_params[] = {
	{ .name = "q", .type = PARAM_TEXT, .max = 200 }, { 0 }
};

#define QUERIES(...) \
	(const enum query_id[]) \
	{ \
		__VA_ARGS__, Q_NONE \
	}

static const struct route routes[] = { { "/", "home", NULL,
					   QUERIES(Q_HOME_COUNT, Q_HOME_AIDS,
					       Q_HOME_PROGRAMS),
					   .handler = search_home },
	{ "/aides/", "aid-list", question_params, .handler = aid_list,
	    .formats = "csv atom ics" },
	{ "/aides/{slug}/", "aid", .handler = search_aid },
	{ "/programmes/", "program-list", .queries = QUERIES(Q_PROGRAM_LIST) },
	{ "/programmes/{slug}/", "program", question_params,
	    QUERIES(Q_PROGRAM_BY_SLUG), .handler = search_program,
	    .formats = "csv atom ics", .missing = Q_PROGRAM_BY_SLUG },
	{ "/projets-references/", "project-list", suggest_params,
	    .handler = project_list, .formats = "json" },
	{ "/projets-finances/", "funded-list", question_short_params,
	    .handler = funded_list, .formats = "csv" },
	{ "/territoires/", "perimeter-list", suggest_params,
	    .handler = perimeter_list, .formats = "json" },
	{ "/mentions-legales/", .page = "legal", .handler = search_content },
	{ "/accessibilite/", .page = "accessibility",
	    .handler = search_content },
	{ "/donnees-personnelles/", .page = "privacy",
	    .handler = search_content },
	{ "/plan-du-site/", .page = "sitemap-page", .handler = search_content },
	{ "/sitemap.xml", "sitemap",
	    .queries = QUERIES(Q_SITEMAP_AIDS, Q_SITEMAP_PROGRAMS) },
	{ "/robots.txt", .page = "robots" }, { 0 } };

static enum rc
read_fragments(struct context *ctx)
{
	const struct {
		const char *name;
		struct buf *to;
	} parts[] = {
		{ "audiences", &memory.audiences.html },
		{ "filters", &memory.filters.html },
		{ "mark", &memory.mark },
	};
	struct result res;
	enum rc rc = query_run(ctx->db, ctx->pool, Q_PAGE_FRAGMENTS, NULL,
	    &res);

	for (size_t i = 0; rc == RC_OK && i < 3; i++) {
		buf_reset(parts[i].to);
		for (unsigned r = 0; r < res.rows; r++)
			if (strcmp(res.row[r][PAGE_FRAGMENTS_NAME].s,
				parts[i].name) == 0)
				buf_put(parts[i].to,
				    res.row[r][PAGE_FRAGMENTS_HTML].s,
				    res.row[r][PAGE_FRAGMENTS_HTML].n);
	}
	return rc;
}

/* Brings the memory up to the version of the data. */
static enum rc
search_refresh(struct context *ctx, unsigned long long version)
{
	struct lists *lists;
	struct result res;
	enum rc rc;

	if (memory.words == NULL) {
		rc = query_run(ctx->db, ctx->pool, Q_STOP_WORDS, NULL, &res);
		if (rc != RC_OK)
			return rc;
		memory.words = words_new();
		for (unsigned i = 0; i < res.rows; i++)
			words_add_stop(memory.words,
			    res.row[i][STOP_WORDS_WORD].s);
	}
	if ((rc = lists_load(ctx->db, &lists)) != RC_OK)
		return rc;
	lists_free(memory.lists);
	memory.lists = lists;
	synonyms_free(memory.families);
	memory.families = NULL;
	spelling_free(memory.spelling);
	memory.spelling = NULL;
	projects_free(memory.projects);
	memory.projects = NULL;
	if ((rc = synonyms_load(ctx->db, memory.words, &memory.families)) !=
		RC_OK ||
	    (rc = projects_load(ctx->db, memory.words, &memory.projects)) !=
		RC_OK)
		return rc;
	if ((rc = catalogue_refresh(&memory.catalogue, ctx->db, version)) !=
		RC_OK ||
	    (rc = read_fragments(ctx)) != RC_OK)
		return rc;
	aid_form_read(&memory);
	row_cache_set_limit(ctx->rows,
	    KEPT + KEPT_PER_AID * memory.catalogue.n);
	return RC_OK;
}

static void
search_forget(void)
{
	words_free(memory.words);
	lists_free(memory.lists);
	synonyms_free(memory.families);
	projects_free(memory.projects);
	spelling_free(memory.spelling);
	fragment_free(&memory.audiences);
	fragment_free(&memory.filters);
	buf_free(&memory.mark);
	catalogue_free(&memory.catalogue);
}

int
main(int argc, char **argv)
{
	static const struct program search = { "search", routes, search_refresh,
		search_forget, search_sheets };

	return program_main(&search, argc, argv);
}
