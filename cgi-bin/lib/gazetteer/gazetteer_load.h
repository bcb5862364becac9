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
	char *file;      /* where processes share them (gazetteer_file.h), of
			  * malloc; NULL: nowhere */
	bool plain;      /* only what tells of each place: a third of the
			  * memory, and nothing finds one but its index or
			  * id; such names are not shared */
};

/* Takes the names from the file, or else loads them, which takes half a second
 * of processor, when none are kept or those of the database are newer; asks for
 * their version only after gazetteer_doubt.  When that fails, names of before
 * do for some seconds.
 * RC_OK, and kept->names can be read until the next call; otherwise, without
 * any, the code of the query that failed. */
enum rc gazetteer_want(struct gazetteer_kept *, struct db *);

/* The names as the database has them, when some are kept; NULL when it has to
 * be asked instead: a process of one request loads none.  kept may be NULL. */
const struct gazetteer *gazetteer_at_hand(struct gazetteer_kept *, struct db *);

/* The data is of another version, and so may the names be.  NULL is ignored. */
void gazetteer_doubt(struct gazetteer_kept *);

void gazetteer_forget(struct gazetteer_kept *);

#endif
