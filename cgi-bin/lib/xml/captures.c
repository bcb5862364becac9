/*
 * captures.c - which templates of a sheet and its imports may be captured.
 *
 * The graph of calls, from a template (by its mode, or its name) to those that
 * it applies or calls, is marked from each capture on, until nothing more is
 * marked.  It is an over-approximation: a mode is one node, whatever its
 * templates match.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "xml/captures.h"
#include "xml/xsl_node.h"

/* A mode ("m:" and its name) or a named template ("n:") whose result may be
 * captured, and the sheets' calls from one to another. */
struct link {
	char *from, *to; /* from NULL: captured at once */
	bool captured;
};

struct captures {
	struct link *link;
	size_t n, size;
};

struct captures *
captures_new(void)
{
	struct captures *c = calloc(1, sizeof(*c));

	if (c == NULL)
		log_die("captures: out of memory");
	return c;
}

static void
free_link(struct link *l)
{
	free(l->from);
	free(l->to);
}

void
captures_free(struct captures *c)
{
	for (size_t i = 0; c != NULL && i < c->n; i++)
		free_link(&c->link[i]);
	if (c != NULL)
		free(c->link);
	free(c);
}

/* "m:date" or "n:switch", malloc'ed, of a call or of a template. */
static char *
key_of(const xmlNode *n, bool named)
{
	xmlChar *v = xmlGetNoNsProp((xmlNode *)(uintptr_t)n,
	    (const xmlChar *)(named ? "name" : "mode"));
	size_t size = 3 + (v != NULL ? strlen((char *)v) : 0);
	char *key = malloc(size);

	if (key == NULL)
		log_die("captures: out of memory");
	snprintf(key, size, "%c:%s", named ? 'n' : 'm',
	    v != NULL ? (char *)v : "");
	xmlFree(v);
	return key;
}

/* The template of the root is called by nobody: it has a key of its own. */
static char *
template_key(const xmlNode *t)
{
	xmlChar *match = xmlGetNoNsProp((xmlNode *)(uintptr_t)t,
	    (const xmlChar *)"match");
	bool root = match != NULL && match[0] == '/';

	xmlFree(match);
	return root ? strdup("root")
		    : key_of(t,
			  xmlHasProp((xmlNode *)(uintptr_t)t,
			      (const xmlChar *)"match") == NULL);
}

static void
add_link(struct captures *c, const char *from, char *to)
{
	if (c->n == c->size) {
		c->size = c->size > 0 ? 2 * c->size : 64;
		c->link = realloc(c->link, c->size * sizeof(*c->link));
		if (c->link == NULL)
			log_die("captures: out of memory");
	}
	c->link[c->n++] = (struct link){ from != NULL ? strdup(from) : NULL, to,
		false };
}

/* Notes the calls below n: from the template, or from a capture in it. */
static void
note_calls(struct captures *c, const xmlNode *n, const char *from)
{
	for (n = n->children; n != NULL; n = n->next) {
		if (xsl_node_is(n, "apply-templates"))
			add_link(c, from, key_of(n, false));
		else if (xsl_node_is(n, "call-template"))
			add_link(c, from, key_of(n, true));
		if (n->type == XML_ELEMENT_NODE)
			note_calls(c, n,
			    xsl_node_captures(n) && !xsl_node_is(n, "attribute")
				? NULL
				: from);
	}
}

void
captures_look(struct captures *c, const xmlDoc *sheet)
{
	const xmlNode *n = xmlDocGetRootElement(sheet);

	for (n = n != NULL ? n->children : NULL; n != NULL; n = n->next) {
		char *key;

		if (!xsl_node_is(n, "template")) {
			note_calls(c, n, NULL); /* a variable's */
			continue;
		}
		key = template_key(n);
		note_calls(c, n, key);
		free(key);
	}
}

static bool
is_captured(const struct captures *c, const char *key)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->link[i].captured && strcmp(c->link[i].to, key) == 0)
			return true;
	return false;
}

/* What a captured template calls is captured too: until nothing is added. */
static void
mark(struct captures *c)
{
	bool more = true;

	while (more) {
		more = false;
		for (size_t i = 0; i < c->n; i++) {
			struct link *l = &c->link[i];

			if (l->captured ||
			    (l->from != NULL && !is_captured(c, l->from)))
				continue;
			l->captured = more = true;
		}
	}
}

void
captures_settle(struct captures *c)
{
	size_t all = c->n;

	mark(c);
	c->n = 0;
	for (size_t i = 0; i < all; i++)
		if (c->link[i].captured && !is_captured(c, c->link[i].to))
			c->link[c->n++] = c->link[i];
		else
			free_link(&c->link[i]);
}

bool
captures_has(const struct captures *c, const xmlNode *template)
{
	char *key = template_key(template);
	bool has = is_captured(c, key);

	free(key);
	return has;
}
