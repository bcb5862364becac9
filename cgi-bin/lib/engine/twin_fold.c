/* twin_fold.c - near-twins that were found, shown as one. */

#include "engine/twin_fold.h"

/* How many docs, from the k-th of the column on, are of one group. */
static size_t
twins_from(const struct catalogue *c, size_t k)
{
	size_t n = 1;

	while (k + n < c->twins &&
	    c->aid[c->twin[k + n]].twins == c->aid[c->twin[k]].twins)
		n++;
	return n;
}

unsigned
twin_fold(struct ranking *x)
{
	const struct catalogue *c = x->c;
	unsigned folded = 0;

	x->unfolded = ranking_copy(x, x->found);
	for (size_t k = 0, n; k < c->twins; k += n) {
		struct top_key best = { .major = UINT64_MAX }, key;

		n = twins_from(c, k);
		for (size_t i = k; i < k + n; i++) {
			if (!bits_has(x->unfolded, c->twin[i]))
				continue;
			key = ranking_key(x, c->twin[i]);
			folded += best.major != UINT64_MAX;
			if (best.major == UINT64_MAX ||
			    top_is_before(&key, &best))
				best = key;
			bits_drop(x->found, c->twin[i]);
		}
		if (best.major != UINT64_MAX)
			bits_add(x->found, best.doc);
	}
	return folded;
}

const uint32_t *
twin_fold_behind(const struct ranking *x, size_t doc, size_t *n)
{
	const struct catalogue *c = x->c;
	uint32_t *behind;
	size_t k = 0, all;

	*n = 0;
	if (x->unfolded == NULL || c->aid[doc].twins == 0)
		return NULL;
	while (c->aid[c->twin[k]].twins != c->aid[doc].twins)
		k++;
	all = twins_from(c, k);
	behind = pool_take(x->pool, all * sizeof(*behind));
	for (size_t i = k; i < k + all; i++)
		if (bits_has(x->unfolded, c->twin[i]) && c->twin[i] != doc)
			behind[(*n)++] = c->twin[i];
	return behind;
}
