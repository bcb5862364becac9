/*
 * synonyms.c - the thesaurus: phrases that stand for each other.
 *
 * A family is a set of phrases, from a row of the table keyword.  Each phrase
 * is filed in a hash table under the key of its first word, so that the longest
 * phrase that begins at some word of a question is found by one look-up.
 */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "gen/constants.h"
#include "gen/queries/vocabulary.h"
#include "vocabulary/spelling.h"
#include "vocabulary/synonyms.h"

enum { SLOTS = 1024, MAX_KEYS = 8 };

/* A phrase of a family, in the slot of its first key, and one of two keys in
 * that of its second too. */
struct synonym_entry {
	struct synonym_entry *next, *next_second; /* of the same slot */
	const struct synonym_family *family;
	struct phrase *phrase;
	size_t number; /* from 1, as they were added; a cursor of _next */
};

struct synonyms {
	struct pool *pool;
	struct synonym_entry *slot[SLOTS], *second[SLOTS];
	size_t entries;
};

static size_t
slot_number(const char *key)
{
	return str_hash(STR_HASH, key) % SLOTS;
}

static struct synonym_entry **
slot_of(const struct synonyms *f, const char *key)
{
	return (struct synonym_entry **)(uintptr_t)&f->slot[slot_number(key)];
}

static void
file_second(struct synonyms *f, struct synonym_entry *e)
{
	struct synonym_entry **slot;

	if (e->phrase->n != 2)
		return;
	slot = &f->second[slot_number(e->phrase->key[1])];
	e->next_second = *slot;
	*slot = e;
}

bool
phrase_read(struct pool *pool, struct words *words, const char *text, size_t n,
    struct phrase *s)
{
	const char *p, *key[MAX_KEYS];
	const char **kept;
	struct word w;

	for (; n > 0 && *text == ' '; n--)
		text++;
	while (n > 0 && text[n - 1] == ' ')
		n--;
	p = pool_strndup(pool, text, n);
	*s = (struct phrase){ .text = p };
	while (s->n < MAX_KEYS && words_next(words, &p, &w))
		if (!w.stop && w.terms > 0)
			key[s->n++] = pool_strdup(pool, words_key(&w));
	kept = pool_take(pool, (size_t)(s->n + 1) * sizeof(*kept));
	memcpy(kept, key, (size_t)s->n * sizeof(*kept));
	s->key = kept;
	return s->n > 0;
}

int
phrases_read(struct pool *pool, struct words *words, const char *text, size_t n,
    struct phrase *to, int max)
{
	const char *end = text + n;
	int k = 0;

	while (text < end && k < max) {
		const char *bar = memchr(text, '|', (size_t)(end - text));

		if (bar == NULL)
			bar = end;
		k += phrase_read(pool, words, text, (size_t)(bar - text),
		    &to[k]);
		text = bar + 1;
	}
	return k;
}

int
phrases_count(const char *text)
{
	int n = 0;

	for (; *text != '\0'; text += *text == '|') {
		size_t length = strcspn(text, "|");

		n += strspn(text, " ") < length;
		text += length;
	}
	return n;
}

/* Files each phrase of a row: the term, and its synonyms separated by bars. */
static void
add_family(struct synonyms *f, struct words *words, enum synonym_kind kind,
    const char *term, const char *synonyms)
{
	struct synonym_family *family = pool_take(f->pool, sizeof(*family));
	struct phrase read[SYNONYM_PHRASES], *all;

	family->kind = kind;
	family->n = phrase_read(f->pool, words, term, strlen(term), read);
	family->n += phrases_read(f->pool, words, synonyms, strlen(synonyms),
	    read + family->n, SYNONYM_PHRASES - family->n);
	all = pool_take(f->pool, (size_t)(family->n + 1) * sizeof(*all));
	memcpy(all, read, (size_t)family->n * sizeof(*all));
	family->phrase = all;
	for (int i = 0; i < family->n; i++) {
		struct synonym_entry *e = pool_take(f->pool, sizeof(*e));
		struct synonym_entry **slot = slot_of(f, all[i].key[0]);

		*e = (struct synonym_entry){ .next = *slot,
			.family = family,
			.phrase = &all[i],
			.number = ++f->entries };
		*slot = e;
		file_second(f, e);
	}
}

