#ifndef PROJECT_KINDS_H
#define PROJECT_KINDS_H

#include <stddef.h>

#include "base/pool.h"
#include "base/rc.h"
#include "db/query.h"

/*
 * General kinds of aids, rows of the table project_kind: a name ("Bâtiment
 * public") and its wordings, separated by "|".  A kind of project names in
 * brackets, among its own wordings, those to which it belongs: "école |
 * [Bâtiment public]".
 */
enum { PROJECT_KINDS = 200 };

struct project_kinds {
	struct project_kind {
		const char *name, *wordings;
	} kind[PROJECT_KINDS];
	size_t n;
};

/* Loads them; they live in the pool.  Otherwise the code of the query that
 * failed. */
enum rc project_kinds_load(struct db *, struct pool *, struct project_kinds *);

/* The kind of a name of n bytes; NULL when there is none. */
const struct project_kind *project_kinds_find(const struct project_kinds *,
    const char *name, size_t n);

/* The next name in brackets of a text, its length in *n; NULL when there is
 * none, *text then untouched; otherwise *text is what follows the brackets. */
const char *project_kinds_next(const char **text, size_t *n);

/* The text, in the pool, with the wordings of each kind in place of its name; a
 * name of no kind is a wording as any other. */
const char *project_kinds_spell(struct pool *, const struct project_kinds *,
    const char *text);

#endif
