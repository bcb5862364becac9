/* term_list.c - the aids that bear a term, by places of the catalogue. */

#include <string.h>

#include "engine/term_list.h"
#include "index/posting.h"

/* Of more than one aid in so many a list is by place: it then takes more room,
 * and less time. */
enum { SPARSE = 12 };

struct header {
	uint32_t aids, common;   /* see term_list.h */
	uint32_t places, unused; /* places 0: they are listed */
};

struct found {
	uint32_t *place;
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
read_postings(struct pool *pool, const struct catalogue *c, const void *list,
    size_t n)
{
	struct found f = term_list_take(pool, n / 3);
	struct posting_reader r;
	struct posting p;
	size_t i = 0;

	posting_open(&r, list, n);
	while (posting_next(&r, &p) &&
	    (i = catalogue_find_after(c, i, p.aid)) < c->n) {
		if (c->aid[i].id != p.aid || p.impact == 0)
			continue;
		f.place[f.n] = (uint32_t)i++;
		f.impact[f.n] = (uint8_t)p.impact;
		f.at[f.n++] = (uint8_t)(p.at <= UINT8_MAX ? p.at : 0);
	}
	return f;
}

static char *
put_sparse(char *p, const struct found *f)
{
	memcpy(p, f->place, f->n * sizeof(*f->place));
	p += f->n * sizeof(*f->place);
	memcpy(p, f->at, f->n);
	p += f->n;
	memcpy(p, f->impact, f->n);
	return p + f->n;
}

static char *
put_dense(char *p, const struct found *f, size_t places)
{
	uint8_t *at = (uint8_t *)p, *impact = at + places;

	for (uint32_t i = 0; i < f->n; i++) {
		at[f->place[i]] = f->at[i];
		impact[f->place[i]] = f->impact[i];
	}
	return (char *)impact + places;
}

/* The block that is kept. */
static const void *
pack(struct pool *pool, const struct catalogue *c, const struct found *f,
    size_t *made)
{
	struct header h = { f->n, f->common > 0 ? f->common : f->n, 0, 0 };
	char *to, *p;

	if ((size_t)f->n * SPARSE > c->n)
		h.places = (uint32_t)(c->n + TERM_BLOCK - 1) / TERM_BLOCK *
		    TERM_BLOCK;
	to = p = pool_take(pool,
	    sizeof(h) +
		(h.places > 0 ? 2 * h.places : f->n * (sizeof(uint32_t) + 2)));
	memcpy(p, &h, sizeof(h));
	p += sizeof(h);
	p = h.places > 0 ? put_dense(p, f, h.places) : put_sparse(p, f);
	*made = (size_t)(p - to);
	return to;
}

const void *
term_list_make(struct pool *pool, const struct catalogue *c,
    const void *postings, size_t n, size_t *made)
{
	struct found f = read_postings(pool, c, postings, n);

	return pack(pool, c, &f, made);
}

struct term_list
term_list_open(const void *made)
{
	const struct header *h = made;
	const void *p = h + 1;
	struct term_list l = { .aids = h->aids, .common = h->common };
	size_t n = h->places;

	if (n == 0) {
		n = h->aids;
		l.place = p;
		p = l.place + n;
	}
	l.at = p;
	l.impact = l.at + n;
	return l;
}

long
term_list_find(const struct term_list *l, size_t *from, uint32_t place)
{
	size_t lo = *from, leap = 1, hi;

	if (l->place == NULL)
		return l->aids > 0 && l->impact[place] > 0 ? (long)place : -1;
	while (lo + leap < l->aids && l->place[lo + leap] < place) {
		lo += leap;
		leap *= 2;
	}
	hi = lo + leap < l->aids ? lo + leap : l->aids;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (l->place[mid] < place)
			lo = mid + 1;
		else
			hi = mid;
	}
	*from = lo;
	return lo < l->aids && l->place[lo] == place ? (long)lo : -1;
}

const void *
term_list_merge(struct pool *pool, const struct catalogue *c,
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
		uint32_t place = rarest->place != NULL ? rarest->place[i] : i;
		long first = -1, found = 0;

		if (rarest->impact[i] == 0)
			continue;
		seen++;
		for (int k = n - 1; k >= 0 && found >= 0; k--)
			first = found = term_list_find(&list[k], &from[k],
			    place);
		if (found < 0)
			continue;
		f.place[f.n] = place;
		f.at[f.n] = list[0].at[first];
		f.impact[f.n++] = list[0].impact[first];
	}
	return pack(pool, c, &f, made);
}

static void
join_impacts(uint8_t *impact, uint8_t *at, const struct term_list *l,
    size_t places)
{
	uint32_t n = l->place != NULL ? l->aids : (uint32_t)places;

	for (uint32_t i = 0; l->aids > 0 && i < n; i++) {
		uint32_t place = l->place != NULL ? l->place[i] : i;

		if (l->impact[i] > impact[place])
			impact[place] = l->impact[i];
		if (at[place] == 0)
			at[place] = l->at[i];
	}
}

const void *
term_list_join(struct pool *pool, const struct catalogue *c,
    const struct term_list *list, int n, size_t *made)
{
	uint8_t *impact = pool_take(pool, c->n + 1);
	uint8_t *at = pool_take(pool, c->n + 1);
	struct found f = term_list_take(pool, c->n);

	for (int k = 0; k < n; k++) {
		join_impacts(impact, at, &list[k], c->n);
		if (list[k].common > f.common)
			f.common = list[k].common;
	}
	for (size_t i = 0; i < c->n; i++) {
		f.place[f.n] = (uint32_t)i;
		f.at[f.n] = at[i];
		f.impact[f.n] = impact[i];
		f.n += impact[i] > 0;
	}
	return pack(pool, c, &f, made);
}