/* Each phrase learns how many families have it. */
static void
count_families(struct synonyms *f)
{
	for (size_t i = 0; i < sizeof(f->slot) / sizeof(f->slot[0]); i++)
		for (struct synonym_entry *e = f->slot[i]; e != NULL;
		     e = e->next)
			e->phrase->families = synonyms_count(f, e->phrase->key,
			    e->phrase->n);
}

enum rc
synonyms_load(struct db *db, struct words *words, struct synonyms **made)
{
	struct synonyms *f = calloc(1, sizeof(*f));
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc;

	if (f == NULL)
		log_die("synonyms: out of memory");
	f->pool = pool_new();
	rc = query_run(db, pool, Q_KEYWORDS, NULL, &res);
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct keywords_row *row = keywords_row(&res, r);
		const char *kind = row->kind.s;

		add_family(f, words,
		    strcmp(kind, KEYWORD_OBJECT) == 0 ? SYNONYM_OBJECT
			: strcmp(kind, KEYWORD_INTENTION) == 0
			? SYNONYM_INTENTION
			: SYNONYM_ACRONYM,
		    row->term.s, row->synonyms.s);
	}
	pool_free(pool);
	count_families(f);
	if (rc == RC_OK)
		*made = f;
	else
		synonyms_free(f);
	return rc;
}

void
synonyms_free(struct synonyms *f)
{
	if (f == NULL)
		return;
	pool_free(f->pool);
	free(f);
}

void
synonyms_put_forms(const struct synonyms *f, struct form_set *to)
{
	for (size_t i = 0; i < SLOTS; i++)
		for (const struct synonym_entry *e = f->slot[i]; e != NULL;
		     e = e->next)
			form_set_add_text(to, e->phrase->text);
}

/* Whether the n keys begin with the phrase. */
static bool
synonyms_is_said(const struct phrase *s, const char *const *key, int n)
{
	if (s->n > n)
		return false;
	for (int i = 0; i < s->n; i++)
		if (strcmp(s->key[i], key[i]) != 0)
			return false;
	return true;
}

int
synonyms_span(const struct synonyms *f, const char *const *key, int n)
{
	int longest = 0;

	for (const struct synonym_entry *e = *slot_of(f, key[0]); e != NULL;
	     e = e->next)
		if (e->phrase->n > longest &&
		    synonyms_is_said(e->phrase, key, n))
			longest = e->phrase->n;
	return longest;
}

const struct synonym_family *
synonyms_next(const struct synonyms *f, const char *const *key, int n,
    size_t *at)
{
	for (const struct synonym_entry *e = *slot_of(f, key[0]); e != NULL;
	     e = e->next) {
		/* The last added is the first of its slot. */
		if (*at != 0 && e->number >= *at)
			continue;
		if (e->phrase->n != n || !synonyms_is_said(e->phrase, key, n))
			continue;
		*at = e->number;
		return e->family;
	}
	return NULL;
}

int
synonyms_count(const struct synonyms *f, const char *const *key, int n)
{
	int found = 0;

	for (const struct synonym_entry *e = *slot_of(f, key[0]); e != NULL;
	     e = e->next)
		found += e->phrase->n == n &&
		    synonyms_is_said(e->phrase, key, n);
	return found;
}

static bool
is_near(const struct phrase *s, const char *const key[2], int at)
{
	return s->n == 2 && strcmp(s->key[1 - at], key[1 - at]) == 0 &&
	    spelling_is_slip(key[at], s->key[at]);
}

const struct phrase *
synonyms_near(const struct synonyms *f, const char *const key[2], int *at)
{
	if (synonyms_span(f, key, 2) == 2)
		return NULL;
	*at = 0;
	for (const struct synonym_entry *e = f->second[slot_number(key[1])];
	     e != NULL; e = e->next_second)
		if (is_near(e->phrase, key, 0))
			return e->phrase;
	*at = 1;
	for (const struct synonym_entry *e = *slot_of(f, key[0]); e != NULL;
	     e = e->next)
		if (is_near(e->phrase, key, 1))
			return e->phrase;
	return NULL;
}
