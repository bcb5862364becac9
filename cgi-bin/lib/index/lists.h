#ifndef LISTS_H
#define LISTS_H

#include "db/query.h"

/* The small lists that describe aids (audiences, types, steps, categories...),
 * in memory: 150 rows. */

struct list_entry {
	/* audience, type, step, destination, recurrence, theme, category,
	 * scale or group; "=audience" for another wording of one. */
	const char *list;
	unsigned id;
	const char *slug, *name;
	/* Slug and name of the group of a type, of the theme of a category;
	 * NULL for others. */
	const char *parent, *parent_name;
	char folded[128]; /* the name, as str_fold has it */
};

struct lists;

/* Reads them.  The caller frees them; NULL is ignored.  On failure, as
 * query_run, *lists is as it was. */
enum rc lists_load(struct db *, struct lists **);
void lists_free(struct lists *);

/* All *n entries, one list after another. */
const struct list_entry *lists_all(const struct lists *, size_t *n);

/* The entry of a list by its slug, its id, or its name in any wording (case and
 * accents are ignored); NULL when there is none, or no lists.  It lasts as
 * long as the lists. */
const struct list_entry *lists_slug(const struct lists *, const char *list,
    const char *slug);
const struct list_entry *lists_id(const struct lists *, const char *list,
    unsigned id);
const struct list_entry *lists_name(const struct lists *, const char *list,
    const char *name);

/* The entry whose name the text ends with, after other words: the longest; or
 * NULL. */
const struct list_entry *lists_name_at_end(const struct lists *,
    const char *list, const char *text);

/* The same by its name; and a category by "Thème / Catégorie" or
 * "Thème|Catégorie" too, as AT writes it: names hold " / " themselves, and what
 * stands before a category is none.  The pool holds what is read meanwhile. */
const struct list_entry *lists_name_or_path(const struct lists *, struct pool *,
    const char *list, const char *text);

#endif
