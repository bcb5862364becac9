#ifndef URLENCODED_H
#define URLENCODED_H

#include <stddef.h>

#include "base/pool.h"
#include "base/rc.h"

/* What an HTML form sent: application/x-www-form-urlencoded, as it came. */
struct form_field {
	const char	*name, *value;	/* decoded; text that XML can carry */
};

struct form {
	struct form_field *field;	/* in the order of the page */
	size_t		 n;
};

/* Reads the body, of at most 600 fields.  RC_BAD_PARAM for what is no such
 * body, or no UTF-8; lines end in LF alone. */
enum rc form_read(struct pool *, const char *body, struct form *);

/* The first field of that name; NULL when there is none. */
const char *form_get(const struct form *, const char *name);

#endif
