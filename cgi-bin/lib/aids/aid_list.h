#ifndef AID_LIST_H
#define AID_LIST_H

#include "aids/aid_form.h"
#include "question/question_read.h"

/* A list of aids, as a page or for machines. */

/*
 * Appends <aids>, the answer to the question: a page of rendered cards with the
 * words that were asked marked, or facts in the other formats.  Sets the total
 * and the facets, when they are wanted, of the question; aids that it says are
 * shown above have no card, and count all the same.  Past the last
 * page, readers have the last one, and <ignored> says so; for machines it is
 * RC_NOT_FOUND.
 */
enum rc aid_list_put(struct context *, const struct request *,
    struct response *, const struct aid_parts *, struct question *);

/* Appends <relax>, after aid_list_put: which criteria to take off when little
 * was found, or where to look around, with the total that each leaves. */
enum rc aid_list_relax(struct context *, const struct request *,
    struct response *, const struct question *);

/* Appends <links>: what the addresses of the same list in other formats begin
 * with, and but for a page, which adds the rest itself, one in each of the
 * formats; the last is NULL. */
void aid_list_links(struct pool *, const struct request *, struct response *,
    const char *const *formats);

/* Adds the ids of n hits to the arguments of queries, as "ids". */
const struct value *aid_list_ids(struct context *, const struct rank_hit *,
    size_t n);

/* Appends <aids> with all facts of the aids of "ids"; *aids is that element. */
enum rc aid_list_facts(struct context *, struct response *, xmlNodePtr *aids);

#endif
