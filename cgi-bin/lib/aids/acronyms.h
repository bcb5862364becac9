#ifndef ACRONYMS_H
#define ACRONYMS_H

#include "base/buf.h"

/*
 * Appends what each acronym of the text means, as HTML, unless "said" has it,
 * which notes it: each is explained once a page.  meanings is the HTML of
 * fragment-terms.xsl, each within its placeholder "first"; empty: none is
 * known.  The text may be NULL, for none.  An acronym is three capitals or more
 * that stand as a word of their own, as in terms.xsl.
 */
void acronyms_put(struct buf *, const struct buf *meanings, const char *text,
    struct buf *said);

#endif
