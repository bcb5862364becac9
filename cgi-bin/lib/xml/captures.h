#ifndef CAPTURES_H
#define CAPTURES_H

#include <stdbool.h>

#include <libxml/tree.h>

/* The templates whose result may be captured as a string (xsl_node_captures):
 * where a tag that is ready text would be words. */
struct captures;

/* The caller frees it; NULL is ignored. */
struct captures *captures_new(void);
void captures_free(struct captures *);

/* Notes the calls of a sheet, which is not kept: of all sheets, before the
 * first captures_has. */
void captures_look(struct captures *, const xmlDoc *sheet);

/* Whether the result of a template of one of them may be captured. */
bool captures_has(struct captures *, const xmlNode *template);

#endif
