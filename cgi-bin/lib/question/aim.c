/*
 * aim.c - what aids a project leads to.
 *
 *	direction = likely * kind + (1 - likely) * mean of the projects
 *	share     = LEARNT * likely + NAMED * (1 - likely)
 *
 * kind is the one that was learned to be the likeliest, and likely how likely
 * it is: 0 when it is less so than LEAST, so that a project of a kind that
 * nobody told is seldom taken for one of those; or when the text is no title,
 * for who types some words seeks what they say.
 */

#include <string.h>

#include "question/aim.h"

/* One word says all of a need. */
enum { SEVERAL = 2 };
/* "make relevance" measures them. */
static const float LEARNT = 2, NAMED = 0.5f, LEAST = 0.45f;

static void
add(float sum[VECTOR_DIMS], const struct vector *v, float times)
{
	for (int i = 0; i < VECTOR_DIMS; i++)
		sum[i] += times * v->to[i] / VECTOR_LENGTH;
}

static struct vector
mean_of(const struct corpus *c, const struct aim *a)
{
	float sum[VECTOR_DIMS] = { 0 };
	size_t n;
	const struct project *all = projects_all(c->projects, &n);

	for (int i = 0; i < a->projects; i++)
		add(sum, &c->sense[a->project[i] - all], 1);
	return word_vectors_pack(sum);
}

static const struct aid_kind *
guess(const struct corpus *c, const struct sense *s, float *likely)
{
	int word[SENSE_WORDS];

	for (int i = 0; i < s->n; i++)
		word[i] = s->word[i].number;
	return aid_kinds_guess(c->kinds, &s->direction, word, s->n, likely);
}

/* A text of so many words that say something: a short one begins with what is
 * to be done, "rénovation du gymnase". */
static bool
is_title(const struct corpus *c, const char *text, int words)
{
	const struct synonym_family *f = NULL;
	struct word first;

	if (words_next(c->words, &text, &first) && first.terms > 0) {
		const char *key = words_key(&first);
		size_t at = 0;

		f = synonyms_next(c->synonyms, &key, 1, &at);
	}
	return words >= SENSE_TITLE ||
	    (f != NULL && f->kind == SYNONYM_INTENTION);
}

static void
put_names(struct aim *a, const struct aid_kind *kind)
{
	a->names = kind != NULL ? 1 : a->projects;
	if (kind != NULL)
		a->name[0] = kind->name;
	for (int i = 0; kind == NULL && i < a->names && i < AIM_NAMES; i++)
		a->name[i] = a->project[i]->name;
}

void
aim_read(struct pool *pool, const struct corpus *c, const char *text, int words,
    const struct sense *sense, struct aim *a)
{
	const struct aid_kind *kind = NULL;
	float likely = 0, sum[VECTOR_DIMS] = { 0 };
	struct vector named;
	int n;

	memset(a, 0, sizeof(*a));
	a->projects = project_match_best(c->matches, pool, c->words, text,
	    a->project, AIM_PROJECTS);
	if (c->sense == NULL || words < SEVERAL)
		return;
	if (sense != NULL && is_title(c, text, words))
		kind = guess(c, sense, &likely);
	if (likely < LEAST)
		kind = NULL;
	if (kind == NULL)
		likely = 0;
	if (kind == NULL && a->projects == 0)
		return;
	named = mean_of(c, a);
	add(sum, &named, 1 - likely);
	if (kind != NULL)
		add(sum, &kind->direction, likely);
	a->direction = word_vectors_pack(sum);
	if (kind != NULL)
		a->docs = c->of_kind[kind - aid_kinds_all(c->kinds, &n)];
	a->share = LEARNT * likely +
	    (a->projects > 0 ? NAMED * (1 - likely) : 0);
	put_names(a, kind);
}
