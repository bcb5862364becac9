/* project_sense.c - what aids for project types are about. */

#include <stdlib.h>

#include "base/log.h"
#include "vocabulary/project_sense.h"

/* Adds the direction of a text, of length 1, so many times. */
static void
add_text(const struct word_vectors *v, const struct words *words,
    const char *text, float times, float sum[VECTOR_DIMS])
{
	float own[VECTOR_DIMS] = { 0 };
	struct vector to;
	struct word w;

	while (words_scan(&text, &w)) {
		int number = words_is_stop(words, &w)
		    ? -1
		    : word_vectors_find(v, w.folded);

		if (number >= 0)
			word_vectors_add(v, number, 1, own);
	}
	to = word_vectors_pack(own);
	for (int i = 0; i < VECTOR_DIMS; i++)
		sum[i] += times * to.to[i] / VECTOR_LENGTH;
}

/* The name says as much as each need, whose phrases share what it says. */
static struct vector
sense_of(const struct project *p, const struct words *words,
    const struct word_vectors *v)
{
	float sum[VECTOR_DIMS] = { 0 };

	add_text(v, words, p->name, 1, sum);
	for (int i = 0; i < p->needs; i++)
		for (int k = 0; k < p->need[i].n; k++)
			add_text(v, words, p->need[i].phrase[k].text,
			    1.0f / (float)p->need[i].n, sum);
	return word_vectors_pack(sum);
}

struct vector *
project_sense_new(const struct projects *projects, const struct words *words,
    const struct word_vectors *v)
{
	struct vector *made;
	size_t n;
	const struct project *p = projects_all(projects, &n);

	if (v == NULL)
		return NULL;
	made = malloc((n + 1) * sizeof(*made));
	if (made == NULL)
		log_die("project_sense: out of memory");
	for (size_t i = 0; i < n; i++)
		made[i] = sense_of(&p[i], words, v);
	return made;
}
