/* variants.c - the phrases that say one concept. */

#include <assert.h>
#include <string.h>

#include "question/variants.h"

enum { VARIANTS = 128 };

/* "make relevance" measures them. */
static const float weights[VARIANT__MAX] = { 1, 0.7f, 0.4f, 0.3f };

/* Numbers of phrases in struct terms. */
struct variants {
	size_t number[VARIANT__MAX][VARIANTS];
	int n[VARIANT__MAX];
};

struct variants *
variants_new(struct pool *pool)
{
	/* Four kilobytes a concept: the numbers are not zeroed. */
	struct variants *v = pool_room(pool, sizeof(*v));

	memset(v->n, 0, sizeof(v->n));
	return v;
}

void
variants_add(struct variants *v, struct parser *r, struct terms *terms,
    const char *const *key, int n, enum variant_weight weight)
{
	if (v->n[weight] == VARIANTS)
		return;
	v->number[weight][v->n[weight]++] = terms_add(terms, key, n);
	if (r != NULL)
		parser_mark(r, key, n);
}

void
variants_put(const struct variants *v, struct pool *pool, struct terms *terms,
    struct rank_concept *k)
{
	struct rank_variant *variant = pool_take(pool,
	    VARIANT__MAX * sizeof(*variant));

	/* An aid that has it, or has it not, is not found. */
	bool must = k->required || k->left_out;

	assert(k->variants == 0);
	k->variant = variant;
	if (v->n[VARIANT_BROAD] > 0)
		k->strong = weights[VARIANT_SYNONYM];
	for (int i = 0; i < VARIANT__MAX; i++) {
		if (v->n[i] == 0)
			continue;
		variant[k->variants].weight = weights[i];
		variant[k->variants++].list = terms_list(terms,
		    terms_want(terms, v->number[i], v->n[i],
			i == VARIANT_OWN ? TERM_JOIN_BEST : TERM_JOIN_ADDS,
			must));
	}
}
