#ifndef SYNONYMS_H
#define SYNONYMS_H

#include "db/query.h"
#include "index/words.h"
#include "vocabulary/form_set.h"

/* The thesaurus, in memory: phrases that stand for each other.  "toiture" is
 * "toit" or "couverture", "IRVE" is "borne de recharge".  Rows of the table
 * keyword. */
struct synonyms;

enum synonym_kind { SYNONYM_OBJECT, SYNONYM_INTENTION, SYNONYM_ACRONYM };

/* One or several words; its keys are theirs, without stop words. */
struct phrase {
	const char *text;       /* as it is written */
	const char *const *key; /* words_key */
	int n;
	int families; /* that have it; 0 for a phrase of no family */
};

/* Reads a phrase of n bytes; false when all its words are stop words.  The
 * other reads phrases separated by "|", at most max of them, and returns how
 * many.  Both live in the pool. */
bool phrase_read(struct pool *, struct words *, const char *text, size_t n,
    struct phrase *);
int phrases_read(struct pool *, struct words *, const char *text, size_t n,
    struct phrase *to, int max);

/* How many phrases separated by "|" a text has, stop words among them. */
int phrases_count(const char *text);

/* How many phrases a family has at most, the first among them: the import
 * refuses more. */
enum { SYNONYM_PHRASES = 64 };

struct synonym_family {
	enum synonym_kind kind;
	const struct phrase *phrase; /* n of them; the first is its name */
	int n;
};

/* Loads them.  RC_OK with *made, which the caller frees; otherwise the code of
 * the query that failed, *made untouched. */
enum rc synonyms_load(struct db *, struct words *, struct synonyms **made);
void synonyms_free(struct synonyms *);

/* Adds the words of all families as they are spelled. */
void synonyms_put_forms(const struct synonyms *, struct form_set *);

/* How many of the n keys (n > 0), from the first on, are the longest phrase
 * that a family has; 0 for none. */
int synonyms_span(const struct synonyms *, const char *const *key, int n);

/* The phrase of two keys that two keys are but for a letter of one of them, the
 * *at-th (spelling_is_slip); NULL: none is, or they are one. */
const struct phrase *synonyms_near(const struct synonyms *,
    const char *const key[2], int *at);

/* How many families have the phrase of just those n keys. */
int synonyms_count(const struct synonyms *, const char *const *key, int n);

/* Iterates over the families that have the phrase of just those n keys: *at is
 * the cursor, 0 at first; NULL at the end. */
const struct synonym_family *synonyms_next(const struct synonyms *,
    const char *const *key, int n, size_t *at);

#endif
