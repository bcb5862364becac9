/* richtext.c - rich text from outside, reduced to an allow-list. */

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "text/richtext.h"
#include "text/richtext_contact.h"
#include "text/richtext_writer.h"
#include <cmark.h>

enum { MAX_DEPTH = 40 };

static void put_nodes(struct richtext_writer *, const xmlNode *);

/* Whether there is anything but blanks, no-break ones included. */
static bool
has_words(const xmlNode *n)
{
	for (; n != NULL; n = n->next) {
		if (n->type == XML_TEXT_NODE && n->content != NULL &&
		    strspn((const char *)n->content, " \t\r\n\xc2\xa0") <
			strlen((const char *)n->content))
			return true;
		if (n->type == XML_ELEMENT_NODE &&
		    richtext_element(n)->kind != DROP && has_words(n->children))
			return true;
	}
	return false;
}

/* Whether something below is not inline content. */
static bool
has_block(const xmlNode *n)
{
	for (; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE &&
		    ((richtext_element(n)->kind >= PARAGRAPH &&
			 richtext_element(n)->kind != UNWRAP) ||
			has_block(n->children)))
			return true;
	return false;
}

static void
open_inline(struct richtext_writer *w, const struct richtext_element *e,
    const xmlNode *n)
{
	xmlChar *href;

	if (e->to[0] != 'a') {
		richtext_writer_inline(w, e->to);
		buf_putc(w->out, '>');
		return;
	}
	href = xmlGetProp((xmlNode *)(uintptr_t)n, (const xmlChar *)"href");
	richtext_writer_link(w, (char *)href, "");
	xmlFree(href);
}

static void
put_inline(struct richtext_writer *w, const struct richtext_element *e,
    const xmlNode *n)
{
	xmlChar *href = e->to[0] == 'a'
	    ? xmlGetProp((xmlNode *)(uintptr_t)n, (const xmlChar *)"href")
	    : NULL;
	bool link = href != NULL &&
	    richtext_writer_links(w, (const char *)href);

	xmlFree(href);
	/* What cannot hold its content, or holds nothing, loses its tags. */
	if ((e->to[0] == 'a' && (!link || w->inlines >= RICHTEXT_LINK)) ||
	    !has_words(n->children) || has_block(n->children)) {
		put_nodes(w, n->children);
		return;
	}
	open_inline(w, e, n);
	w->inlines += e->to[0] == 'a' ? RICHTEXT_LINK : 1; /* one at a time */
	put_nodes(w, n->children);
	w->inlines -= e->to[0] == 'a' ? RICHTEXT_LINK : 1;
	richtext_writer_tag(w->out, "</", e->to);
}

/* A paragraph that holds blocks, as pasted HTML does, becomes them. */
static void
put_paragraph(struct richtext_writer *w, const struct richtext_element *e,
    const xmlNode *n)
{
	richtext_writer_close(w);
	if (!has_words(n->children))
		return;
	if (has_block(n->children)) {
		put_nodes(w, n->children);
	} else {
		richtext_writer_open(w, e->to);
		put_nodes(w, n->children);
	}
	richtext_writer_close(w);
}

/* Only what a container may hold goes in it; anything else is wrapped. */
static void
richtext_put_items(struct richtext_writer *w, const struct richtext_element *e,
    const xmlNode *n, enum richtext_kind held, const char *wrap)
{
	richtext_writer_close(w);
	if (!has_words(n->children))
		return;
	richtext_writer_tag(w->out, "<", e->to);
	for (const xmlNode *c = n->children; c != NULL; c = c->next) {
		bool is_item = c->type == XML_ELEMENT_NODE &&
		    richtext_element(c)->kind == held;
		xmlNode one = *c;

		one.next = NULL;
		if (!has_words(&one))
			continue;
		richtext_writer_tag(w->out, "<", wrap);
		put_nodes(w, is_item ? c->children : &one);
		richtext_writer_close(w);
		richtext_writer_tag(w->out, "</", wrap);
	}
	richtext_writer_tag(w->out, "</", e->to);
}

