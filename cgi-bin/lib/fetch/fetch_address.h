#ifndef FETCH_ADDRESS_H
#define FETCH_ADDRESS_H

#include <stdbool.h>

/* Addresses of HTTP(S), read by libcurl's own reader, which also connects: no
 * two readings can differ. */

enum { FETCH_ADDRESS = 2000 };

struct fetch_address {
	char url[FETCH_ADDRESS];   /* as it is asked: no fragment; numbers of
				  * hosts as four decimal ones */
	char scheme[8], host[256]; /* lower-case; IPv6 without brackets */
	char origin[300];          /* "https://example.org:443" */
	char shown[600]; /* what may be logged: "https://example.org/path", its
			  * path cut when it is long */
};

/* Reads an address, or one that is relative to base.  Returns NULL, or what is
 * wrong, untranslated (N_), and then the address is not to be read. */
const char *fetch_address_read(struct fetch_address *, const char *url,
    const char *base);

/* Whether both are of the same scheme, host and port, so that what is secret to
 * one may be told to the other. */
bool fetch_address_is_near(const char *a, const char *b);

#endif
