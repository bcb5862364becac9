#ifndef WORD_VECTORS_H
#define WORD_VECTORS_H

#include <stddef.h>
#include <stdint.h>

/*
 * Word vectors: how near words are in sense, learned from what was funded and
 * from aids (conf/word-vectors.py).  Words that are said of the same things
 * have vectors of the same direction: "fioul" is near "chaudière".
 *
 * The table is a file of the share folder, mapped and never copied: the
 * processes of a machine share its memory.
 */
struct word_vectors;

enum { VECTOR_DIMS = 96 };

/* The direction of a text: of length VECTOR_LENGTH, or all 0 when no word of it
 * is known. */
struct vector {
	int8_t to[VECTOR_DIMS];
};
enum { VECTOR_LENGTH = 127 };

/* Maps the table.  NULL, and *why says it, in English and for as long as the
 * process, when it is not there, cut, changed, or of another version.  The
 * caller closes it; NULL is ignored. */
struct word_vectors *word_vectors_open(const char *share_dir, const char **why);
void word_vectors_close(struct word_vectors *);

/* Which table it is: directions of one are not those of another.  0 of NULL. */
uint32_t word_vectors_made(const struct word_vectors *);

/* The number of a word, as str_fold has it; -1 for one that is not known.  Of
 * NULL, none is. */
int word_vectors_find(const struct word_vectors *, const char *folded);

/* Adds a word, so many times, to the sum of a text. */
void word_vectors_add(const struct word_vectors *, int number, float times,
    float sum[VECTOR_DIMS]);

/* How much a known word says of a title, of 1, when so many known ones come
 * before it: a title begins with its subject. */
float word_vectors_worth(int before);

/* The direction of a sum. */
struct vector word_vectors_pack(const float sum[VECTOR_DIMS]);

/* How near two directions are: 0 to 255, for a cosine of 0 or less to 1. */
uint8_t vector_near(const struct vector *, const struct vector *);

#endif
