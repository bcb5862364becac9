/* richtext_writer.c - rich text as it is written: what becomes of elements,
 * tags, words, paragraphs, links. */

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "text/richtext_contact.h"
#include "text/richtext_writer.h"

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
	{ "pre", "pre", PRE },
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

bool
richtext_is_scope(const char *s)
{
	return strcmp(s, "col") == 0 || strcmp(s, "row") == 0;
}

int
richtext_span(const char *s)
{
	size_t digits = strspn(s, "0123456789");
	int n = digits > 0 && digits <= 3 && s[digits] == '\0' ? atoi(s) : 0;

	return n >= 2 && n <= 100 ? n : 0;
}

bool
richtext_writer_links(const struct richtext_writer *w, const char *s)
{
	static const char *const schemes[] = { "https://", "http://",
		"mailto:" };

	if (strlen(s) > 700 || strpbrk(s, " \t\r\n<>\"") != NULL)
		return false;
	if (s[0] == '/')
		return w->own && s[1] != '/' && s[1] != '\\';
	if (strncasecmp(s, "tel:", 4) == 0)
		return s[4] != '\0' &&
		    s[4 + strspn(s + 4, "+0123456789.-()")] == '\0';
	for (size_t i = 0; i < 3; i++)
		if (strncasecmp(s, schemes[i], strlen(schemes[i])) == 0 &&
		    strlen(s) > strlen(schemes[i]))
			return i == 2 || !richtext_contact_has_user(s);
	return false;
}

void
richtext_writer_put_escaped(struct buf *b, const char *s, size_t n)
{
	for (; n > 0; s++, n--) {
		switch (*s) {
		case '&':
			buf_puts(b, "&amp;");
			break;
		case '<':
			buf_puts(b, "&lt;");
			break;
		case '>':
			buf_puts(b, "&gt;");
			break;
		case '"':
			buf_puts(b, "&quot;");
			break;
		default:
			buf_putc(b, *s);
		}
	}
}

void
richtext_writer_tag(struct buf *b, const char *head, const char *name)
{
	buf_puts(b, head);
	buf_puts(b, name);
	buf_putc(b, '>');
}

/* The start is marked, so that an element that stays empty can be taken
 * back. */
void
richtext_writer_open(struct richtext_writer *w, const char *name)
{
	w->mark = w->out->len;
	w->open = name;
	w->words = w->space = false;
	richtext_writer_tag(w->out, "<", name);
}

void
richtext_writer_close(struct richtext_writer *w)
{
	static const char br[] = "<br/>";
	struct buf *b = w->out;

	if (w->open == NULL)
		return;
	if (!w->words) {
		b->len = w->mark;
		b->data[b->len] = '\0';
	} else {
		while (b->len > sizeof(br) &&
		    memcmp(b->data + b->len - strlen(br), br, strlen(br)) == 0)
			b->data[b->len -= strlen(br)] = '\0';
		richtext_writer_tag(b, "</", w->open);
	}
	w->open = NULL;
}

void
richtext_writer_inline(struct richtext_writer *w, const char *name)
{
	if (w->open == NULL)
		richtext_writer_open(w, "p");
	if (w->space && w->words)
		buf_putc(w->out, ' ');
	w->space = false;
	buf_putc(w->out, '<');
	buf_puts(w->out, name);
}

/* An address of mail with its subject alone: the rest of its query would send
 * what the reader writes to more than who is seen ("bcc=", "to="), or in other
 * words than his. */
static void
put_mail(struct buf *b, const char *href)
{
	const char *query = strchr(href, '?');
	size_t n = strcspn(href, "?");

	richtext_writer_put_escaped(b, href, n);
	while (query != NULL) {
		n = strcspn(query + 1, "&");
		if (strncasecmp(query + 1, "subject=", 8) == 0) {
			buf_putc(b, '?');
			richtext_writer_put_escaped(b, query + 1, n);
			return;
		}
		query = query[n + 1] == '&' ? query + n + 1 : NULL;
	}
}

