/*
 * quick.c - common expressions, without XPath.
 *
 * Most instructions of a page name an attribute or a child: "@href", "title",
 * "../@total", "concat(' (', @name, ')')", "@scale = 'commune'", "$label".  For
 * each of these libxslt makes a context, a stack, a set of nodes and a string:
 * half of the price of a page's transformation.  They are read once, when the
 * sheet is compiled, and xsl:value-of, xsl:if, xsl:choose, xsl:apply-templates
 * and xsl:copy-of (of text) then call what is here instead of libxslt's own
 * function; all others are left as they are.  What stands in them, and what
 * templates that only write text hold, is walked here too: libxslt compares
 * names at each step.
 *
 * An instruction's node bears what was read of it in _private, which libxslt
 * leaves to others; a template's, itself when it is walked here.
 */

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <libxml/parserInternals.h>
#include <libxslt/templates.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>

#include "xml/quick.h"
#include "xml/quick_find.h"
#include "xml/xsl_node.h"

enum { NODES = 64 }; /* that templates are applied to at a time */

/* The first node gives its text, and is the last one asked. */
static bool
put_text(struct visit *v, const xmlNode *n)
{
	xmlChar *made, *side = NULL;
	const char *s = quick_text(n, &made);

	if (v->part->which != PART_WHOLE)
		s = quick_side(s, v->part, &side);
	context_put(v->ctxt, s, v->as);
	xmlFree(side);
	xmlFree(made);
	return true;
}

static void
put_variable(const struct visit *v, const char *name)
{
	xmlXPathObjectPtr value = xsltVariableLookup(v->ctxt,
	    (const xmlChar *)name, NULL);
	xmlChar *s = value != NULL ? xmlXPathCastToString(value) : NULL;

	if (s != NULL)
		context_put(v->ctxt, (const char *)s, v->as);
	xmlFree(s);
	xmlXPathFreeObject(value);
}

/* ---- templates ---- */

static enum context_as
as_of(const xmlNode *text)
{
	return text->name == xmlStringTextNoenc ? AS_RAW : AS_TEXT;
}

/* What libxslt does of a sequence of text and instructions, whose nodes bear
 * what was compiled: it is given the rest from a variable or an element on. */
static void
run_all(xsltTransformContextPtr ctxt, xmlNodePtr node, xmlNodePtr n)
{
	for (; n != NULL && ctxt->state == XSLT_STATE_OK; n = n->next) {
		xsltStylePreCompPtr comp = n->psvi;

		if (n->type == XML_TEXT_NODE) {
			context_put(ctxt, (const char *)n->content, as_of(n));
		} else if (comp != NULL && comp->func != NULL) {
			comp->func(ctxt, node, n, (xsltElemPreCompPtr)comp);
		} else {
			xsltApplyOneTemplate(ctxt, node, n, NULL, NULL);
			return;
		}
	}
}

/* A template that is marked has no parameters and no element, which libxslt
 * gives namespaces.  The depth is bounded, as theirs is. */
static bool
run_template(xsltTransformContextPtr ctxt, xmlNodePtr node, xsltTemplatePtr t)
{
	int base = ctxt->varsBase;
	xmlNodePtr from = ctxt->node;

	if (t->elem->_private == NULL || ctxt->depth >= ctxt->maxTemplateDepth)
		return false;
	ctxt->depth++;
	ctxt->varsBase = ctxt->varsNr;
	ctxt->node = node;
	run_all(ctxt, node, t->content);
	ctxt->node = from;
	ctxt->varsBase = base;
	ctxt->depth--;
	return true;
}

/* ---- the instructions ---- */

static void
run_value(xsltTransformContextPtr ctxt, xmlNodePtr node, xmlNodePtr inst,
    xsltElemPreCompPtr comp)
{
	const struct quick *q = inst->_private;
	struct visit v = { .ask = put_text,
		.ctxt = ctxt,
		.as = ((xsltStylePreCompPtr)comp)->noescape ? AS_RAW
		    : q->shown                              ? AS_SHOWN
							    : AS_TEXT };

	for (size_t i = 0; i < q->n; i++) {
		const struct part *p = &q->part[i];

		v.part = p;
		v.path = &p->path;
		if (p->variable != NULL)
			put_variable(&v, p->variable);
		else if (p->literal != NULL && p->which == PART_WHOLE)
			context_put(ctxt, p->literal, v.as);
		else
			quick_visit(&v, node);
	}
}

