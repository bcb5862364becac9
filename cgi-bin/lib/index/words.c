/* words.c - the words of a text: folding, stemming, stop words. */

#include <assert.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "index/stem.h"
#include "index/words.h"

/* A longer word is known by its first letters: with two more, what
 * str_fold_char may give, it still fits, and so does its lower case, of two
 * bytes a letter. */
enum { FOLDED = WORD_SIZE - 2 };
static_assert((int)STEM_SIZE == (int)WORD_SIZE,
    "a stem is as long as its word");

struct words {
	struct stemmer *stemmer;
	void *stop; /* a tree of tsearch */
	/* Words looked up lately, by hash: a text says the same words again,
	 * and finding a stem takes thousands of instructions.  Without them a
	 * list costs 5 % more: let look_up always fill, then make bench
	 * BASE=HEAD ROUNDS=16. */
	struct seen {
		char word[2 * WORD_SIZE + 1], term[WORD_SIZE];
		bool stop;
	} seen[512];
};

struct words *
words_new(void)
{
	struct words *w = calloc(1, sizeof(*w));

	if (w == NULL)
		log_die("words: out of memory");
	w->stemmer = stemmer_new();
	return w;
}

void
words_free(struct words *w)
{
	if (w == NULL)
		return;
	stemmer_free(w->stemmer);
	tdestroy(w->stop, free);
	free(w);
}

static int
words_compare(const void *a, const void *b)
{
	return strcmp(a, b);
}

void
words_add_stop(struct words *w, const char *folded)
{
	char *copy;

	if (tfind(folded, &w->stop, words_compare) != NULL)
		return;
	if ((copy = strdup(folded)) == NULL ||
	    tsearch(copy, &w->stop, words_compare) == NULL)
		log_die("words: out of memory");
}

/* Lower case of the letters that French writes: Latin-1 and Extended-A. */
static unsigned
lower(unsigned c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7))
		return c + 32;
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14a && c <= 0x177))
		return c | 1;
	return c;
}

static bool
is_seen(const struct seen *seen, const char *s, size_t n)
{
	return memcmp(seen->word, s, n) == 0 && seen->word[n] == '\0';
}

/* What is known of a word of n bytes, until the next call.  It is in one of two
 * places, so that two words of a page that share a hash do not drive each other
 * out at each turn. */
static const struct seen *
look_up(struct words *w, const char *s, size_t n)
{
	uint32_t h = 2166136261u;
	struct seen *seen;

	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * 16777619u;
	h = (h ^ h >> 16) % (sizeof(w->seen) / sizeof(w->seen[0]));
	seen = &w->seen[h];
	if (is_seen(seen, s, n))
		return seen;
	if (is_seen(&w->seen[h ^ 1], s, n))
		return &w->seen[h ^ 1];
	w->seen[h ^ 1] = *seen;
	stemmer_find(w->stemmer, s, n, seen->term);
	memcpy(seen->word, s, n);
	seen->word[n] = '\0';
	seen->stop = tfind(seen->word, &w->stop, words_compare) != NULL;
	return seen;
}

static size_t
put_utf8(char *to, unsigned c)
{
	if (c < 0x80) {
		to[0] = (char)c;
		return 1;
	}
	to[0] = (char)(0xc0 | c >> 6);
	to[1] = (char)(0x80 | (c & 0x3f));
	return 2;
}

/* The next character of *s: in lower case, and folded as str_fold_char. */
static inline int
next_char(const char **s, unsigned *c, char out[2])
{
	*c = lower(str_next(s));
	return str_fold_char(*c, out);
}

static bool
is_letter(char c)
{
	return ((unsigned char)c | 32u) - 'a' < 26;
}

/* The bytes of an acronym that is written with dots, "D.E.T.R.", or "R&D"; 0
 * when none begins at s.  Its last dot may be missing. */
static size_t
acronym_at(const char *s)
{
	size_t n = 0;

	while (is_letter(s[n]) && (s[n + 1] == '.' || s[n + 1] == '&'))
		n += 2;
	if (n > 0 && is_letter(s[n]) && !str_is_plain(s[n + 1]) &&
	    (unsigned char)s[n + 1] < 0x80)
		n++;
	return n > 2 ? n : 0;
}

/* One word of its letters; false when none begins there. */
static bool
scan_acronym(const char **s, struct word *word)
{
	size_t folded = 0, n = acronym_at(*s);

	if (n == 0)
		return false;
	word->at = *s;
	for (size_t i = 0; i < n && folded < WORD_SIZE - 1; i += 2)
		word->folded[folded++] = (char)((*s)[i] | 32);
	word->folded[folded] = '\0';
	memcpy(word->lower, word->folded, folded);
	word->nlower = folded;
	word->n = n;
	*s += n;
	return true;
}

