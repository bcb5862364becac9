/*
 * catalogue_columns.c - the catalogue by columns.
 *
 * A bit set for each value of each facet, and for each perimeter of many aids:
 * a criterion is then an AND or an OR over words of 64 aids, and a facet count
 * a popcount.  Beside them, what sorts: a key for each aid, and the aids by
 * last day.
 */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/pool.h"
#include "engine/catalogue_columns.h"

static uint64_t
order_of(const struct catalogue_aid *a, size_t doc)
{
	/* An aid without a last day comes last: 0 - 1 is the greatest. */
	uint64_t closes = (uint16_t)(a->closes - 1);

	return closes << 48 | (uint64_t)(uint16_t)~a->fresh << 32 |
	    (uint32_t)~doc;
}

/* Most readers are of a commune or an intercommunality: what is for others is
 * worth less to them.  "make relevance" measures it. */
static uint8_t
prior_of(const struct catalogue_aid *a)
{
	static const float least = 0.3f;

	return (uint8_t)(255 * least + (1 - least) * a->likely + 0.5f);
}

static uint64_t *
catalogue_new_set(struct catalogue *c)
{
	return pool_take(c->columns, (c->words + 1) * sizeof(uint64_t));
}

/* Adds a doc to the sets of its bits, of which *set is that of bit 0. */
static void
spread(struct catalogue *c, uint64_t bits, const uint64_t **set, size_t doc)
{
	for (; bits != 0; bits &= bits - 1) {
		int k = __builtin_ctzll(bits);

		if (set[k] == NULL)
			set[k] = catalogue_new_set(c);
		bits_add((uint64_t *)(uintptr_t)set[k], doc);
	}
}

static void
make_columns(struct catalogue *c)
{
	uint8_t *scale = pool_take(c->columns, c->n + 1);
	uint8_t *prior = pool_take(c->columns, c->n + 1);
	uint64_t *order = pool_take(c->columns, (c->n + 1) * sizeof(*order));
	uint64_t *published = catalogue_new_set(c);
	uint64_t *unplaced = catalogue_new_set(c);

	for (size_t i = 0; i < c->n; i++) {
		const struct catalogue_aid *a = &c->aid[i];

		scale[i] = a->scale;
		prior[i] = prior_of(a);
		order[i] = order_of(a, i);
		if (a->published)
			bits_add(published, i);
		if (a->perimeter == 0)
			bits_add(unplaced, i);
		spread(c, a->facets, c->facet, i);
		spread(c, a->categories[0], c->category, i);
		spread(c, a->categories[1], c->category + 64, i);
	}
	c->scale = scale;
	c->order = order;
	c->published = published;
	c->unplaced = unplaced;
	c->docs = (struct docs){ .prefix = "",
		.id = c->n > 0 ? &c->aid->id : NULL,
		.step = sizeof(*c->aid),
		.n = c->n,
		.has_pairs = true,
		.prior = prior };
}

static int
catalogue_by_number(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* The docs sorted by key, then doc, but for those of key 0.  *n of them. */
static uint32_t *
sorted(struct catalogue *c, uint32_t (*key)(const struct catalogue_aid *),
    size_t *n)
{
	uint64_t *row = calloc(c->n + 1, sizeof(*row));
	uint32_t *doc = pool_take(c->columns, (c->n + 1) * sizeof(*doc));

	if (row == NULL)
		log_die("catalogue: out of memory");
	*n = 0;
	for (size_t i = 0; i < c->n; i++)
		if (key(&c->aid[i]) != 0)
			row[(*n)++] = (uint64_t)key(&c->aid[i]) << 32 | i;
	qsort(row, *n, sizeof(*row), catalogue_by_number);
	for (size_t i = 0; i < *n; i++)
		doc[i] = (uint32_t)row[i];
	free(row);
	return doc;
}

static uint32_t
last_day(const struct catalogue_aid *a)
{
	return a->closes;
}

static uint32_t
perimeter_of(const struct catalogue_aid *a)
{
	return a->perimeter;
}

static uint32_t
twins_of(const struct catalogue_aid *a)
{
	return a->twins;
}

static const uint64_t *
set_of(struct catalogue *c, const uint32_t *doc, size_t n)
{
	uint64_t *set = n > c->words ? catalogue_new_set(c) : NULL;

	for (size_t i = 0; set != NULL && i < n; i++)
		bits_add(set, doc[i]);
	return set;
}

static void
make_perimeters(struct catalogue *c)
{
	size_t n;
	const uint32_t *doc = sorted(c, perimeter_of, &n);
	struct catalogue_perimeter *p = pool_take(c->columns,
	    (n + 1) * sizeof(*p));

	c->perimeters = 0;
	for (size_t i = 0, k; i < n; i = k) {
		uint32_t id = c->aid[doc[i]].perimeter;

		for (k = i; k < n && c->aid[doc[k]].perimeter == id;)
			k++;
		p[c->perimeters++] = (struct catalogue_perimeter){ doc + i,
			set_of(c, doc + i, k - i), id, (uint32_t)(k - i) };
	}
	c->perimeter = p;
}

static int
by_generic(const void *a, const void *b)
{
	const struct catalogue_local *x = a, *y = b;

	if (x->generic != y->generic)
		return x->generic < y->generic ? -1 : 1;
	return x->doc < y->doc ? -1 : x->doc > y->doc;
}

static void
make_pairs(struct catalogue *c)
{
	struct catalogue_local *local = pool_room(c->columns,
	    (c->n + 1) * sizeof(*local));

	c->locals = 0;
	for (size_t i = 0; i < c->n; i++) {
		size_t g = catalogue_find(c, c->aid[i].generic);

		if (c->aid[i].generic == 0 || g == c->n ||
		    c->aid[g].id != c->aid[i].generic)
			continue;
		local[c->locals++] = (struct catalogue_local){ (uint32_t)i,
			(uint32_t)g };
	}
	if (c->locals > 1)
		qsort(local, c->locals, sizeof(*local), by_generic);
	c->local = local;
}

void
catalogue_columns_make(struct catalogue *c)
{
	pool_free(c->columns);
	c->columns = pool_new();
	c->words = bits_words(c->n);
	memset(c->facet, 0, sizeof(c->facet));
	memset(c->category, 0, sizeof(c->category));
	make_columns(c);
	c->closing = sorted(c, last_day, &c->closings);
	c->twin = sorted(c, twins_of, &c->twins);
	make_perimeters(c);
	make_pairs(c);
}

void
catalogue_columns_free(struct catalogue *c)
{
	pool_free(c->columns);
	c->columns = NULL;
	c->local = NULL;
}
