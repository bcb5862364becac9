/* api.c - the API and open data: what AT's API answers, and more. */

#include "gen/queries/api.h"
#include "api/api_aids.h"
#include "api/api_describe.h"
#include "api/api_lists.h"
#include "api/api_places.h"
#include "api/api_token.h"
#include "gen/programs.h"
#include "process/health.h"
#include "process/program.h"
#include "search/search.h"

static const struct param category_params[] = {
	{ "q", PARAM_TEXT, .max = 200, .arg = ARG_Q },
	{ "category_theme_id", PARAM_ID, .max = 65535, .arg = ARG_THEME }, { 0 }
};

static const struct route routes[] = {
	{ "/api/aids/", "aids", api_aid_params, .handler = api_aids,
	    .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/aids/all/", "aids", api_all_params, .handler = api_aids_all,
	    .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/aids/audiences/", "list", .queries = QUERIES(Q_API_AUDIENCES),
	    .handler = api_whole_list, .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/aids/types/", "list", .queries = QUERIES(Q_API_TYPES),
	    .handler = api_whole_list, .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/aids/steps/", "list", .queries = QUERIES(Q_API_STEPS),
	    .handler = api_whole_list, .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/aids/recurrences/", "list",
	    .queries = QUERIES(Q_API_RECURRENCES), .handler = api_whole_list,
	    .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/aids/destinations/", "list",
	    .queries = QUERIES(Q_API_DESTINATIONS), .handler = api_whole_list,
	    .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/aids/by-id/{slug}/", "aid", api_one_params, .handler = api_aid,
	    .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/aids/{slug}/", "aid", api_one_params, .handler = api_aid,
	    .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/aids/{slug}/history/", "history", api_list_params,
	    .handler = api_aid_history, .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/themes/", "list",
	    .queries = QUERIES(Q_API_THEMES, Q_API_THEME_CATEGORIES),
	    .handler = api_whole_list, .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/categories/", "list", category_params,
	    .queries = QUERIES(Q_API_CATEGORIES), .handler = api_whole_list,
	    .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/programs/", "list", .queries = QUERIES(Q_API_PROGRAMS),
	    .handler = api_whole_list, .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/backers/", "things", api_backer_params, .handler = api_backers,
	    .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/backer-groups/", "things", api_list_params,
	    .handler = api_backer_groups, .where = ROUTE_SITE,
	    .speaks = "api" },
	{ "/api/project-references/", "things", api_project_params,
	    .handler = api_projects, .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/project-reference-categories/", "things", api_list_params,
	    .handler = api_project_categories, .where = ROUTE_SITE,
	    .speaks = "api" },
	{ "/api/synonymlists/", "things", .queries = QUERIES(Q_API_SYNONYMS),
	    .handler = api_synonyms, .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/synonymlists/classic-list/", "words",
	    .queries = QUERIES(Q_API_SYNONYMS), .handler = api_synonyms,
	    .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/perimeters/", "things", api_place_params, .handler = api_places,
	    .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/perimeters/scales/", "things", .queries = QUERIES(Q_API_SCALES),
	    .handler = api_whole_list, .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/perimeters/data/", "things", api_place_data_params,
	    .handler = api_place_data, .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/perimeters/{slug}/", "place", .handler = api_place,
	    .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/connexion/", "token", .post = api_token_give,
	    .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/", "api-home", .handler = api_describe, .no_data = true,
	    .where = ROUTE_SITE },
	{ "/api/depuis-aides-territoires/", .page = "api-from-at",
	    .no_data = true, .where = ROUTE_SITE },
	{ "/api/nouveautes/", .page = "api-news", .no_data = true,
	    .where = ROUTE_SITE },
	{ "/api/adresses/{slug}/", "api-address", .handler = api_describe_one,
	    .where = ROUTE_SITE },
	{ "/api/adresses/{slug}/essayer/", "openapi", api_try_params,
	    .handler = api_describe_try, .no_data = true, .where = ROUTE_SITE,
	    .speaks = "api" },
	{ "/api/docs/", .moved = "/api/", .where = ROUTE_SITE },
	{ "/api/swagger/", .moved = "/api/", .where = ROUTE_SITE },
	{ "/api/schema/", .moved = "/api/openapi.json", .where = ROUTE_SITE },
	{ "/api/openapi.json", "openapi", .handler = api_describe,
	    .no_data = true, .where = ROUTE_SITE, .speaks = "api" },
	{ "/api/docs.jsonopenapi", "openapi", .handler = api_describe,
	    .no_data = true, .where = ROUTE_SITE, .speaks = "api" },
	{ "/.well-known/api-catalog", "linkset", .no_data = true,
	    .where = ROUTE_SITE, .speaks = "api" },
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
	static const struct program api = { .name = "api",
		.routes = routes,
		.sheets = api_sheets,
		.open = open_state,
		.refresh = refresh_state,
		.close = close_state,
		.places = true,
		.speaks = "api" };

	return program_main(&api, argc, argv);
}
