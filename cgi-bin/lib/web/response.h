#ifndef RESPONSE_H
#define RESPONSE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/rc.h"
#include "web/fcgi.h"

/* What leaves: the only room that writes HTTP. */
struct response {
	enum rc rc;
	const char *media;    /* Content-Type */
	const char *etag;     /* quoted; NULL: not to be kept */
	const char *location; /* of RC_MOVED, RC_SEE_OTHER */
	const char *filename; /* offered name of a download, or NULL */
	bool own;             /* of this reader: his browser alone keeps
					   it, to go back to */
	bool head;            /* HEAD: no body */
	bool post;            /* a page that takes a POST alone */
};

/* The HTTP status of a code. */
int response_status(enum rc);

/* Sends the whole answer; false when the server went away before its end. */
bool response_send(struct fcgi *, const struct response *,
    const struct buf *body);

#endif
