#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The words of a text, as the index and the reader's question share them:
 * folded to ASCII, stemmed by Snowball's French rules, stop words left out.
 */
struct words;

enum { WORD_SIZE = 48, WORD_TERMS = 2 };

struct word {
	const char *at; /* in the text, n bytes */
	size_t n;
	char folded[WORD_SIZE];
	char lower[2 * WORD_SIZE]; /* as written, lower case */
	size_t nlower;
	/* Terms of the index: the stem of the word as written, then that of
	 * its folded form when it is another ("mobilité", "mobilite"). */
	char term[WORD_TERMS][WORD_SIZE];
	int terms;
	bool stop;
};

/* The caller frees it.  The stop words come by words_add_stop, folded. */
struct words *words_new(void);
void words_free(struct words *);
void words_add_stop(struct words *, const char *folded);

/* The next word of the valid UTF-8 text *s, and moves *s past it; false at the
 * end.  Stop words come too, marked, without terms. */
bool words_next(struct words *, const char **s, struct word *);

/* The same in two steps, for who looks at many words and stems few: the first
 * leaves terms at 0, the second sets them.  Whether it is a stop word costs
 * less than its terms. */
bool words_scan(const char **s, struct word *);
void words_stem(struct words *, struct word *);

bool words_is_stop(const struct words *, const struct word *);

/* The term by which a word is one with itself whether its accents were written
 * or not: the stem of its folded form.  The word has terms. */
const char *words_key(const struct word *);

/* The term for two words that follow each other, stop words between them left
 * out: one of 65,536, so that some pairs share theirs.  An aid that bears it and
 * both words bears the phrase, but for one case in a thousand. */
void words_pair(const char *key, const char *next, char term[WORD_SIZE]);

#endif
