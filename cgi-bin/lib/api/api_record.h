#ifndef API_RECORD_H
#define API_RECORD_H

#include "aids/aid_served.h"
#include "api/api_fields.h"
#include "web/context.h"

/* Aids as the API serves them, with the keys that are wanted. */

/* Appends those of n ids, in their order, with a comma between, as JSON.
 * Errors as query_run. */
enum rc api_records_put(struct context *, const struct api_fields *,
    const struct value *ids, size_t n, struct buf *out);

/* Appends one; its texts are left out unless they are wanted. */
void api_record_put(const char *base, const struct api_fields *,
    struct aid_served, struct buf *out);

#endif
