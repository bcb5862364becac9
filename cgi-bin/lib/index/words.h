#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The words of a text, analysed in the same way for the index and for a
 * question: folded to ASCII, stemmed (stem.h), stop words marked.  An acronym
 * that is written with dots is one word, and so are "R&D" and "1 %".
 */
struct words;

enum { WORD_SIZE = 48, WORD_TERMS = 2 };

struct word {
	const char *at; /* in the text, n bytes */
	size_t n;
	char folded[WORD_SIZE];    /* ASCII, lower case, no accents */
	char lower[2 * WORD_SIZE]; /* as written, lower case */
	size_t nlower;
	/* Terms of the index: the stem of the word as written, then that of
	 * its folded form when it differs ("mobilité", "mobilite"). */
	char term[WORD_TERMS][WORD_SIZE];
	int terms;
	bool stop;
};

/* The caller frees it; NULL is ignored.  It has no stop words until they are
 * added, folded, before any text is read. */
struct words *words_new(void);
void words_free(struct words *);
void words_add_stop(struct words *, const char *folded);

/* Reads the next word of the valid UTF-8 text *s, and moves *s past it; false
 * at the end.  Stop words are returned too, marked and without terms. */
bool words_next(struct words *, const char **s, struct word *);

/* The same in two steps, for a caller that reads many words and stems few:
 * words_scan leaves terms at 0, words_stem sets them, or marks a stop word. */
bool words_scan(const char **s, struct word *);
void words_stem(struct words *, struct word *);

/* Whether it is a stop word; cheaper than words_stem. */
bool words_is_stop(const struct words *, const struct word *);

/* Whether it is too short to be a term without being a stop word: "5". */
bool words_is_unread(const struct words *, const struct word *);

/* The accent-insensitive stem: that of the folded form, by which a word is
 * known in sets of synonyms and pairs.  The word must have terms. */
const char *words_key(const struct word *);

/* The term of a bigram: two keys that follow each other, stop words between
 * them ignored.  It is a hash of 16 bits, so that some pairs share one: an aid
 * that has it and both words has the phrase, but for one case in a thousand. */
void words_pair(const char *key, const char *next, char term[WORD_SIZE]);

#endif
