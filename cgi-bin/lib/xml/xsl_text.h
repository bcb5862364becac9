#ifndef XSL_TEXT_H
#define XSL_TEXT_H

#include <stddef.h>

#include <libxml/tree.h>

/* The text of sheets as it was when a program started: what is compiled later
 * is that, whatever is installed meanwhile. */
struct xsl_text;

/* Reads a file into the list, once, and returns its new first.  Of a file that
 * cannot be read the text is empty. */
struct xsl_text *xsl_text_read(struct xsl_text *, const char *path);
void xsl_text_free(struct xsl_text *);

/* A hash that changes with any of the texts. */
unsigned long long xsl_text_fingerprint(const struct xsl_text *);

/* The document of a path, parsed with these options and the names of dict,
 * which may be NULL; the caller frees it.  NULL: it was not read, or is no
 * XML. */
xmlDocPtr xsl_text_parse(const struct xsl_text *, const char *path,
    xmlDictPtr dict, int options);

#endif
