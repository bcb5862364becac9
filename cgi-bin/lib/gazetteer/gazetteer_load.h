#ifndef GAZETTEER_LOAD_H
#define GAZETTEER_LOAD_H

#include <time.h>

#include "db/db.h"
#include "gazetteer/gazetteer.h"

/* The names of places that the database has, kept by a program for many
 * requests: zeroed at first, emptied by gazetteer_forget. */
struct gazetteer_kept {
	struct gazetteer *names; /* NULL until they are wanted */
	long long version;
	bool is_current; /* of the version of the data that is read */
	time_t again;    /* when to try again to read newer names; 0: now */
};

/* Loads the names when none are kept, or when those of the database are newer,
 * which takes a quarter of a second of processor; asks for their version only
 * after gazetteer_doubt.  When that fails, names of before do for some seconds.
 * RC_OK, and kept->names can be read until the next call; otherwise, without
 * any, the code of the query that failed. */
enum rc gazetteer_want(struct gazetteer_kept *, struct db *);

/* The data is of another version, and so may the names be. */
void gazetteer_doubt(struct gazetteer_kept *);

void gazetteer_forget(struct gazetteer_kept *);

#endif
