/* file_rich.c - the rich texts of a file. */

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include <libxml/HTMLparser.h>

#include "base/buf.h"
#include "base/say.h"
#include "base/str.h"
#include "files/file_beside.h"
#include "files/file_rich.h"
#include "files/file_xml_words.h"
#include "text/richtext.h"
#include "text/richtext_writer.h"
#include "text/tags.h"

/* Of a text from outside: elements within each other. */
enum { MAX_DEPTH = 100 };
/* Bytes of the names that are said to be taken out. */
enum { MAX_SAID = 300 };

/* Notes a name that is taken out, once. */
static void
rich_removed(struct buf *removed, const xmlChar *name)
{
	if (removed->len > MAX_SAID ||
	    (removed->len > 0 &&
		str_has_word(removed->data, (const char *)name)))
		return;
	if (removed->len > 0)
		buf_putc(removed, ' ');
	buf_puts(removed, (const char *)name);
}

/* A link that richtext.c made of a contact, in a file that was exported: it
 * makes it again, of the words alone. */
static bool
is_bare(const xmlNode *n)
{
	xmlChar *class = xmlGetNoNsProp(n, (const xmlChar *)"class");
	bool bare = class != NULL && strcmp((char *)class, "g-bare") == 0;

	xmlFree(class);
	return bare && strcmp((const char *)n->name, "a") == 0;
}

/* Schemes that a link may have; text/richtext.c looks closer. */
static bool
is_followed(const xmlAttr *a)
{
	static const char *const schemes[] = { "https://", "http://",
		"mailto:", "tel:" };
	xmlChar *value = xmlNodeListGetString(a->doc, a->children, 1);
	bool good = value != NULL && value[0] == '/' && value[1] != '/';

	for (int i = 0; i < 4 && value != NULL; i++)
		good = good ||
		    strncasecmp((char *)value, schemes[i],
			strlen(schemes[i])) == 0;
	xmlFree(value);
	return good;
}

/* Whether it stays, or is written again: "rel". */
static bool
is_kept(const xmlNode *n, const xmlAttr *a)
{
	const char *of = (const char *)n->name, *name = (const char *)a->name;
	bool is_heading = strcmp(of, "th") == 0, kept = false;
	xmlChar *value;

	if (strcmp(of, "a") == 0)
		return strcmp(name, "rel") == 0 ||
		    (strcmp(name, "href") == 0 && is_followed(a));
	if (!is_heading && strcmp(of, "td") != 0)
		return false;
	value = xmlNodeListGetString(a->doc, a->children, 1);
	if (value != NULL && is_heading && strcmp(name, "scope") == 0)
		kept = richtext_is_scope((char *)value);
	else if (value != NULL &&
	    (strcmp(name, "colspan") == 0 || strcmp(name, "rowspan") == 0))
		/* One is what it is without. */
		kept = richtext_span((char *)value) > 0 ||
		    strcmp((char *)value, "1") == 0;
	xmlFree(value);
	return kept;
}

static void
note_attributes(struct buf *removed, const xmlNode *n)
{
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next)
		if (!is_kept(n, a))
			rich_removed(removed, a->name);
}

/* Puts the children of a node where it stands. */
static xmlNodePtr
unwrap(xmlNodePtr n)
{
	xmlNodePtr next = n->children != NULL ? n->children : n->next;

	while (n->children != NULL)
		xmlAddPrevSibling(n, n->children);
	xmlUnlinkNode(n);
	xmlFreeNode(n);
	return next;
}

/* Nodes below may still be of its namespaces: the document frees them. */
static void
drop_namespaces(xmlNodePtr n)
{
	xmlNsPtr *last = &n->doc->oldNs;

	while (*last != NULL)
		last = &(*last)->next;
	*last = n->nsDef;
	n->nsDef = NULL;
	n->ns = NULL;
}

/* Makes plain HTML of the elements: without namespaces, which their names would
 * bear.  Notes what the reduction takes out. */
static void
make_plain(xmlNodePtr n, struct buf *removed, int depth)
{
	while (n != NULL) {
		const struct richtext_element *e;

		if (n->type != XML_ELEMENT_NODE) {
			n = n->next;
			continue;
		}
		if (is_bare(n)) {
			n = unwrap(n);
			continue;
		}
		drop_namespaces(n);
		e = richtext_element(n);
		if (e->kind == DROP || e->kind == UNWRAP ||
		    e->kind == BLOCK_UNWRAP || depth > MAX_DEPTH)
			rich_removed(removed, n->name);
		note_attributes(removed, n);
		if (depth <= MAX_DEPTH)
			make_plain(n->children, removed, depth + 1);
		n = n->next;
	}
}

