#ifndef AID_SERVED_H
#define AID_SERVED_H

#include "base/buf.h"
#include "db/query.h"

/*
 * An aid as the API serves it.  It was rendered when the aid changed, without
 * its last brace (xsl/index/fragment-record.xsl); signs that no text has stand
 * for what it is now: the address of the site (U+FDD0), whether it is open
 * (U+FDD1), how it stands (U+FDD2), the number of its revision (U+FDD3).
 */
struct aid_served {
	const struct value *record, *texts; /* texts: NULL, without them */
	const struct value *status, *number;
};

/* Appends it, signs filled in, without its last brace. */
void aid_served_put(struct buf *, const char *base, const struct aid_served *);

#endif
