/* api_files.c - the files of the API, and what is said when one is not
 * there. */

#include <string.h>

#include "api/api_files.h"

/* In the order of the page that lists them.  tests/api/ compares them with
 * those that are made. */
const struct api_file api_file_table[] = {
	{ "/api/exports/", "application/json" },
	{ "/api/aids.json", "application/json" },
	{ "/api/aids.ndjson", "application/x-ndjson" },
	{ "/api/aids.csv", "text/csv" },
	{ "/api/schemas/aids.json", "application/json" },
	{ "/api/backers.json", "application/json" },
	{ "/api/backers.ndjson", "application/x-ndjson" },
	{ "/api/backers.csv", "text/csv" },
	{ "/api/schemas/backers.json", "application/json" },
	{ "/api/perimeters.json", "application/json" },
	{ "/api/perimeters.ndjson", "application/x-ndjson" },
	{ "/api/perimeters.csv", "text/csv" },
	{ "/api/schemas/perimeters.json", "application/json" },
	{ "/api/dispositif-aide.csv", "text/csv" },
	{ "/api/dispositif-aide-absents.csv", "text/csv" },
	{ "/api/schemas/dispositif-aide-absents.json", "application/json" },
	{ "/api/catalog", "text/turtle" },
	{ "/api/catalog.ttl", "text/turtle" },
	{ "/api/catalog.jsonld", "application/ld+json" },
	{ "/api/catalog.rdf", "application/rdf+xml" },
	{ .path = NULL },
};

/* Seconds until one that is being made may be there: the job runs each
 * minute. */
enum { MADE_WITHIN = 60 };

/* But for a last slash. */
static bool
is_path(const char *path, const char *of)
{
	size_t n = strlen(of) - (of[strlen(of) - 1] == '/');

	return strncmp(path, of, n) == 0 &&
	    (path[n] == '\0' || strcmp(path + n, "/") == 0);
}

enum rc
api_file_missing(struct context *ctx, const struct request *req,
    struct response *resp)
{
	const struct api_file *f = api_file_table;

	while (f->path != NULL && !is_path(req->path, f->path))
		f++;
	if (f->path == NULL)
		return RC_NOT_FOUND;
	if (*ctx->conf->exports_dir == '\0') {
		resp->why = "no-files";
		return RC_NOT_FOUND;
	}
	resp->why = "file-to-come";
	resp->retry_after = MADE_WITHIN;
	return RC_UNAVAILABLE;
}
