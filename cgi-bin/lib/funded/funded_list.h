#ifndef FUNDED_LIST_H
#define FUNDED_LIST_H

#include "aids/aid_form.h"

/* Funded projects on pages. */

/* Beside a list of aids: appends the best three, and a link to the others. */
enum rc funded_list_near(struct context *, const struct request *,
    struct response *, const struct aid_parts *, const struct question *);

/* On their own page: appends the best 50, or what the question lacks
 * (<no-words>, <no-place>, <wide-place>), and links. */
enum rc funded_list_put(struct context *, const struct request *,
    struct response *, const struct aid_parts *, const struct question *);

#endif
