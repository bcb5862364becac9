#ifndef STEM_H
#define STEM_H

#include "base/buf.h"

/*
 * The stem of a word: its plural and its feminine undone, then Snowball's
 * French rules.  Words of three letters stay as they are; so do acronyms, and
 * other words that the rules would join with strangers, by the rows of
 * sql/data/word-stems.csv.
 */
struct stemmer;

/* Of a stem, with its NUL; a word has twice as many bytes at most. */
enum { STEM_SIZE = 48 };

/* The caller frees it; NULL is ignored. */
struct stemmer *stemmer_new(void);
void stemmer_free(struct stemmer *);

/* Writes in stem, folded, that of the n bytes of text, under 2 * STEM_SIZE, in
 * lower case, with accents or without. */
void stemmer_find(struct stemmer *, const char *text, size_t n,
    char stem[STEM_SIZE]);

/* Appends all that the rules are, a line each, "WORD STEM" for a row of the
 * table: an index that was made by others is to be made again. */
void stemmer_rules(struct buf *);

#endif
