/*
 * spelling.c - corrections of typing mistakes.
 *
 * The dictionary is the vocabulary of the aids themselves, each word with its
 * count of aids.  A word is compared with all of them, some thousands: those
 * too long or short, or whose sets of letters differ too much, are ruled out by
 * a few instructions; of the others the Damerau-Levenshtein distance is
 * computed (a letter changed, added, left out, two swapped), of the letters and
 * of how they sound in French, each up to a bound.  The nearest wins, and of
 * equals the most common.  A word that is none's neighbour may be two run
 * together.
 */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/queries/question.h"
#include "question/spelling.h"

/* A word of the dictionary.  Two near words nearly share their sets of letters:
 * most words are ruled out by that alone. */
struct spelling_form {
	const char *written, *folded;
	uint32_t letters; /* bit 0 for "a"...; bit 26 for all but letters */
	unsigned aids;    /* that bear it */
	unsigned char n;  /* of folded */
};

struct spelling {
	struct pool *pool;
	struct spelling_form *form;
	size_t n, size;
};

static uint32_t
letters_of(const char *s)
{
	uint32_t set = 0;

	for (; *s != '\0'; s++)
		set |= *s >= 'a' && *s <= 'z' ? 1u << (*s - 'a') : 1u << 26;
	return set;
}

static void
spelling_add_form(struct spelling *s, const struct vocabulary_row *row)
{
	struct spelling_form *f;
	char folded[WORD_SIZE];

	str_fold(folded, sizeof(folded), row->form.s);
	if (strlen(folded) < 3)
		return;
	if (s->n == s->size) {
		s->size += s->size / 2 + 1024;
		s->form = realloc(s->form, s->size * sizeof(*s->form));
		if (s->form == NULL)
			log_die("spelling: out of memory");
	}
	f = &s->form[s->n++];
	f->written = pool_strdup(s->pool, row->form.s);
	f->folded = strcmp(folded, f->written) == 0
	    ? f->written
	    : pool_strdup(s->pool, folded);
	f->letters = letters_of(folded);
	f->aids = (unsigned)rows_int(&row->aids, 0);
	f->n = (unsigned char)strlen(folded);
}

enum rc
spelling_load(struct db *db, struct spelling **made)
{
	struct spelling *s = calloc(1, sizeof(*s));
	struct pool *pool = pool_new();
	struct buf after = { 0 }; /* a term is any bytes, of any length */
	struct result res;
	enum rc rc;

	if (s == NULL)
		log_die("spelling: out of memory");
	s->pool = pool_new();
	do {
		const struct arg *args = NULL;

		pool_reset(pool);
		arg_bytes(pool, &args, VOCABULARY_IN_AFTER,
		    after.len > 0 ? after.data : "", after.len);
		rc = query_run(db, pool, Q_VOCABULARY, args, &res);
		for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
			spelling_add_form(s, vocabulary_row(&res, r));
			buf_reset(&after);
			buf_put(&after, vocabulary_row(&res, r)->term.s,
			    vocabulary_row(&res, r)->term.n);
		}
	} while (rc == RC_OK && res.rows > 0);
	buf_free(&after);
	pool_free(pool);
	if (rc == RC_OK)
		*made = s;
	else
		spelling_free(s);
	return rc;
}

void
spelling_free(struct spelling *s)
{
	if (s == NULL)
		return;
	pool_free(s->pool);
	free(s->form);
	free(s);
}

/* Three rows of the matrix: a swap needs the one before the last. */
int
spelling_distance(const char *a, const char *b, int max)
{
	int row[3][WORD_SIZE + 1], *old = row[0], *last = row[1], *now = row[2],
				   *t;
	int n = (int)strlen(a), m = (int)strlen(b), before = 0;

	if (n > WORD_SIZE || m > WORD_SIZE || abs(n - m) > max)
		return max + 1;
	for (int k = 0; k <= m; k++)
		last[k] = k;
	for (int i = 1; i <= n; i++) {
		int least = now[0] = i;

		for (int k = 1; k <= m; k++) {
			/* NOLINTNEXTLINE: both are within their words */
			int d = last[k - 1] + (a[i - 1] != b[k - 1]);

			if (last[k] + 1 < d)
				d = last[k] + 1;
			if (now[k - 1] + 1 < d)
				d = now[k - 1] + 1;
			if (i > 1 && k > 1 && a[i - 1] == b[k - 2] &&
			    a[i - 2] == b[k - 1] && old[k - 2] + 1 < d)
				d = old[k - 2] + 1;
			now[k] = d;
			if (d < least)
				least = d;
		}
		/* No later row can be better than the best of the last two. */
		if (least > max && before > max)
			return max + 1;
		before = least;
		t = old;
		old = last;
		last = now;
		now = t;
	}
	return last[m] > max ? max + 1 : last[m];
}

/* A rough phonetic key: the same for what sounds the same in French, "gimnase"
 * and "gymnase", "asainisement" and "assainissement".  Doubled letters and a
 * silent end do not count. */
