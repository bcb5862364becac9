#ifndef REQUEST_H
#define REQUEST_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/param.h"

/*
 * What a reader asks.  page.c fills it before the handler, which cannot change
 * it but by request_ignore; all of it lives in the pool of the request, as long
 * as the request.
 */
struct request {
	const char *method; /* "GET"; NULL: the server did not say */
	const char *url;    /* path and query as they came, for the page */
	const char *path;   /* decoded; "/?", of no route, when it cannot be */
	const char *query;  /* the raw query string; "" for none */
	const char *slug;   /* what the path has for {slug}; "" for none */
	const struct param *params;   /* that the page declares */
	struct param_values *values;  /* by the rows of params */
	const char *format;           /* "xml", "csv"...; NULL: HTML */
	const char *body;             /* of a POST, NUL-terminated; else NULL */
	size_t body_n;                /* its bytes, without the NUL */
	const char *media;            /* its Content-Type; NULL: not given */
	const char *fetch_site;       /* Sec-Fetch-Site; NULL: not given */
	const char *origin, *referer; /* NULL: not given */
	const char *client; /* the reader's address; NULL: not given */
	const char *today;  /* "2026-11-22", local time */
	long day;           /* the same, in days since 1970-01-01 */
	double deadline;    /* ms, on the clock of request_is_late */
};

/* Begins a request: sets its day, and the deadline of what only improves the
 * answer (300 ms from now).  The environment overrides them for tests:
 * GUICHET_TODAY (a day), GUICHET_PATIENCE (milliseconds). */
void request_begin(struct request *, struct pool *);

/* Sets that deadline again, from now: what was done before it was needed, such
 * as loading the names of places, is not counted. */
void request_wait(struct request *);

/* Names a request for the log and for the error page: as the server does, when
 * given is 32 hexadecimal digits, else by chance. */
void request_name(char name[33], const char *given);

/* Sets url, path and query from what the server gives, each NULL when it does
 * not. */
void request_set_url(struct request *, struct pool *, const char *uri,
    const char *query);

/* Whether the deadline is past: what only improves the answer is then left
 * out. */
bool request_is_late(const struct request *);

/* Whether a page of the site of that address sent the body, by what browsers
 * say of it: Sec-Fetch-Site; from those that have it not, or do not say it to
 * plain http, Origin; else Referer.  False of what says none of them. */
bool request_is_ours(const struct request *, const char *base_url);

/* The values of a declared parameter, by its name; n is 0 when it is absent. */
struct param_values request_values(const struct request *, const char *name);

/*
 * Leaves out a value that is well-formed and means nothing here any more: a
 * category that was renamed, a programme that ended.  Addresses are kept for
 * years, and the rest of one is answered.  Appends <ignored> to asked, and
 * takes the value off the request, for no address made afterwards to carry it;
 * a copy of request_values keeps it.
 */
void request_ignore(const struct request *, struct pool *, xmlNodePtr asked,
    const char *name, const char *value);

/* Appends the values of its parameters to <asked>, for a page that says nothing
 * more about them. */
void request_put_asked(const struct request *, xmlNodePtr asked);

/* The same request, asking what another query string says by its table of
 * parameters; all else, its path too, is shared.  RC_BAD_PARAM as
 * param_read. */
enum rc request_with_query(const struct request *, struct pool *,
    const struct param *, const char *query, struct request *to,
    struct param_fault *);

#endif
