#ifndef FETCH_EXCHANGE_H
#define FETCH_EXCHANGE_H

#include <stdbool.h>
#include <stdio.h>

#include <curl/curl.h>

#include "fetch/fetch_call.h"

/* One exchange of HTTP, redirects not followed, within the rules of fetch.h:
 * for fetch.c alone. */

/* Which rule ended it; libcurl knows but that it was ended. */
enum fetch_stop {
	FETCH_STOP_NOT,
	FETCH_STOP_LARGE,
	FETCH_STOP_HEAD, /* too many headers */
	FETCH_STOP_DISK, /* see error */
	FETCH_STOP_PRIVATE
};

struct fetch_exchange {
	CURL *curl;
	const struct fetch_how *how; /* no 0 in it */
	const struct fetch_want *want;
	FILE *to;                       /* empty; NULL: nothing is kept */
	const struct fetch_address *at; /* what is asked */
	bool strays; /* the headers are not for who is asked */
	bool posts;
	bool heads;    /* a HEAD */
	double end_ms; /* of clock_ms: when time is over */
	/* what came */
	const char *proxy; /* by which it was asked; "": none */
	enum fetch_stop stop;
	int error;
	long status;              /* 0: none */
	unsigned long long bytes; /* of the document */
	bool headed;              /* its headers are whole */
	size_t head, lost;        /* bytes that are none of it */
	struct curl_slist *list;  /* the headers, while it lasts */
};

CURLcode fetch_exchange(struct fetch_exchange *);

/* The same in two parts, for who has several under way (fetch_visits.c): the
 * handle is ready to be performed, and how that ended is what it comes to. */
void fetch_exchange_begin(struct fetch_exchange *);
CURLcode fetch_exchange_end(struct fetch_exchange *, CURLcode);

/* Whether a document comes with that status. */
bool fetch_exchange_is_document(long status);

/* Empties a file; false when it cannot be written, as errno says. */
bool fetch_exchange_empty(FILE *);

/* Neither NULL nor "". */
bool fetch_exchange_is_said(const char *);

#endif
