/*
 * projects.c - named project types.
 *
 * A project type is a conjunction of needs, each a disjunction of phrases,
 * and of phrases that exclude an aid, those of general kinds (general_kinds.h)
 * among them.  Suggestions go by a sorted array of all
 * words of all names: what a reader typed is a prefix, found by binary search,
 * and each project counts how many of the prefixes it has.
 */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/queries/vocabulary.h"
#include "vocabulary/general_kinds.h"
#include "vocabulary/projects.h"

enum { MAX_WORDS = 16 };

/* A word of a folded name, and what follows it there. */
struct name_word {
	const char *at;
	size_t project;
};

/* How many of the reader's words a project's name has; last is the number, from
 * 1, of the last one counted, so that each counts once. */
struct tally {
	int hits, last;
};

struct projects {
	struct pool *pool;
	struct project *project;
	char (*folded)[WORD_SIZE * 4]; /* of the names */
	size_t n;
	struct name_word *word; /* of all names, in order */
	size_t words;
	struct tally *tally;
};

/* Phrases separated by "|": one of them is enough. */
static struct project_need
read_need(struct pool *pool, struct words *words, const char *text, size_t n)
{
	struct phrase read[PROJECT_WORDINGS], *s;
	int k = phrases_read(pool, words, text, n, read, PROJECT_WORDINGS);

	s = pool_take(pool, (size_t)(k + 1) * sizeof(*s));
	memcpy(s, read, (size_t)k * sizeof(*s));
	return (struct project_need){ s, k };
}

/* Needs separated by "+": all are wanted. */
static void
read_needs(struct projects *p, struct words *words, const char *text,
    struct project *to)
{
	struct project_need read[PROJECT_NEEDS], *need;

	while (*text != '\0' && to->needs < PROJECT_NEEDS) {
		size_t n = strcspn(text, "+");

		read[to->needs] = read_need(p->pool, words, text, n);
		to->needs += read[to->needs].n > 0;
		text += n + (text[n] == '+');
	}
	need = pool_take(p->pool, (size_t)(to->needs + 1) * sizeof(*need));
	memcpy(need, read, (size_t)to->needs * sizeof(*need));
	to->need = need;
}

static int
by_category(const void *a, const void *b)
{
	const struct project *x = a, *y = b;
	int c = strcmp(x->category, y->category);

	return c != 0 ? c : x->id < y->id ? -1 : x->id > y->id;
}

static int
by_letters(const void *a, const void *b)
{
	const struct name_word *x = a, *y = b;

	return strcmp(x->at, y->at);
}

/* Folds the names; returns an upper bound of their words. */
static size_t
fold_names(struct projects *p)
{
	size_t words = p->n;

	p->folded = pool_take(p->pool, (p->n + 1) * sizeof(*p->folded));
	for (size_t i = 0; i < p->n; i++)
		for (const char *s = str_fold(p->folded[i], sizeof(*p->folded),
			 p->project[i].name);
		     *s != '\0'; s++)
			words += *s == ' ';
	return words;
}

static void
index_names(struct projects *p)
{
	p->word = pool_take(p->pool, (fold_names(p) + 1) * sizeof(*p->word));
	p->tally = pool_take(p->pool, (p->n + 1) * sizeof(*p->tally));
	for (size_t i = 0; i < p->n; i++) {
		for (const char *s = p->folded[i]; *s != '\0'; s += *s == ' ') {
			p->word[p->words++] = (struct name_word){ s, i };
			s += strcspn(s, " ");
		}
	}
	if (p->words > 1)
		qsort(p->word, p->words, sizeof(*p->word), by_letters);
}

/* Reads a row; text is of the pool that is given. */
static void
read_project(struct projects *p, struct words *words, struct pool *text,
    const struct general_kinds *kinds, const struct projects_row *v)
{
	struct project *to = &p->project[p->n++];
	const char *excluded = general_kinds_spell(text, kinds, v->excluded.s);

	to->id = (unsigned)rows_int(&v->id, 0);
	to->slug = pool_strdup(p->pool, v->slug.s);
	to->name = pool_strdup(p->pool, v->name.s);
	to->category = pool_strdup(p->pool, v->category.s);
	read_needs(p, words, general_kinds_spell(text, kinds, v->required.s),
	    to);
	to->excluded = read_need(p->pool, words, excluded, strlen(excluded));
}

