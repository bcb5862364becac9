#ifndef RC_H
#define RC_H

/*
 * What a function that can fail returns.  The call that fails logs once, with
 * its subject; callers only pass the code up.  response.c alone knows which
 * HTTP status each one is.
 */
enum rc {
	RC_OK,
	RC_EMPTY,        /* nothing is to be said: 204 */
	RC_UNCHANGED,    /* the reader's copy is still right: 304 */
	RC_MOVED,        /* another address: 301 */
	RC_SEE_OTHER,    /* what was asked is made, and is there: 303 */
	RC_BAD_PARAM,    /* a value from outside is wrong: 400 */
	RC_UNAUTHORIZED, /* who asks did not say who they are: 401 */
	RC_NOT_FOUND,    /* 404 */
	RC_METHOD,       /* 405 */
	RC_GONE,         /* it was there, and was withdrawn: 410 */
	RC_MISDIRECTED,  /* asked by a host name that is nobody's here: 421 */
	RC_TOO_LONG,     /* the query string is over its limit: 414 */
	RC_TOO_LARGE,    /* the body is: 413 */
	RC_UNAVAILABLE,  /* the database cannot answer now: 503 */
	RC_FAIL,         /* ours: 500 */
	RC__MAX
};

#endif
