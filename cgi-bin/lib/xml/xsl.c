/*
 * xsl.c - stylesheets.
 *
 * Each is compiled when a program starts, to know that it can be, and let go: a
 * process has half a megabyte of each that it uses, and few use them all.  What
 * its first page compiles is the text that was read at start: flat when it is
 * known by then to write HTML, and what its templates may capture.
 */

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libexslt/exslt.h>
#include <libxml/parser.h>
#include <libxslt/documents.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>

#include "base/log.h"
#include "base/say.h"
#include "base/timing.h"
#include "xml/flatten.h"
#include "xml/html.h"
#include "xml/quick.h"
#include "xml/xml_write.h"
#include "xml/xsl.h"
#include "xml/xsl_context.h"
#include "xml/xsl_folder.h"
#include "xml/xsl_node.h"
#include "xml/xsl_text.h"

struct xsl_sheet {
	struct xsl_sheet *next;
	struct xsl *of;
	char *name, *path;
	struct xsl_context *context; /* its own, with what was compiled; a sheet
				      * may be used again */
	enum method { OUT_HTML, OUT_TEXT, OUT_XML } method;
	char media[80];
	struct captures *captures; /* of HTML alone */
};

struct xsl {
	struct xsl_sheet *first;
	struct xsl_text *texts;
	unsigned long long fingerprint;  /* of them */
	xsltSecurityPrefsPtr forbid_all; /* of every transformation */
	/* Of the sheet being compiled: */
	struct captures *captures;
	bool flat; /* else its templates are looked at, if need be */
	bool once; /* it names nodes */
	xsltDocLoaderFunc load; /* libxslt's own */
};

/* libxslt ends a message by several calls: those without text are dropped. */
static void __attribute__((format(printf, 2, 3)))
on_error(void *ctx, const char *fmt, ...)
{
	char line[400];
	va_list ap;

	(void)ctx;
	va_start(ap, fmt);
	vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	if (strspn(line, " \n\t^") < strlen(line))
		log_msg("xsl: %s", line);
}

/* What xsl:output says, of the sheet itself or of one that it imports. */
static enum method
method_of(xsltStylesheetPtr style)
{
	const xmlChar *method;

	XSLT_GET_IMPORT_PTR(method, style, method)
	return method == NULL || xmlStrEqual(method, (const xmlChar *)"xml")
	    ? OUT_XML
	    : xmlStrEqual(method, (const xmlChar *)"html") ? OUT_HTML
							   : OUT_TEXT;
}

static void
read_output(struct xsl_sheet *s)
{
	const xmlChar *media;

	XSLT_GET_IMPORT_PTR(media, s->context->style, mediaType)
	s->method = method_of(s->context->style);
	snprintf(s->media, sizeof(s->media), "%s; charset=utf-8",
	    media != NULL               ? (const char *)media
		: s->method == OUT_HTML ? "text/html"
		: s->method == OUT_XML  ? "application/xml"
					: "text/plain");
}

static enum rc
read_text(struct xsl *x, const char *dir, const char *file)
{
	char path[4300];

	snprintf(path, sizeof(path), "%s/%s", dir, file);
	x->texts = xsl_text_read(x->texts, path);
	return RC_OK;
}

/* Names of nodes are kept in the context, where nothing empties them. */
static void
take_doc(struct xsl *x, xmlDocPtr doc)
{
	xsl_node_keep_blanks(xmlDocGetRootElement(doc));
	x->once |= xsl_node_says(xmlDocGetRootElement(doc), "generate-id(");
	if (x->flat)
		flatten_sheet(x->captures, doc);
	else if (x->captures != NULL)
		captures_look(x->captures, doc);
}

/* libxslt calls this loader for each sheet that another imports: the one that
 * was named first bears in _private who compiles it. */
static xmlDocPtr
load_import(const xmlChar *uri, xmlDictPtr dict, int options, void *ctx,
    xsltLoadType type)
{
	const xsltStylesheet *s = ctx;
	struct xsl *x;
	xmlDocPtr doc;

	if (type != XSLT_LOAD_STYLESHEET)
		return NULL;
	while (s->parent != NULL)
		s = s->parent;
	x = s->_private;
	doc = xsl_text_parse(x->texts, (const char *)uri, dict, options);
	if (doc == NULL)
		doc = x->load(uri, dict, options, ctx, type);
	if (doc != NULL)
		take_doc(x, doc);
	return doc;
}

