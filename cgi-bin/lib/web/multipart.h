#ifndef MULTIPART_H
#define MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"
#include "base/rc.h"

/* What an HTML form with a file sends: multipart/form-data (RFC 7578). */
struct multipart_part {
	const char *name; /* of its field */
	const char *file; /* of the file, as the browser says it; or NULL */
	const char *data; /* in the body: of any bytes, without a NUL after */
	size_t n;
};

enum { MULTIPART_PARTS = 16 };

struct multipart {
	struct multipart_part part[MULTIPART_PARTS];
	size_t n;
};

/* Whether that Content-Type, which may be NULL, is one of such a body. */
bool multipart_is(const char *media);

/* Finds the parts of a body of n bytes, which the parts point into.
 * RC_BAD_PARAM, not logged, for what is no such body, is cut, or has more than
 * MULTIPART_PARTS parts. */
enum rc multipart_read(struct pool *, const char *media, const char *body,
    size_t n, struct multipart *);

/* The first part of that name; NULL when there is none. */
const struct multipart_part *multipart_get(const struct multipart *,
    const char *name);

#endif
