#ifndef API_FILES_H
#define API_FILES_H

#include "web/route.h"

/* What is not asked page by page: files that the web server sends by itself,
 * once "guichet bulk" made them (bulk/bulk.h), and what is said of them. */
struct api_file {
	const char *path; /* "/api/aids.csv" */
	const char *media;
};

/* All of them; the last has no path. */
extern const struct api_file api_file_table[];

/*
 * GET one that is not there, which the web server passes on: RC_UNAVAILABLE,
 * for it is being made; RC_NOT_FOUND when the site makes none (exports_dir),
 * and for what is no file.
 */
route_handler api_file_missing;

/* The routes of these, after all others: as it is the API, a slash may lack. */
#define API_FILE_ROUTES \
	{ .path = "/api/exports/", \
		.handler = api_file_missing, \
		.no_data = true }, \
	    { .path = "/api/catalog/", \
		    .handler = api_file_missing, \
		    .no_data = true }, \
	    { .path = "/api/schemas/{slug}/", \
		    .handler = api_file_missing, \
		    .no_data = true }, \
	{ \
		.path = "/api/{slug}/", .handler = api_file_missing, \
		.no_data = true \
	}

#endif
