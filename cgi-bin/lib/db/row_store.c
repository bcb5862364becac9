/*
 * row_store.c - entries in memory that processes share.
 *
 * A head with a hash table, then entries, each where the last one ended.  An
 * entry is written first, then put before the others of its slot by
 * compare-and-swap: who finds it finds it whole.  A process that is killed as
 * it writes one leaves a hole, and no more.
 *
 * Which file is the store is decided by one process at a time, under a lock
 * that nobody waits for.  Each user holds a shared lock on the file: one that
 * nobody uses is made anew, so that a restart of the program empties it.
 */

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/log.h"
#include "db/row_hash.h"
#include "db/row_store.h"

/* A slot for so many bytes; room of the disk is asked for in pieces of PIECE;
 * an entry may take one part of LARGE of the store; of a slot the last entries
 * are looked at, and what is older is read again. */
enum {
	A_SLOT = 256,
	MIN_SLOTS = 64,
	ALIGN = 16,
	PIECE = 65536,
	LARGE = 8,
	MOST_OF_SLOT = 64
};

struct row_head {
	struct row_stamp stamp;
	uint64_t secret[2];
	_Atomic uint64_t used;
	_Atomic uint64_t allotted; /* by the disk, from the start on */
	_Atomic bool full;
	_Atomic uint32_t slot[]; /* the first entry, in units of ALIGN */
};

struct row_store {
	struct row_head *head;
	size_t bytes, slots;
	int file; /* -1: of this process alone */
};

