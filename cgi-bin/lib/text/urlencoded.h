#ifndef URLENCODED_H
#define URLENCODED_H

#include <stddef.h>

#include "base/pool.h"
#include "base/rc.h"

/* What an HTML form sent: application/x-www-form-urlencoded, as it came. */
struct urlencoded_field {
	const char *name, *value; /* decoded; text that XML can carry */
};

struct urlencoded {
	struct urlencoded_field *field; /* in the order of the page */
	size_t n;
};

/* Reads the body, of at most 600 fields.  RC_BAD_PARAM for what is no such
 * body, or no UTF-8; lines end in LF alone. */
enum rc urlencoded_read(struct pool *, const char *body, struct urlencoded *);

/* The first field of that name; NULL when there is none. */
const char *urlencoded_get(const struct urlencoded *, const char *name);

#endif
