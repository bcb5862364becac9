/* near_names.c - which names of a list a text resembles. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/log.h"
#include "record/near_names.h"
#include "vocabulary/spelling.h"

/* Of a name; letters of a word in which one may be wrong, and of one with which
 * another may begin: "région", "régional". */
enum { MAX_STEMS = 16, LEAST_LETTERS = 5, LEAST_BEGIN = 6 };

/* What is less alike is a name of its own. */
static const double LEAST = 0.6;

struct near_name {
	const char *name, *means;
	size_t stem[MAX_STEMS]; /* numbers, each once */
	int n;
};

struct near_names {
	struct words *words;
	struct intern *stems, *forms; /* words, as they are written */
	size_t nstems, nforms;
	size_t *stem_of; /* a form's, by its number */
	size_t forms_size;
	size_t *names_of; /* how many names have a stem, by its number */
	size_t names_size;
	struct near_name *name;
	size_t n, size;
};

struct near_names *
near_names_new(struct words *words)
{
	struct near_names *l = calloc(1, sizeof(*l));

	if (l == NULL)
		log_die("near_names: out of memory");
	l->words = words;
	l->stems = intern_new();
	l->forms = intern_new();
	return l;
}

void
near_names_free(struct near_names *l)
{
	if (l == NULL)
		return;
	intern_free(l->stems);
	intern_free(l->forms);
	free(l->stem_of);
	free(l->names_of);
	free(l->name);
	free(l);
}

/* The number of the stem of a word of a name. */
static size_t
number_of(struct near_names *l, const struct word *w)
{
	size_t stem = intern(l->stems, words_key(w)),
	       form = intern(l->forms, w->folded);

	l->nstems = stem >= l->nstems ? stem + 1 : l->nstems;
	l->nforms = form >= l->nforms ? form + 1 : l->nforms;
	l->stem_of = intern_array(l->stem_of, &l->forms_size, form,
	    sizeof(*l->stem_of));
	l->stem_of[form] = stem;
	return stem;
}

void
near_names_add(struct near_names *l, const char *name, const char *means)
{
	const char *s = name;
	struct near_name *to;
	struct word w;

	if (l->n == l->size) {
		l->size = l->size > 0 ? 2 * l->size : 64;
		l->name = realloc(l->name, l->size * sizeof(*l->name));
		if (l->name == NULL)
			log_die("near_names: out of memory");
	}
	to = &l->name[l->n++];
	*to = (struct near_name){ .name = name, .means = means };
	while (to->n < MAX_STEMS && words_next(l->words, &s, &w)) {
		size_t k;
		int i = 0;

		if (w.stop || w.terms == 0)
			continue;
		k = number_of(l, &w);
		while (i < to->n && to->stem[i] != k)
			i++;
		if (i < to->n)
			continue;
		to->stem[to->n++] = k;
		l->names_of = intern_array(l->names_of, &l->names_size, k,
		    sizeof(*l->names_of));
		l->names_of[k]++;
	}
}

/* What a stem that so many names have weighs. */
static double
weight(const struct near_names *l, size_t names)
{
	return log(1 + (double)l->n / (double)(names > 0 ? names : 1));
}

/* Whether one is the other with a letter wrong, or begins with it. */
static bool
is_near(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b), least = n < m ? n : m;

	return *a == *b && n >= LEAST_LETTERS &&
	    (spelling_distance(a, b, 1) <= 1 ||
		(least >= LEAST_BEGIN && strncmp(a, b, least) == 0));
}

/* The number of the stem of a word, or of one that is near; nstems: no name has
 * it. */
static size_t
find_stem(const struct near_names *l, const struct word *w)
{
	for (size_t k = 0; k < l->nstems; k++)
		if (strcmp(intern_text(l->stems, k), words_key(w)) == 0)
			return k;
	for (size_t k = 0; k < l->nforms; k++)
		if (is_near(w->folded, intern_text(l->forms, k)))
			return l->stem_of[k];
	return l->nstems;
}

/* How alike they are, from 0 to 1: what both have, by what they are, and by the
 * lesser, for one that says more is alike too. */
static double
likeness(const struct near_names *l, const size_t *stem, int n, double all,
    const struct near_name *name)
{
	double both = 0, of_name = 0;

	for (int i = 0; i < name->n; i++) {
		double w = weight(l, l->names_of[name->stem[i]]);

		of_name += w;
		for (int k = 0; k < n; k++)
			both += stem[k] == name->stem[i] ? w : 0;
	}
	if (both == 0)
		return 0;
	return both / (all + of_name) +
	    both / 2 / (all < of_name ? all : of_name);
}

/* The nearest so far, in order. */
struct nearest {
	const char *means[NEAR_NAMES_MAX];
	double like[NEAR_NAMES_MAX];
	int n;
};

/* A name that comes under several wordings is told once, by the nearest. */
static void
note_near(struct nearest *best, const char *means, double like)
{
	int i = best->n;

	for (int k = 0; k < best->n; k++)
		if (strcmp(best->means[k], means) == 0) {
			if (best->like[k] >= like)
				return;
			i = k;
		}
	if (i == NEAR_NAMES_MAX && like <= best->like[--i])
		return;
	if (i == best->n)
		best->n++;
	for (; i > 0 && best->like[i - 1] < like; i--) {
		best->means[i] = best->means[i - 1];
		best->like[i] = best->like[i - 1];
	}
	best->means[i] = means;
	best->like[i] = like;
}

const char *
near_names_find(struct near_names *l, struct pool *pool, const char *text)
{
	struct nearest best = { .n = 0 };
	size_t stem[MAX_STEMS];
	const char *near = "";
	double all = 0;
	struct word w;
	int n = 0;

	while (n < MAX_STEMS && words_next(l->words, &text, &w))
		if (!w.stop && w.terms > 0) {
			size_t k = find_stem(l, &w);

			all += weight(l, k < l->nstems ? l->names_of[k] : 0);
			stem[n++] = k;
		}
	for (size_t i = 0; i < l->n; i++) {
		double like = likeness(l, stem, n, all, &l->name[i]);

		if (like >= LEAST)
			note_near(&best, l->name[i].means, like);
	}
	for (int i = 0; i < best.n; i++)
		near = pool_printf(pool, "%s%s\"%s\"", near, i > 0 ? ", " : "",
		    best.means[i]);
	return near;
}
