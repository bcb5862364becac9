#ifndef GENERAL_KINDS_H
#define GENERAL_KINDS_H

#include <stddef.h>

#include "base/pool.h"
#include "base/rc.h"
#include "db/query.h"

/*
 * General kinds, rows of the table project_kind: a name ("Bâtiment public") and
 * its wordings, separated by "|".  A project type names in brackets, among its
 * own wordings, those to which it belongs: "école | [Bâtiment public]".
 */
enum { GENERAL_KINDS = 200 };

struct general_kinds {
	struct general_kind {
		const char *name, *wordings;
	} kind[GENERAL_KINDS];
	size_t n;
};

/* Loads them; they live in the pool.  Otherwise the code of the query that
 * failed. */
enum rc general_kinds_load(struct db *, struct pool *, struct general_kinds *);

/* The kind of a name of n bytes; NULL when there is none. */
const struct general_kind *general_kinds_find(const struct general_kinds *,
    const char *name, size_t n);

/* The text, in the pool, with the wordings of each kind in place of its name; a
 * name of no kind is a wording as any other. */
const char *general_kinds_spell(struct pool *, const struct general_kinds *,
    const char *text);

#endif
