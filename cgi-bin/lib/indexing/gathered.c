/* gathered.c - what is gathered over many aids, in bounded memory. */

#include "indexing/gathered.h"

/* Over those of two thousand aids, for lists are then written once. */
enum { MAX_CHANGES = 16 << 20 };

void
gathered_begin(struct gathered *g, struct db *db, struct words *words,
    const struct word_vectors *vectors)
{
	g->db = db;
	g->words = words;
	g->vectors = vectors;
	g->terms = intern_new();
	g->of_aid = aid_terms_new(words, g->terms, vectors);
	g->changes = posting_writer_new(db, g->terms);
}

void
gathered_free(struct gathered *g)
{
	posting_writer_free(g->changes);
	aid_terms_free(g->of_aid);
	intern_free(g->terms);
}

enum rc
gathered_spill(struct gathered *g)
{
	enum rc rc;

	if (posting_writer_bytes(g->changes) <= MAX_CHANGES)
		return RC_OK;
	rc = posting_writer_write(g->changes, true);
	g->spilled = true;
	gathered_free(g);
	gathered_begin(g, g->db, g->words, g->vectors);
	return rc;
}

enum rc
gathered_finish(struct gathered *g)
{
	return posting_writer_write(g->changes, g->spilled);
}
