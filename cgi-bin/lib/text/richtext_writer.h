#ifndef RICHTEXT_WRITER_H
#define RICHTEXT_WRITER_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/buf.h"

/* The elements that rich text may hold, and what becomes of the others. */

enum richtext_kind {
	INLINE,    /* within a paragraph */
	BREAK,     /* br */
	PARAGRAPH, /* holds inline content: p, h3, h4 */
	LIST,      /* holds items */
	ITEM,      /* li: holds what a section holds */
	QUOTE,
	PRE,   /* holds words alone */
	TABLE, /* holds rows, whatever wraps them */
	ROW,
	CELL,
	UNWRAP,       /* its tags go, its content stays */
	BLOCK_UNWRAP, /* the same, and parts paragraphs */
	DROP,         /* goes with its content */
};

struct richtext_element {
	const char *from, *to;
	enum richtext_kind kind;
};

/* The tree of n bytes of HTML from outside, whose parser repairs what is broken
 * as a browser would, without signs that are not seen; the caller frees it.
 * NULL: the parser gave up, elements being too deep in one another.  *bare, an
 * empty buffer of the caller, gets what was read, with bare tags (tags.h). */
xmlDocPtr richtext_tree(const char *s, size_t n, struct buf *bare);

/* What an element of the text becomes; never NULL. */
const struct richtext_element *richtext_element(const xmlNode *);

/* What the cell of a heading may say that it heads. */
bool richtext_is_scope(const char *);

/* How many columns or rows a cell says that it spans, from 2 to 100; 0: one, or
 * what is no such number. */
int richtext_span(const char *);

enum { RICHTEXT_LINK = 100 };

/* Writes reduced rich text: words stand in paragraphs, blanks are folded, and a
 * paragraph that got no word leaves nothing. */
struct richtext_writer {
	struct buf *out;
	const char *open; /* paragraph under way, NULL: none */
	size_t mark;      /* out->len before its opening tag */
	bool words;       /* it holds some */
	bool space;       /* a blank is due before the next word */
	int inlines; /* depth of inline elements; a link is RICHTEXT_LINK */
	int depth;
	bool own; /* a path is a link, for the text is the site's */
};

/* Whether an address may be followed: one of a scheme that we know, or a path
 * of the site in a text of its own; without a control. */
bool richtext_writer_links(const struct richtext_writer *, const char *href);

/* Appends n bytes with markup escaped. */
void richtext_writer_put_escaped(struct buf *, const char *s, size_t n);

/* Appends a tag without attributes; head is "<" or "</". */
void richtext_writer_tag(struct buf *, const char *head, const char *name);

/* Opens a paragraph, an element of that name; none may be open. */
void richtext_writer_open(struct richtext_writer *, const char *name);

/* Ends the paragraph, if one is open; without words it is taken back, and line
 * breaks at its end are. */
void richtext_writer_close(struct richtext_writer *);

/* Appends "<name", in a new paragraph when none is open, after the blank
 * that is due: an inline element that has words.  The caller ends the tag. */
void richtext_writer_inline(struct richtext_writer *, const char *name);

/* Appends the opening tag of a link, with more attributes as they are. */
void richtext_writer_link(struct richtext_writer *, const char *href,
    const char *more);

/* Appends the first len bytes of text, in a new paragraph when none is open. */
void richtext_writer_words(struct richtext_writer *, const char *s, size_t len);

/* The same for all of it, with a link for each contact that is in no link
 * yet. */
void richtext_writer_text(struct richtext_writer *, const char *s);

/* Appends the words of nodes, escaped, with their blanks; no element stays. */
void richtext_writer_pre(struct buf *, const xmlNode *);

/* Appends plain text: a line that is empty parts paragraphs, any other end of
 * line is a break. */
void richtext_writer_lines(struct buf *, const char *s, size_t n);

#endif
