#ifndef COUNT_LOG_H
#define COUNT_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "crypto/digest.h"

/*
 * A log, read line by line: as nginx writes it, or compressed (gzip).  It is
 * known by the digest of its first line that is not empty, which no other log
 * has, for each bears the id of a request; so its name and its compression may
 * change while it is counted.  Positions are bytes of the log as it was
 * written.
 */
struct count_log;

/* Opens it, at its first line.  NULL, with why in *fault, when it cannot be
 * read, and with *fault NULL when it has no whole line yet.  The caller closes
 * it; NULL is ignored. */
struct count_log *count_log_open(const char *path, const char **fault);
void count_log_close(struct count_log *);

/* DIGEST_HEX hexadecimal digits, and where the next line begins. */
const char *count_log_digest(const struct count_log *);
uint64_t count_log_position(const struct count_log *);

/* Goes to where a line begins. */
void count_log_seek(struct count_log *, uint64_t position);

/* The next line of *n bytes, without its end, until the next call; it may be
 * changed.  NULL at the end: what follows the last end of line may go on
 * later.  A line that is too long to be one of ours is "", of which *n is 0. */
char *count_log_line(struct count_log *, size_t *n);

/* Whether the end that was met is not that of the log: its compression is
 * damaged, or is not whole yet. */
bool count_log_is_cut(const struct count_log *);

#endif
