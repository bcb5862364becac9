#ifndef PASSAGE_H
#define PASSAGE_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * A text in passages of a sentence or two, as matched words are shown in: whole
 * sentences of one line up to PASSAGE_MAX bytes or so, a longer sentence cut
 * between words, with "…" on both sides of the cut.
 */
enum { PASSAGE_MIN = 90, PASSAGE_MAX = 190 };

struct passages {
	const char *p; /* what is left of the text */
	bool cut;      /* within a sentence */
};

/* The next passage, in place of what out held; false at the end.  The text is
 * valid UTF-8 and lasts as long as the reading. */
bool passage_next(struct passages *, struct buf *out);

#endif
