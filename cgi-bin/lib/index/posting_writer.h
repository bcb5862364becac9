#ifndef POSTING_WRITER_H
#define POSTING_WRITER_H

#include <stdbool.h>

#include "base/intern.h"
#include "db/db.h"

/* Changes of posting lists (posting.h), gathered over many aids and written at
 * once: each list is read, merged and replaced a single time.  It has no bound:
 * what fills it writes it when it is large. */
struct posting_writer;

/* The connection must outlive it, and so must the terms, which are known by
 * their numbers there.  The caller frees it; NULL is ignored. */
struct posting_writer *posting_writer_new(struct db *, const struct intern *);
void posting_writer_free(struct posting_writer *);

/* The aid has the term, with its impact, 1 to 255, and its passage; or, with
 * impact 0, no longer has it.  An aid that both loses and has a term has it. */
void posting_writer_add(struct posting_writer *, size_t term, unsigned aid,
    unsigned impact, unsigned at);

/* About how much memory the changes take. */
size_t posting_writer_bytes(const struct posting_writer *);

/* Writes the changes, within the caller's transaction, and empties the writer;
 * large: of a large catalogue, whose lists are long, fewer at a time.  Fails as
 * query_run does. */
enum rc posting_writer_write(struct posting_writer *, bool large);

#endif
