/* richtext_plain.c - rich text as it came: its length, its words, its tree. */

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include <libxml/HTMLparser.h>

#include "base/str.h"
#include "text/richtext.h"
#include "text/richtext_writer.h"
#include "text/tags.h"

static char
entity(const char *s)
{
	static const struct {
		const char *name;
		char c;
	} names[] = {
		{ "&amp;", '&' },
		{ "&lt;", '<' },
		{ "&gt;", '>' },
		{ "&quot;", '"' },
	};

	for (size_t i = 0; i < 4; i++)
		if (strncmp(s, names[i].name, strlen(names[i].name)) == 0)
			return names[i].c;
	return '\0';
}

static bool
is_block_tag(const char *s)
{
	static const char *const inlines[] = { "a", "strong", "em", "sub",
		"sup" };
	size_t n;

	s += *s == '/';
	n = strcspn(s, " >/");
	for (size_t i = 0; i < 5; i++)
		if (strlen(inlines[i]) == n && memcmp(s, inlines[i], n) == 0)
			return false;
	return true;
}

void
richtext_put_plain(struct buf *out, const char *s)
{
	while (s != NULL && *s != '\0') {
		size_t n = strcspn(s, "<&");
		char c;

		buf_put(out, s, n);
		s += n;
		if (*s == '<') {
			if (is_block_tag(s + 1) && out->len > 0 &&
			    out->data[out->len - 1] != '\n')
				buf_putc(out, '\n');
			s += strcspn(s, ">");
			s += *s == '>';
		} else if (*s == '&') {
			c = entity(s);
			buf_putc(out, c != '\0' ? c : '&');
			s += c != '\0' ? strcspn(s, ";") + 1 : 1;
		}
	}
}

/* A line of plain text makes no node. */
size_t
richtext_length(const char *s, enum richtext format)
{
	static const char *const signs[] = { [RICHTEXT_HTML] = "<",
		[RICHTEXT_OWN] = "<",
		[RICHTEXT_MARKDOWN] = "\r\n\\`&_*[]<!",
		[RICHTEXT_PLAIN] = "" };
	size_t n = strcspn(s, signs[format]);

	for (int i = 0; i < RICHTEXT_SIGNS && n < RICHTEXT_MAX && s[n] != '\0';
	     i++)
		n += 1 + strcspn(s + n + 1, signs[format]);
	return n < RICHTEXT_MAX ? n : str_cut(s, RICHTEXT_MAX);
}

/* ---- the tree ---- */

/* Elements that go with their content (richtext_writer.c), but for those whose
 * content is no text. */
static const char *const dropped[] = { "svg", "math", "template", "noscript",
	"form", "object", "iframe", "select", "textarea", "button", "audio",
	"video", "canvas", "frameset" };

static bool
is_tag(const char *s, const char *name, size_t n)
{
	return strncasecmp(s, name, n) == 0 && !str_is_plain(s[n]);
}

/* The first tag of that name which no other ends; NULL: there is none. */
static char *
unended(char *s, const char *name, size_t n)
{
	char *begun = NULL;

	while ((s = strchr(s, '<')) != NULL) {
		s++;
		if (*s == '/' && is_tag(s + 1, name, n))
			begun = NULL;
		else if (begun == NULL && is_tag(s, name, n))
			begun = s;
	}
	return begun;
}

/* One that nobody ended would take all that follows along: its name becomes one
 * that nothing knows. */
static void
keep_unended(char *s)
{
	for (size_t i = 0; i < sizeof(dropped) / sizeof(dropped[0]); i++) {
		size_t n = strlen(dropped[i]);
		char *tag = unended(s, dropped[i], n);

		if (tag != NULL)
			memset(tag, 'x', n);
	}
}

/* Before it is asked what has words. */
static void
drop_hidden(const xmlNode *n)
{
	for (; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE)
			drop_hidden(n->children);
		else if (n->type == XML_TEXT_NODE && n->content != NULL)
			str_drop_hidden((char *)n->content);
}

xmlDocPtr
richtext_tree(const char *s, size_t n, struct buf *bare)
{
	htmlParserCtxtPtr parser = htmlNewParserCtxt();
	xmlDocPtr doc = NULL;

	tags_put_bare(bare, s, n);
	if (parser != NULL && bare->len > 0) {
		keep_unended(bare->data);
		doc = htmlCtxtReadMemory(parser, bare->data, (int)bare->len,
		    NULL, "UTF-8",
		    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
			HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
			HTML_PARSE_COMPACT);
	}
	/* It stopped there, and what follows is not in the tree. */
	if (parser != NULL && parser->disableSAX != 0) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	if (doc != NULL)
		drop_hidden(doc->children);
	htmlFreeParserCtxt(parser);
	return doc;
}
