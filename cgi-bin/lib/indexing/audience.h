#ifndef AUDIENCE_H
#define AUDIENCE_H

#include <stdint.h>

#include "db/db.h"

/*
 * Whether an aid is for communes or intercommunalities, guessed from the words
 * of its texts when nobody told whom it is for: a logistic regression, whose
 * weights conf/learn-words.py learned from aids that tell it.
 *
 *	p = 1 / (1 + exp(-(bias + sum of the weights of its words / sqrt(n))))
 *
 * Each word counts once; n is how many of its words have a weight.
 */
struct audience;

enum {
	AUDIENCE_SURE = 255, /* p = 1 */
	AUDIENCE_OTHER = 76, /* under it, p < 0.3: an aid says so */
	AUDIENCE_UNIT = 64   /* a weight of 1 */
};

/* Never NULL; the caller frees it.  NULL is ignored. */
struct audience *audience_new(void);
void audience_free(struct audience *);

/* The weight of a folded word, in units; that of "" is the bias. */
void audience_add(struct audience *, const char *word, int weight);

/* Adds the table of the base.  Fails as query_run does. */
enum rc audience_load(struct audience *, struct db *);

/* Reads texts of an aid; NULL is ignored. */
void audience_read(struct audience *, const char *text);

/* Ends the aid: how likely it is for them, 0 to 255. */
uint8_t audience_guess(struct audience *);

#endif
