/* xsl_text.c - the text of sheets. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/buf.h"
#include "base/log.h"
#include "xml/xsl_text.h"

struct xsl_text {
	struct xsl_text *next;
	char *path;
	struct buf text;
};

static const struct xsl_text *
find_path(const struct xsl_text *t, const char *path)
{
	while (t != NULL && strcmp(t->path, path) != 0)
		t = t->next;
	return t;
}

struct xsl_text *
xsl_text_read(struct xsl_text *next, const char *path)
{
	struct xsl_text *t;
	char part[4096];
	FILE *f;
	size_t n;

	if (find_path(next, path) != NULL)
		return next;
	t = calloc(1, sizeof(*t));
	if (t == NULL || (t->path = strdup(path)) == NULL)
		log_die("xsl: out of memory");
	t->next = next;
	f = fopen(path, "re");
	while (f != NULL && (n = fread(part, 1, sizeof(part), f)) > 0)
		buf_put(&t->text, part, n);
	if (f != NULL)
		fclose(f);
	return t;
}

void
xsl_text_free(struct xsl_text *t)
{
	for (struct xsl_text *next; t != NULL; t = next) {
		next = t->next;
		buf_free(&t->text);
		free(t->path);
		free(t);
	}
}

unsigned long long
xsl_text_fingerprint(const struct xsl_text *t)
{
	unsigned long long hash = 14695981039346656037u;

	for (; t != NULL; t = t->next)
		for (size_t i = 0; i < t->text.len; i++)
			hash = (hash ^ (unsigned char)t->text.data[i]) *
			    1099511628211u;
	return hash;
}

xmlDocPtr
xsl_text_parse(const struct xsl_text *t, const char *path, xmlDictPtr dict,
    int options)
{
	xmlParserCtxtPtr ctx;
	xmlDocPtr doc = NULL;

	t = find_path(t, path);
	if (t == NULL || t->text.len == 0)
		return NULL;
	if ((ctx = xmlNewParserCtxt()) == NULL)
		log_die("xsl: out of memory");
	if (dict != NULL) {
		xmlDictFree(ctx->dict);
		ctx->dict = dict;
		xmlDictReference(dict);
	}
	doc = xmlCtxtReadMemory(ctx, t->text.data, (int)t->text.len, path, NULL,
	    options);
	xmlFreeParserCtxt(ctx);
	return doc;
}
