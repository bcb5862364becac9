#ifndef COUNTERS_FILE_H
#define COUNTERS_FILE_H

#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>

/*
 * What the workers of a program have counted, in one file that all of them map:
 * a head as large as a slot, then a slot for each worker, which it alone writes
 * and anyone may read, without a lock.  A worker that dies leaves its counts
 * there, and the next one counts on from them.
 */

/* What is counted besides answers. */
enum counter {
	COUNTER_QUERIES,   /* statements that MariaDB ran */
	COUNTER_ROWS_HELD, /* found in the row cache */
	COUNTER_ROWS_READ, /* not found there */
	COUNTER_FAILURES,  /* lines of the log */
	COUNTER_CUT,       /* answers that the server did not take whole */
	/* Of drafts, by how asking DS ended. */
	COUNTER_DRAFT_MADE,
	COUNTER_DRAFT_REFUSED,
	COUNTER_DRAFT_GONE,
	COUNTER_DRAFT_BUSY,
	COUNTER_DRAFT_DOWN,
	COUNTER_DRAFT_UNSURE,
	COUNTER_DRAFT_CROWDED, /* DS was not asked: too many at once */
	COUNTER__MAX
};

/* The class of an answer; a 304 has its own, for it costs next to nothing. */
enum answer_class {
	ANSWER_2XX,
	ANSWER_3XX,
	ANSWER_304,
	ANSWER_4XX,
	ANSWER_5XX,
	ANSWER__MAX
};

enum {
	COUNTERS_WORKERS = 128, /* those after them count for nobody */
	COUNTERS_ROUTES = 48,   /* the first is no route at all */
	COUNTERS_ROUTE = 48,    /* bytes of a route's name, with its NUL */
	COUNTERS_BUCKETS = 9    /* of times; the last has no bound */
};

/* The bounds of the buckets but the last, in microseconds. */
static const unsigned counters_bound[COUNTERS_BUCKETS - 1] = { 1000, 5000,
	10000, 25000, 50000, 100000, 250000, 1000000 };

/* One worker's, or the sum of several. */
struct counters {
	_Atomic uint64_t pid;     /* of the worker; it may be dead */
	_Atomic uint64_t started; /* seconds since 1970 */
	char version[16], build[24];
	char route[COUNTERS_ROUTES][COUNTERS_ROUTE]; /* "": no such */
	_Atomic uint64_t count[COUNTER__MAX];
	_Atomic uint64_t answers[COUNTERS_ROUTES][ANSWER__MAX];
	_Atomic uint64_t times[COUNTERS_ROUTES][COUNTERS_BUCKETS];
	_Atomic uint64_t spent[COUNTERS_ROUTES]; /* microseconds */
};

/* Tells the layout; another one of the struct is another file. */
struct counters_head {
	char magic[8];
	uint64_t size, routes, counters;
};
#define COUNTERS_HEAD \
	{ \
		"guichet", sizeof(struct counters), COUNTERS_ROUTES, \
		    COUNTER__MAX \
	}
#define COUNTERS_SIZE ((off_t)sizeof(struct counters) * (COUNTERS_WORKERS + 1))

/* Where slot i is, which the worker that has it keeps locked. */
static inline struct flock
counters_lock(size_t i)
{
	return (struct flock){ .l_type = F_WRLCK,
		.l_whence = SEEK_SET,
		.l_start = (off_t)((i + 1) * sizeof(struct counters)),
		.l_len = sizeof(struct counters) };
}

/* A slot has one writer: neither a lock nor an atomic addition is needed, only
 * that a reader never sees half a number. */
static inline void
counters_set(_Atomic uint64_t *to, uint64_t v)
{
	atomic_store_explicit(to, v, memory_order_relaxed);
}

static inline uint64_t
counters_get(const _Atomic uint64_t *from)
{
	return atomic_load_explicit((_Atomic uint64_t *)(uintptr_t)from,
	    memory_order_relaxed);
}

static inline void
counters_plus(_Atomic uint64_t *to, uint64_t v)
{
	counters_set(to, counters_get(to) + v);
}

/* Adds route i of `from` to route k of `to`. */
static inline void
counters_add_route(struct counters *to, size_t k, const struct counters *from,
    size_t i)
{
	for (size_t a = 0; a < ANSWER__MAX; a++)
		counters_plus(&to->answers[k][a],
		    counters_get(&from->answers[i][a]));
	for (size_t b = 0; b < COUNTERS_BUCKETS; b++)
		counters_plus(&to->times[k][b],
		    counters_get(&from->times[i][b]));
	counters_plus(&to->spent[k], counters_get(&from->spent[i]));
}

#endif