/* NULL when the sheet does not compile. */
static xsltStylesheetPtr
compile(struct xsl *x, const char *path)
{
	xmlDocPtr doc = xsl_text_parse(x->texts, path, NULL,
	    XSLT_PARSE_OPTIONS);
	xsltStylesheetPtr style;

	if (doc == NULL)
		return NULL;
	if ((style = xsltNewStylesheet()) == NULL)
		log_die("xsl: out of memory");
	style->_private = x;
	take_doc(x, doc);
	if (xsltParseStylesheetUser(style, doc) != 0)
		xmlFreeDoc(doc);
	else if (style->errors == 0 && style->warnings == 0)
		return style;
	xsltFreeStylesheet(style);
	return NULL;
}

/* Compiles a sheet, flat or as it is. */
static enum rc
compile_sheet(const struct xsl_sheet *s, bool flat)
{
	struct xsl_context *c = s->context;
	struct xsl *x = s->of;

	x->captures = s->captures;
	x->flat = flat;
	x->once = false;
	x->load = xsltDocDefaultLoader;
	xsltSetLoaderFunc(load_import);
	c->style = compile(x, s->path);
	xsltSetLoaderFunc(x->load);
	c->rights = x->forbid_all;
	c->once = x->once;
	if (c->style != NULL)
		return RC_OK;
	log_msg(_("xsl: \"%s\" does not compile"), s->path);
	return RC_FAIL;
}

static enum rc
xsl_load(struct xsl *x, const char *dir, const char *file)
{
	struct xsl_sheet *s = calloc(1, sizeof(*s));
	enum rc rc;

	if (s == NULL ||
	    (s->context = calloc(1, sizeof(*s->context))) == NULL ||
	    asprintf(&s->path, "%s/%s", dir, file) < 0)
		log_die("xsl: out of memory");
	s->next = x->first;
	s->of = x;
	x->first = s;
	s->name = strndup(file, strlen(file) - strlen(".xsl"));
	s->captures = captures_new();
	x->texts = xsl_text_read(x->texts, s->path);
	if ((rc = compile_sheet(s, false)) == RC_OK) {
		read_output(s);
		captures_settle(s->captures);
	}
	if (s->method != OUT_HTML) {
		captures_free(s->captures);
		s->captures = NULL;
	}
	xsltFreeStylesheet(s->context->style);
	s->context->style = NULL;
	return rc;
}

/* Does one thing to each sheet of a folder, and returns how many there are. */
static size_t
xsl_each(struct xsl *x, const char *dir,
    enum rc (*what)(struct xsl *, const char *dir, const char *file),
    enum rc *rc)
{
	size_t n;
	char **names = xsl_folder_sheets(dir, &n);

	for (size_t i = 0; i < n; i++) {
		if (*rc == RC_OK)
			*rc = what(x, dir, names[i]);
		free(names[i]);
	}
	free(names);
	return n;
}

/* Of every sheet, of whatever program: they import each other. */
static void
read_texts(struct xsl *x, const char *dir)
{
	enum rc rc = RC_OK;
	size_t n;
	char **rooms = xsl_folder_rooms(dir, &n), path[4096];

	xsl_each(x, dir, read_text, &rc);
	for (size_t i = 0; i < n; i++) {
		snprintf(path, sizeof(path), "%s/%s", dir, rooms[i]);
		xsl_each(x, path, read_text, &rc);
		snprintf(path, sizeof(path), "%s/%s/lib", dir, rooms[i]);
		xsl_each(x, path, read_text, &rc);
		free(rooms[i]);
	}
	free(rooms);
}

/* A room without sheets is a mistake of installation: it fails. */
static enum rc
load_rooms(struct xsl *x, const char *dir, const char *const *rooms)
{
	enum rc rc = RC_OK;
	char path[4000];

	for (; rc == RC_OK && *rooms != NULL; rooms++) {
		snprintf(path, sizeof(path), "%s/%s", dir, *rooms);
		if (xsl_each(x, path, xsl_load, &rc) == 0) {
			log_msg(_("xsl: no stylesheet in \"%s\""), path);
			rc = RC_FAIL;
		}
	}
	return rc;
}

