/* api.c - the API and open data: what AT's API answers, and more. */

#include "gen/queries/api.h"
#include "api/api_aids.h"
#include "api/api_describe.h"
#include "api/api_files.h"
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
	{ "/api/aids/", "aids", api_aid_params, .handler = api_aids },
	{ "/api/aids/all/", "aids", api_all_params, .handler = api_aids_all },
	{ "/api/aids/audiences/", "list", .queries = QUERIES(Q_API_AUDIENCES),
	    .handler = api_whole_list },
	{ "/api/aids/types/", "list", .queries = QUERIES(Q_API_TYPES),
	    .handler = api_whole_list },
	{ "/api/aids/steps/", "list", .queries = QUERIES(Q_API_STEPS),
	    .handler = api_whole_list },
	{ "/api/aids/recurrences/", "list",
	    .queries = QUERIES(Q_API_RECURRENCES), .handler = api_whole_list },
	{ "/api/aids/destinations/", "list",
	    .queries = QUERIES(Q_API_DESTINATIONS), .handler = api_whole_list },
	{ "/api/aids/by-id/{slug}/", "aid", api_one_params,
	    .handler = api_aid },
	{ "/api/aids/{slug}/", "aid", api_one_params, .handler = api_aid },
	{ "/api/aids/{slug}/history/", "history", api_list_params,
	    .handler = api_aid_history },
	{ "/api/themes/", "list",
	    .queries = QUERIES(Q_API_THEMES, Q_API_THEME_CATEGORIES),
	    .handler = api_whole_list },
	{ "/api/categories/", "list", category_params,
	    .queries = QUERIES(Q_API_CATEGORIES), .handler = api_whole_list },
	{ "/api/programs/", "list", .queries = QUERIES(Q_API_PROGRAMS),
	    .handler = api_whole_list },
	{ "/api/backers/", "things", api_backer_params,
	    .handler = api_backers },
	{ "/api/backer-groups/", "things", api_list_params,
	    .handler = api_backer_groups },
	{ "/api/project-references/", "things", api_project_params,
	    .handler = api_projects },
	{ "/api/project-reference-categories/", "things", api_list_params,
	    .handler = api_project_categories },
	{ "/api/synonymlists/", "things", .queries = QUERIES(Q_API_SYNONYMS),
	    .handler = api_synonyms },
	{ "/api/synonymlists/classic-list/", "words",
	    .queries = QUERIES(Q_API_SYNONYMS), .handler = api_synonyms },
	{ "/api/perimeters/", "things", api_place_params,
	    .handler = api_places },
	{ "/api/perimeters/scales/", "things", .queries = QUERIES(Q_API_SCALES),
	    .handler = api_whole_list },
	{ "/api/perimeters/data/", "things", api_place_data_params,
	    .handler = api_place_data },
	{ "/api/perimeters/{slug}/", "place", .handler = api_place },
	{ "/api/connexion/", "token", .post = api_token_give },
	{ "/api/", "api-home", .handler = api_describe, .no_data = true,
	    .speaks = "html" },
	{ "/api/depuis-aides-territoires/", .page = "api-from-at",
	    .no_data = true, .speaks = "html" },
	{ "/api/nouveautes/", .page = "api-news", .no_data = true,
	    .speaks = "html" },
	{ "/api/adresses/{slug}/", "api-address", .handler = api_describe_one,
	    .speaks = "html" },
	{ "/api/adresses/{slug}/essayer/", "openapi", api_try_params,
	    .handler = api_describe_try, .no_data = true },
	{ "/api/docs/", .moved = "/api/" },
	{ "/api/swagger/", .moved = "/api/" },
	{ "/api/schema/", .moved = "/api/openapi.json" },
	{ "/api/openapi.json", "openapi", .handler = api_describe,
	    .no_data = true },
	{ "/api/docs.jsonopenapi", "openapi", .handler = api_describe,
	    .no_data = true },
	{ "/.well-known/api-catalog", "linkset", .no_data = true },
	HEALTH_ROUTES,
	API_FILE_ROUTES,
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
		.by_default = { .where = ROUTE_SITE, .speaks = "api" } };

	return program_main(&api, argc, argv);
}
