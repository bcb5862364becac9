/* projects.c - named kinds of projects. */

#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "projects.h"
#include "rows.h"
#include "text.h"

enum { MAX_NEEDS = 8, MAX_SAYINGS = 64, MAX_WORDS = 16 };

struct projects {
	struct pool	*pool;
	struct project	*project;
	char		(*folded)[WORD_SIZE * 4];	/* of the names */
	uint64_t	*initials;	/* of the words of each, a bit each */
	size_t		 n;
};

static struct project_need
read_need(struct pool *pool, struct words *words, const char *text, size_t n)
{
	struct saying read[MAX_SAYINGS], *s;
	int k = sayings_read(pool, words, text, n, read, MAX_SAYINGS);

	s = pool_take(pool, (size_t)(k + 1) * sizeof(*s));
	memcpy(s, read, (size_t)k * sizeof(*s));
	return (struct project_need){ s, k };
}

static void
read_needs(struct projects *p, struct words *words, const char *text,
    struct project *to)
{
	struct project_need read[MAX_NEEDS], *need;

	while (*text != '\0' && to->needs < MAX_NEEDS) {
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

/* A bit for the first two letters of a word, which others may share. */
static uint64_t
initial(const char *word)
{
	return 1ull << ((word[0] * 7 + word[1]) & 63);
}

/* Those of the words of a folded name. */
static uint64_t
initials(const char *name)
{
	uint64_t bits = 0;

	for (; *name != '\0'; name += *name == ' ') {
		bits |= initial(name);
		name += strcspn(name, " ");
	}
	return bits;
}

enum rc
projects_load(struct db *db, struct words *words, struct projects **made)
{
	struct projects *p = calloc(1, sizeof(*p));
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc;

	if (p == NULL)
		log_die("projects: out of memory");
	p->pool = pool_new();
	rc = query_run(db, pool, "projects", NULL, &res);
	p->project = pool_take(p->pool, ((rc == RC_OK ? res.rows : 0) + 1) *
	    sizeof(*p->project));
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct value *v = res.row[r];
		struct project *to = &p->project[p->n++];

		to->id = (unsigned)rows_int(&v[0], 0);
		to->slug = pool_strdup(p->pool, v[1].s);
		to->name = pool_strdup(p->pool, v[2].s);
		to->category = pool_strdup(p->pool, v[3].s);
		read_needs(p, words, v[4].s, to);
		to->excluded = read_need(p->pool, words, v[5].s, v[5].n);
	}
	if (p->n > 1)
		qsort(p->project, p->n, sizeof(*p->project), by_category);
	p->folded = pool_take(p->pool, (p->n + 1) * sizeof(*p->folded));
	p->initials = pool_take(p->pool, (p->n + 1) * sizeof(*p->initials));
	for (size_t i = 0; i < p->n; i++)
		p->initials[i] = initials(text_fold(p->folded[i],
		    sizeof(*p->folded), p->project[i].name));
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
	unsigned long id = slug[strspn(slug, "0123456789")] == '\0' ?
	    strtoul(slug, NULL, 10) : 0;

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

	text_fold(folded, sizeof(folded), text);
	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->folded[i], folded) == 0)
			return &p->project[i];
	return NULL;
}

/* Whether a word of the folded name begins so. */
static bool
has_start(const char *name, const char *start)
{
	size_t n = strlen(start);

	while (*name != '\0') {
		if (strncmp(name, start, n) == 0)
			return true;
		name += strcspn(name, " ");
		name += *name == ' ';
	}
	return false;
}

/* The starts that count: a word without its plural or its last vowel. */
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
	for (size_t i = 0; n > 0 && i < p->n; i++) {
		int hits = 0, k;

		for (int w = 0; w < n; w++)
			hits += (p->initials[i] & initial(start[w])) != 0 &&
			    has_start(p->folded[i], start[w]);
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
