/* richtext_element.c - the elements that rich text may hold. */

#include <strings.h>

#include "text/richtext_element.h"

static const struct richtext_element elements[] = {
	{ "a", "a", INLINE },
	{ "b", "strong", INLINE },
	{ "strong", "strong", INLINE },
	{ "i", "em", INLINE },
	{ "em", "em", INLINE },
	{ "sub", "sub", INLINE },
	{ "sup", "sup", INLINE },
	{ "br", "br", BREAK },
	{ "p", "p", PARAGRAPH },
	{ "h1", "h3", PARAGRAPH },
	{ "h2", "h3", PARAGRAPH },
	{ "h3", "h3", PARAGRAPH },
	{ "h4", "h4", PARAGRAPH },
	{ "h5", "h4", PARAGRAPH },
	{ "h6", "h4", PARAGRAPH },
	{ "ul", "ul", LIST },
	{ "ol", "ol", LIST },
	{ "li", "li", ITEM },
	{ "blockquote", "blockquote", QUOTE },
	{ "table", "table", TABLE },
	{ "tr", "tr", ROW },
	{ "td", "td", CELL },
	{ "th", "th", CELL },
	{ "div", "", BLOCK_UNWRAP },
	{ "section", "", BLOCK_UNWRAP },
	{ "article", "", BLOCK_UNWRAP },
	{ "header", "", BLOCK_UNWRAP },
	{ "footer", "", BLOCK_UNWRAP },
	{ "center", "", BLOCK_UNWRAP },
	{ "figure", "", BLOCK_UNWRAP },
	{ "figcaption", "", BLOCK_UNWRAP },
	{ "dl", "", BLOCK_UNWRAP },
	{ "dt", "", BLOCK_UNWRAP },
	{ "dd", "", BLOCK_UNWRAP },
	{ "pre", "", BLOCK_UNWRAP },
	{ "address", "", BLOCK_UNWRAP },
	{ "main", "", BLOCK_UNWRAP },
	{ "script", "", DROP },
	{ "style", "", DROP },
	{ "iframe", "", DROP },
	{ "object", "", DROP },
	{ "embed", "", DROP },
	{ "form", "", DROP },
	{ "svg", "", DROP },
	{ "math", "", DROP },
	{ "template", "", DROP },
	{ "noscript", "", DROP },
	{ "head", "", DROP },
	{ "title", "", DROP },
	{ "select", "", DROP },
	{ "textarea", "", DROP },
	{ "button", "", DROP },
	{ "audio", "", DROP },
	{ "video", "", DROP },
	{ "canvas", "", DROP },
	{ "frameset", "", DROP },
};

/* An element that is not listed loses its tags and keeps its words: what others
 * wrote is never lost for its markup. */
const struct richtext_element *
richtext_element(const xmlNode *n)
{
	static const struct richtext_element unknown = { "", "", UNWRAP };

	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++)
		if (strcasecmp((const char *)n->name, elements[i].from) == 0)
			return &elements[i];
	return &unknown;
}
