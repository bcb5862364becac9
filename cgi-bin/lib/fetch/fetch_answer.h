#ifndef FETCH_ANSWER_H
#define FETCH_ANSWER_H

#include <curl/curl.h>

#include "fetch/fetch_call.h"

/* Reads what libcurl says of an answer, for fetch.c alone. */

/* The headers to keep; an address of Link is relative to that of the
 * answer. */
void fetch_answer_keep(CURL *, const char *address, struct fetch_got *);

/* The address of rel=next in a value of Link, in next[size]; "" when there is
 * none that fits. */
void fetch_answer_next(const char *link, char *next, size_t size);

/* Where a redirect leads, as it says it; "" when it does not. */
const char *fetch_answer_location(CURL *);

/* Seconds that Retry-After asks to wait, a number of them or a date; 0 when it
 * asks nothing. */
long fetch_answer_pause(CURL *);

/* How it ends when there is no document. */
struct fetch_verdict {
	enum fetch_end end;
	bool again;               /* it may pass: worth another try now */
	const char *fault, *mend; /* untranslated (N_) */
	char reason[100];         /* in words of machines; "": none */
};

/* Of a status of HTTP that brings no document. */
struct fetch_verdict fetch_answer_status(long status);

/* Of an exchange that broke, by a proxy or not. */
struct fetch_verdict fetch_answer_broken(CURL *, CURLcode, bool proxied);

/* Whether it broke for no authority known here vouches for the certificate: in
 * a browser one does, when the server left out those between them. */
bool fetch_answer_is_unvouched(CURL *, CURLcode);

#endif
