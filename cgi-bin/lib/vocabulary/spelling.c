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

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/queries/vocabulary.h"
#include "vocabulary/spelling.h"

/* A word of the dictionary.  Two near words nearly share their sets of letters:
 * most words are ruled out by that alone. */
struct spelling_form {
	const char *written, *folded;
	uint32_t letters; /* bit 0 for "a"...; bit 26 for all but letters */
	uint32_t sound;   /* a hash of how it sounds */
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

static void
spelling_add_form(struct spelling *s, const struct vocabulary_row *row)
{
	struct spelling_form *f;
	char folded[WORD_SIZE], sound[WORD_SIZE];

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
	sound_of(folded, sound);
	f->sound = (uint32_t)str_hash(STR_HASH, sound);
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

/* A word to compare with many: at each letter, a bit for each of its places. */
struct spelling_pattern {
	uint64_t at[256];
	int n;
};
static_assert(WORD_SIZE <= 64, "a bit for each letter");

static void
pattern_of(const char *word, struct spelling_pattern *p)
{
	memset(p->at, 0, sizeof(p->at));
	for (p->n = 0; word[p->n] != '\0' && p->n <= WORD_SIZE; p->n++)
		if (p->n < WORD_SIZE)
			p->at[(unsigned char)word[p->n]] |= 1ull << p->n;
}

/* The distance of a pattern to a word of n letters, a whole column of the
 * matrix at a time: bit i of "more" and "less" says whether row i + 1 is one
 * over or one under row i.  Hyyrö, "A bit-vector algorithm for computing
 * Levenshtein and Damerau edit distances", 2003. */
static int
pattern_distance(const struct spelling_pattern *p, const char *word, int n,
    int max)
{
	uint64_t more = ~0ull, less = 0, same = 0, last = 0, up, down;
	int d = p->n;

	if (d > WORD_SIZE || n > WORD_SIZE || abs(d - n) > max)
		return max + 1;
	if (d == 0)
		return n;
	/* Each letter that is left takes off one at most. */
	for (int i = 0; i < n && d <= max + n - i; i++) {
		uint64_t at = p->at[(unsigned char)word[i]];
		uint64_t swapped = ((~same & at) << 1) & last;

		same = (((at & more) + more) ^ more) | at | less | swapped;
		up = less | ~(same | more);
		down = same & more;
		d += (int)(up >> (p->n - 1) & 1) -
		    (int)(down >> (p->n - 1) & 1);
		up = up << 1 | 1;
		more = down << 1 | ~(same | up);
		less = up & same;
		last = at;
	}
	return d > max ? max + 1 : d;
}

int
spelling_distance(const char *a, const char *b, int max)
{
	struct spelling_pattern p;

	pattern_of(a, &p);
	return pattern_distance(&p, b, (int)strlen(b), max);
}

/* A word that was typed, read once to be compared with the dictionary. */
struct spelling_typed {
	struct spelling_pattern written, heard;
	uint32_t letters, sound;
	int mistakes; /* allowed */
	int more;     /* when it sounds alike */
	char first;
};

static bool
typed_read(const char *folded, struct spelling_typed *t)
{
	char sound[WORD_SIZE + 1];
	size_t n = strlen(folded);

	/* A short word is near too many others. */
	t->mistakes = n < 4 ? 0 : n < 6 ? 1 : n < 9 ? 2 : 3;
	if (t->mistakes == 0 || n > WORD_SIZE)
		return false;
	t->first = folded[0];
	t->letters = letters_of(folded);
	pattern_of(folded, &t->written);
	sound_of(folded, sound);
	t->sound = (uint32_t)str_hash(STR_HASH, sound);
	t->more = strlen(sound) < 3 ? 0 : 2;
	pattern_of(sound, &t->heard);
	return true;
}

/* Whether the sets of letters rule a word out: a mistake takes one letter away
 * and brings one at most. */
static bool
has_other_letters(const struct spelling_typed *t, uint32_t letters, int max)
{
	return __builtin_popcount(t->letters & ~letters) > max ||
	    __builtin_popcount(letters & ~t->letters) > max;
}

/* The cost of taking the word for another, smaller is better: its distance in
 * letters and in sound, a first letter that differs, less what is common.  Some
 * number of most or over when it is not under most. */
static float
farness(const struct spelling_typed *t, const struct spelling_form *f,
    float most)
{
	char other[WORD_SIZE + 1];
	/* What sounds alike may be written with two more mistakes, not as any
	 * other word: "zzzyyyxxx" sounds as "sites", and "chats" as "cas". */
	int max = t->mistakes + (t->sound == f->sound ? t->more : 0), d;
	float common = (float)f->aids / ((float)f->aids + 20.0f);

	if (has_other_letters(t, f->letters, max))
		return 1000;
	d = pattern_distance(&t->written, f->folded, f->n, max);
	if (d > max || (float)d - common >= most)
		return 1000;
	sound_of(f->folded, other);
	d += pattern_distance(&t->heard, other, (int)strlen(other),
	    t->mistakes);
	/* People seldom mistype the first letter. */
	return (float)d + (t->first != f->folded[0]) * 0.7f - common;
}

/* Two words run together, both known: "eaupotable".  Of several such splits,
 * the one whose rarer half is the most common. */
static const char *
spelling_split(const struct spelling *s, struct pool *pool, const char *word)
{
	/* What the word begins with, and what it ends with, by their length. */
	const struct spelling_form *begin[WORD_SIZE + 1] = { NULL };
	const struct spelling_form *end[WORD_SIZE + 1] = { NULL };
	const struct spelling_form *first = NULL, *last = NULL;
	size_t n = strlen(word);
	uint32_t others = ~letters_of(word);
	unsigned most = 2;

	for (size_t i = 0; i < s->n; i++) {
		const struct spelling_form *f = &s->form[i];

		if ((f->letters & others) != 0 || f->n + 3u > n)
			continue;
		if (memcmp(f->folded, word, f->n) == 0)
			begin[f->n] = f;
		if (memcmp(f->folded, word + n - f->n, f->n) == 0)
			end[f->n] = f;
	}
	for (size_t at = 3; at + 3 <= n; at++) {
		const struct spelling_form *a = begin[at], *b = end[n - at];
		unsigned rarer;

		if (a == NULL || b == NULL)
			continue;
		rarer = a->aids < b->aids ? a->aids : b->aids;
		if (rarer > most) {
			most = rarer;
			first = a;
			last = b;
		}
	}
	return first == NULL
	    ? NULL
	    : pool_printf(pool, "%s %s", first->written, last->written);
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
	struct spelling_typed typed;
	int found = 0;

	if (!typed_read(folded, &typed))
		return 0;
	for (size_t i = 0; i < s->n; i++) {
		const struct spelling_form *f = &s->form[i];
		float most = found < max ? (float)typed.mistakes + 2.0f
					 : hit[max - 1].far;
		float far = farness(&typed, f, most);
		int k;

		if (far >= most)
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

bool
spelling_is_slip(const char *typed, const char *meant)
{
	size_t n = strlen(typed), other = 0;

	if (typed[0] != meant[0] || spelling_distance(typed, meant, 1) > 1)
		return false;
	for (size_t i = 0; i < n && strlen(meant) == n; i++)
		other += typed[i] != meant[i];
	return other != 1;
}
