#ifndef RICHTEXT_WRITER_H
#define RICHTEXT_WRITER_H

#include <stdbool.h>

#include "base/buf.h"

/* Writes reduced rich text: words stand in paragraphs, blanks are folded, and a
 * paragraph that got no word leaves nothing. */
struct richtext_writer {
	struct buf *out;
	const char *open; /* paragraph under way, NULL: none */
	size_t mark;      /* out->len before its opening tag */
	bool words;       /* it holds some */
	bool space;       /* a blank is due before the next word */
	int inlines;      /* depth of inline elements */
	int depth;
};

/* Appends n bytes with markup escaped. */
void richtext_writer_put_escaped(struct buf *, const char *s, size_t n);

/* Appends a tag without attributes; head is "<" or "</". */
void richtext_writer_tag(struct buf *, const char *head, const char *name);

/* Opens a paragraph, an element of that name; none may be open. */
void richtext_writer_open(struct richtext_writer *, const char *name);

/* Ends the paragraph, if one is open; without words it is taken back, and line
 * breaks at its end are. */
void richtext_writer_close(struct richtext_writer *);

/* Appends text, in a new paragraph when none is open. */
void richtext_writer_words(struct richtext_writer *, const char *s);

#endif
