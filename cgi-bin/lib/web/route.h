#ifndef ROUTE_H
#define ROUTE_H

#include "web/ask.h"

/* A route is data.  A handler in C exists only where queries are not enough. */
struct route {
	const char *path;             /* "/aides/{slug}/" */
	const char *page;             /* name of the document and its sheet */
	const struct param *params;   /* NULL: none */
	const enum query_id *queries; /* run in order, Q_NONE at the end */
	enum rc (*handler)(struct ask *); /* after the queries */
	const char *formats;              /* besides HTML and xml: "csv atom" */
	enum query_id missing; /* query whose rows must not be none: 404 */
	enum rc (*post)(struct ask *); /* takes a body; NULL: GET alone */
	const char *speaks;            /* the format of all answers, errors too;
					   NULL: HTML */
};

/*
 * The route of a path, and what stands for its {slug} in *slug.  NULL when there
 * is none: *closed is then the path with a stroke at its end when that one has a
 * route, else NULL.
 */
const struct route *route_find(struct pool *, const struct route *,
    const char *path, const char **slug, const char **closed);

#endif