/* A link to a page gets rel="nofollow noopener": its address is from outside.
 */
void
richtext_writer_link(struct richtext_writer *w, const char *href,
    const char *more)
{
	richtext_writer_inline(w, "a");
	buf_puts(w->out, " href=\"");
	if (strncasecmp(href, "mailto:", 7) == 0)
		put_mail(w->out, href);
	else
		richtext_writer_put_escaped(w->out, href, strlen(href));
	buf_putc(w->out, '"');
	if (strncasecmp(href, "http", 4) == 0)
		buf_puts(w->out, " rel=\"nofollow noopener\"");
	buf_puts(w->out, more);
	buf_putc(w->out, '>');
}

void
richtext_writer_words(struct richtext_writer *w, const char *s, size_t len)
{
	static const char blanks[] = " \t\r\n";
	const char *end = s + len;

	while (s < end) {
		size_t n = strcspn(s, blanks);

		if (n > (size_t)(end - s))
			n = (size_t)(end - s);
		if (n > 0) {
			if (w->open == NULL)
				richtext_writer_open(w, "p");
			if (w->space && w->words)
				buf_putc(w->out, ' ');
			richtext_writer_put_escaped(w->out, s, n);
			w->words |= strspn(s, "\xc2\xa0") < n;
			w->space = false;
			s += n;
		}
		if (s < end) {
			w->space = true;
			s += strspn(s, blanks);
		}
	}
}

/* Bytes of the text without the scheme of a contact that it ends with, which no
 * reader needs: "Contact : mailto:". */
static size_t
without_scheme(const char *s, size_t n)
{
	static const char *const schemes[] = { "mailto:", "tel:" };

	for (size_t i = 0; i < 2; i++) {
		size_t len = strlen(schemes[i]);

		if (n >= len && strncasecmp(s + n - len, schemes[i], len) == 0)
			return n - len;
	}
	return n;
}

/* The words of a link made here are its address, so that a print need not
 * repeat it.  Within another's link nothing but a scheme is left out. */
void
richtext_writer_text(struct richtext_writer *w, const char *s)
{
	bool linked = w->inlines >= RICHTEXT_LINK;
	char href[RICHTEXT_HREF];
	const char *found;
	size_t n;

	while ((found = richtext_contact(s, &n, href)) != NULL) {
		richtext_writer_words(w, s,
		    without_scheme(s, (size_t)(found - s)));
		if (!linked)
			richtext_writer_link(w, href, " class=\"g-bare\"");
		richtext_writer_words(w, found, n);
		if (!linked)
			richtext_writer_tag(w->out, "</", "a");
		s = found + n;
	}
	richtext_writer_words(w, s, strlen(s));
}

void
richtext_writer_pre(struct buf *out, const xmlNode *n)
{
	for (; n != NULL; n = n->next) {
		enum richtext_kind kind = n->type == XML_ELEMENT_NODE
		    ? richtext_element(n)->kind
		    : DROP;

		if (n->type == XML_TEXT_NODE && n->content != NULL)
			richtext_writer_put_escaped(out,
			    (const char *)n->content,
			    strlen((const char *)n->content));
		else if (kind == BREAK)
			buf_putc(out, '\n');
		else if (kind != DROP)
			richtext_writer_pre(out, n->children);
	}
}

void
richtext_writer_lines(struct buf *out, const char *s, size_t n)
{
	struct richtext_writer w = { .out = out };
	const char *end = s + n;

	for (;;) {
		const char *next = memchr(s, '\n', (size_t)(end - s));
		char *line = strndup(s,
		    (size_t)((next != NULL ? next : end) - s));

		if (line != NULL)
			str_drop_hidden(line);
		if (line != NULL && line[strspn(line, " \t\r")] == '\0')
			richtext_writer_close(&w);
		else if (line != NULL) {
			if (w.open != NULL && w.words)
				buf_puts(out, "<br/>");
			richtext_writer_text(&w, line);
		}
		free(line);
		if (next == NULL)
			break;
		s = next + 1;
	}
	richtext_writer_close(&w);
}
