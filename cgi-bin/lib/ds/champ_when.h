#ifndef CHAMP_WHEN_H
#define CHAMP_WHEN_H

#include <jansson.h>

#include "ds/demarche.h"

/*
 * On what condition a form asks a champ: DS's conditionExpression, a prefix
 * array (DS 2.1, version B):
 *
 *	["and", ["=", ["champ", "Q2hhbXAtMQ=="], true],
 *	    [">=", ["champ", "Q2hhbXAtMg=="], 18]]
 *
 * with = != < <= > >= empty? includes excludes in-departement
 * not-in-departement in-region not-in-region and or.  A champ is one that
 * comes before, of the form or of the same block.  A comparison with a champ
 * that has no answer, or is not asked itself, does not hold, as in DS.
 */

/* In this order, "and" is the least of its terms and "or" the most. */
enum champ_when {
	CHAMP_WHEN_NO,     /* the form does not ask it */
	CHAMP_WHEN_UNSURE, /* what decides is not known here, or not read */
	CHAMP_WHEN_YES
};

/* What is known of a champ that a condition looks at. */
struct champ_value {
	const json_t *v; /* as payloads have it; NULL: no answer */
	bool unsure;     /* it may be answered elsewhere */
};

typedef struct champ_value champ_value_of(void *, size_t champ);

enum {
	CHAMP_WHEN_DEPTH = 16, /* of a condition */
	CHAMP_WHEN_TERMS = 500 /* of one, with those within */
};

/* Reads the conditions of a démarche, once, into the pool; a condition over the
 * limits, or that is no array, makes its champ unsure. */
void champ_when_read(struct pool *, struct demarche *);

/* Whether the form asks the champ, by the values of those before it. */
enum champ_when champ_when(const struct demarche *, const struct champ *,
    champ_value_of *, void *);

#endif