/* Moves headings of two levels, from the first of them on, by one. */
static void
move_headings(char *html, char first, char by)
{
	for (char *s = html; (s = strchr(s, '<')) != NULL; s++) {
		char *name = s + 1 + (s[1] == '/');

		if (name[0] == 'h' && name[1] >= first &&
		    name[1] <= first + 1 && name[2] == '>')
			name[1] = (char)(name[1] + by);
	}
}

void
file_rich_lower(char *file)
{
	move_headings(file, '2', 1);
}

/* The HTML of the file that an element names, as a document, for the caller to
 * free; NULL, told, when it cannot be had. */
static xmlDocPtr
read_beside(struct file_faults *f, struct pool *pool, const xmlNode *n)
{
	const char *path, *why;
	struct file_place at;
	int fd = file_beside(f, pool, n, &path);
	xmlDocPtr doc = NULL;
	struct buf b = { 0 };

	if (fd < 0)
		return NULL;
	why = buf_put_fd_under(&b, fd, RICHTEXT_MAX);
	if (why != NULL)
		file_fault(f, file_place(n), (const char *)n->name,
		    _("cannot read \"%s\": %s"), path, gettext(why));
	else if ((why = file_byte_words(pool, b.data, b.len, &at)) != NULL)
		file_fault(f, file_place(n), (const char *)n->name,
		    _("\"%s\", line %ld, column %ld: %s"), path, at.line,
		    at.column, why);
	else if (b.len == 0 || !tags_have_few(b.data, b.len))
		file_fault(f, file_place(n), (const char *)n->name,
		    _("\"%s\" is no HTML"), path);
	else
		doc = htmlReadMemory(b.data, (int)b.len, NULL, "UTF-8",
		    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
			HTML_PARSE_NONET | HTML_PARSE_RECOVER);
	buf_free(&b);
	return doc;
}

/* What stands between the tags of its body; NULL when there is none. */
static xmlNodePtr
body_of(xmlDocPtr doc)
{
	xmlNodePtr n = doc != NULL ? xmlDocGetRootElement(doc) : NULL;

	n = n != NULL ? n->children : NULL;
	while (n != NULL && strcmp((const char *)n->name, "body") != 0)
		n = n->next;
	return n;
}

/* Reduces the content of an element, and notes what is taken out. */
static const char *
reduce(struct pool *pool, xmlNodePtr of, struct buf *removed)
{
	xmlBufferPtr html = xmlBufferCreate();
	struct buf reduced = { 0 };
	const char *text = NULL;

	make_plain(of->children, removed, 0);
	for (xmlNodePtr n = of->children; n != NULL; n = n->next)
		xmlNodeDump(html, of->doc, n, 0, 0);
	richtext_put(&reduced, (const char *)xmlBufferContent(html),
	    RICHTEXT_OWN);
	if (reduced.len > 0) {
		/* A page has one heading above such a text, which is written
		 * as if it had two. */
		move_headings(reduced.data, '3', -1);
		text = pool_strndup(pool, reduced.data, reduced.len);
	}
	xmlBufferFree(html);
	buf_free(&reduced);
	return text;
}

const char *
file_rich_read(struct file_faults *faults, struct pool *pool,
    xmlNodePtr element)
{
	const char *name = (const char *)element->name, *text = NULL;
	struct file_place at = file_place(element);
	struct buf removed = { 0 };
	xmlDocPtr doc = NULL;
	xmlNodePtr of = element;

	if (file_is_beside(element) && element->children != NULL) {
		file_fault(faults, at, name,
		    _("its text is in a file or in the element, not in both"));
		return NULL;
	}
	if (file_is_beside(element)) {
		doc = read_beside(faults, pool, element);
		of = body_of(doc);
	}
	if (of != NULL)
		text = reduce(pool, of, &removed);
	if (removed.len > 0)
		file_note(faults, at, name,
		    _("taken out of the text, for it is not allowed there: %s"),
		    removed.data);
	xmlFreeDoc(doc);
	buf_free(&removed);
	return text;
}
