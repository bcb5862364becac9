#ifndef SYNONYMS_H
#define SYNONYMS_H

#include "db/query.h"
#include "index/words.h"

/* Words that stand for each other, in memory: "toiture" is "toit" or
 * "couverture", "IRVE" is "borne de recharge".  Rows of the table keyword. */
struct families;

enum family_kind { FAMILY_OBJECT, FAMILY_INTENTION, FAMILY_ACRONYM };

/* One wording; its keys are those of its words, stop words left out. */
struct saying {
	const char	*text;		/* as it is written */
	const char	*const *key;	/* words_key */
	int		 n;
	int		 families;	/* that have it, for one of a family */
};

/* Reads the n bytes of one wording; false when no word is left of it.  Of
 * wordings parted by bars, at most max; how many.  They live in the pool. */
bool saying_read(struct pool *, struct words *, const char *text, size_t n,
    struct saying *);
int sayings_read(struct pool *, struct words *, const char *text, size_t n,
    struct saying *to, int max);

struct family {
	enum family_kind kind;
	const struct saying *saying;	/* the first is the family's name */
	int		 n;
};

/* Reads them; *made, and the code, as lists_load.  Freed by the caller. */
enum rc families_load(struct db *, struct words *, struct families **made);
void families_free(struct families *);

/* How many of the n keys, from the first on, are the longest wording of some
 * family; 0 for none. */
int families_span(const struct families *, const char *const *key, int n);

/* How many families have a wording of just those n keys. */
int families_count(const struct families *, const char *const *key, int n);

/* The family after *at (which is 0 at first and moves on) one wording of which
 * is just those n keys; NULL at the end. */
const struct family *families_next(const struct families *,
    const char *const *key, int n, size_t *at);

#endif
