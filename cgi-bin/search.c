/* search.c - the public pages: aids, programmes, territories. */

#include <ctype.h>
#include <string.h>

#include "db/rows.h"
#include "gen/constants.h"
#include "gen/programs.h"
#include "gen/queries/search.h"
#include "gen/queries/site.h"
#include "process/health.h"
#include "process/program.h"
#include "question/question_read.h"
#include "search/aid_card.h"
#include "search/aid_link.h"
#include "search/backer.h"
#include "search/department.h"
#include "search/map.h"
#include "search/own_pages.h"
#include "search/program_page.h"
#include "search/search.h"
#include "search/sitemap.h"
#include "site/site.h"
#include "stats/stats.h"
#include "territory/place_list.h"
#include "web/count_header.h"
#include "web/url.h"
#include "xml/xml.h"

/* Appends <form> and <needs>, after the counts and lists of queries.  On a
 * State site a commune is the likeliest reader. */
static enum rc
search_first_page(struct context *ctx, const struct request *req,
    struct response *resp)
{
	bool state = strcmp(ctx->conf->theme, "state") == 0;

	return search_home(ctx->state, ctx, req, resp,
	    state ? 1ull << FACET_AUDIENCE : 0);
}

/* Runs the queries of a list; below a portal, within its aids. */
static enum rc
search_rows(struct context *ctx, const struct request *req,
    struct response *resp, const enum query_id *q)
{
	enum rc rc = search_within(ctx->state, ctx, req);

	for (; rc == RC_OK && *q != Q_NONE; q++)
		rc = context_rows(ctx, *q, resp->root, NULL);
	return rc;
}

/* Of a list whose links lead to aids: where and who asks go along. */
static enum rc
search_carrying_list(struct context *ctx, const struct request *req,
    struct response *resp, enum query_id list)
{
	struct param_values q = request_values(req, "q");

	if (q.n > 0)
		xml_add_text(resp->asked, "q", q.v[0].s);
	question_carry(ctx->pool, req, NULL, resp->asked);
	return search_rows(ctx, req, resp, QUERIES(list));
}

static enum rc
search_program_list(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return search_carrying_list(ctx, req, resp, Q_PROGRAM_LIST);
}

/* When no backer bears the words, also those whose names are near. */
static enum rc
search_backer_list(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct param_values kind = request_values(req, "backer_category");
	enum rc rc = search_carrying_list(ctx, req, resp, Q_BACKER_LIST);

	if (kind.n > 0)
		xml_add_text(resp->asked, "category", kind.v[0].s);
	if (rc == RC_OK)
		rc = context_rows(ctx, Q_BACKER_CATEGORIES, resp->root, NULL);
	if (rc != RC_OK || request_values(req, "q").n == 0 ||
	    xml_child(resp->root, "backers")->children != NULL)
		return rc;
	return context_rows(ctx, Q_BACKER_NEAR, resp->root, NULL);
}

/* See search_answer. */
static enum rc
search_aids(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return search_answer(ctx->state, ctx, req, resp, NULL);
}

/* The calendar; as a file, that of all the aids which answer. */
static enum rc
search_dates(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return req->format != NULL && strcmp(req->format, "ics") == 0
	    ? search_list(ctx->state, ctx, req, resp, NULL, NULL)
	    : search_calendar(ctx, req, resp);
}

/* Appends the aids of a programme, after what is said of it, and whether
 * the place that is asked is in it. */
static enum rc
search_program(struct context *ctx, const struct request *req,
    struct response *resp)
{
	char *slug = pool_strdup(ctx->pool, req->slug);
	struct search_base base;
	uint32_t place = 0;
	enum rc rc;

