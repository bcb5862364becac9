#ifndef PAGE_H
#define PAGE_H

#include "web/route.h"
#include "xml/xsl.h"

/*
 * The corridor that each request walks, once and in this order:
 *
 *	gate -> route -> params -> queries -> one document -> stylesheet -> reply
 */

/* A program: its name is its MariaDB group "guichet-NAME". */
struct program {
	const char *name;
	const struct route *routes;
	/* Called before each page when the data is of another version than at
	 * the last call; NULL: nothing to do. */
	enum rc (*refresh)(struct ask *, unsigned long long version);
	void (*close)(void);
	const char *const *sheets; /* folders of xsl/: gen/programs.h */
};

/* Runs the program until it is told to stop, or tells its version when the
 * arguments of main ask for it; the exit status for main. */
int page_main(const struct program *, int argc, char **argv);

#endif
