#ifndef CONTEXT_H
#define CONTEXT_H

#include "base/conf.h"
#include "db/row_cache.h"
#include "gazetteer/gazetteer_load.h"
#include "site/portal.h"
#include "xml/xsl.h"

struct route;

/*
 * What a handler works with.  Only args changes during a request: a handler
 * adds arguments to it for the queries that follow.
 */
struct context {
	struct pool *pool;      /* freed when the response has left */
	struct db *db;          /* one connection, of the program's account */
	struct row_cache *rows; /* rows read lately, of one data version */
	struct gazetteer_kept *places; /* their names, and what contains them */
	const struct conf *conf;
	const struct xsl *xsl;       /* the program's stylesheets */
	void *state;                 /* the program's own: see struct program */
	const char *program;         /* "search" */
	const struct route *routes;  /* and all that it answers */
	const struct portal *portal; /* whose page it is; NULL: the site's */
	const char *base;       /* absolute address of the first page of either,
				 * without its last slash */
	const char *origin;     /* the same without a path */
	const struct arg *args; /* of queries: today, day, slug, parameters */
};

/* Runs the query with the arguments of the context, from the row cache when it
 * says "-- cached", and appends its rows; *count how many (may be NULL). */
enum rc context_rows(struct context *, enum query_id, xmlNodePtr parent,
    unsigned *count);

#endif
