#ifndef REQUEST_H
#define REQUEST_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "site/portal.h"
#include "web/param.h"

/*
 * What a reader asks.  page.c fills it before the handler, which may change it
 * only by request_ignore.  All of it is in the pool of the request.
 */
struct request {
	const char *method;           /* "GET"; NULL: not given */
	struct portal_address portal; /* what the address says of it */
	const char *url;   /* path and query as they came, below the portal */
	const char *path;  /* decoded; "/?", of no route, when it cannot be */
	const char *query; /* the raw query string; "" for none */
	const char *slug;  /* what the path has for {slug}; "" for none */
	const struct param *params;   /* that the page declares */
	struct param_values *values;  /* by the rows of params */
	const char *format;           /* "xml", "csv"...; NULL: HTML */
	const char *body;             /* of a POST, NUL-terminated; else NULL */
	size_t body_n;                /* its bytes, without the NUL */
	const char *media;            /* its Content-Type; NULL: not given */
	const char *fetch_site;       /* Sec-Fetch-Site; NULL: not given */
	const char *origin, *referer; /* NULL: not given */
	const char *client; /* the reader's address; NULL: not given */
	bool strict, lenient, has_key; /* of the API: web/api.h */
	const char *today;             /* "2026-11-22", local time */
	long day;                      /* the same, in days since 1970-01-01 */
	double deadline;               /* ms, on the clock of request_is_late */
};

/* Begins a request: sets its day, and the deadline of what only improves the
 * answer (300 ms from now).  The environment overrides them for tests:
 * GUICHET_TODAY (a day), GUICHET_PATIENCE (milliseconds). */
void request_begin(struct request *, struct pool *);

/* Restarts that deadline: what had to be done first, such as loading the names
 * of places, does not count. */
void request_wait(struct request *);

/* The id of a request, for the log and the error page: the web server's, when
 * given is 32 hexadecimal digits, else a random one. */
void request_name(char name[33], const char *given);

/* Sets the address from the server's variables, which may be NULL. */
void request_set_url(struct request *, struct pool *, const char *uri,
    const char *query);

/* Whether the deadline has passed: what only improves the answer is then left
 * out. */
bool request_is_late(const struct request *);

/* Whether its address is of a portal, or of a host that is not the site's. */
bool request_is_of_portal(const struct request *);

/* Whether a page of the site at that address sent the body, according to
 * Sec-Fetch-Site; or to Origin, for browsers that lack it or do not send it
 * over plain http; or to Referer.  False without any of them. */
bool request_is_ours(const struct request *, const char *base_url);

/* The values of a declared parameter, by its name; n is 0 when it is absent. */
struct param_values request_values(const struct request *, const char *name);

/* Which page of a list is asked for: 1 when its address does not say. */
size_t request_page(const struct request *);

/*
 * Ignores a value that is well-formed but no longer means anything, such as a
 * category that was renamed: readers keep addresses for years, and the rest of
 * one is answered.  Appends <ignored> to asked, and removes the value from the
 * request, so that no address made afterwards carries it; a copy of
 * request_values keeps it.
 */
void request_ignore(const struct request *, struct pool *, xmlNodePtr asked,
    const char *name, const char *value);

/* Appends the values of its parameters to <asked>, as they are. */
void request_put_asked(const struct request *, xmlNodePtr asked);

/* Makes *to a copy of the request with another query string, read by that table
 * of parameters; all else, the path too, is shared.  RC_BAD_PARAM as
 * param_read. */
enum rc request_with_query(const struct request *, struct pool *,
    const struct param *, const char *query, struct request *to,
    struct param_fault *);

#endif
