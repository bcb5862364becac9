#ifndef SOURCE_KNOWN_H
#define SOURCE_KNOWN_H

#include "answers/answers.h"
#include "ds/champ_check.h"
#include "payload/source_parse.h"

/* What one fact that is known says: to the condition of a source, to a champ.
 * The sources must have been parsed (sources_parse). */

/* What is known of the fact, of that line when it is of a list; NULL. */
const struct known *source_known(const struct answers *, const struct fact *,
    int line);

/* Whether one of what is known (NULL: nothing) is among the values, joined by
 * "|". */
bool source_any_is(const struct known *, const char *values);

/* Whether the condition of the source holds; line: of a list, else -1. */
bool source_holds(const struct answers *, const struct source *, int line);

/* As a person reads it, in the pool. */
const char *source_shown(struct pool *, const struct fact *,
    const struct known *);

/* One fact in the shape of the champ, a new reference; NULL when it cannot say
 * anything there.  A constant likewise. */
json_t *source_shape(struct champ_check *, const struct champ *,
    const struct fact *, const struct known *);
json_t *source_constant(const struct champ *, const char *constant);

#endif
