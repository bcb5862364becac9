#ifndef SOURCE_PROPOSE_H
#define SOURCE_PROPOSE_H

#include "ds/demarche.h"

/*
 * Proposals: a source for each champ that the administrator said nothing of,
 * from the table fact_label.  The first line that fits is taken: its types name
 * the champ's, its words are in the label and its unwanted ones are not, and a
 * title over the champ has the words of its section.  A champ of a block is
 * proposed a column of the list that is its block's source, or nothing.
 * Annotations are the administration's: never.
 *
 * A label that names a department, "(79 - Deux-Sèvres)", adds it to the
 * condition.
 */

/* A line of fact_label. */
struct hint {
	const char *fact, *types, *wanted, *unwanted, *section, *only_if;
};

/* The sources that n hints propose for the démarche, in the pool; *count of
 * them.  Champs with a confirmed source have none. */
struct source *source_proposals(struct pool *, const struct demarche *,
    const struct hint *, size_t n, size_t *count);

/* Writes the proposals of the démarche in the place of those that are there;
 * *n: how many.  Within a transaction of the caller. */
enum rc source_propose(struct db *, const struct demarche *, unsigned long *n);

/* Appends a line for sources_write. */
void source_put_row(struct buf *, unsigned demarche, const struct source *,
    int place);

#endif