/* Without it, cells would stand under the heading of others. */
static void
put_span(struct richtext_writer *w, const xmlNode *c, const char *name)
{
	xmlChar *said = c->name != NULL
	    ? xmlGetProp((xmlNode *)(uintptr_t)c, (const xmlChar *)name)
	    : NULL;
	int n = said != NULL ? richtext_span((const char *)said) : 0;

	if (n > 0)
		buf_putf(w->out, " %s=\"%d\"", name, n);
	xmlFree(said);
}

/* A heading cell of others becomes a plain one: what it heads is not known. */
static void
put_cell(struct richtext_writer *w, const xmlNode *c)
{
	bool heads = w->own && c->name != NULL &&
	    strcasecmp((const char *)c->name, "th") == 0;
	xmlChar *scope = heads
	    ? xmlGetProp((xmlNode *)(uintptr_t)c, (const xmlChar *)"scope")
	    : NULL;

	buf_puts(w->out, heads ? "<th" : "<td");
	if (scope != NULL && richtext_is_scope((const char *)scope))
		buf_putf(w->out, " scope=\"%s\"", (const char *)scope);
	xmlFree(scope);
	put_span(w, c, "colspan");
	put_span(w, c, "rowspan");
	buf_putc(w->out, '>');
	put_nodes(w, c->children);
	richtext_writer_close(w);
	richtext_writer_tag(w->out, "</", heads ? "th" : "td");
}

static void
richtext_put_row(struct richtext_writer *w, const xmlNode *n)
{
	if (!has_words(n->children))
		return;
	richtext_writer_tag(w->out, "<", "tr");
	for (const xmlNode *c = n->children; c != NULL; c = c->next) {
		bool is_cell = c->type == XML_ELEMENT_NODE &&
		    richtext_element(c)->kind == CELL;
		xmlNode one = *c, cell = { .children = &one };

		one.next = NULL;
		if (is_cell || has_words(&one))
			put_cell(w, is_cell ? c : &cell);
	}
	richtext_writer_tag(w->out, "</", "tr");
}

static void
richtext_put_rows(struct richtext_writer *w, const xmlNode *n)
{
	for (; n != NULL; n = n->next) {
		enum richtext_kind kind = n->type == XML_ELEMENT_NODE
		    ? richtext_element(n)->kind
		    : DROP;

		if (kind == ROW)
			richtext_put_row(w, n);
		else if (kind != DROP)
			richtext_put_rows(w, n->children);
	}
}

/* The words of a table that are in none of its rows: its caption.  Returns
 * whether there are rows with words besides. */
static bool
put_loose(struct richtext_writer *w, const xmlNode *n)
{
	bool rows = false;

	for (; n != NULL; n = n->next) {
		if (n->type == XML_TEXT_NODE && n->content != NULL)
			richtext_writer_text(w, (const char *)n->content);
		else if (n->type != XML_ELEMENT_NODE ||
		    richtext_element(n)->kind == DROP)
			continue;
		else if (richtext_element(n)->kind == ROW)
			rows |= has_words(n->children);
		else
			rows |= put_loose(w, n->children);
	}
	return rows;
}

static void
put_table(struct richtext_writer *w, const xmlNode *n)
{
	bool rows;

	richtext_writer_close(w);
	rows = put_loose(w, n->children);
	richtext_writer_close(w);
	if (!rows)
		return;
	richtext_writer_tag(w->out, "<", "table");
	richtext_put_rows(w, n->children);
	richtext_writer_tag(w->out, "</", "table");
}

static void
put_quote(struct richtext_writer *w, const xmlNode *n)
{
	richtext_writer_close(w);
	if (!has_words(n->children))
		return;
	richtext_writer_tag(w->out, "<", "blockquote");
	put_nodes(w, n->children);
	richtext_writer_close(w);
	richtext_writer_tag(w->out, "</", "blockquote");
}

