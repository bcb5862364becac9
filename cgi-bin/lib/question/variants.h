#ifndef VARIANTS_H
#define VARIANTS_H

#include "engine/terms.h"
#include "question/parser.h"

/*
 * The variants of one concept while it is made: the phrases that say it, by
 * weight.  Those that an aid bears add up: engine/evidence.h.
 */
struct variants;

/* What a variant weighs: the reader's own word; a synonym; a synonym of many
 * words, for an aid for "investissements des communes" pays for a school and
 * for a graveyard, after those that are for them; what a project needs, which
 * chooses aids where the reader's words rank them. */
enum variant_weight {
	VARIANT_OWN,
	VARIANT_SYNONYM,
	VARIANT_BROAD,
	VARIANT_NEED,
	VARIANT__MAX
};

struct variants *variants_new(struct pool *);

/* Adds a phrase of n keys, which is then marked in what is shown, unless the
 * parser is NULL; past 128 of one weight it is left out. */
void variants_add(struct variants *, struct parser *, struct terms *,
    const char *const *key, int n, enum variant_weight);

/* Gives the concept its variants, one for each weight that has any.  Their
 * lists are empty until terms_read. */
void variants_put(const struct variants *, struct pool *, struct terms *,
    struct rank_concept *);

#endif
