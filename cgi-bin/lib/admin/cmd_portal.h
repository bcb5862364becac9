#ifndef CMD_PORTAL_H
#define CMD_PORTAL_H

#include "admin/cmd.h"
#include "base/pool.h"

/* A portal that a command names: texts are in its pool. */
struct cmd_portal {
	struct pool *pool;
	const char *slug, *name, *host; /* host: NULL without one */
	long long id;
	bool is_public, previewed;
};

/* Fills *p, whose pool the caller frees whatever comes of it.  RC_BAD_PARAM,
 * logged with what begins alike, when there is none of that address. */
enum rc cmd_portal_find(struct cmd *, const char *slug, struct cmd_portal *);

#endif