	/* The database finds a programme in upper case too. */
	for (char *p = slug; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	base.query = url_query(ctx->pool, "programs", slug);
	rc = program_put(ctx, req, resp);
	if (rc == RC_OK)
		rc = search_list(ctx->state, ctx, req, resp, &base, &place);
	if (rc == RC_OK && place > 0 &&
	    (req->format == NULL || strcmp(req->format, "xml") == 0))
		rc = membership_put(ctx, resp, place);
	return rc;
}

/* Appends the aids that a backer finances, after what a query says of it. */
static enum rc
search_backer(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct search_base base;
	long long id;
	enum rc rc = backer_find(ctx, req, resp, &id);

	if (rc != RC_OK)
		return rc;
	count_header_event(ctx, req, resp, "backer");
	count_header_number(resp, "backer", id);
	if (ctx->portal == NULL)
		site_append_stats(ctx->conf, NULL, resp->root);
	/* What all its aids are about, for what is no table nor feed. */
	if (req->format == NULL || strcmp(req->format, "xml") == 0)
		rc = search_rows(ctx, req, resp,
		    QUERIES(Q_BACKER_SECTIONS, Q_BACKER_THEMES, Q_BACKER_TYPES,
			Q_BACKER_PROGRAMS));
	if (rc != RC_OK)
		return rc;
	base.query = pool_printf(ctx->pool, "backer_ids=%lld", id);
	return search_list(ctx->state, ctx, req, resp, &base, NULL);
}

static enum rc
search_to_more(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return aid_link_follow(ctx, req, resp, search_corpus(ctx->state),
	    AID_LINK_MORE);
}

static enum rc
search_to_apply(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return aid_link_follow(ctx, req, resp, search_corpus(ctx->state),
	    AID_LINK_APPLY);
}

/* ---- the map ---- */

static enum rc
search_country(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return map_put(ctx, req, resp, search_corpus(ctx->state));
}

static enum rc
search_one_department(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return department_put(ctx, req, resp, search_corpus(ctx->state));
}

static enum rc
search_its_backers(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return department_put_backers(ctx, req, resp, search_corpus(ctx->state),
	    search_parts(ctx->state));
}

/* ---- the addresses ---- */

static const struct param suggest_params[] = {
	{ .name = "q", .type = PARAM_TEXT, .max = 200 }, { 0 }
};

static const struct param project_params[] = {
	{ .name = "q", .type = PARAM_TEXT, .max = 200 }, QUESTION_WHERE,
	QUESTION_WHO, { 0 }
};

static const struct param backer_params[] = {
	{ .name = "q", .type = PARAM_TEXT, .max = 200, .arg = ARG_Q },
	{ .name = "backer_category",
	    .type = PARAM_SLUG,
	    .alias = "backerCategory",
	    .arg = ARG_BACKER_CATEGORY },
	QUESTION_WHERE, QUESTION_WHO, { 0 }
};

/* What the map shows: "aids" or "backers". */
static const struct param map_params[] = {
	{ .name = "count", .type = PARAM_SLUG }, { 0 }
};

/* Another address when what is there is another. */
static const struct param stamp_params[] = {
	{ .name = "v", .type = PARAM_SLUG }, { 0 }
};

static const struct route routes[] = {
	{ "/", "home", question_where_params,
	    .queries = QUERIES(Q_HOME_COUNT, Q_HOME_AIDS, Q_HOME_PROGRAMS),
	    .handler = search_first_page, .where = ROUTE_SITE },
	{ "/", "portal-home", question_where_params,
	    .queries = QUERIES(Q_PORTAL_HOME), .handler = search_welcome,
	    .where = ROUTE_PORTAL },
	{ "/pages/{slug}/", "portal-page",
	    .queries = QUERIES(Q_PORTAL_PAGE_BY_SLUG),
	    .missing = Q_PORTAL_PAGE_BY_SLUG, .where = ROUTE_PORTAL },
	{ "/integration/", "portal-frame", .where = ROUTE_PORTAL },
	{ "/style.css", "portal-style", stamp_params,
	    .queries = QUERIES(Q_PORTAL_LOOK), .speaks = "text",
	    .where = ROUTE_PORTAL },
	{ "/logo", "portal-logo", stamp_params, .handler = own_pages_logo,
	    .speaks = "text", .where = ROUTE_PORTAL },
	{ "/portails/", "portal-list", .queries = QUERIES(Q_PORTAL_LIST),
	    .where = ROUTE_SITE },
	{ "/aides/", "aid-list", question_params, .handler = search_aids,
	    .formats = "csv xlsx atom ics" },
	/* Of Aides-territoires: links to its pages find the nearest here. */
	{ "/aides/exporter/", .moved = "/aides/?format=xlsx" },
	{ "/projets/projets-publics/", .moved = "/projets-finances/" },
	{ "/projets/projets-subventionnes/", .moved = "/projets-finances/" },
	{ "/accessibilité/", .moved = "/accessibilite/" },
	{ "/mentions-légales/", .moved = "/mentions-legales/" },
	{ "/politique-de-confidentialité/", .moved = "/donnees-personnelles/" },
	{ "/conditions-generales-dutilisation/",
	    .moved = "/mentions-legales/" },
	{ "/contact/", .moved = "/mentions-legales/" },
	{ "/aides/{slug}/", "aid", question_params, .handler = search_aid,
	    .formats = "ics" },
	{ "/aides/{slug}/carte/", "aid-card", .handler = aid_card_put,
	    .where = ROUTE_PORTAL },
	/* Where its two links lead, counted. */
	{ "/aides/{slug}/vers/informations/", "aid",
	    .handler = search_to_more },
	{ "/aides/{slug}/vers/candidature/", "aid",
	    .handler = search_to_apply },
	{ "/calendrier/", "calendar", question_params, .handler = search_dates,
	    .formats = "ics" },
	{ "/programmes/", "program-list", question_where_params,
	    .handler = search_program_list },
	{ "/programmes/{slug}/", "program", question_params,
	    .handler = search_program, .formats = "csv xlsx atom ics" },
	{ "/partenaires/", "backer-list", backer_params,
	    .handler = search_backer_list },
	{ "/partenaires/{slug}/", "backer", question_params,
	    .handler = search_backer, .formats = "csv xlsx atom ics" },
	{ "/partenaires/{slug}/logo", "backer-logo", stamp_params,
	    .handler = backer_logo, .speaks = "text" },
	{ "/partenaires/{slug}/stats/", "backer-stats", stats_backer_params,
	    .handler = stats_put_backer, .formats = "csv xlsx",
	    .where = ROUTE_SITE, .shows_counts = true },
	/* As these were before they had AT's addresses. */
	{ "/porteurs/", .moved = "/partenaires/" },
	{ "/porteurs/{slug}/", "backer", question_params,
	    .handler = search_backer, .formats = "csv xlsx atom ics" },
	{ "/cartographie/", "map", map_params, .handler = search_country },
	{ "/cartographie/{slug}/", "department",
	    .handler = search_one_department },
	{ "/cartographie/{slug}/porteurs/", "department-backers",
	    department_params, .handler = search_its_backers },
	{ "/projets-references/", "project-list", project_params,
	    .handler = search_projects, .formats = "json" },
	{ "/projets-finances/", "funded-list", question_short_params,
	    .handler = search_funded, .formats = "csv xlsx" },
	{ "/territoires/", "perimeter-list", suggest_params,
	    .handler = place_list, .formats = "json" },
	{ "/stats/", "stats", stats_params, .handler = stats_put,
	    .formats = "csv xlsx", .shows_counts = true },
	{ "/stats~{slug}/", "stats", stats_params, .handler = stats_put_secret,
	    .formats = "csv xlsx", .where = ROUTE_SITE, .shows_counts = true },
	{ "/mentions-legales/", .page = "legal", .handler = own_pages_legal,
	    .no_data = true },
	{ "/accessibilite/", .page = "accessibility",
	    .handler = own_pages_legal, .no_data = true },
	{ "/donnees-personnelles/", .page = "privacy",
	    .handler = own_pages_legal, .no_data = true },
	{ "/plan-du-site/", .page = "sitemap-page", .handler = own_pages_legal,
	    .no_data = true },
	{ "/sitemap.xml", "sitemap", .handler = sitemap_put },
	{ "/sitemap-index.xml", "sitemap-index", .handler = sitemap_put_index },
	{ "/sitemap-{slug}", "sitemap", .handler = sitemap_put },
	{ "/robots.txt", .page = "robots", .no_data = true },
	{ "/.well-known/security.txt", .page = "security",
	    .handler = own_pages_security, .no_data = true },
	HEALTH_ROUTES,
	{ 0 },
};

static void *
open_state(const struct conf *conf)
{
	(void)conf;
	return search_open();
}

static enum rc
refresh_state(struct context *ctx, unsigned long long version)
{
	return search_refresh(ctx->state, ctx, version);
}

static void
close_state(void *state)
{
	search_close(state);
}

int
main(int argc, char **argv)
{
	static const struct program search = { .name = "search",
		.routes = routes,
		.sheets = search_sheets,
		.open = open_state,
		.refresh = refresh_state,
		.close = close_state,
		.places = true };

	return program_main(&search, argc, argv);
}