/* Of another expression, when it is shown. */
static void
run_string(xsltTransformContextPtr ctxt, xmlNodePtr node, xmlNodePtr inst,
    xsltElemPreCompPtr comp)
{
	xsltStylePreCompPtr c = (xsltStylePreCompPtr)comp;
	xmlChar *s = xsltEvalXPathStringNs(ctxt, c->comp, c->nsNr, c->nsList);

	(void)node;
	(void)inst;
	if (s != NULL)
		context_put(ctxt, (const char *)s, AS_SHOWN);
	xmlFree(s);
}

static void
run_if(xsltTransformContextPtr ctxt, xmlNodePtr node, xmlNodePtr inst,
    xsltElemPreCompPtr comp)
{
	const struct quick *q = inst->_private;

	(void)comp;
	if (quick_holds(&q->test, ctxt, node))
		run_all(ctxt, node, inst->children);
}

static void
run_choose(xsltTransformContextPtr ctxt, xmlNodePtr node, xmlNodePtr inst,
    xsltElemPreCompPtr comp)
{
	(void)comp;
	for (xmlNodePtr n = inst->children; n != NULL; n = n->next) {
		const struct quick *q = n->_private;

		/* xsl:otherwise has no test. */
		if (n->type != XML_ELEMENT_NODE ||
		    (q != NULL && !quick_holds(&q->test, ctxt, node)))
			continue;
		run_all(ctxt, node, n->children);
		return;
	}
}

/* Takes each node; true, and so the last, when there are too many. */
static bool
gather(struct visit *v, const xmlNode *n)
{
	if (v->n == NODES)
		return true;
	v->node[v->n++] = (xmlNodePtr)(uintptr_t)n;
	return false;
}

static void
process_node(xsltTransformContextPtr ctxt, xmlNodePtr node, struct quick *q)
{
	xsltTemplatePtr t = quick_template(ctxt, node, q);
	xsltTemplatePtr rule = ctxt->currentTemplateRule;

	if (t != NULL)
		ctxt->currentTemplateRule = t;
	if (t == NULL || !run_template(ctxt, node, t)) {
		ctxt->currentTemplateRule = rule;
		xsltProcessOneNode(ctxt, node, NULL);
	}
	ctxt->currentTemplateRule = rule;
}

/* What xsltApplyTemplates does of nodes in the order of the document. */
static void
process(xsltTransformContextPtr ctxt, const struct visit *v,
    xsltStylePreCompPtr comp, struct quick *q)
{
	xmlXPathContextPtr x = ctxt->xpathCtxt;
	const xmlChar *mode = ctxt->mode, *uri = ctxt->modeURI;
	xsltDocumentPtr document = ctxt->document;
	xmlNodePtr node = ctxt->node;
	int size = x->contextSize, position = x->proximityPosition;
	xmlDocPtr doc = x->doc;

	ctxt->mode = comp->mode;
	ctxt->modeURI = comp->modeURI;
	for (int i = 0; i < v->n; i++) {
		x->doc = v->node[i]->doc;
		x->contextSize = v->n;
		x->proximityPosition = i + 1;
		process_node(ctxt, v->node[i], q);
	}
	x->doc = doc;
	x->contextSize = size;
	x->proximityPosition = position;
	ctxt->node = node;
	ctxt->mode = mode;
	ctxt->modeURI = uri;
	ctxt->document = document;
}

static void
run_apply(xsltTransformContextPtr ctxt, xmlNodePtr node, xmlNodePtr inst,
    xsltElemPreCompPtr comp)
{
	struct quick *q = inst->_private;
	xmlNodePtr nodes[NODES];
	struct visit v = { .ask = gather,
		.ctxt = ctxt,
		.path = &q->test.path,
		.node = nodes };

	if (quick_visit(&v, node))
		xsltApplyTemplates(ctxt, node, inst, comp);
	else
		process(ctxt, &v, (xsltStylePreCompPtr)comp, q);
}

/* Text as it is, raw or not. */
static bool
copy_text(struct visit *v, const xmlNode *n)
{
	if (n->content != NULL)
		context_put(v->ctxt, (const char *)n->content,
		    as_of(n) == AS_RAW ? AS_RAW : v->as);
	return false;
}

static void
run_copy(xsltTransformContextPtr ctxt, xmlNodePtr node, xmlNodePtr inst,
    xsltElemPreCompPtr comp)
{
	const struct quick *q = inst->_private;
	struct visit v = { .ask = copy_text,
		.ctxt = ctxt,
		.path = &q->test.path,
		.as = q->shown ? AS_SHOWN : AS_TEXT };

	(void)comp;
	quick_visit(&v, node);
}