/* In a text of others, whose pages are full of it, it is a paragraph. */
static void
put_pre(struct richtext_writer *w, const xmlNode *n)
{
	richtext_writer_close(w);
	if (!has_words(n->children))
		return;
	if (w->own) {
		richtext_writer_tag(w->out, "<", "pre");
		richtext_writer_pre(w->out, n->children);
		richtext_writer_tag(w->out, "</", "pre");
	} else {
		put_nodes(w, n->children);
		richtext_writer_close(w);
	}
}

/* By what the element becomes (richtext_writer.h). */
static void
put_element(struct richtext_writer *w, const xmlNode *n)
{
	const struct richtext_element *e = richtext_element(n);

	switch (e->kind) {
	case INLINE:
		put_inline(w, e, n);
		break;
	case BREAK:
		if (w->open != NULL && w->words)
			buf_puts(w->out, "<br/>");
		w->space = false;
		break;
	case PARAGRAPH:
		put_paragraph(w, e, n);
		break;
	case LIST:
		richtext_put_items(w, e, n, ITEM, "li");
		break;
	case QUOTE:
		put_quote(w, n);
		break;
	case PRE:
		put_pre(w, n);
		break;
	case TABLE:
		put_table(w, n);
		break;
	case DROP:
		break;
	case UNWRAP:
		put_nodes(w, n->children);
		break;
	default:
		richtext_writer_close(w);
		put_nodes(w, n->children);
		richtext_writer_close(w);
	}
}

/* Below some depth only the words stay. */
static void
put_deep(struct richtext_writer *w, const xmlNode *n)
{
	enum richtext_kind kind = richtext_element(n)->kind;

	if (kind == DROP)
		return;
	w->space |= kind != INLINE && kind != UNWRAP;
	put_nodes(w, n->children);
}

static void
put_nodes(struct richtext_writer *w, const xmlNode *n)
{
	w->depth++;
	for (; n != NULL; n = n->next) {
		if (n->type == XML_TEXT_NODE && n->content != NULL)
			richtext_writer_text(w, (const char *)n->content);
		else if (n->type == XML_ELEMENT_NODE && w->depth > MAX_DEPTH)
			put_deep(w, n);
		else if (n->type == XML_ELEMENT_NODE)
			put_element(w, n);
	}
	w->depth--;
}

/* Of what the parser gave up the words stay. */
static void
put_html(struct buf *out, const char *s, size_t n, bool own)
{
	struct richtext_writer w = { .out = out, .own = own };
	struct buf bare = { 0 }, words = { 0 };
	xmlDocPtr doc = richtext_tree(s, n, &bare);

	if (doc != NULL) {
		put_nodes(&w, doc->children);
		richtext_writer_close(&w);
	} else if (bare.len > 0) {
		richtext_put_plain(&words, bare.data);
		richtext_writer_lines(out, words.data, words.len);
	}
	xmlFreeDoc(doc);
	buf_free(&bare);
	buf_free(&words);
}

static void
put_format(struct buf *out, const char *s, enum richtext format)
{
	size_t n = richtext_length(s, format);
	char *html = NULL;

	if (format == RICHTEXT_PLAIN)
		richtext_writer_lines(out, s, n);
	else if (format != RICHTEXT_MARKDOWN)
		put_html(out, s, n, format == RICHTEXT_OWN);
	else
		html = cmark_markdown_to_html(s, n,
		    CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8);
	if (html != NULL)
		put_html(out, html, strlen(html), false);
	free(html);
}

void
richtext_put(struct buf *out, const char *s, enum richtext format)
{
	size_t from = out->len;

	if (s == NULL || *s == '\0')
		return;
	put_format(out, s, format);
	/* The parser lets bytes through that XML cannot carry. */
	if (out->len > from)
		out->len = from + str_drop_hidden(str_clean(out->data + from));
}