/* The bytes from the end of a number to its per cent sign and with it; 0 when
 * it has none.  The blank may be one that does not break. */
static size_t
percent_at(const char *s)
{
	static const char *const signs[] = { "%", " %", "\xc2\xa0%",
		"\xe2\x80\xaf%" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (strncmp(s, signs[i], strlen(signs[i])) == 0)
			return strlen(signs[i]);
	return 0;
}

/* "1 %" is one word, for "1" alone is none; of longer numbers it says no more
 * than they do. */
static size_t
scan_percent(const char **s, struct word *word)
{
	size_t n = percent_at(*s);

	if (n == 0)
		return 1;
	memcpy(word->folded + 1, "pc", 2);
	memcpy(word->lower + 1, "pc", 2);
	word->nlower = 3;
	*s += n;
	return 3;
}

/* Plain letters and digits, which most are, as far as there is room. */
static size_t
scan_plain(const char **s, struct word *word, size_t folded)
{
	const char *p = *s;

	if (word->at == NULL)
		word->at = p;
	for (; str_is_plain(*p) && folded < FOLDED; p++)
		word->lower[word->nlower++] = word->folded[folded++] =
		    (char)(*p | 32);
	*s = p;
	return folded;
}

/* A letter, folded to k bytes, in lower case too: as far as there is room. */
static inline size_t
put_letter(struct word *word, size_t folded, unsigned c, const char out[2],
    int k)
{
	if (folded >= FOLDED)
		return folded;
	memcpy(word->folded + folded, out, 2);
	if (k > 0 && c < 0x180)
		word->nlower += put_utf8(word->lower + word->nlower, c);
	return folded + (size_t)k;
}

bool
words_scan(const char **s, struct word *word)
{
	size_t folded = 0;
	char out[2] = "";
	unsigned c;
	int k;

	word->at = NULL;
	word->nlower = 0;
	word->terms = 0;
	word->stop = false;
	while (**s != '\0') {
		const char *here = *s;

		if (word->at == NULL && (here[1] == '.' || here[1] == '&') &&
		    scan_acronym(s, word))
			return true;
		if (str_is_plain(*here) && folded < FOLDED) {
			folded = scan_plain(s, word, folded);
			continue;
		}
		if ((k = next_char(s, &c, out)) < 0) {
			if (word->at != NULL) {
				*s = here;
				break;
			}
			continue;
		}
		if (word->at == NULL)
			word->at = here;
		folded = put_letter(word, folded, c, out, k);
	}
	if (folded == 1 && word->folded[0] <= '9')
		folded = scan_percent(s, word);
	word->folded[folded] = '\0';
	word->n = word->at != NULL ? (size_t)(*s - word->at) : 0;
	return word->at != NULL;
}

static bool
is_listed(const struct words *w, const struct word *word)
{
	return tfind(word->folded, &w->stop, words_compare) != NULL;
}

bool
words_is_stop(const struct words *w, const struct word *word)
{
	return strlen(word->folded) < 2 || is_listed(w, word);
}

bool
words_is_unread(const struct words *w, const struct word *word)
{
	return strlen(word->folded) < 2 && !is_listed(w, word);
}

void
words_stem(struct words *w, struct word *word)
{
	size_t n = strlen(word->folded);
	const struct seen *folded = look_up(w, word->folded, n);

	if ((word->stop = n < 2 || folded->stop))
		return;
	memcpy(word->term[1], folded->term, WORD_SIZE);
	/* The same letters have the same stem. */
	if (n == word->nlower && memcmp(word->folded, word->lower, n) == 0)
		memcpy(word->term[0], word->term[1], WORD_SIZE);
	else
		memcpy(word->term[0],
		    look_up(w, word->lower, word->nlower)->term, WORD_SIZE);
	word->terms = word->term[0][0] != '\0';
	if (word->terms == 1 && strcmp(word->term[0], word->term[1]) != 0)
		word->terms = 2;
}

bool
words_next(struct words *w, const char **s, struct word *word)
{
	if (!words_scan(s, word))
		return false;
	words_stem(w, word);
	return true;
}

const char *
words_key(const struct word *w)
{
	return w->term[w->terms - 1];
}

void
words_pair(const char *key, const char *next, char term[WORD_SIZE])
{
	uint64_t h = str_hash(str_hash(str_hash(STR_HASH, key), " "), next);

	snprintf(term, WORD_SIZE, "#%04x", (unsigned)(h >> 40) & 0xffff);
}
