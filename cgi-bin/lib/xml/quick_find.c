/*
 * quick_find.c - the nodes of common expressions, tests of them, and their
 * templates.
 *
 * A comparison is true when it is so of one of the nodes, as in XPath.
 */

#include <string.h>

#include <libxml/xpath.h>
#include <libxslt/imports.h>
#include <libxslt/pattern.h>
#include <libxslt/variables.h>

#include "xml/quick_find.h"

/* The value of an attribute, or the text of an element: nearly always one text
 * node. */
const char *
quick_text(const xmlNode *n, xmlChar **made)
{
	const xmlNode *c = n->children;

	*made = NULL;
	if (n->type == XML_TEXT_NODE)
		return n->content != NULL ? (const char *)n->content : "";
	if (n->type == XML_ELEMENT_NODE || n->type == XML_ATTRIBUTE_NODE) {
		if (c == NULL)
			return "";
		if (c->next == NULL && c->type == XML_TEXT_NODE)
			return (const char *)c->content;
	}
	*made = xmlNodeGetContent(n);
	return *made != NULL ? (const char *)*made : "";
}

const char *
quick_side(const char *s, const struct part *p, xmlChar **made)
{
	const char *at = strstr(s, p->literal);

	*made = NULL;
	if (at == NULL)
		return "";
	if (p->which == PART_AFTER)
		return at + strlen(p->literal);
	*made = xmlStrndup((const xmlChar *)s, (int)(at - s));
	return *made != NULL ? (const char *)*made : "";
}

/* ---- paths ---- */

/* Most names differ by their first letter. */
static bool
is_name(const xmlChar *a, const char *b)
{
	return a[0] == (xmlChar)b[0] && strcmp((const char *)a, b) == 0;
}

static bool
is_of(const struct step *s, const xmlNode *n)
{
	if (s->kind == STEP_TEXT)
		return n->type == XML_TEXT_NODE ||
		    n->type == XML_CDATA_SECTION_NODE;
	return n->type == XML_ELEMENT_NODE && n->ns == NULL &&
	    is_name(n->name, s->name);
}

static const xmlNode *
attribute_of(const xmlNode *n, const char *name)
{
	const xmlAttr *a = n->type == XML_ELEMENT_NODE ? n->properties : NULL;

	while (a != NULL && (a->ns != NULL || !is_name(a->name, name)))
		a = a->next;
	return (const xmlNode *)a;
}

/* Of a node of the last step; *at counts those beside each other. */
static bool
ask_last(struct visit *v, const xmlNode *n, int *at)
{
	const struct path *p = v->path;

	if (p->where != NULL && !quick_holds(p->where, v->ctxt, n))
		return false;
	return (p->nth == 0 || ++*at == p->nth) && v->ask(v, n);
}

static bool
visit_step(struct visit *v, const xmlNode *from, int k)
{
	const struct step *s = &v->path->step[k];
	bool last = k + 1 == v->path->steps;
	int at = 0;

	if (s->kind == STEP_ATTRIBUTE) {
		const xmlNode *a = attribute_of(from, s->name);

		return a != NULL && ask_last(v, a, &at);
	}
	if (from->type != XML_ELEMENT_NODE && from->type != XML_DOCUMENT_NODE)
		return false;
	for (const xmlNode *n = from->children; n != NULL; n = n->next)
		if (is_of(s, n) &&
		    (last ? ask_last(v, n, &at) : visit_step(v, n, k + 1)))
			return true;
	return false;
}

bool
quick_visit(struct visit *v, const xmlNode *from)
{
	const struct path *p = v->path;

	if (p->root)
		from = (const xmlNode *)from->doc;
	else if (p->parent)
		from = from->parent;
	if (from == NULL)
		return false;
	return p->steps > 0 ? visit_step(v, from, 0) : v->ask(v, from);
}

/* ---- tests ---- */

