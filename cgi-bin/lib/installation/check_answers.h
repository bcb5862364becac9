#ifndef CHECK_ANSWERS_H
#define CHECK_ANSWERS_H

#include <stdbool.h>

#include "base/pool.h"

/*
 * Whether a program answers on its socket: asks it for a page as nginx does, by
 * FastCGI, and waits for 5 seconds.  NULL when it does, even with a 404;
 * otherwise what is wrong, in the language chosen, in the pool.  *listens says
 * whether the socket was open all the same.
 */
const char *check_answers_socket(struct pool *, const char *path,
    bool *listens);

/* What else an answer of the site tells. */
struct answers_site {
	bool is_nginx;     /* of its own words */
	bool shows_counts; /* readers get what is only for nginx's log */
	long long ends;    /* of its certificate, in seconds since 1970; 0: none
			    */
};

/*
 * The same of the server at the address of the site, "http://localhost:8080":
 * whether this very Guichet answers there, by the address of its styles that
 * its pages name, "" when it is not known.  For https its certificate must
 * be valid.  *seen, unless it is NULL, is what was seen at that.
 */
const char *check_answers_site(struct pool *, const char *address,
    const char *style, struct answers_site *seen);

/* Whether the server at the address lets readers have the header Guichet-Count,
 * which conf/nginx-fastcgi.conf hides: it has not read its files again since
 * they came. */
bool check_answers_counts(struct pool *, const char *address);

/* The host to which the server at that address leads who asks it under a name
 * of no site, by http, in the pool; NULL when it leads nowhere. */
const char *check_answers_stranger(struct pool *, const char *address);

/* The same of a page, by its whole address: it answers 200, in these styles. */
const char *check_answers_page(struct pool *, const char *url,
    const char *style);

/* The same of an address that gives a file: its bytes are those of the file of
 * that path, of 1 MB at most. */
const char *check_answers_file(struct pool *, const char *url,
    const char *path);

#endif
