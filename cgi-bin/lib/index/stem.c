/*
 * stem.c - the stem of a word.
 *
 * Snowball undoes a plural late, and only after some letters ("emplois",
 * "abris" keep theirs), so that the end of a verb is cut from "petit" or
 * "loyer" and not from their plurals.  Here the singular comes first, by a
 * table of endings; then both have one stem, whatever it is.
 */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <libstemmer.h>

#include "base/log.h"
#include "base/str.h"
#include "index/stem.h"

struct stemmer {
	struct sb_stemmer *snowball;
};

/* Rows of sql/data/word-stems.csv, by word. */
static const char *const stems[][2] = {
#include "gen/word_stems.h"
};

/* An ending of words of so many letters, and what it becomes: the first that
 * fits, with its accents and without. */
struct ending {
	const char *end, *now;
	size_t least;
};

static const struct ending plurals[] = {
	{ "éaux", "éau", 4 },
	{ "eaux", "eau", 4 },
	{ "yaux", "yau", 5 },
	{ "aux", "al", 6 },
	{ "ux", "u", 4 },
	{ "ss", "ss", 0 },
	{ "s", "", 4 },
};

static const struct ending feminines[] = {
	{ "ée", "é", 4 },
	{ "ee", "e", 4 },
	{ "ière", "ier", 6 },
	{ "iere", "ier", 6 },
	{ "chère", "cher", 7 },
	{ "chere", "cher", 7 },
	{ "gère", "ger", 6 },
	{ "gere", "ger", 6 },
	{ "llère", "ller", 7 },
	{ "llere", "ller", 7 },
	{ "trice", "teur", 7 },
	{ "ieuse", "ieu", 7 },
	{ "reuse", "reu", 7 },
	{ "ueuse", "ueu", 7 },
	{ "ineuse", "ineu", 8 },
	{ "euse", "eur", 7 },
	{ "ive", "if", 6 },
};

struct stemmer *
stemmer_new(void)
{
	struct stemmer *s = calloc(1, sizeof(*s));

	if (s == NULL ||
	    (s->snowball = sb_stemmer_new("french", "UTF_8")) == NULL)
		log_die("words: the French stemmer does not start");
	return s;
}

void
stemmer_free(struct stemmer *s)
{
	if (s == NULL)
		return;
	sb_stemmer_delete(s->snowball);
	free(s);
}

static size_t
letters_of(const char *word)
{
	size_t n = 0;

	for (; *word != '\0'; word++)
		n += ((unsigned char)*word & 0xc0) != 0x80;
	return n;
}

/* Undoes in place the ending that fits. */
static void
undo_ending(char *word, const struct ending *ending, size_t n)
{
	size_t len = strlen(word);

	for (size_t i = 0; i < n; i++) {
		size_t end = strlen(ending[i].end);

		/* Most have another last letter. */
		if (len < end || word[len - 1] != ending[i].end[end - 1] ||
		    memcmp(word + len - end, ending[i].end, end) != 0 ||
		    letters_of(word) < ending[i].least)
			continue;
		memcpy(word + len - end, ending[i].now,
		    strlen(ending[i].now) + 1);
		return;
	}
}

static int
by_word(const void *key, const void *row)
{
	return strcmp(key, *(const char *const *)row);
}

/* Whether the table has the word: then its stem, and the word folded. */
static bool
is_listed(const char *word, char stem[STEM_SIZE])
{
	const char *const *found;

	str_fold(stem, STEM_SIZE, word);
	found = bsearch(stem, stems, sizeof(stems) / sizeof(stems[0]),
	    sizeof(stems[0]), by_word);
	if (found == NULL)
		return false;
	memcpy(stem, found[1], strlen(found[1]) + 1);
	return true;
}

/* What Snowball makes of it, folded. */
static void
ask_snowball(struct stemmer *s, const char *word, char stem[STEM_SIZE])
{
	const sb_symbol *st = sb_stemmer_stem(s->snowball,
	    (const sb_symbol *)word, (int)strlen(word));
	char copy[2 * STEM_SIZE];
	size_t n;

	if (st == NULL)
		log_die("words: out of memory");
	n = (size_t)sb_stemmer_length(s->snowball);
	if (n >= sizeof(copy))
		n = sizeof(copy) - 1;
	memcpy(copy, st, n);
	copy[n] = '\0';
	str_fold(stem, STEM_SIZE, copy);
}

void
stemmer_find(struct stemmer *s, const char *text, size_t n,
    char stem[STEM_SIZE])
{
	/* An ending is never longer than what it was. */
	char word[2 * STEM_SIZE];

	memcpy(word, text, n);
	word[n] = '\0';
	if (is_listed(word, stem))
		return;
	undo_ending(word, plurals, sizeof(plurals) / sizeof(plurals[0]));
	if (is_listed(word, stem))
		return;
	undo_ending(word, feminines, sizeof(feminines) / sizeof(feminines[0]));
	if (is_listed(word, stem) || strlen(stem) <= 3)
		return;
	ask_snowball(s, word, stem);
}

void
stemmer_rules(struct buf *b)
{
	for (size_t i = 0; i < sizeof(plurals) / sizeof(plurals[0]); i++)
		buf_putf(b, "-%s -%s %zu\n", plurals[i].end, plurals[i].now,
		    plurals[i].least);
	for (size_t i = 0; i < sizeof(feminines) / sizeof(feminines[0]); i++)
		buf_putf(b, "-%s -%s %zu\n", feminines[i].end, feminines[i].now,
		    feminines[i].least);
	for (size_t i = 0; i < sizeof(stems) / sizeof(stems[0]); i++)
		buf_putf(b, "%s %s\n", stems[i][0], stems[i][1]);
}
