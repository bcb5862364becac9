#ifndef GATHERED_H
#define GATHERED_H

#include "index/aid_terms.h"
#include "index/posting_writer.h"

/* What the indexer gathers over many aids: their terms, and changes of posting
 * lists, written whenever they take too much memory.  So a catalogue of any
 * size is indexed in bounded memory. */
struct gathered {
	struct db *db;
	struct words *words;
	const struct word_vectors *vectors;
	struct intern *terms;
	struct aid_terms *of_aid;
	struct posting_writer *changes;
	bool spilled; /* some were written already */
};

/* Initialises a zeroed one.  The connection, the words and the vectors, which
 * may be NULL, must outlive it; released by gathered_free. */
void gathered_begin(struct gathered *, struct db *, struct words *,
    const struct word_vectors *);
void gathered_free(struct gathered *);

/* Call between two aids: writes the changes when there are many, and starts
 * again.  Fails as query_run does. */
enum rc gathered_spill(struct gathered *);

/* Writes the rest. */
enum rc gathered_finish(struct gathered *);

#endif
