#ifndef CAPTURES_H
#define CAPTURES_H

#include <stdbool.h>

#include <libxml/tree.h>

/* The templates of a sheet, and of those that it imports, whose result may be
 * captured as a string, in a variable or a parameter: where a tag that is
 * ready text would be words.  An attribute captures no tag: XSLT forbids
 * elements there. */
struct captures;

/* The caller frees it; NULL is ignored. */
struct captures *captures_new(void);
void captures_free(struct captures *);

/* Notes the calls of a document, which is not kept: of the sheet and all that
 * it imports, before captures_settle. */
void captures_look(struct captures *, const xmlDoc *sheet);

/* Follows the calls; of what was noted, no more than captures_has needs is
 * kept. */
void captures_settle(struct captures *);

/* Whether the result of one of their templates may be captured. */
bool captures_has(const struct captures *, const xmlNode *template);

#endif
