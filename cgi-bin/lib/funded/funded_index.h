#ifndef FUNDED_INDEX_H
#define FUNDED_INDEX_H

#include "db/db.h"
#include "index/words.h"

/* Builds the posting lists of funded.h again from all funded projects, within
 * the caller's transaction.  Fails as query_run does. */
enum rc funded_index(struct db *, struct words *);

#endif
