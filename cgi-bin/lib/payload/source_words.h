#ifndef SOURCE_WORDS_H
#define SOURCE_WORDS_H

#include "answers/fact.h"
#include "base/pool.h"

/* Sources and conditions (source.h) as a person reads them, in the pool.  What
 * no fact explains stays as it is written. */

/* plan.amount[funder=detr] to "financing: Amount (Funder: DETR)". */
char *source_words(struct pool *, const struct facts *, const char *source);

/* authority.kind=commune to "authority: Kind = Commune"; "" to "". */
char *source_condition_words(struct pool *, const struct facts *,
    const char *only_if);

#endif
