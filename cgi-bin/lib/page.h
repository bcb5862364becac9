#ifndef PAGE_H
#define PAGE_H

#include <libxml/tree.h>

#include "conf.h"
#include "param.h"
#include "query.h"
#include "xsl.h"

/*
 * The corridor that each request walks, once and in this order:
 *
 *	gate -> route -> params -> queries -> one document -> stylesheet -> reply
 */

struct ask;

/* A route is data.  A handler in C exists only where queries are not enough. */
struct route {
	const char	*path;		/* "/aides/{slug}/" */
	const char	*page;		/* name of the document and its sheet */
	const struct param *params;	/* NULL: none */
	const char	*const *queries;/* run in order, NULL at the end */
	enum rc		(*handler)(struct ask *);	/* after the queries */
	const char	*formats;	/* besides HTML and xml: "csv atom" */
	const char	*missing;	/* query whose rows must not be none: 404 */
};

/* A program: its name is its MariaDB group "guichet-NAME". */
struct program {
	const char	*name;
	const struct route *routes;
	/* Called before each page when the data is of another version than at
	 * the last call; NULL: nothing to do. */
	enum rc		(*refresh)(struct ask *, unsigned long long version);
	void		(*close)(void);
};

/* One request on its walk; all of it lives in the pool. */
struct ask {
	struct pool	*pool;
	struct db	*db;
	const struct conf *conf;
	const struct route *route;
	const char	*path, *query;	/* decoded path, raw query string */
	const char	*format;	/* NULL: HTML */
	const char	*today;		/* 2026-11-22 */
	long		 day;		/* the same, since 1 January 1970 */
	struct param_values *values;	/* by the rows of route->params */
	const struct arg *args;		/* for queries: today, day, slug, params */
	xmlNodePtr	 root, asked;
	struct param_fault fault;	/* of RC_BAD_PARAM */
	const char	*location;	/* of RC_MOVED */
	const char	*suggest;	/* query that helps on a 404 page */
};

/* Runs the program until it is told to stop; the exit status for main. */
int page_main(const struct program *);

/* The values of a declared parameter, by its name; n 0 when absent. */
struct param_values page_values(const struct ask *, const char *name);

/*
 * The address of this page with some of its parameters changed: drop (a name,
 * or NULL) goes, with its value when value is not NULL; set=to comes, when set
 * is not NULL.  "page" and "format" never stay.  Percent-encoded, in the pool.
 */
const char *page_url(const struct ask *, const char *drop, const char *value,
    const char *set, const char *to);

/* The address of this page with just one of its parameters. */
const char *page_url_only(const struct ask *, const char *name);

/* Refuses a value that is well-formed but not one we know. */
enum rc page_refuse(struct ask *, const char *name, const char *value,
    const char *reason);

#endif
