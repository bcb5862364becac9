#ifndef ROUTE_H
#define ROUTE_H

#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* Appends to the document what a page shows: RC_OK, or the code of another
 * answer (see rc.h), for which the response says more. */
typedef enum rc route_handler(struct context *, const struct request *,
    struct response *);

/* Whose page it is: the site's and every portal's, or of one of the two. */
enum route_where { ROUTE_BOTH, ROUTE_SITE, ROUTE_PORTAL };

/* What the routes of a program are that say nothing else. */
struct route_default {
	enum route_where where;
	const char *speaks; /* NULL: HTML */
};

/* A route is data.  A handler in C exists only where queries are not enough. */
struct route {
	const char *path;             /* "/aides/{slug}/" */
	const char *page;             /* name of the document and its sheet */
	const struct param *params;   /* NULL: none */
	const enum query_id *queries; /* run in order, Q_NONE at the end */
	route_handler *handler;       /* after the queries; NULL: none */
	const char *formats;          /* besides HTML and xml: "csv atom" */
	enum query_id missing;  /* one of queries, whose lack of rows is 404 */
	route_handler *post;    /* takes a body; NULL: GET alone */
	const char *moved;      /* redirects to this address, from that of a
				* similar page of the site replaced */
	size_t file_max;        /* bytes of a form with a file; 0: none */
	bool no_data;           /* needs no database: served when it is away */
	bool shows_counts;      /* which change without the data */
	enum route_where where; /* 0: the program's, of which most are */
	const char *speaks;     /* the format of all answers, errors too; NULL:
				 * the program's; "html"; "api": web/api.h */
};

/* The same routes, told in full: no row leaves a default to be looked up, and
 * what speaks HTML has NULL.  The caller frees them. */
struct route *routes_fill(const struct route *, struct route_default);

/* Whether that is what a route or a program speaks which is of the API; NULL
 * is not. */
bool route_is_api(const char *speaks);

/* The queries of a route: .queries = QUERIES(Q_AID_LIST, Q_AID_TYPES). */
#define QUERIES(...) \
	(const enum query_id[]) \
	{ \
		__VA_ARGS__, Q_NONE \
	}

/* Whether each route, up to the row without a path, runs the query that it
 * names as missing: otherwise a page that does not exist would be shown
 * empty. */
bool routes_run_missing(const struct route *);

/* How many routes there are; and the number of this one, from 1, 0 for NULL. */
size_t routes_count(const struct route *);
size_t route_number(const struct route *, const struct route *);

/* Where a route that moved leads: {slug} filled, the query string kept. */
const char *route_moved(struct pool *, const struct route *, const char *slug,
    const char *query);

/*
 * The route of a path, of a portal or of the site; *slug becomes what the path
 * has for {slug}, in the pool, and is left alone for a route without one.  NULL
 * when there is none: *slashed is then the path with a trailing slash, when
 * that has a route, else NULL.
 */
const struct route *route_find(struct pool *, const struct route *,
    bool of_portal, const char *path, const char **slug, const char **slashed);

#endif
