#ifndef LISTS_H
#define LISTS_H

#include "db/query.h"

/* The small lists by which aids are described (audiences, types, steps,
 * categories...), held in memory: 150 rows. */

struct list_entry {
	const char *list; /* audience type step destination
					   recurrence theme category scale group;
					   "=audience" for another wording */
	unsigned id;
	const char *slug, *name;
	const char *parent, *parent_name; /* group of a type, theme of a
						   category; or NULL */
	char folded[128];
};

struct lists;

/* Reads them; NULL in *lists and the code on failure.  Freed by the caller. */
enum rc lists_load(struct db *, struct lists **);
void lists_free(struct lists *);

/* The entries, one list after the other, n of them. */
const struct list_entry *lists_all(const struct lists *, size_t *n);

/* By list and slug, id, or a wording of it (case and accents do not count);
 * NULL when there is none. */
const struct list_entry *lists_slug(const struct lists *, const char *list,
    const char *slug);
const struct list_entry *lists_id(const struct lists *, const char *list,
    unsigned id);
const struct list_entry *lists_name(const struct lists *, const char *list,
    const char *name);

#endif
