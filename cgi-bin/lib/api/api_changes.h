#ifndef API_CHANGES_H
#define API_CHANGES_H

#include "web/route.h"

/*
 * What changed since, for a caller who keeps a copy: aids in the order of their
 * changes, each once, as it is now, and a tombstone for one that closed or was
 * withdrawn.  Whoever starts with "updated_after=0", or with the date of a bulk
 * file, and goes on with the cursor of each answer has what GET /api/aids/
 * lists.
 *
 * A cursor is "BASE-VERSION-ID": of which base, and the last change that its
 * owner has, by the version of the data and the aid.  It does not depend on the
 * clock.
 */
#define API_CHANGES_ROWS \
	{ \
		.name = "updated_after", .type = PARAM_TEXT, .max = 60, \
		.strict = true, .check = api_cursor_check \
	}

/* A cursor as it is written, of any base; or a day that has come. */
const char *api_cursor_check(const char *s);

/* GET /api/aids/?updated_after=: <answer> with @cursor, and
 * <ready> or <gone> of each.
 * RC_BAD_PARAM for a cursor of another base, or of the future. */
route_handler api_changes;

#endif
