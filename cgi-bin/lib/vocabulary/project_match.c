/*
 * project_match.c - which project types a text is about.
 *
 * Names and questions are cut alike, into wordings (spans.h).  What a phrase
 * means is a few numbers: one of its words, and one of each family of synonyms
 * that has it; two phrases mean the same when they share one.  The numbers of
 * all names are a sorted array.  A project type is worth the sum of the
 * phrases of the question that its name has, each the more the fewer names have
 * it, as the idf of score.c.
 */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "vocabulary/project_match.h"
#include "vocabulary/spans.h"

/* A phrase of so many families names what they are part of, as in concepts.c:
 * it means its own family alone. */
enum { MANY = 8, MAX_IDS = 16 };

/* How well a name has a phrase: by a word within a longer phrase, or as one. */
enum level { NONE, WITHIN, WHOLE };

/* An intention ("rénover") says less than an object: see score.c. */
static const float HELP = 0.5f;
/* Those that are worth less than this part of the best are left out. */
static const float ENOUGH = 0.5f;

struct meaning {
	uint64_t id;
	uint16_t project;
	uint8_t level;
};

struct project_match {
	const struct project *project;
	size_t n;
	const struct synonyms *synonyms;
	struct meaning *meaning; /* by id */
	size_t meanings, room;
};

/* The phrases of a text, while they are read. */
struct phrases {
	struct token token[TOKENS];
	const char *key[TOKENS];
	int n;
	struct span span;
};

static void
read_phrases(struct pool *pool, struct words *words, const char *text,
    struct phrases *p)
{
	/* As a correction, in which neither quotes nor "-" count. */
	p->n = tokens_read(pool, words, text, text, p->token, 0);
	p->span = (struct span){ 0 };
	for (int i = 0; i < p->n; i++)
		p->key[i] = words_key(&p->token[i].w);
}

/* The next phrase: how many keys it has, from *key on; 0 at the end. */
static int
next_phrase(const struct synonyms *synonyms, struct phrases *p,
    const char *const **key)
{
	if (!span_next(synonyms, p->token, p->n, &p->span))
		return 0;
	*key = p->key + p->span.from;
	return p->span.n;
}

static bool
is_name_of(const struct synonym_family *f, const char *const *key, int n)
{
	const struct phrase *name = &f->phrase[0];

	for (int i = 0; i < n && name->n == n; i++)
		if (strcmp(name->key[i], key[i]) != 0)
			return false;
	return name->n == n;
}

/* What n keys mean: returns how many numbers, in id.  *object unless they only
 * have families of intentions. */
static int
read_meaning(const struct synonyms *synonyms, const char *const *key, int n,
    uint64_t id[MAX_IDS], bool *object)
{
	const struct synonym_family *f;
	bool broad = synonyms_count(synonyms, key, n) >= MANY, any = false;
	size_t at = 0;
	int ids = 1;

	*object = false;
	id[0] = STR_HASH;
	for (int i = 0; i < n; i++)
		id[0] = str_hash(str_hash(id[0], key[i]), " ");
	while ((f = synonyms_next(synonyms, key, n, &at)) != NULL) {
		any = true;
		*object |= f->kind != SYNONYM_INTENTION;
		if (ids < MAX_IDS && (!broad || is_name_of(f, key, n)))
			id[ids++] = (uintptr_t)f;
	}
	*object |= !any;
	return ids;
}

/* ---- names ---- */

static void
note_meaning(struct project_match *m, size_t project, enum level level,
    const char *const *key, int n)
{
	uint64_t id[MAX_IDS];
	bool object;
	int ids = read_meaning(m->synonyms, key, n, id, &object);

	if (m->meanings + (size_t)ids > m->room) {
		m->room += m->room / 2 + 1024;
		m->meaning = realloc(m->meaning, m->room * sizeof(*m->meaning));
		if (m->meaning == NULL)
			log_die("project_match: out of memory");
	}
	for (int i = 0; i < ids; i++)
		m->meaning[m->meanings++] = (struct meaning){ id[i],
			(uint16_t)project, (uint8_t)level };
}

