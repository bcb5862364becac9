#ifndef SYNONYMS_H
#define SYNONYMS_H

#include "db/query.h"
#include "index/words.h"

/* Words that stand for each other, in memory: "toiture" is "toit" or
 * "couverture", "IRVE" is "borne de recharge".  Rows of the table keyword. */
struct synonyms;

enum synonym_kind { SYNONYM_OBJECT, SYNONYM_INTENTION, SYNONYM_ACRONYM };

/* One wording; its keys are those of its words, stop words left out. */
struct phrase {
	const char *text;       /* as it is written */
	const char *const *key; /* words_key */
	int n;
	int families; /* that have it, for one of a family */
};

/* Reads the n bytes of one wording; false when no word is left of it.  Of
 * wordings parted by bars, at most max; how many.  They live in the pool. */
bool phrase_read(struct pool *, struct words *, const char *text, size_t n,
    struct phrase *);
int phrases_read(struct pool *, struct words *, const char *text, size_t n,
    struct phrase *to, int max);

struct synonym_family {
	enum synonym_kind kind;
	const struct phrase *phrase; /* the first is the family's name */
	int n;
};

/* Reads them; *made, and the code, as lists_load.  Freed by the caller. */
enum rc synonyms_load(struct db *, struct words *, struct synonyms **made);
void synonyms_free(struct synonyms *);

/* How many of the n keys, from the first on, are the longest wording of some
 * family; 0 for none. */
int synonyms_span(const struct synonyms *, const char *const *key, int n);

/* How many families have a wording of just those n keys. */
int synonyms_count(const struct synonyms *, const char *const *key, int n);

/* The family after *at (which is 0 at first and moves on) one wording of which
 * is just those n keys; NULL at the end. */
const struct synonym_family *synonyms_next(const struct synonyms *,
    const char *const *key, int n, size_t *at);

#endif
