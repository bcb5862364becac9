#ifndef PROCESS_H
#define PROCESS_H

#include "db/version.h"
#include "site/frame.h"
#include "web/route.h"

/* What lives as long as the process. */

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
	struct route_default by_default; /* speaks: of what has no route too */
};

/* program.c makes it. */
struct process {
	const struct program *program;
	struct route *routes; /* its own, told in full */
	char account[64];     /* "guichet-search": outlives db */
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

/* What a handler works with, before it is told what is asked. */
struct context process_context(struct process *);

/* When the version of the data has changed: drops the cached rows, and lets the
 * program reload.  A failure is logged. */
enum rc process_refresh(struct process *);

#endif
