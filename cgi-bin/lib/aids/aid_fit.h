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
 * Who asks, for the application to begin with, and what the aid says to them.
 */
struct aid_asker {
	uint32_t perimeter;    /* the place, when there is just one; else 0 */
	const char *structure; /* the slug, when there is just one; else NULL */
	bool no;               /* the aid is not for one of them */
	const char *carry;     /* both, for other pages: question_carry */
};

/*
 * Of an aid's page: appends <back>, the way to the results, when the address
 * comes from them; and <fit>, with what the aid says to each place and to the
 * structure, when one is given; both go on in <asked> (question_carry).  A
 * place that must be asked again is left out, and <ignored> says so.
 */
enum rc aid_fit_put(struct context *, const struct request *, struct response *,
    struct corpus *, uint32_t id, struct aid_asker *);

#endif
