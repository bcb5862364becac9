/* richtext.c - a text of an aid, of anyone's making: what is left of it is
 * well-formed, of the elements and attributes that are allowed, and its links lead to
 * the web, a mailbox or a telephone. */

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <strings.h>

#include "fuzz.h"
#include "text/richtext.h"

static int
is_one_of(const xmlChar *name, const char *names)
{
	char word[40];

	snprintf(word, sizeof(word), " %s ", (const char *)name);
	return strstr(names, word) != NULL;
}

/* An address, and what every link has; how much a cell spans. */
static int
is_allowed(const xmlAttr *a)
{
	const char *s = (const char *)a->children->content;

	if (is_one_of(a->name, " href "))
		return strncasecmp(s, "https://", 8) == 0 ||
		    strncasecmp(s, "http://", 7) == 0 ||
		    strncasecmp(s, "mailto:", 7) == 0 ||
		    strncasecmp(s, "tel:", 4) == 0;
	if (is_one_of(a->name, " colspan rowspan "))
		return is_one_of(a->parent->name, " td ") && atoi(s) >= 2 &&
		    atoi(s) <= 100 && strspn(s, "0123456789") == strlen(s);
	return is_one_of(a->name, " class ") ? strcmp(s, "g-bare") == 0
	    : is_one_of(a->name, " rel ") ? strcmp(s, "nofollow noopener") == 0
					  : 0;
}

static void
look(const xmlNode *node)
{
	for (; node != NULL; node = node->next) {
		if (node->type != XML_ELEMENT_NODE) {
			must(node->type == XML_TEXT_NODE);
			continue;
		}
		must(is_one_of(node->name,
		    " p h3 h4 ul ol li table tr td blockquote strong em sub "
		    "sup br a "));
		for (const xmlAttr *a = node->properties; a; a = a->next)
			must(is_allowed(a));
		look(node->children);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct pool *pool = pool_new();
	struct buf out = { 0 }, plain = { 0 };
	xmlDocPtr doc;

	if (n > 0) {
		buf_puts(&out, "<r>");
		richtext_put(&out, fuzz_text(pool, data + 1, n - 1),
		    (enum richtext)(data[0] % 3));
		richtext_put_plain(&plain, out.data + 3);
		buf_puts(&out, "</r>");
		doc = xmlReadMemory(out.data, (int)out.len, NULL, "UTF-8",
		    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
			XML_PARSE_HUGE);
		must(doc != NULL);
		look(xmlDocGetRootElement(doc)->children);
		xmlFreeDoc(doc);
	}
	buf_free(&out);
	buf_free(&plain);
	pool_free(pool);
	return 0;
}
