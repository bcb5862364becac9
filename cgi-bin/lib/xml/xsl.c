/* xsl.c - stylesheets, compiled at start. */

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
#include "xml/xml_write.h"
#include "xml/xsl.h"
#include "xml/xsl_context.h"
#include "xml/xsl_folder.h"
#include "xml/xsl_node.h"

struct xsl_sheet {
	struct xsl_sheet *next;
	const struct xsl *of;
	char *name;
	xsltStylesheetPtr style;
	struct xsl_context *context; /* its own: a sheet may be used again */
	enum { OUT_HTML, OUT_TEXT, OUT_XML } method;
	char media[80];
};

struct xsl {
	struct xsl_sheet *first;
	unsigned long long fingerprint;
	xsltSecurityPrefsPtr forbid_all; /* of every transformation */
	/* While it opens, of the sheet being compiled: */
	struct captures *captures;
	bool flat;              /* else its templates are only looked at */
	bool once;              /* it names nodes */
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
static void
read_output(struct xsl_sheet *s)
{
	const xmlChar *method, *media;

	XSLT_GET_IMPORT_PTR(method, s->style, method)
	XSLT_GET_IMPORT_PTR(media, s->style, mediaType)
	s->method = method == NULL ||
		xmlStrEqual(method, (const xmlChar *)"xml")
	    ? OUT_XML
	    : xmlStrEqual(method, (const xmlChar *)"html") ? OUT_HTML
							   : OUT_TEXT;
	snprintf(s->media, sizeof(s->media), "%s; charset=utf-8",
	    media != NULL               ? (const char *)media
		: s->method == OUT_HTML ? "text/html"
		: s->method == OUT_XML  ? "application/xml"
					: "text/plain");
}

static enum rc
add_fingerprint(struct xsl *x, const char *dir, const char *file)
{
	char path[4300], part[4096];
	FILE *f;
	size_t n;

	snprintf(path, sizeof(path), "%s/%s", dir, file);
	f = fopen(path, "re");
	while (f != NULL && (n = fread(part, 1, sizeof(part), f)) > 0)
		for (size_t i = 0; i < n; i++)
			x->fingerprint = (x->fingerprint ^
					     (unsigned char)part[i]) *
			    1099511628211u;
	if (f != NULL)
		fclose(f);
	return RC_OK;
}

/* Names of nodes are kept in the context, where nothing empties them. */
static void
take_doc(struct xsl *x, xmlDocPtr doc)
{
	x->once |= xsl_node_says(xmlDocGetRootElement(doc), "generate-id(");
	if (x->flat)
		flatten_sheet(x->captures, doc);
	else
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
	doc = x->load(uri, dict, options, ctx, type);
	if (doc != NULL)
		take_doc(x, doc);
	return doc;
}

/* Compiles a sheet, flat or as it is; NULL when it does not compile. */
static xsltStylesheetPtr
compile(struct xsl *x, const char *path, bool flat)
{
	xmlDocPtr doc = xmlReadFile(path, NULL, XSLT_PARSE_OPTIONS);
	xsltStylesheetPtr style;

	x->flat = flat;
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

static enum rc
xsl_load(struct xsl *x, const char *dir, const char *file)
{
	struct xsl_sheet *s = calloc(1, sizeof(*s));
	char path[4096];

	if (s == NULL || (s->context = calloc(1, sizeof(*s->context))) == NULL)
		log_die("xsl: out of memory");
	snprintf(path, sizeof(path), "%s/%s", dir, file);
	s->next = x->first;
	s->of = x;
	x->first = s;
	s->name = strndup(file, strlen(file) - strlen(".xsl"));
	/* What it writes, and what its templates call, is only known once it is
	 * compiled, imports included: a sheet that writes HTML is then compiled
	 * again, flat. */
	x->captures = captures_new();
	x->once = false;
	for (int flat = 0; flat < 2; flat++) {
		xsltFreeStylesheet(s->style);
		if ((s->style = compile(x, path, flat)) == NULL)
			break;
		read_output(s);
		if (s->method != OUT_HTML)
			break;
	}
	captures_free(x->captures);
	if (s->style != NULL) {
		s->context->style = s->style;
		s->context->rights = x->forbid_all;
		s->context->once = x->once;
		return RC_OK;
	}
	log_msg(_("xsl: \"%s\" does not compile"), path);
	return RC_FAIL;
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
fingerprint_all(struct xsl *x, const char *dir)
{
	enum rc rc = RC_OK;
	size_t n;
	char **rooms = xsl_folder_rooms(dir, &n), path[4096];

	xsl_each(x, dir, add_fingerprint, &rc);
	for (size_t i = 0; i < n; i++) {
		snprintf(path, sizeof(path), "%s/%s", dir, rooms[i]);
		xsl_each(x, path, add_fingerprint, &rc);
		snprintf(path, sizeof(path), "%s/%s/lib", dir, rooms[i]);
		xsl_each(x, path, add_fingerprint, &rc);
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
	x->fingerprint = 14695981039346656037u;
	xmlInitParser();
	exsltCommonRegister();
	exsltStrRegister();
	xsltSetGenericErrorFunc(NULL, on_error);
	xmlSetGenericErrorFunc(NULL, on_error);
	set_limits(x);
	fingerprint_all(x, dir);
	x->load = xsltDocDefaultLoader;
	xsltSetLoaderFunc(load_import);
	rc = load_rooms(x, dir, rooms);
	xsltSetLoaderFunc(x->load);
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
		free(s->context);
		xsltFreeStylesheet(s->style);
		free(s->name);
		free(s);
	}
	xsltFreeSecurityPrefs(x->forbid_all);
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
	enum rc rc = RC_FAIL;

	timing_start(TIMING_XSLT);
	ctx = context_take(s->context, doc);
	res = xsltApplyStylesheetUser(s->style, doc, NULL, NULL, NULL, ctx);
	timing_stop(TIMING_XSLT);
	if (res == NULL || ctx->state != XSLT_STATE_OK) {
		log_msg("xsl: \"%s\" stopped", s->name);
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
