#ifndef GATHERED_H
#define GATHERED_H

#include "index/aid_terms.h"
#include "index/posting_writer.h"

/* What the indexer gathers over many aids: their terms, and the changes of
 * posting lists, which it writes when they take too much memory: a catalogue of
 * any size is indexed in bounded memory. */
struct gathered {
	struct db *db;
	struct words *words;
	struct intern *terms;
	struct aid_terms *of_aid;
	struct posting_writer *changes;
	bool spilled; /* some were written already */
};

/* Of zeroed memory.  Both must outlive it.  The caller frees what it holds. */
void gathered_begin(struct gathered *, struct db *, struct words *);
void gathered_free(struct gathered *);

/* Between two aids: writes the changes when they are many, and begins again.
 * Fails as query_run does. */
enum rc gathered_spill(struct gathered *);

/* Writes the rest. */
enum rc gathered_finish(struct gathered *);

#endif