static bool
compares(const struct test *t, double a)
{
	double b = t->number;

	switch (t->compare) {
	case COMPARE_EQUAL:
		return a == b;
	case COMPARE_UNEQUAL:
		return a != b;
	case COMPARE_LESS:
		return a < b;
	case COMPARE_MORE:
		return a > b;
	case COMPARE_AT_MOST:
		return a <= b;
	case COMPARE_AT_LEAST:
		return a >= b;
	default:
		return true;
	}
}

static bool
passes(struct visit *v, const xmlNode *n)
{
	const struct test *t = v->test;
	xmlChar *made;
	const char *s;
	bool so;

	if (t->compare == COMPARE_NONE)
		return true;
	s = quick_text(n, &made);
	so = t->literal != NULL
	    ? (strcmp(s, t->literal) == 0) == (t->compare == COMPARE_EQUAL)
	    : compares(t, xmlXPathCastStringToNumber((const xmlChar *)s));
	xmlFree(made);
	return so;
}

/* Of the first node alone; n is the answer. */
static bool
ask_start(struct visit *v, const xmlNode *n)
{
	const char *literal = v->test->literal;
	xmlChar *made;

	v->n = strncmp(quick_text(n, &made), literal, strlen(literal)) == 0;
	xmlFree(made);
	return true;
}

static bool
starts(struct visit *v, const xmlNode *from)
{
	v->ask = ask_start;
	v->n = v->test->literal[0] == '\0';
	quick_visit(v, from);
	return v->n;
}

static bool
variable_is_true(const struct test *t, xsltTransformContextPtr ctxt)
{
	xmlXPathObjectPtr value = xsltVariableLookup(ctxt,
	    (const xmlChar *)t->variable, NULL);
	bool so = value != NULL && xmlXPathCastToBoolean(value);

	xmlXPathFreeObject(value);
	return so;
}

bool
quick_holds(const struct test *t, xsltTransformContextPtr ctxt,
    const xmlNode *from)
{
	struct visit v = { .ask = passes,
		.ctxt = ctxt,
		.path = &t->path,
		.test = t };

	switch (t->kind) {
	case TEST_NOT:
		return !quick_holds(t->left, ctxt, from);
	case TEST_AND:
		return quick_holds(t->left, ctxt, from) &&
		    quick_holds(t->right, ctxt, from);
	case TEST_OR:
		return quick_holds(t->left, ctxt, from) ||
		    quick_holds(t->right, ctxt, from);
	case TEST_POSITION:
		return compares(t, ctxt->xpathCtxt->proximityPosition);
	case TEST_VARIABLE:
		return variable_is_true(t, ctxt);
	case TEST_STARTS:
		return starts(&v, from);
	default:
		return quick_visit(&v, from);
	}
}

/* ---- templates ---- */

/* Whether a pattern looks at more than a name, and may be of that one. */
static bool
says_more(const char *pattern, const char *name)
{
	return strpbrk(pattern, "[/(") != NULL &&
	    (strpbrk(pattern, "(*") != NULL || strstr(pattern, name) != NULL);
}

static bool
name_decides(const xsltTransformContext *ctxt, const xmlNode *node)
{
	const char *name = (const char *)node->name;
	xsltStylesheetPtr s = ctxt->style;

	if (node->type != XML_ELEMENT_NODE && node->type != XML_ATTRIBUTE_NODE)
		return false;
	for (; s != NULL; s = xsltNextImport(s))
		for (const xsltTemplate *t = s->templates; t; t = t->next)
			if (t->match != NULL &&
			    xmlStrEqual(t->mode, ctxt->mode) &&
			    says_more((const char *)t->match, name))
				return false;
	return true;
}

xsltTemplatePtr
quick_template(xsltTransformContextPtr ctxt, xmlNodePtr node, struct quick *q)
{
	xsltTemplatePtr t;

	if (q->name != NULL && node->type == q->type && node->ns == NULL &&
	    strcmp(q->name, (const char *)node->name) == 0)
		return q->found;
	t = xsltGetTemplate(ctxt, node, NULL);
	if (q->name == NULL && node->ns == NULL && name_decides(ctxt, node)) {
		q->name = (const char *)xmlDictLookup(ctxt->style->dict,
		    node->name, -1);
		q->type = node->type;
		q->found = t;
	}
	return t;
}
