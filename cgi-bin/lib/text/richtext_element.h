#ifndef RICHTEXT_ELEMENT_H
#define RICHTEXT_ELEMENT_H

#include <libxml/tree.h>

/* The elements that rich text may hold, and what becomes of the others. */

enum richtext_kind {
	INLINE,    /* within a paragraph */
	BREAK,     /* br */
	PARAGRAPH, /* holds inline content: p, h3, h4 */
	LIST,      /* holds items */
	ITEM,      /* li: holds what a section holds */
	QUOTE,
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

/* What an element of the text becomes; never NULL. */
const struct richtext_element *richtext_element(const xmlNode *);

#endif
