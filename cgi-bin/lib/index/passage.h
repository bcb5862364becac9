#ifndef PASSAGE_H
#define PASSAGE_H

#include <stdbool.h>

#include "base/buf.h"
#include "index/words.h"

/*
 * Splits a text into passages of a sentence or two, which show a matched word
 * in context: whole sentences of one line, PASSAGE_MIN to PASSAGE_MAX bytes
 * long where possible.  A longer sentence is cut between words, with "…" on
 * both sides.
 */
enum { PASSAGE_MIN = 90, PASSAGE_MAX = 190 };

struct passages {
	const char *p; /* what is left of the text */
	bool cut;      /* the last passage ended within a sentence */
};

/* Puts the next passage in out, in place of what it held; false at the end.
 * The text must be valid UTF-8, and last as long as the reading. */
bool passage_next(struct passages *, struct buf *out);

/* Whether a passage is a list of names rather than a sentence: over 15 words
 * that are no stop words, five commas or bars, and no verb that joins them. */
bool passage_is_list(const char *text, const struct words *);

/* Appends the row of aid_passage of a text that is shown with words marked: a
 * passage, or the name.  NULL has none. */
void passage_put_row(struct buf *rows, struct words *, long long id,
    const char *text);

#endif