static int
by_meaning(const void *a, const void *b)
{
	const struct meaning *x = a, *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

struct project_match *
project_match_new(const struct projects *projects, struct words *words,
    const struct synonyms *synonyms)
{
	struct project_match *m = calloc(1, sizeof(*m));
	struct pool *pool = pool_new();
	struct phrases p;
	const char *const *key;

	if (m == NULL)
		log_die("project_match: out of memory");
	m->synonyms = synonyms;
	m->project = projects_all(projects, &m->n);
	for (size_t i = 0; i < m->n && i <= UINT16_MAX; i++) {
		read_phrases(pool, words, m->project[i].name, &p);
		for (int n; (n = next_phrase(synonyms, &p, &key)) > 0;) {
			note_meaning(m, i, WHOLE, key, n);
			for (int k = 0; k < n && n > 1; k++)
				note_meaning(m, i, WITHIN, key + k, 1);
		}
	}
	pool_free(pool);
	if (m->meanings > 1)
		qsort(m->meaning, m->meanings, sizeof(*m->meaning), by_meaning);
	return m;
}

void
project_match_free(struct project_match *m)
{
	if (m == NULL)
		return;
	free(m->meaning);
	free(m);
}

/* ---- questions ---- */

/* What is known of each project type during a question. */
struct match {
	float score;
	uint8_t level; /* how its name has the phrase at hand */
	bool object;   /* it has one that is no intention */
};

static void
mark_names(const struct project_match *m, uint64_t id, struct match *to)
{
	size_t lo = 0, hi = m->meanings;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (m->meaning[mid].id < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (; lo < m->meanings && m->meaning[lo].id == id; lo++) {
		const struct meaning *x = &m->meaning[lo];

		if (x->level > to[x->project].level)
			to[x->project].level = x->level;
	}
}

static void
add_phrase(const struct project_match *m, const char *const *key, int n,
    struct match *to)
{
	uint64_t id[MAX_IDS];
	bool object;
	int ids = read_meaning(m->synonyms, key, n, id, &object), names = 0;
	float worth;

	for (int i = 0; i < ids; i++)
		mark_names(m, id[i], to);
	for (size_t i = 0; i < m->n; i++)
		names += to[i].level != NONE;
	if (names == 0)
		return;
	worth = log2f((float)(m->n + 1) / (float)names) * (object ? 1 : HELP);
	for (size_t i = 0; i < m->n; i++) {
		to[i].score += worth * to[i].level / WHOLE;
		to[i].object |= object && to[i].level != NONE;
		to[i].level = NONE;
	}
}

/* The best max of those that are worth anything, in order; ties stay in the
 * order of the kinds. */
static int
pick_matches(const struct project_match *m, const struct match *of,
    const struct project **best, int max)
{
	float first = 0;
	int found = 0;

	for (size_t i = 0; i < m->n; i++)
		if (of[i].object && of[i].score > first)
			first = of[i].score;
	for (size_t i = 0; i < m->n; i++) {
		int k = found;

		if (!of[i].object || of[i].score < ENOUGH * first)
			continue;
		for (;
		     k > 0 && of[best[k - 1] - m->project].score < of[i].score;
		     k--)
			if (k < max)
				best[k] = best[k - 1];
		if (k == max)
			continue;
		best[k] = &m->project[i];
		found += found < max;
	}
	return found;
}

int
project_match_best(const struct project_match *m, struct pool *pool,
    struct words *words, const char *text, const struct project **best, int max)
{
	struct match *of = pool_take(pool, (m->n + 1) * sizeof(*of));
	struct phrases p;
	const char *const *key;

	read_phrases(pool, words, text, &p);
	for (int n; (n = next_phrase(m->synonyms, &p, &key)) > 0;)
		add_phrase(m, key, n, of);
	return pick_matches(m, of, best, max);
}
