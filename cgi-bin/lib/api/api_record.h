#ifndef API_RECORD_H
#define API_RECORD_H

#include "api/api_fields.h"
#include "web/context.h"

/* Aids as the API serves them: what was rendered when they changed. */

/* Appends those of n ids, in their order, with a comma between, as JSON.
 * Errors as query_run. */
enum rc api_records_put(struct context *, const struct api_fields *,
    const struct value *ids, size_t n, struct buf *out);

/* Appends one, of the two columns that a row has of it. */
void api_record_put(const char *base, const struct api_fields *,
    const struct value *record, const struct value *texts, struct buf *out);

#endif
