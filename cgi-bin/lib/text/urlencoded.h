#ifndef URLENCODED_H
#define URLENCODED_H

#include <stddef.h>

#include "base/pool.h"
#include "base/rc.h"

/* The body that an HTML form sends: application/x-www-form-urlencoded. */
struct urlencoded_field {
	const char *name, *value; /* decoded; text that XML can carry */
};

struct urlencoded {
	struct urlencoded_field *field; /* in the order of the body */
	size_t n;
};

/* Decodes a body of at most 600 fields, in the pool; CR LF becomes LF,
 * and what is hidden in a value goes (str_drop_hidden).  RC_BAD_PARAM, not
 * logged, for what is no such body or is not UTF-8. */
enum rc urlencoded_read(struct pool *, const char *body, struct urlencoded *);

/* The first field of that name; NULL when there is none. */
const char *urlencoded_get(const struct urlencoded *, const char *name);

#endif
