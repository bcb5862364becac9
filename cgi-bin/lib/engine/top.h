#ifndef TOP_H
#define TOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/*
 * The first of many documents, in the order of their keys: a heap of as many as
 * are wanted, of which the root is the last in order; it is made once it is
 * full, and sorted in the end.
 */

/* The sort key of a document: the smallest comes first. */
struct top_key {
	uint64_t major, minor;
	uint32_t doc;
};

struct top {
	struct top_key *key; /* room for the wanted ones, the caller's */
	size_t wanted, n;
};

static inline bool
top_is_before(const struct top_key *x, const struct top_key *y)
{
	return x->major != y->major ? x->major < y->major : x->minor < y->minor;
}

/* Sifts the key at i down. */
static inline void
top_sift(struct top *t, size_t i)
{
	for (size_t k; (k = 2 * i + 1) < t->n; i = k) {
		struct top_key old = t->key[i];

		if (k + 1 < t->n && top_is_before(&t->key[k], &t->key[k + 1]))
			k++;
		if (!top_is_before(&old, &t->key[k]))
			return;
		t->key[i] = t->key[k];
		t->key[k] = old;
	}
}

static inline void
top_add(struct top *t, struct top_key k)
{
	if (t->n < t->wanted) {
		t->key[t->n++] = k;
		for (size_t i = t->n / 2; t->n == t->wanted && i-- > 0;)
			top_sift(t, i);
	} else if (t->wanted > 0 && top_is_before(&k, &t->key[0])) {
		t->key[0] = k;
		top_sift(t, 0);
	}
}

static inline int
top_compare(const void *a, const void *b)
{
	return top_is_before(a, b) ? -1 : top_is_before(b, a);
}

/* Sorts those that there are, which ends it. */
static inline void
top_sort(struct top *t)
{
	if (t->n > 1)
		qsort(t->key, t->n, sizeof(*t->key), top_compare);
}

#endif
