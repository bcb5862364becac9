/*
 * aid_terms.c - the terms of an aid, and their impacts.
 *
 * A text says the same words again and again: each surface form is stemmed
 * once, whatever the number of aids, and each term has a number, so that an aid
 * is an array of sums.
 */

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "index/aid_terms.h"

/* The weight of a text; what names an aid has more. */
static const float TEXT = 1;

/* A surface form, which is a word as it is written, stemmed once: its terms,
 * the last of which is its key; none for a stop word. */
struct surface_form {
	bool is_known;
	int n;
	size_t term[WORD_TERMS];
};

/* A term in the aid being read. */
struct term {
	bool has_form; /* in the vocabulary */
	float sum;     /* of its weights; 0: not in the aid */
	unsigned at;   /* where it first stands, 0 for nowhere */
	int vector;    /* of one of its forms, from 1; 0: none */
};

struct aid_terms {
	struct words *words;
	const struct word_vectors *vectors;
	struct intern *forms, *terms; /* numbers of the next two */
	struct surface_form *form;
	struct term *term;
	size_t form_size, term_size;
	struct aid_term *in; /* terms of the aid */
	size_t nin, in_size;
	size_t length;            /* words of the aid */
	float named[VECTOR_DIMS]; /* of the words of its name and the like */
};

struct aid_terms *
aid_terms_new(struct words *words, struct intern *terms,
    const struct word_vectors *vectors)
{
	struct aid_terms *x = calloc(1, sizeof(*x));

	if (x == NULL)
		log_die("aid_terms: out of memory");
	x->words = words;
	x->terms = terms;
	x->vectors = vectors;
	x->forms = intern_new();
	return x;
}

void
aid_terms_free(struct aid_terms *x)
{
	if (x == NULL)
		return;
	intern_free(x->forms);
	free(x->form);
	free(x->term);
	free(x->in);
	free(x);
}

static struct term *
term_of(struct aid_terms *x, size_t number)
{
	x->term = intern_array(x->term, &x->term_size, number,
	    sizeof(*x->term));
	return &x->term[number];
}

static void
add_weight(struct aid_terms *x, size_t number, float weight, unsigned at)
{
	struct term *t = term_of(x, number);

	if (t->sum == 0) {
		x->in = intern_array(x->in, &x->in_size, x->nin,
		    sizeof(*x->in));
		x->in[x->nin++].number = number;
		t->at = 0;
	}
	t->sum += weight;
	/* The first passage; 0, in none, comes last: 0 - 1 is the greatest. */
	if (at - 1 < t->at - 1)
		t->at = at;
}

/* The vocabulary of suggestions has one form of each stem: the first met. */
static void
add_form(struct aid_terms *x, const struct word *w, size_t key,
    const struct aid_words *new)
{
	struct term *t = term_of(x, key);

	if (strpbrk(w->folded, "0123456789") != NULL)
		return;
	buf_putf(new->forms, "%s\n", w->folded);
	if (t->has_form)
		return;
	t->has_form = true;
	buf_putf(new->stems, "%s\t%.*s\n", words_key(w), (int)w->nlower,
	    w->lower);
}

/* A stem has the vector of the first of its forms that has one. */
static void
find_vector(struct aid_terms *x, const struct word *w, size_t key)
{
	struct term *t = term_of(x, key);

	if (t->vector == 0)
		t->vector = 1 + word_vectors_find(x->vectors, w->folded);
}

static const struct surface_form *
form_of(struct aid_terms *x, struct word *w, const struct aid_words *new)
{
	char as_written[sizeof(w->lower) + 1 + sizeof(w->folded)];
	struct surface_form *f;
	size_t number;

	memcpy(as_written, w->lower, w->nlower);
	as_written[w->nlower] = ' ';
	memcpy(as_written + w->nlower + 1, w->folded, strlen(w->folded) + 1);
	number = intern(x->forms, as_written);
	x->form = intern_array(x->form, &x->form_size, number, sizeof(*f));
	f = &x->form[number];
	if (f->is_known)
		return f;
	f->is_known = true;
	words_stem(x->words, w);
	for (; f->n < w->terms; f->n++)
		f->term[f->n] = intern(x->terms, w->term[f->n]);
	if (f->n > 0) {
		add_form(x, w, f->term[f->n - 1], new);
		find_vector(x, w, f->term[f->n - 1]);
	}
	return f;
}

void
aid_terms_add(struct aid_terms *x, const char *text, float weight,
    unsigned passage, const struct aid_words *new)
{
	const char *p = text, *last = NULL;
	char pair[WORD_SIZE];
	struct word w;

	while (p != NULL && words_scan(&p, &w)) {
		const struct surface_form *f = form_of(x, &w, new);
		const char *key;

		if (f->n == 0)
			continue;
		x->length++;
		for (int i = 0; i < f->n; i++)
			add_weight(x, f->term[i], weight, passage);
		if (weight > TEXT && x->term[f->term[f->n - 1]].vector > 0)
			word_vectors_add(x->vectors,
			    x->term[f->term[f->n - 1]].vector - 1, 1, x->named);
		key = intern_text(x->terms, f->term[f->n - 1]);
		if (last != NULL) {
			words_pair(last, key, pair);
			add_weight(x, intern(x->terms, pair), weight, passage);
		}
		last = key;
	}
}

enum { LEAST_WORDS = 60 };

/*
 * The part of BM25 that does not depend on the question, in a byte: the formula
 * is at the head of engine/score.c.  sum is f(t,d), the occurrences weighted by
 * field.
 */
unsigned
aid_terms_impact(float sum, size_t length)
{
	static const float average = 250, b = 0.5f, k1 = 6;
	/* A text of some words is not more to the point for that. */
	float words = length < LEAST_WORDS ? LEAST_WORDS : (float)length;
	float norm = 1 - b + b * words / average;
	float tf = sum / norm;

	return 1 + (unsigned)(254 * tf / (tf + k1));
}

const struct aid_term *
aid_terms_finish(struct aid_terms *x, size_t *n, struct vector *direction)
{
	float sum[VECTOR_DIMS] = { 0 };
	struct vector text, name;

	for (size_t i = 0; i < x->nin; i++) {
		struct term *t = &x->term[x->in[i].number];

		x->in[i].impact = aid_terms_impact(t->sum, x->length);
		x->in[i].at = t->at;
		if (t->vector > 0)
			word_vectors_add(x->vectors, t->vector - 1,
			    1 + logf(t->sum), sum);
		t->sum = 0;
	}
	text = word_vectors_pack(sum);
	name = word_vectors_pack(x->named);
	for (int i = 0; i < VECTOR_DIMS; i++)
		sum[i] = (float)(text.to[i] + name.to[i]);
	*direction = word_vectors_pack(sum);
	memset(x->named, 0, sizeof(x->named));
	*n = x->nin;
	x->nin = x->length = 0;
	return x->in;
}
