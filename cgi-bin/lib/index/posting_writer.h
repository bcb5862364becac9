#ifndef POSTING_WRITER_H
#define POSTING_WRITER_H

#include <stdbool.h>

#include "base/intern.h"
#include "db/db.h"

/* Changes of posting lists (posting.h), gathered over many aids and written at
 * once: each list is read, merged and replaced only once.  It is unbounded: the
 * caller writes it when it grows large. */
struct posting_writer;

/* The connection must outlive it, and so must the table that numbers the terms.
 * The caller frees it; NULL is ignored. */
struct posting_writer *posting_writer_new(struct db *, const struct intern *);
void posting_writer_free(struct posting_writer *);

/* The aid has the term, with its impact, 1 to 255, and its passage; or, with
 * impact 0, no longer has it.  An aid that both loses and has a term has it. */
void posting_writer_add(struct posting_writer *, size_t term, unsigned aid,
    unsigned impact, unsigned at);

/* The approximate memory use of the changes. */
size_t posting_writer_bytes(const struct posting_writer *);

/* Writes the changes, within the caller's transaction, and empties the writer.
 * With large, for catalogues whose lists are long, it takes fewer lists at a
 * time.  Fails as query_run does. */
enum rc posting_writer_write(struct posting_writer *, bool large);

#endif
