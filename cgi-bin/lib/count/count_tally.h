#ifndef COUNT_TALLY_H
#define COUNT_TALLY_H

#include <stdint.h>

#include "count/count_known.h"
#include "count/count_line.h"
#include "db/db.h"

/* What the lines of a batch add to the tables count_search, count_word,
 * count_place, count_aid and count_page. */
struct count_tally;

/* The caller frees it; NULL is ignored. */
struct count_tally *count_tally_new(void);
void count_tally_free(struct count_tally *);

/* Adds a line, of the network of that bit (count_month.h).  False when it is of
 * a portal, an aid, a backer or a programme that is not known, and then it adds
 * nothing; a territory that is not known is left out alone. */
bool count_tally_add(struct count_tally *, const struct count_known *,
    const struct count_line *, uint64_t network);

/* Adds all that to the tables.  Errors as query_run. */
enum rc count_tally_write(const struct count_tally *, struct db *);

#endif
