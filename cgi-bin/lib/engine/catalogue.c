/* catalogue.c - the aids in memory: what is asked of them. */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/bits.h"
#include "base/pool.h"
#include "engine/catalogue.h"

size_t
catalogue_find_after(const struct catalogue *c, size_t from, uint32_t id)
{
	return docs_find_after(&(struct docs){ .id = c->n > 0 ? &c->aid->id
							      : NULL,
				   .step = sizeof(*c->aid),
				   .n = c->n },
	    from, id);
}

size_t
catalogue_find(const struct catalogue *c, uint32_t id)
{
	return catalogue_find_after(c, 0, id);
}

void
catalogue_add_ids(const struct catalogue *c, const uint32_t *id, size_t n,
    uint64_t *set)
{
	size_t at = 0;

	for (size_t k = 0; k < n; k++) {
		assert(k == 0 || id[k - 1] <= id[k]);
		at = catalogue_find_after(c, at, id[k]);
		if (at < c->n && c->aid[at].id == id[k])
			bits_add(set, at);
	}
}

bool
catalogue_has_locals(const struct catalogue *c, size_t doc)
{
	size_t lo = 0, hi = c->locals;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (c->local[mid].generic < doc)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < c->locals && c->local[lo].generic == doc;
}

bool
catalogue_is_visible(const struct catalogue_aid *a, long day)
{
	return a->published && (a->closes == 0 || a->closes >= day);
}

const struct catalogue_program *
catalogue_programs(const struct catalogue *c, size_t doc, size_t *n)
{
	size_t lo = 0, hi;

	assert(doc < c->n);
	hi = c->aid[doc].in_program ? c->members : 0;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (c->member[mid].doc < doc)
			lo = mid + 1;
		else
			hi = mid;
	}
	*n = 0;
	if (!c->aid[doc].in_program)
		return c->member;
	for (; lo + *n < c->members && c->member[lo + *n].doc == doc;)
		++*n;
	return c->member + lo;
}

void
catalogue_put_visible(const struct catalogue *c, long day, uint64_t *set)
{
	memcpy(set, c->published, c->words * sizeof(*set));
	for (size_t i = 0;
	     i < c->closings && c->aid[c->closing[i]].closes < day; i++)
		bits_drop(set, c->closing[i]);
}

void
catalogue_add_perimeter(const struct catalogue *c,
    const struct catalogue_perimeter *p, uint64_t *set)
{
	if (p->bits != NULL)
		bits_or(set, p->bits, c->words);
	else
		for (size_t i = 0; i < p->n; i++)
			bits_add(set, p->doc[i]);
}

void
catalogue_free(struct catalogue *c)
{
	pool_free(c->columns);
	free(c->aid);
	free(c->direction);
	free(c->member);
	free(c->program);
	*c = (struct catalogue){ 0 };
}
