/* feed_element.c - an element of XML as JSON. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "feed/feed_element.h"
#include "feed/feed_value.h"
#include "xml/html.h"

#define XHTML "http://www.w3.org/1999/xhtml"

/* An element whose end was not read yet. */
struct element {
	json_t *object;  /* its attributes and elements */
	struct buf text; /* its own */
	size_t begin;    /* of what it holds, in the markup */
	bool filled;     /* its text is not of blanks alone */
	bool holds;      /* other elements */
	bool is_html;    /* these are XHTML */
};

static const char *
plain(const xmlChar *s)
{
	return s != NULL ? (const char *)s : "";
}

static char *
copy(const xmlChar *name)
{
	char *s = strdup(plain(name));

	if (s == NULL)
		log_die("feed: out of memory");
	return s;
}

/* Counts parts and bytes; false when the record is over its bounds. */
static bool
is_within(struct feed_element *e, unsigned parts, size_t bytes)
{
	e->parts += parts;
	e->over = e->over || e->parts > FEED_MAX_PARTS ||
	    e->markup.len + bytes > FEED_MAX_VALUE;
	return !e->over;
}

static json_t *
text_between_blanks(const char *s, size_t n)
{
	static const char blanks[] = " \t\r\n";

	while (n > 0 && strchr(blanks, *s) != NULL) {
		s++;
		n--;
	}
	while (n > 0 && strchr(blanks, s[n - 1]) != NULL)
		n--;
	return json_stringn(n > 0 ? s : "", n);
}

/* Its attributes, into the object and the markup. */
static void
put_attributes(struct feed_element *e, struct element *el, const xmlNode *node)
{
	struct buf key = { 0 };

	for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
		xmlChar *s = xmlNodeListGetString(node->doc, a->children, 1);

		if (is_within(e, 1, strlen(plain(s)))) {
			buf_reset(&key);
			buf_putc(&key, '@');
			buf_puts(&key, plain(a->name));
			json_object_set_new(el->object, key.data,
			    json_string(plain(s)));
			buf_putc(&e->markup, ' ');
			buf_puts(&e->markup, plain(a->name));
			buf_puts(&e->markup, "=\"");
			html_write_text(&e->markup, plain(s));
			buf_putc(&e->markup, '"');
		}
		xmlFree(s);
	}
	buf_free(&key);
}

static void
begin_element(struct feed_element *e, struct element *el, const xmlNode *node)
{
	*el = (struct element){ .object = json_object() };
	if (is_within(e, 1, 0)) {
		buf_putc(&e->markup, '<');
		buf_puts(&e->markup, plain(node->name));
	}
	put_attributes(e, el, node);
	if (is_within(e, 0, 0))
		buf_putc(&e->markup, '>');
	el->begin = e->markup.len;
}

static void
put_text(struct feed_element *e, struct element *el)
{
	const char *s = plain(xmlTextReaderConstValue(e->reader));
	size_t n = strlen(s);

	el->filled = el->filled || s[strspn(s, " \t\r\n")] != '\0';
	if (!is_within(e, 0, n))
		return;
	buf_put(&el->text, s, n);
	html_write_text(&e->markup, s);
}

/* An element of that name within another: the second of them makes an array. */
static void
put_child(struct element *el, const char *name, json_t *v)
{
	json_t *had = json_object_get(el->object, name);

	if (json_is_array(had)) {
		json_array_append_new(had, v);
	} else if (had != NULL) {
		json_object_set_new(el->object, name,
		    json_pack("[Oo]", had, v));
	} else {
		json_object_set_new(el->object, name, v);
	}
}

/* Of elements amid a text nothing stays but their markup. */
static void
drop_elements(json_t *object)
{
	const char *key;
	void *next;
	json_t *v;

	json_object_foreach_safe(object, next, key, v)
	{
		if (*key != '@')
			json_object_del(object, key);
	}
}

/* What it is in the end; its object is given or freed. */
static json_t *
end_element(struct feed_element *e, struct element *el, const char *name)
{
	const struct buf *from = el->holds ? &e->markup : &el->text;
	size_t begin = el->holds ? el->begin : 0;
	json_t *text = NULL;

	if (!e->over && (!el->holds || el->filled || el->is_html))
		text = text_between_blanks(from->data != NULL
			? from->data + begin
			: "",
		    from->len - begin);
	if (is_within(e, 0, 0) && !html_is_void(name)) {
		buf_puts(&e->markup, "</");
		buf_puts(&e->markup, name);
		buf_putc(&e->markup, '>');
	}
	buf_free(&el->text);
	if (text == NULL)
		return el->object;
	drop_elements(el->object);
	if (json_object_size(el->object) == 0) {
		json_decref(el->object);
		return text;
	}
	if (json_string_length(text) > 0)
		json_object_set(el->object, "#text", text);
	json_decref(text);
	return el->object;
}

static json_t *read_element(struct feed_element *);

/* A node within it; its name is kept, for the reader moves on. */
static bool
take_node(struct feed_element *e, struct element *el)
{
	const xmlNode *node;
	json_t *v;
	char *name;

	switch (xmlTextReaderNodeType(e->reader)) {
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
	case XML_READER_TYPE_WHITESPACE:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
		put_text(e, el);
		return true;
	case XML_READER_TYPE_ELEMENT:
		break;
	default:
		return true;
	}
	node = xmlTextReaderCurrentNode(e->reader);
	el->holds = true;
	el->is_html = el->is_html ||
	    (node->ns != NULL && strcmp(plain(node->ns->href), XHTML) == 0);
	name = copy(node->name);
	if ((v = read_element(e)) != NULL && !e->over)
		put_child(el, name, json_incref(v));
	json_decref(v);
	free(name);
	return v != NULL;
}

/* NULL when next says that it does not end; depth is bounded there. */
static json_t *
read_element(struct feed_element *e)
{
	const xmlNode *node = xmlTextReaderCurrentNode(e->reader);
	bool ends = xmlTextReaderIsEmptyElement(e->reader) == 1;
	char *name = copy(node->name);
	struct element el;
	bool ok = true;
	json_t *v = NULL;

	begin_element(e, &el, node);
	while (ok && !ends) {
		ok = e->next(e->arg);
		ends = ok &&
		    xmlTextReaderNodeType(e->reader) ==
			XML_READER_TYPE_END_ELEMENT;
		if (ok && !ends)
			ok = take_node(e, &el);
	}
	if (ok) {
		v = end_element(e, &el, name);
	} else {
		json_decref(el.object);
		buf_free(&el.text);
	}
	free(name);
	return v;
}

json_t *
feed_element_read(struct feed_element *e)
{
	json_t *v;

	buf_reset(&e->markup);
	e->parts = 0;
	e->over = false;
	v = read_element(e);
	if (v == NULL || !e->over)
		return v;
	json_decref(v);
	return NULL;
}
