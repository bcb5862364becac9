#ifndef ROW_STORE_H
#define ROW_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Entries by a kind and a key, in memory that only fills up.  Processes that
 * open the same path have it between them, a file that they map: what one has
 * read, all have.  No process waits for another: room is taken and entries are
 * added by atomic operations, and one that two processes add is there twice,
 * which harms nobody.
 */
struct row_store;

/* An entry.  Processes have it at other addresses: what it holds of itself, it
 * holds as an offset. */
struct row_entry {
	uint64_t hash, kind;
	uint32_t next; /* of the same slot: the store's own */
	uint32_t keys, rows;
};

/* What the entries depend on: with another one, they are not read. */
struct row_stamp {
	uint64_t program; /* its build, its settings, what else it reads */
	unsigned long long version;
};

/*
 * A store of so many bytes: the one at path when a process uses it and it is
 * of that stamp and not full, or else a new one, which takes its place.  path
 * NULL is a store of this process alone.  NULL, with *why 0, when another
 * process is opening it at the same moment: try again later; and with *why an
 * errno when it cannot be shared: ENOSPC when the disk has not twice as
 * much.  The caller closes it; NULL is ignored.
 */
struct row_store *row_store_open(const char *path, size_t bytes,
    const struct row_stamp *, int *why);
void row_store_close(struct row_store *);

/* Whether something found no room; from then on nothing more is added.  What
 * would take over an eighth of the store never is, and does not fill it. */
bool row_store_is_full(const struct row_store *);

/* Whether more than three quarters of it are used. */
bool row_store_is_filling(const struct row_store *);

/* Whether this process is the only one that reads ahead into it (row_ahead.h),
 * until it leaves off, or ends.  False for a store of one process, which is not
 * worth it. */
bool row_store_claim(struct row_store *);
void row_store_leave(struct row_store *);

/* The entry of that kind and key, as long as the store is open; or NULL. */
const struct row_entry *row_store_find(const struct row_store *, uint64_t kind,
    const void *key, size_t n);

/* Room for an entry of so many bytes behind its key, which row_store_add makes
 * to be found once they are written; NULL when it is full.  Both aligned for
 * any type. */
struct row_entry *row_store_take(struct row_store *, uint64_t kind,
    const void *key, size_t n, size_t bytes);
void row_store_add(struct row_store *, struct row_entry *);

/* What is behind the key. */
void *row_entry_content(const struct row_entry *);

#endif