enum rc
projects_load(struct db *db, struct words *words, struct projects **made)
{
	struct projects *p = calloc(1, sizeof(*p));
	struct pool *pool = pool_new();
	struct general_kinds kinds;
	struct result res;
	enum rc rc;

	if (p == NULL)
		log_die("projects: out of memory");
	p->pool = pool_new();
	rc = general_kinds_load(db, pool, &kinds);
	if (rc == RC_OK)
		rc = query_run(db, pool, Q_PROJECTS, NULL, &res);
	p->project = pool_take(p->pool,
	    ((rc == RC_OK ? res.rows : 0) + 1) * sizeof(*p->project));
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++)
		read_project(p, words, pool, &kinds, projects_row(&res, r));
	if (p->n > 1)
		qsort(p->project, p->n, sizeof(*p->project), by_category);
	index_names(p);
	pool_free(pool);
	if (rc == RC_OK)
		*made = p;
	else
		projects_free(p);
	return rc;
}

void
projects_free(struct projects *p)
{
	if (p == NULL)
		return;
	pool_free(p->pool);
	free(p);
}

const struct project *
projects_all(const struct projects *p, size_t *n)
{
	*n = p->n;
	return p->project;
}

const struct project *
projects_find(const struct projects *p, const char *slug)
{
	unsigned long id = slug[strspn(slug, "0123456789")] == '\0'
	    ? strtoul(slug, NULL, 10)
	    : 0;

	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->project[i].slug, slug) == 0 ||
		    (id > 0 && p->project[i].id == id))
			return &p->project[i];
	return NULL;
}

const struct project *
projects_named(const struct projects *p, const char *text)
{
	char folded[sizeof(*p->folded)];

	str_fold(folded, sizeof(folded), text);
	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->folded[i], folded) == 0)
			return &p->project[i];
	return NULL;
}

/* Counts a prefix, the number-th of the question, for the projects that have
 * it: once each, whatever their words. */
static void
count_start(const struct projects *p, const char *start, int number)
{
	size_t n = strlen(start), lo = 0, hi = p->words;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (strncmp(p->word[mid].at, start, n) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (; lo < p->words && strncmp(p->word[lo].at, start, n) == 0; lo++) {
		struct tally *t = &p->tally[p->word[lo].project];

		t->hits += t->last != number;
		t->last = number;
	}
}

/* The prefixes of a text: its words without the mark of a plural or the silent
 * "e" at their ends, stop words left out. */
static int
read_starts(const struct words *words, const char *text,
    char start[][WORD_SIZE])
{
	struct word w;
	int n = 0;

	while (n < MAX_WORDS && words_scan(&text, &w)) {
		size_t len = strlen(w.folded);

		if (words_is_stop(words, &w))
			continue;
		while (len > 4 && strchr("sxe", w.folded[len - 1]) != NULL)
			len--;
		memcpy(start[n], w.folded, len);
		start[n++][len] = '\0';
	}
	return n;
}

int
projects_suggest(const struct projects *p, struct words *words,
    const char *text, bool all, const struct project **best, int max)
{
	char start[MAX_WORDS][WORD_SIZE];
	int score[8] = { 0 }, n = read_starts(words, text, start), found = 0;

	if (max > (int)(sizeof(score) / sizeof(score[0])))
		max = (int)(sizeof(score) / sizeof(score[0]));
	memset(p->tally, 0, p->n * sizeof(*p->tally));
	for (int w = 0; w < n; w++)
		count_start(p, start[w], w + 1);
	for (size_t i = 0; n > 0 && i < p->n; i++) {
		int hits = p->tally[i].hits, k;

		if (hits == 0 || (all ? hits < n : 2 * hits <= n))
			continue;
		for (k = found; k > 0 && score[k - 1] < hits; k--)
			if (k < max) {
				score[k] = score[k - 1];
				best[k] = best[k - 1];
			}
		if (k == max)
			continue;
		score[k] = hits;
		best[k] = &p->project[i];
		found += found < max;
	}
	return found;
}
