#ifndef API_RECORD_H
#define API_RECORD_H

#include "aids/aid_served.h"
#include "api/api_fields.h"
#include "web/context.h"

/* Aids as the API serves them, with the keys that are wanted. */

/* What was rendered of n aids, in their order. */
struct api_records {
	const struct api_fields *fields;
	struct result record, texts;
};

/* Reads those of n ids.  Errors as query_run. */
enum rc api_records_read(struct context *, const struct api_fields *,
    const struct value *ids, size_t n, struct api_records *);

/* Appends the one of that row, as JSON; returns its id. */
long long api_records_put(const struct api_records *, const char *base,
    unsigned row, struct buf *out);

/* Appends one; its texts are left out unless they are wanted. */
void api_record_put(const char *base, const struct api_fields *,
    struct aid_served, struct buf *out);

#endif
