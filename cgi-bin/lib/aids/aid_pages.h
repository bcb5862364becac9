#ifndef AID_PAGES_H
#define AID_PAGES_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/request.h"

/* The pages of a list of aids: eighteen aids for readers and in XML, a
 * hundred in a feed (RFC 5005), and all of them in a table or a calendar:
 * 2,000 at most for readers, 200,000 in the tables that the administrator's
 * command makes (GUICHET_WHOLE). */

bool aid_pages_is_feed(const struct request *);

/* How many of the best hits a page, from 1, needs. */
size_t aid_pages_limit(const struct request *, size_t page);

/* How many of total hits that page shows, and in *from the first of them. */
size_t aid_pages_window(const struct request *, size_t total, size_t page,
    size_t *from);

/* The last page of so many hits, from 1; without a hit there is one. */
size_t aid_pages_last(const struct request *, size_t total);

/* Sets on <aids> how many there are, of which so many are shown one by one;
 * unless it is whole, the addresses of the list for readers (@base) and of the
 * pages beside this one; of a feed also those of its first and last. */
void aid_pages_put(struct pool *, const struct request *, xmlNodePtr aids,
    size_t total, size_t shown, size_t page);

#endif
