#ifndef SCORE_H
#define SCORE_H

#include "rank.h"

/* What the words of a question give the aids that bear them. */

struct score {
	uint32_t	 place;		/* in the catalogue */
	float		 sum;		/* what it is ranked by */
	float		 decided;	/* worth of the deciding concepts it bears */
	uint32_t	 required;	/* required concepts that it bears, bits */
	uint16_t	 at;		/* passage of its rarest word; 0: none */
	bool		 left_out;
};

struct scores {
	struct score	*score;		/* of those that bear a word, in no order */
	size_t		 n;
	float		 all;		/* worth of all deciding concepts */
	bool		 late;		/* some words were not looked at */
	float		 best;		/* most of it that an aid bears */
	uint32_t	 required;
};

/* Scores the catalogue; in the pool. */
struct scores score_words(struct pool *, const struct catalogue *,
    const struct rank_question *);

/* What one concept of the question gives one aid. */
float score_of(struct pool *, const struct catalogue *,
    const struct rank_question *, int concept, uint32_t aid);

/* Gives back the room that is kept between questions: a process has one thread. */
void score_forget(void);

/* Whether an aid bears enough of what was asked. */
bool score_is_enough(const struct scores *, const struct score *);

#endif