/* Of a template that libxslt has found, the first time. */
static void
run_call(xsltTransformContextPtr ctxt, xmlNodePtr node, xmlNodePtr inst,
    xsltElemPreCompPtr comp)
{
	xsltTemplatePtr t = ((xsltStylePreCompPtr)comp)->templ;

	if (t == NULL || !run_template(ctxt, node, t))
		xsltCallTemplate(ctxt, node, inst, comp);
}

/* ---- a sheet ---- */

static xsltStylePreCompPtr
comp_of(const xmlNode *n)
{
	return xsl_node_is(n, NULL) ? n->psvi : NULL;
}

static bool
leads_to_text(const struct path *p)
{
	return p->steps > 0 && p->step[p->steps - 1].kind == STEP_TEXT;
}

static struct quick *
read_instruction(struct pool *pool, xsltStylePreCompPtr comp, bool shown)
{
	struct quick q = { .shown = shown }, *kept;
	const char *select = (const char *)comp->select;
	const char *test = (const char *)comp->test;
	bool read = comp->type == XSLT_FUNC_VALUEOF
	    ? select != NULL && quick_read_value(pool, select, &q)
	    : comp->type == XSLT_FUNC_APPLYTEMPLATES ||
		comp->type == XSLT_FUNC_COPYOF
	    ? select != NULL && quick_read_path(pool, select, &q.test.path)
	    : test != NULL && quick_read_test(pool, test, &q.test);

	/* Of what is copied, text alone. */
	if (!read ||
	    (comp->type == XSLT_FUNC_COPYOF && !leads_to_text(&q.test.path)))
		return NULL;
	kept = pool_take(pool, sizeof(*kept));
	*kept = q;
	return kept;
}

/* Each of its tests must be one of these, or it is left to libxslt. */
static bool
read_choose(struct pool *pool, xmlNodePtr choose)
{
	bool all = true;

	for (xmlNodePtr n = choose->children; n != NULL && all; n = n->next) {
		xsltStylePreCompPtr comp = comp_of(n);

		if (comp == NULL || comp->type != XSLT_FUNC_WHEN)
			continue;
		n->_private = read_instruction(pool, comp, false);
		all = n->_private != NULL;
	}
	return all;
}

/* Of xsl:apply-templates those that neither sort nor give parameters. */
static void
quicken(struct pool *pool, xmlNodePtr n, xsltStylePreCompPtr comp, bool shown)
{
	xsltTransformFunction run = comp->type == XSLT_FUNC_VALUEOF ? run_value
	    : comp->type == XSLT_FUNC_IF                            ? run_if
	    : comp->type == XSLT_FUNC_COPYOF                        ? run_copy
	    : comp->type == XSLT_FUNC_APPLYTEMPLATES && n->children == NULL
	    ? run_apply
	    : NULL;

	if (comp->type == XSLT_FUNC_CHOOSE) {
		if (read_choose(pool, n))
			comp->func = run_choose;
	} else if (comp->type == XSLT_FUNC_CALLTEMPLATE) {
		if (n->children == NULL)
			comp->func = run_call;
	} else if (run != NULL &&
	    (n->_private = read_instruction(pool, comp, shown)) != NULL) {
		comp->func = run;
	} else if (run == run_value && shown && !comp->noescape) {
		comp->func = run_string;
	}
}

static void
quicken_all(struct pool *pool, xmlNodePtr n)
{
	for (; n != NULL; n = n->next) {
		xsltStylePreCompPtr comp = comp_of(n);
		bool shown = xsl_node_is_shown(n);

		if (shown)
			n->_private = NULL;
		if (comp != NULL && comp->inst == n)
			quicken(pool, n, comp, shown);
		if (xsl_node_is(n, "template") && n->children != NULL &&
		    !xsl_node_is(n->children, "param") &&
		    !xsl_node_has_literal(n))
			n->_private = n;
		if (n->type == XML_ELEMENT_NODE)
			quicken_all(pool, n->children);
	}
}

void
quick_sheet(struct pool *pool, xsltStylesheetPtr s)
{
	for (; s != NULL; s = s->next) {
		quicken_all(pool, s->doc->children);
		for (xsltDocumentPtr d = s->docList; d != NULL; d = d->next)
			quicken_all(pool, d->doc->children);
		quick_sheet(pool, s->imports);
	}
}
