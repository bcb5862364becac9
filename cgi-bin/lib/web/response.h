#ifndef RESPONSE_H
#define RESPONSE_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/buf.h"
#include "base/rc.h"
#include "fcgi/fcgi.h"
#include "web/param.h"

/*
 * The response while it is made: the document that a handler appends to, then
 * the headers.  response.c is the only file that writes HTTP.
 */
struct response {
	xmlNodePtr root;  /* <page>, of the document */
	xmlNodePtr asked; /* its <asked>: what was understood */
	/* Set by a handler. */
	const char *location;     /* of RC_MOVED, RC_SEE_OTHER */
	struct param_fault fault; /* of RC_BAD_PARAM */
	const char *filename;     /* offered name of a download; NULL: that of
				   * download.h */
	const char *about;        /* what a download is of, such as a period;
				   * NULL: see download.h */
	enum query_id suggest;    /* whose rows help on a 404 page; or Q_NONE */
	bool is_private;          /* made for one reader: only the browser may
				   * store it, to go back to */
	bool passes;              /* for this reader: nginx must not cache it */
	bool unwell;              /* a page that reports a problem: 503 */
	const char *bytes; /* of a picture, instead of the document, with its
			    * media; NULL: none */
	size_t bytes_n;
	bool is_secret; /* private, and its address is a key: no browser may
			 * store it either */
	bool no_store;  /* partial, or of a POST: nobody may store it */
	char *count; /* what is to be counted of it: count.h; NULL: nothing */
	const char *links; /* the value of Link, of the API; NULL: none */
	/* Of the API: what was left out of the query string; NULL: nothing. */
	const struct param_fault *ignored;
	/* Which of the errors of that status it is, as a word that
	 * xsl/web/error-api.xsl explains, NULL: any; and in how many seconds
	 * to ask again, of RC_UNAVAILABLE, 0: ten. */
	const char *why;
	int retry_after;
	/* Set by page.c. */
	enum rc rc;
	const char *sites; /* whose pages may frame it: origins; NULL: none, as
			      the web server says, or an error itself */
	const char *media; /* Content-Type */
	const char *etag;  /* quoted; NULL: not to be stored */
	bool head;         /* of a HEAD: no body */
	const char *headers; /* lines of the API; NULL: none */
	bool post_only;      /* a page that takes a POST alone: for Allow */
};

/* Refuses a value that is well-formed but unknown: sets the fault of the error
 * page, and returns RC_BAD_PARAM.  The texts must outlive the request's
 * handler; value may be NULL (not shown), reason is as in param_fault. */
enum rc response_refuse(struct response *, const char *name, const char *value,
    const char *reason);

/* The HTTP status of a code. */
int response_status(enum rc);

/* Sends headers and body; logged when the server closed the connection
 * early. */
void response_send(struct fcgi *, const struct response *,
    const struct buf *body);

#endif