static size_t
aligned(size_t n)
{
	return (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

/* ---- entries ---- */

static const void *
row_entry_key(const struct row_entry *e)
{
	return e + 1;
}

void *
row_entry_content(const struct row_entry *e)
{
	return (char *)(uintptr_t)e + aligned(sizeof(*e)) + aligned(e->keys);
}

static _Atomic uint32_t *
slot_of(const struct row_store *s, uint64_t hash)
{
	return &s->head->slot[(hash >> 32) * s->slots >> 32];
}

static struct row_entry *
entry_at(const struct row_store *s, uint32_t at)
{
	return (
	    struct row_entry *)(void *)((char *)s->head + (size_t)at * ALIGN);
}

const struct row_entry *
row_store_find(const struct row_store *s, uint64_t kind, const void *key,
    size_t n)
{
	uint64_t hash = row_hash(s->head->secret, kind, key, n);
	uint32_t at = atomic_load_explicit(slot_of(s, hash),
	    memory_order_acquire);

	for (int i = 0; i < MOST_OF_SLOT && at != 0; i++) {
		const struct row_entry *e = entry_at(s, at);

		if (e->hash == hash && e->kind == kind && e->keys == n &&
		    memcmp(row_entry_key(e), key, n) == 0)
			return e;
		at = e->next;
	}
	return NULL;
}

bool
row_store_is_full(const struct row_store *s)
{
	return atomic_load_explicit(&s->head->full, memory_order_relaxed);
}

bool
row_store_is_filling(const struct row_store *s)
{
	return atomic_load_explicit(&s->head->used, memory_order_relaxed) >
	    s->bytes / 4 * 3;
}

/* Has the disk say that it has the room up to end: to write where it has none
 * would end the process.  What is below "allotted" it has, whoever asked. */
static bool
allot(struct row_store *s, uint64_t end)
{
	_Atomic uint64_t *allotted = &s->head->allotted;
	uint64_t from = atomic_load_explicit(allotted, memory_order_acquire);
	uint64_t to = (end + PIECE - 1) / PIECE * PIECE;

	if (s->file < 0 || end <= from)
		return true;
	if (to > s->bytes)
		to = s->bytes;
	if (fallocate(s->file, 0, (off_t)from, (off_t)(to - from)) != 0)
		return false;
	while (from < to &&
	    !atomic_compare_exchange_weak_explicit(allotted, &from, to,
		memory_order_release, memory_order_relaxed))
		;
	return true;
}

static void *
take_room(struct row_store *s, size_t bytes)
{
	struct row_head *h = s->head;
	uint64_t at;

	if (bytes > s->bytes / LARGE || row_store_is_full(s))
		return NULL;
	at = atomic_fetch_add_explicit(&h->used, bytes, memory_order_relaxed);
	if (at + bytes > s->bytes || !allot(s, at + bytes)) {
		atomic_store_explicit(&h->full, true, memory_order_relaxed);
		return NULL;
	}
	return (char *)h + at;
}

struct row_entry *
row_store_take(struct row_store *s, uint64_t kind, const void *key, size_t n,
    size_t bytes)
{
	size_t all = aligned(sizeof(struct row_entry)) + aligned(n) +
	    aligned(bytes);
	struct row_entry *e = n < UINT32_MAX ? take_room(s, all) : NULL;

	if (e == NULL)
		return NULL;
	*e = (struct row_entry){ .hash = row_hash(s->head->secret, kind, key,
				     n),
		.kind = kind,
		.keys = (uint32_t)n };
	if (n > 0)
		memcpy(e + 1, key, n);
	return e;
}

void
row_store_add(struct row_store *s, struct row_entry *e)
{
	_Atomic uint32_t *slot = slot_of(s, e->hash);
	uint32_t at = (uint32_t)((size_t)((char *)e - (char *)s->head) / ALIGN);

	e->next = atomic_load_explicit(slot, memory_order_relaxed);
	while (!atomic_compare_exchange_weak_explicit(slot, &e->next, at,
	    memory_order_release, memory_order_relaxed))
		;
}

/* ---- the file ---- */

static size_t
slots_of(size_t bytes)
{
	return bytes / A_SLOT > MIN_SLOTS ? bytes / A_SLOT : MIN_SLOTS;
}

static size_t
head_of(size_t bytes)
{
	return aligned(
	    sizeof(struct row_head) + slots_of(bytes) * sizeof(uint32_t));
}

static struct row_store *
store_of(void *memory, size_t bytes, int file)
{
	struct row_store *s = malloc(sizeof(*s));

	if (s == NULL)
		log_die("row_store: out of memory");
	*s = (struct row_store){ memory, bytes, slots_of(bytes), file };
	return s;
}

static void
begin_head(struct row_head *h, size_t bytes, const struct row_stamp *stamp)
{
	h->stamp = *stamp;
	/* Without it, which no Linux that has started lacks, slots may be aimed
	 * at, and no more. */
	if (getrandom(h->secret, sizeof(h->secret), 0) < 0)
		memset(h->secret, 0, sizeof(h->secret));
	h->secret[1] |= 1;
	atomic_init(&h->used, head_of(bytes));
	atomic_init(&h->allotted, head_of(bytes));
}

/* Maps bytes of a file, which may be shorter; MAP_FAILED when it cannot. */
static void *
map_bytes(int file, size_t bytes)
{
	return mmap(NULL, bytes, PROT_READ | PROT_WRITE,
	    file < 0 ? MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE : MAP_SHARED,
	    file, 0);
}

/* The size of a file of this user that others use, or 0. */
static size_t
size_in_use(int file)
{
	struct stat st;

	if (fstat(file, &st) != 0 || !S_ISREG(st.st_mode) ||
	    st.st_uid != geteuid() || (size_t)st.st_size < head_of(0) ||
	    flock(file, LOCK_EX | LOCK_NB) == 0 ||
	    flock(file, LOCK_SH | LOCK_NB) != 0)
		return 0;
	return (size_t)st.st_size;
}

/* The store in the file at path, if it is one to use. */
static struct row_store *
open_existing(const char *path, const struct row_stamp *stamp)
{
	int file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	size_t bytes = file >= 0 ? size_in_use(file) : 0;
	struct row_head *h = bytes > 0 ? map_bytes(file, bytes) : MAP_FAILED;

	if (h != MAP_FAILED && memcmp(&h->stamp, stamp, sizeof(*stamp)) == 0 &&
	    !atomic_load(&h->full))
		return store_of(h, bytes, file);
	if (h != MAP_FAILED)
		munmap(h, bytes);
	if (file >= 0)
		close(file);
	return NULL;
}

/* Whether the disk has twice as much: others need it too. */
static bool
is_free(int file, size_t bytes)
{
	struct statvfs v;

	if (fstatvfs(file, &v) != 0)
		return false;
	errno = ENOSPC;
	return v.f_bavail / 2 >= bytes / v.f_frsize;
}

/* A new one, in place of what is there; NULL with errno. */
static struct row_store *
open_new(const char *path, size_t bytes, const struct row_stamp *stamp)
{
	char beside[4096];
	struct row_head *h = MAP_FAILED;
	int file, why;

	snprintf(beside, sizeof(beside), "%s.new", path);
	file = open(beside, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
	    0600);
	if (file < 0)
		return NULL;
	if (is_free(file, bytes) &&
	    fallocate(file, 0, 0, (off_t)head_of(bytes)) == 0 &&
	    ftruncate(file, (off_t)bytes) == 0 &&
	    flock(file, LOCK_SH | LOCK_NB) == 0)
		h = map_bytes(file, bytes);
	if (h != MAP_FAILED) {
		begin_head(h, bytes, stamp);
		if (rename(beside, path) == 0)
			return store_of(h, bytes, file);
	}
	why = errno;
	if (h != MAP_FAILED)
		munmap(h, bytes);
	unlink(beside);
	close(file);
	errno = why;
	return NULL;
}

static struct row_store *
open_shared(const char *path, size_t bytes, const struct row_stamp *stamp,
    int *why)
{
	char lock[4096];
	struct row_store *s = NULL;
	int file;

	snprintf(lock, sizeof(lock), "%s.lock", path);
	file = open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (file < 0) {
		*why = errno;
		return NULL;
	}
	if (flock(file, LOCK_EX | LOCK_NB) == 0) {
		s = open_existing(path, stamp);
		if (s == NULL && (s = open_new(path, bytes, stamp)) == NULL)
			*why = errno;
	}
	close(file);
	return s;
}

/* A lock of the open file, beside that of its users (flock); it goes with the
 * process. */
static bool
lock_file(struct row_store *s, short type)
{
	struct flock lock = { .l_type = type, .l_whence = SEEK_SET };

	return s->file >= 0 && fcntl(s->file, F_OFD_SETLK, &lock) == 0;
}

bool
row_store_claim(struct row_store *s)
{
	return lock_file(s, F_WRLCK);
}

/* What was written stays in the file; who wrote it need not have it mapped. */
void
row_store_leave(struct row_store *s)
{
	lock_file(s, F_UNLCK);
	madvise(s->head, s->bytes, MADV_DONTNEED);
}

struct row_store *
row_store_open(const char *path, size_t bytes, const struct row_stamp *stamp,
    int *why)
{
	void *memory;

	*why = 0;
	bytes = aligned(bytes);
	if (bytes < head_of(0))
		bytes = head_of(0);
	if (path != NULL)
		return open_shared(path, bytes, stamp, why);
	if ((memory = map_bytes(-1, bytes)) == MAP_FAILED)
		log_die("row_store: out of memory");
	begin_head(memory, bytes, stamp);
	return store_of(memory, bytes, -1);
}

void
row_store_close(struct row_store *s)
{
	if (s == NULL)
		return;
	munmap(s->head, s->bytes);
	if (s->file >= 0)
		close(s->file);
	free(s);
}
