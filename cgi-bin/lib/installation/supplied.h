#ifndef SUPPLIED_H
#define SUPPLIED_H

#include "base/pool.h"
#include "db/db.h"

/*
 * Tables that come with Guichet, and that an administrator may replace as a
 * whole by their own.  A row of page_fragment notes where the one that is there
 * comes from.
 */
enum supplied_table { SUPPLIED_KEYWORDS, SUPPLIED_PROJECTS, SUPPLIED__MAX };

/* Its file, below the folder sql of the share folder. */
const char *supplied_file(enum supplied_table);

/* Notes that it was imported: that of the share folder or, with own set,
 * another file.  Fails as query_run does. */
enum rc supplied_note(struct db *, struct pool *, const char *share_dir,
    enum supplied_table, bool own);

enum supplied_state {
	SUPPLIED_SAME,    /* that of the share folder, as it is */
	SUPPLIED_OLDER,   /* as another version of Guichet had it, untouched */
	SUPPLIED_OWN,     /* the administrator's */
	SUPPLIED_UNKNOWN, /* nobody noted which */
};

/* Where the table that is there comes from.  Fails as query_run does, *state
 * untouched. */
enum rc supplied_look(struct db *, struct pool *, const char *share_dir,
    enum supplied_table, enum supplied_state *state);

#endif
