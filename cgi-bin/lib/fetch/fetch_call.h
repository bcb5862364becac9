#ifndef FETCH_CALL_H
#define FETCH_CALL_H

#include <stdbool.h>

#include "fetch/fetch_address.h"

/* What a call of the client takes and what it gives: fetch.h says the rules. */

/* How; texts must outlive the client.  0 and NULL are the usual. */
struct fetch_how {
	const char *agent; /* "Guichet/0.9.0 (+https://aides.example.fr)" */
	const char *proxy; /* "http://proxy.example:3128"; "" or NULL: what the
			    * environment says.  Hosts of $no_proxy are asked
			    * without one. */
	const char *authorities; /* a file of certificates of authorities, in
				  * place of the system's */
	bool private_allowed;    /* documents of private networks are taken */
	unsigned slow_seconds;   /* so long under 1 kB/s ends it: 30 */
	unsigned pause_ms;       /* before the second try: 1000 */
};

/* What is asked for. */
struct fetch_want {
	const char *address;
	const char *const *header;   /* "X-AUTH-TOKEN: abc"..., NULL at the end;
				    * or NULL.  Kept secret. */
	const char *post;            /* the body of a POST; NULL: a GET */
	const char *etag, *modified; /* of what is there already: asks whether
				      * it is another; NULL or "": not asked */
	unsigned long long max_bytes;
	unsigned max_seconds; /* for all, tries and pauses included */
};

enum fetch_end {
	FETCH_FETCHED, /* it is whole */
	FETCH_SAME,    /* 304: it is what is there already */
	FETCH_FAILED,  /* it may be there later */
	FETCH_REFUSED  /* it will not be there until someone does something: a
			* 4xx, a certificate, a limit, a rule */
};

/* What came.  A header that is absent, too long for its place, or of what no
 * text may hold, is "". */
struct fetch_got {
	enum fetch_end end;
	long status;                  /* of HTTP, the last; 0: none came */
	char etag[200], modified[60]; /* as they were sent, for the next time */
	char type[100];               /* Content-Type */
	char next[FETCH_ADDRESS];     /* Link: rel=next, a whole address.  It
				       * may be of another host: see
				       * fetch_address_is_near. */
	char data_version[60];        /* X-Data-Version, of a Guichet */
	unsigned long long bytes;     /* of the document, unpacked */
	char why[800]; /* one sentence, and what to do, translated; "" after
			* FETCH_FETCHED and FETCH_SAME */
};

/* How a visit of an address ended: fetch_visits.h. */
struct fetch_seen {
	const char *address; /* as it was given */
	enum fetch_seen_end {
		FETCH_SEEN_THERE, /* a 2xx */
		FETCH_SEEN_AWAY,  /* it is not there, or not now */
		FETCH_SEEN_UNSURE /* the server, or a proxy, tells nothing of
				    * it: 401, 403, 429... */
	} end;
	long status;             /* of HTTP, the last; 0: none came */
	char url[FETCH_ADDRESS]; /* where redirects led; "": no address */
	bool is_permanent;       /* each of these was (301, 308) */
	long pause;              /* seconds for which to leave it alone, or 0 */
	bool is_unreached;       /* no server answered */
	char why[300]; /* translated, no full stop; "" of what is there */
};

#endif
