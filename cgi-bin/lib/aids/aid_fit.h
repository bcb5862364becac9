#ifndef AID_FIT_H
#define AID_FIT_H

#include "question/question_read.h"

/*
 * Whether an aid is for the place and the structure of its address, which come
 * along from the results: the list's parameters are those of an aid's page, so
 * that no cookie is needed and the way back is known.
 */

/* The query string, with its "?", that takes what was asked of a list to the
 * pages of its aids, in the pool; "" when nothing was asked. */
const char *aid_fit_query(struct pool *, const struct request *);

/*
 * Of an aid's page: appends <back>, the way to the results, when the address
 * comes from them; and <fit>, with what the aid says to each place and to the
 * structure, when one is given.  A place that must be asked again is left out.
 * *perimeter is the place, when there is just one, else 0.
 */
enum rc aid_fit_put(struct context *, const struct request *, struct response *,
    struct corpus *, uint32_t id, uint32_t *perimeter);

#endif