/* At run time a sheet reads and writes nothing: text from a reader that became
 * a path would find nothing to open. */
static void
set_limits(struct xsl *x)
{
	static const xsltSecurityOption all[] = { XSLT_SECPREF_READ_FILE,
		XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
		XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK };

	if ((x->forbid_all = xsltNewSecurityPrefs()) == NULL)
		log_die("xsl: out of memory");
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		xsltSetSecurityPrefs(x->forbid_all, all[i], xsltSecurityForbid);
}

struct xsl *
xsl_open(const char *dir, const char *const *rooms)
{
	struct xsl *x = calloc(1, sizeof(*x));
	enum rc rc;

	if (x == NULL)
		log_die("xsl: out of memory");
	xmlInitParser();
	exsltCommonRegister();
	exsltStrRegister();
	xsltSetGenericErrorFunc(NULL, on_error);
	xmlSetGenericErrorFunc(NULL, on_error);
	set_limits(x);
	read_texts(x, dir);
	x->fingerprint = xsl_text_fingerprint(x->texts);
	rc = load_rooms(x, dir, rooms);
	if (rc != RC_OK) {
		xsl_close(x);
		return NULL;
	}
	return x;
}

void
xsl_close(struct xsl *x)
{
	if (x == NULL)
		return;
	for (struct xsl_sheet *s = x->first, *next; s != NULL; s = next) {
		next = s->next;
		context_close(s->context);
		xsltFreeStylesheet(s->context->style);
		pool_free(s->context->quick);
		captures_free(s->captures);
		free(s->context);
		free(s->name);
		free(s->path);
		free(s);
	}
	xsltFreeSecurityPrefs(x->forbid_all);
	xsl_text_free(x->texts);
	free(x);
}

const struct xsl_sheet *
xsl_find(const struct xsl *x, const char *name, const char *format)
{
	char full[128];

	snprintf(full, sizeof(full), "%s%s%s", name, format != NULL ? "-" : "",
	    format != NULL ? format : "");
	for (const struct xsl_sheet *s = x->first; s != NULL; s = s->next)
		if (strcmp(s->name, full) == 0)
			return s;
	return NULL;
}

unsigned long long
xsl_fingerprint(const struct xsl *x)
{
	return x->fingerprint;
}

static void
write_result(const struct xsl_sheet *s, xmlDocPtr res, struct buf *out)
{
	if (s->method == OUT_HTML)
		html_write(out, res);
	else if (s->method == OUT_XML)
		xml_write(out, res);
	else
		for (xmlNodePtr n = res->children; n != NULL; n = n->next)
			if (n->content != NULL)
				buf_puts(out, (const char *)n->content);
}

enum rc
xsl_apply(const struct xsl_sheet *s, xmlDocPtr doc, struct buf *out,
    const char **media)
{
	xsltTransformContextPtr ctx;
	xmlDocPtr res;
	size_t had = out->len;
	enum rc rc = RC_FAIL;

	if (s->context->style == NULL &&
	    compile_sheet(s, s->method == OUT_HTML) != RC_OK)
		return RC_FAIL;
	if (s->context->quick == NULL)
		quick_sheet(s->context->quick = pool_new(), s->context->style);
	timing_start(TIMING_XSLT);
	ctx = context_take(s->context, doc, s->method == OUT_HTML ? out : NULL);
	res = xsltApplyStylesheetUser(s->context->style, doc, NULL, NULL, NULL,
	    ctx);
	timing_stop(TIMING_XSLT);
	if (res == NULL || ctx->state != XSLT_STATE_OK) {
		log_msg("xsl: \"%s\" stopped", s->name);
		if (out->len > had)
			out->data[out->len = had] = '\0';
	} else {
		timing_start(TIMING_HTML);
		write_result(s, res, out);
		timing_stop(TIMING_HTML);
		*media = s->media;
		rc = RC_OK;
	}
	xmlFreeDoc(res);
	context_rest(s->context, ctx);
	return rc;
}
