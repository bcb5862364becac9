#ifndef POSTING_WRITER_H
#define POSTING_WRITER_H

#include "base/intern.h"
#include "db/db.h"

/* Changes of posting lists (posting.h), gathered over many aids and written
 * once: each list is read, merged and replaced a single time. */
struct posting_writer;

/* The connection must outlive it, and the texts of the terms, by number.  Freed
 * by the caller. */
struct posting_writer *posting_writer_new(struct db *, const struct intern *);
void posting_writer_free(struct posting_writer *);

/* The term comes to the aid with what it weighs, 1 to 255, and where it stands;
 * or it goes, with 0.  One that goes and comes has come. */
void posting_writer_add(struct posting_writer *, size_t term, unsigned aid,
    unsigned impact, unsigned at);

/* Writes them, within the caller's transaction, and forgets them. */
enum rc posting_writer_write(struct posting_writer *);

#endif
