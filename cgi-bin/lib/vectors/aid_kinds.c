/*
 * aid_kinds.c - which kinds of aids titles of projects lead to.
 *
 * A multinomial logistic regression over the direction of the title and its
 * words, of which each says less than the one before (word_vectors_worth): of
 * kind k,
 *
 *	likely(k) = exp(x(k)) / sum over all kinds j of exp(x(j))
 *	x(k) = bias(k) + sum over i of weight(k, i) * title(i) / VECTOR_LENGTH
 *	       + sum over words w of weight(k, w) * worth(w) / length of worths
 *
 * The table is text: comments after "#"; "made", which table of vectors it was
 * learned with, how many kinds there are, and the CRC-32 of what follows; then
 * of each kind, parted by tabs, its name, its bias, its weights and its
 * direction; then of each word, one of its forms and its weights.  Biases and
 * weights are in parts of UNIT.  One kind has no name: projects that no kind of
 * aid is known for.
 */

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/say.h"
#include "vectors/aid_kinds.h"

enum { KINDS = 32, WORDS = 2000, UNIT = 1000 };

struct kind_word {
	int number; /* word_vectors.h */
	int32_t weight[KINDS];
};

struct aid_kinds {
	char *text;   /* of the file, where the names are */
	uint32_t sum; /* of what was learned */
	int n;
	struct aid_kind kind[KINDS];
	long bias[KINDS];
	int32_t weight[KINDS][VECTOR_DIMS];
	struct kind_word *word; /* by number */
	int words;
};

/* The next field of a line, as a number; false when it is none. */
static bool
next_number(char **line, long *number)
{
	char *end;

	if (**line != '\t')
		return false;
	*number = strtol(*line + 1, &end, 10);
	if (end == *line + 1 || labs(*number) > 1000L * UNIT)
		return false;
	*line = end;
	return true;
}

static bool
read_kind(struct aid_kinds *k, char *line)
{
	struct aid_kind *kind = &k->kind[k->n];
	char *name = line;
	long x;

	if (k->n == KINDS)
		return false;
	line += strcspn(line, "\t");
	if (!next_number(&line, &k->bias[k->n]))
		return false;
	for (int i = 0; i < VECTOR_DIMS; i++) {
		if (!next_number(&line, &x))
			return false;
		k->weight[k->n][i] = (int32_t)x;
	}
	for (int i = 0; i < VECTOR_DIMS; i++) {
		if (!next_number(&line, &x) || labs(x) > VECTOR_LENGTH)
			return false;
		kind->direction.to[i] = (int8_t)x;
	}
	name[strcspn(name, "\t")] = '\0';
	kind->name = name;
	k->n++;
	return *line == '\0';
}

static bool
read_word(struct aid_kinds *k, const struct word_vectors *v, char *line)
{
	struct kind_word *word = &k->word[k->words];
	char *form = line;
	long x;

	if (k->words == WORDS)
		return false;
	line += strcspn(line, "\t");
	for (int i = 0; i < k->n; i++) {
		if (!next_number(&line, &x))
			return false;
		word->weight[i] = (int32_t)x;
	}
	form[strcspn(form, "\t")] = '\0';
	word->number = word_vectors_find(v, form);
	k->words++;
	return *line == '\0' && word->number >= 0;
}

static int
by_number(const void *a, const void *b)
{
	const struct kind_word *x = a, *y = b;

	return x->number < y->number ? -1 : x->number > y->number;
}

static uint32_t
sum_of(const char *p, const char *end)
{
	return p == NULL
	    ? 0
	    : (uint32_t)crc32(0, (const Bytef *)p, (uInt)(end - p));
}

/* What is wrong with the table, which ends at end; NULL: nothing. */
static const char *
read_lines(struct aid_kinds *k, const char *end, const struct word_vectors *v)
{
	uint32_t of = 0, made = word_vectors_made(v);
	long kinds = -1;
	char *line, *rest = k->text;

	while ((line = strsep(&rest, "\n")) != NULL) {
		if (*line == '#' || *line == '\0')
			continue;
		if (strncmp(line, "made\t", 5) == 0) {
			of = (uint32_t)strtoul(line + 5, &line, 10);
			if (of != made)
				return N_("it is of another version");
			kinds = strtol(line, &line, 10);
			k->sum = sum_of(rest, end);
			if (k->sum != (uint32_t)strtoul(line, NULL, 10))
				return N_("it was changed");
		} else if (k->n < kinds ? !read_kind(k, line)
					: !read_word(k, v, line)) {
			return N_("it was changed");
		}
	}
	if (k->n == 0 || k->n != kinds)
		return N_("it is cut");
	if (k->words > 1)
		qsort(k->word, (size_t)k->words, sizeof(*k->word), by_number);
	return NULL;
}

struct aid_kinds *
aid_kinds_read(const char *share_dir, const struct word_vectors *v,
    const char **why)
{
	struct aid_kinds *k = calloc(1, sizeof(*k));
	struct buf b = { 0 };
	char path[4096];

	if (k != NULL)
		k->word = calloc(WORDS, sizeof(*k->word));
	if (k == NULL || k->word == NULL)
		log_die("aid_kinds: out of memory");
	snprintf(path, sizeof(path), "%s/sql/learned/aid-kinds.tsv", share_dir);
	*why = buf_put_file(&b, path) != NULL ? N_("it cannot be read") : NULL;
	k->text = b.data;
	if (*why == NULL)
		*why = read_lines(k, k->text + b.len, v);
	if (*why == NULL)
		return k;
	aid_kinds_free(k);
	return NULL;
}

void
aid_kinds_free(struct aid_kinds *k)
{
	if (k == NULL)
		return;
	free(k->word);
	free(k->text);
	free(k);
}

uint32_t
aid_kinds_sum(const struct aid_kinds *k)
{
	return k != NULL ? k->sum : 0;
}

const struct aid_kind *
aid_kinds_all(const struct aid_kinds *k, int *n)
{
	*n = k != NULL ? k->n : 0;
	return k != NULL ? k->kind : NULL;
}

/* Adds to the kinds what the words say. */
static void
add_words(const struct aid_kinds *k, const int *number, int n, float x[KINDS])
{
	float square = 0;

	for (int i = 0; i < n; i++)
		square += word_vectors_worth(i) * word_vectors_worth(i);
	for (int i = 0; i < n; i++) {
		struct kind_word key = { .number = number[i] }, *word;

		word = bsearch(&key, k->word, (size_t)k->words, sizeof(key),
		    by_number);
		for (int kind = 0; word != NULL && kind < k->n; kind++)
			x[kind] += (float)word->weight[kind] / UNIT *
			    word_vectors_worth(i) / sqrtf(square);
	}
}

const struct aid_kind *
aid_kinds_guess(const struct aid_kinds *k, const struct vector *title,
    const int *word, int n, float *likely)
{
	float x[KINDS], sum = 0;
	int best = 0;

	if (k == NULL)
		return NULL;
	for (int i = 0; i < k->n; i++) {
		int64_t product = 0;

		for (int d = 0; d < VECTOR_DIMS; d++)
			product += k->weight[i][d] * title->to[d];
		x[i] = ((float)k->bias[i] + (float)product / VECTOR_LENGTH) /
		    UNIT;
	}
	add_words(k, word, n, x);
	for (int i = 1; i < k->n; i++)
		if (x[i] > x[best])
			best = i;
	for (int i = 0; i < k->n; i++)
		sum += expf(x[i] - x[best]);
	*likely = 1 / sum;
	return k->kind[best].name[0] != '\0' ? &k->kind[best] : NULL;
}
