#ifndef PORTAL_H
#define PORTAL_H

#include <stdbool.h>

#include "base/conf.h"
#include "db/row_cache.h"

/* What comes before the path of a page in the frame of another site. */
#define PORTAL_FRAME "/cadre"

/*
 * A portal: the site under another's name, within a question of their own.  It
 * has no pages of its own but a few: the others are those of the site, found
 * under its address, /portails/SLUG/ or a host name, and told whose they are.
 * All of its texts are rows of the row cache, and last as long as these do.
 */
struct portal {
	long long id;
	const char *slug, *host; /* host: NULL when it has none */
	const char *name, *theme;
	const char *brand;   /* the State's, in lines; NULL: of no service */
	const char *query;   /* its base question: search_base.h */
	const char *contact; /* NULL: the site's */
	/* Legal facts; NULL: the site's. */
	const char *operator, * address, *director;
	const char *sites;      /* origins that may hold it in a frame; NULL */
	const char *preview;    /* digest of the word that opens it while it is
				 * hidden; NULL */
	const char *stats_word; /* of the one that opens its numbers; NULL */
	bool is_public, own_canonical, stats_public;
	/* As it is asked for now. */
	bool is_framed;     /* in a frame of another site */
	bool opens_stats;   /* by the word of its numbers */
	const char *prefix; /* before the paths of its pages: "/portails/x" */
	const char *base;   /* the absolute address of its first page, without
			     * its last slash */
	const char *origin; /* the same without a path */
};

/* Bytes of a slug: the column portal.slug has as many. */
enum { PORTAL_SLUG_MAX = 33 };

/* How a portal is asked for, as a path says it or a host name:
 *
 *	/portails/SLUG/aides/		the page /aides/ of the portal
 *	/portails/SLUG~WORD/aides/	the same, before it is public; then it
 *					leads to the address of all
 *	/portails/SLUG~WORD/stats/	its numbers, by another word
 *	/portails/SLUG/cadre/aides/	in the frame of another site
 *	/cadre/aides/			the same, on a host name of its own,
 *					which has no portal below it
 */
struct portal_address {
	const char *slug;   /* NULL: not by the path */
	const char *word;   /* of a preview, or of its numbers; NULL: none */
	const char *host;   /* not the site's; NULL: it is */
	const char *prefix; /* of the path, without its last slash; "" */
	bool is_framed;
	bool is_card; /* of one aid: all that it leads to is done in the whole
		       * window */
};

/* Reads the path of an address as it came, undecoded, and says what comes
 * before the path of the page; prefix is then in the pool.  host, which is set
 * before, is kept. */
void portal_address_read(struct portal_address *, struct pool *,
    const char *url);

/* Takes the frame off the address and the portal: the answer is then one of its
 * pages outside it. */
void portal_leave_frame(struct portal_address *, struct pool *,
    struct portal *);

/* The host of a request, in lower case and without a port, in the pool; NULL
 * when it is the site's: that of its address, one of its other names, or no
 * name but a number; any, until the site has an address.  What is no name of a
 * host comes back as "?". */
const char *portal_host(struct pool *, const struct conf *, const char *said);

/* The scheme and the port of base_url, with another host when there is one, in
 * the pool: where a portal with a host name of its own is. */
const char *portal_origin(struct pool *, const char *base_url,
    const char *host);

/*
 * The portal of that address; base_url is the site's.  RC_NOT_FOUND without one
 * that may be seen, RC_MISDIRECTED for a host name without one; RC_MOVED
 * when it is on a host name of its own, RC_SEE_OTHER from the preview of one
 * that is public by now: *p is then filled, and its base leads there; errors of
 * the database.
 */
enum rc portal_find(const struct portal_address *, const char *base_url,
    struct db *, struct pool *, struct row_cache *, struct portal *);

#endif
