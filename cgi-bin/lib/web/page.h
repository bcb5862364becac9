#ifndef PAGE_H
#define PAGE_H

#include "db/version.h"
#include "site/frame.h"
#include "web/route.h"

/*
 * One request, from the server's variables to the response, in this order:
 *
 *	fcgi -> route -> params -> queries, handler -> one document
 *	     -> stylesheet -> response
 */

/* A program: its name is its MariaDB group "guichet-NAME". */
struct program {
	const char *name;
	const struct route *routes;
	const char *const *sheets; /* folders of xsl/: gen/programs.h */
	/* The program's own state, which handlers find in their context: opened
	 * once (NULL, logged: the program does not start), refreshed before a
	 * page whenever the version of the data has changed, and closed.  All
	 * may be NULL. */
	void *(*open)(const struct conf *);
	enum rc (*refresh)(struct context *, unsigned long long version);
	void (*close)(void *state);
	bool places; /* their names are loaded before the first request */
};

/* What lives as long as the process; program.c makes it. */
struct process {
	const struct program *program;
	char account[64]; /* "guichet-search": outlives db */
	struct conf conf;
	struct site *site;
	struct frame frame;
	struct xsl *xsl;
	struct db *db;
	struct row_cache *rows;
	struct gazetteer_kept places;
	void *state;       /* the program's own */
	struct pool *pool; /* of the request */
	struct buf body;   /* of the response */
	struct version data;
	unsigned long long version; /* of the data, at the last refresh */
	bool fresh;                 /* that refresh succeeded */
};

/* When the version of the data has changed: drops the cached rows, and lets the
 * program reload.  A failure is logged. */
enum rc page_refresh(struct process *);

/* Serves one request; arg is the struct process.  Always sends one whole
 * response, at worst "500" as plain text. */
fcgi_handler page_serve;

#endif
