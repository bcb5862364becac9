/*
 * term_list.c - posting lists as memory holds them.
 *
 * Decoded once from the stored varints, then kept packed in the row cache.  A
 * list of more than one document in SPARSE is dense: two bytes a document of
 * all, read in sequence.  Intersection walks the shortest list
 * and gallops in the others; union goes through an array by document.
 */

#include <assert.h>
#include <string.h>

#include "engine/evidence.h"
#include "engine/term_list.h"
#include "index/posting.h"

/* A list of more than one doc in so many is dense: it takes more memory and
 * less time. */
enum { SPARSE = 12 };

struct header {
	uint32_t aids, common; /* see term_list.h */
	uint32_t docs, unused; /* of a dense list; 0: it is sparse */
};

struct found {
	uint32_t *doc;
	uint8_t *at, *impact;
	uint32_t n, common;
};

static struct found
term_list_take(struct pool *pool, size_t n)
{
	return (struct found){ pool_room(pool, (n + 1) * sizeof(uint32_t)),
		pool_room(pool, n + 1), pool_room(pool, n + 1), 0, 0 };
}

/* A posting is of three bytes or more. */
static struct found
read_postings(struct pool *pool, const struct docs *d, const void *list,
    size_t n)
{
	struct found f = term_list_take(pool, n / 3);
	struct posting_reader r;
	struct posting p;
	size_t i = 0;

	posting_open(&r, list, n);
	while (
	    posting_next(&r, &p) && (i = docs_find_after(d, i, p.aid)) < d->n) {
		if (docs_id(d, i) != p.aid || p.impact == 0)
			continue;
		f.doc[f.n] = (uint32_t)i++;
		f.impact[f.n] = (uint8_t)p.impact;
		f.at[f.n++] = (uint8_t)(p.at <= UINT8_MAX ? p.at : 0);
	}
	return f;
}

static char *
put_sparse(char *p, const struct found *f)
{
	memcpy(p, f->doc, f->n * sizeof(*f->doc));
	p += f->n * sizeof(*f->doc);
	memcpy(p, f->at, f->n);
	p += f->n;
	memcpy(p, f->impact, f->n);
	return p + f->n;
}

static char *
put_dense(char *p, const struct found *f, size_t docs)
{
	uint8_t *at = (uint8_t *)p, *impact = at + docs;

	for (uint32_t i = 0; i < f->n; i++) {
		at[f->doc[i]] = f->at[i];
		impact[f->doc[i]] = f->impact[i];
	}
	return (char *)impact + docs;
}

/* The packed list: a header, then the arrays. */
static const void *
pack(struct pool *pool, const struct docs *d, const struct found *f,
    size_t *made)
{
	struct header h = { f->n, f->common > 0 ? f->common : f->n, 0, 0 };
	char *to, *p;

	if ((size_t)f->n * SPARSE > d->n)
		h.docs = (uint32_t)(d->n + TERM_BLOCK - 1) / TERM_BLOCK *
		    TERM_BLOCK;
	to = p = pool_take(pool,
	    sizeof(h) +
		(h.docs > 0 ? 2 * h.docs : f->n * (sizeof(uint32_t) + 2)));
	memcpy(p, &h, sizeof(h));
	p += sizeof(h);
	p = h.docs > 0 ? put_dense(p, f, h.docs) : put_sparse(p, f);
	*made = (size_t)(p - to);
	return to;
}

const void *
term_list_make(struct pool *pool, const struct docs *d, const void *postings,
    size_t n, size_t *made)
{
	struct found f = read_postings(pool, d, postings, n);

	return pack(pool, d, &f, made);
}

struct term_list
term_list_open(const void *made)
{
	const struct header *h = made;
	const void *p = h + 1;
	struct term_list l = { .aids = h->aids, .common = h->common };
	size_t n = h->docs;

	assert((uintptr_t)made % _Alignof(struct header) == 0);
	assert(n % TERM_BLOCK == 0);
	if (n == 0) {
		n = h->aids;
		l.doc = p;
		p = l.doc + n;
	}
	l.at = p;
	l.impact = l.at + n;
	return l;
}

long
term_list_find(const struct term_list *l, size_t *from, uint32_t doc)
{
	size_t lo = *from, leap = 1, hi;

	if (l->doc == NULL)
		return l->aids > 0 && l->impact[doc] > 0 ? (long)doc : -1;
	/* Docs come in increasing order: none was passed. */
	assert(lo == 0 || l->doc[lo - 1] < doc);
	while (lo + leap < l->aids && l->doc[lo + leap] < doc) {
		lo += leap;
		leap *= 2;
	}
	hi = lo + leap < l->aids ? lo + leap : l->aids;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (l->doc[mid] < doc)
			lo = mid + 1;
		else
			hi = mid;
	}
	*from = lo;
	return lo < l->aids && l->doc[lo] == doc ? (long)lo : -1;
}

const void *
term_list_merge(struct pool *pool, const struct docs *d,
    const struct term_list *list, int n, size_t *made)
{
	const struct term_list *rarest = &list[0];
	size_t *from = pool_take(pool, (size_t)n * sizeof(*from));
	struct found f;

	for (int k = 1; k < n; k++)
		if (list[k].aids < rarest->aids)
			rarest = &list[k];
	f = term_list_take(pool, rarest->aids);
	for (uint32_t i = 0, seen = 0; seen < rarest->aids; i++) {
		uint32_t doc = rarest->doc != NULL ? rarest->doc[i] : i;
		long first = -1, found = 0;

		if (rarest->impact[i] == 0)
			continue;
		seen++;
		for (int k = n - 1; k >= 0 && found >= 0; k--)
			first = found = term_list_find(&list[k], &from[k], doc);
		if (found < 0)
			continue;
		f.doc[f.n] = doc;
		f.at[f.n] = list[0].at[first];
		f.impact[f.n++] = list[0].impact[first];
	}
	return pack(pool, d, &f, made);
}

static void
join_impacts(uint8_t *impact, uint8_t *at, const struct term_list *l,
    size_t docs, enum term_join how)
{
	uint32_t n = l->doc != NULL ? l->aids : (uint32_t)docs;

	for (uint32_t i = 0; l->aids > 0 && i < n; i++) {
		uint32_t doc = l->doc != NULL ? l->doc[i] : i;

		if (how == TERM_JOIN_ADDS)
			impact[doc] = evidence_add(impact[doc], l->impact[i]);
		else if (l->impact[i] > impact[doc])
			impact[doc] = l->impact[i];
		if (at[doc] == 0)
			at[doc] = l->at[i];
	}
}

const void *
term_list_join(struct pool *pool, const struct docs *d,
    const struct term_list *list, int n, enum term_join how, size_t *made)
{
	uint8_t *impact = pool_take(pool, d->n + 1);
	uint8_t *at = pool_take(pool, d->n + 1);
	struct found f = term_list_take(pool, d->n);

	for (int k = 0; k < n; k++) {
		join_impacts(impact, at, &list[k], d->n, how);
		if (list[k].common > f.common)
			f.common = list[k].common;
	}
	for (size_t i = 0; i < d->n; i++) {
		f.doc[f.n] = (uint32_t)i;
		f.at[f.n] = at[i];
		f.impact[f.n] = impact[i];
		f.n += impact[i] > 0;
	}
	return pack(pool, d, &f, made);
}
