#ifndef PAGE_H
#define PAGE_H

#include "ask.h"

/*
 * The corridor that each request walks, once and in this order:
 *
 *	gate -> route -> params -> queries -> one document -> stylesheet -> reply
 */

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

/* Runs the program until it is told to stop; the exit status for main. */
int page_main(const struct program *);

#endif