static void
sound_of(const char *s, char *to)
{
	size_t n = 0;

	for (; *s != '\0'; s++) {
		char c = *s == 'y'           ? 'i'
		    : *s == 'h'              ? '\0'
		    : *s == 'z'              ? 's'
		    : *s == 'k' || *s == 'q' ? 'c'
					     : *s;

		if (*s == 'p' && s[1] == 'h')
			c = 'f';
		if (c != '\0' && (n == 0 || to[n - 1] != c))
			to[n++] = c;
	}
	while (n > 2 && strchr("esxt", to[n - 1]) != NULL)
		n--;
	to[n] = '\0';
}

/* The cost of taking word for another, smaller is better: its distance in
 * letters and in sound, a first letter that differs, less what is common. */
static float
farness(const char *word, const char *sound, const struct spelling_form *f,
    int max)
{
	char other[WORD_SIZE + 1];
	int d = spelling_distance(word, f->folded, max + 2), by_sound;
	float common = (float)f->aids / ((float)f->aids + 20.0f);

	sound_of(f->folded, other);
	by_sound = spelling_distance(sound, other, max);
	/* What sounds alike may be written with two more mistakes, not as any
	 * other word: "zzzyyyxxx" sounds as "sites". */
	if (d > max + 2 || (d > max && by_sound > 0))
		return 1000;
	/* People seldom mistype the first letter. */
	return (float)d + (float)by_sound + (word[0] != f->folded[0]) * 0.7f -
	    common;
}

/* Two words run together, both known: "eaupotable".  Of several such splits,
 * the one whose rarer half is the most common. */
static const char *
spelling_split(const struct spelling *s, struct pool *pool, const char *word)
{
	const struct spelling_form *best[2] = { NULL, NULL };
	size_t n = strlen(word);
	unsigned most = 2;

	for (size_t at = 3; at + 3 <= n; at++) {
		const struct spelling_form *a = NULL, *b = NULL;

		for (size_t i = 0; i < s->n; i++) {
			const struct spelling_form *f = &s->form[i];

			if (f->n == at && memcmp(f->folded, word, at) == 0)
				a = f;
			if (f->n == n - at && strcmp(f->folded, word + at) == 0)
				b = f;
		}
		if (a == NULL || b == NULL)
			continue;
		if ((a->aids < b->aids ? a->aids : b->aids) > most) {
			most = a->aids < b->aids ? a->aids : b->aids;
			best[0] = a;
			best[1] = b;
		}
	}
	return best[0] == NULL
	    ? NULL
	    : pool_printf(pool, "%s %s", best[0]->written, best[1]->written);
}

/* A word of the dictionary and how far it is. */
struct spelling_hit {
	const struct spelling_form *form;
	float far;
};

/* The nearest max words, in order; of equals, the first of the dictionary. */
static int
find_near(const struct spelling *s, const char *folded,
    struct spelling_hit *hit, int max)
{
	size_t n = strlen(folded);
	/* Mistakes allowed: a short word is near too many others. */
	int mistakes = n < 4 ? 0 : n < 6 ? 1 : n < 9 ? 2 : 3, found = 0;
	uint32_t letters = letters_of(folded);
	char sound[WORD_SIZE + 1];

	if (mistakes == 0 || n > WORD_SIZE)
		return 0;
	sound_of(folded, sound);
	for (size_t i = 0; i < s->n; i++) {
		const struct spelling_form *f = &s->form[i];
		float far,
		    most = found < max ? (float)mistakes + 2.0f
				       : hit[max - 1].far;
		int k;

		/* Two more: what it is the plural of, or that sounds alike. */
		if (f->n + (size_t)mistakes + 2 < n ||
		    f->n > n + (size_t)mistakes + 2 ||
		    __builtin_popcount(letters ^ f->letters) >
			2 * mistakes + 2 ||
		    (far = farness(folded, sound, f, mistakes)) >= most)
			continue;
		found += found < max;
		for (k = found - 1; k > 0 && hit[k - 1].far > far; k--)
			hit[k] = hit[k - 1];
		hit[k] = (struct spelling_hit){ f, far };
	}
	return found;
}

const char *
spelling_correct(const struct spelling *s, struct pool *pool,
    const char *folded)
{
	struct spelling_hit best = { NULL, 0 };
	const char *two;
	int n = find_near(s, folded, &best, 1);

	/* A near word goes before a split: */
	if ((n == 0 || best.far > 1.5f) && strlen(folded) > 3 &&
	    strlen(folded) <= WORD_SIZE &&
	    (two = spelling_split(s, pool, folded)) != NULL)
		return two;
	return n > 0 ? best.form->written : NULL;
}

int
spelling_near(const struct spelling *s, const char *folded, const char **near,
    int max)
{
	struct spelling_hit hit[SPELLING_NEAR];
	int n = find_near(s, folded, hit,
	    max < SPELLING_NEAR ? max : SPELLING_NEAR);

	for (int i = 0; i < n; i++)
		near[i] = hit[i].form->written;
	return n;
}
