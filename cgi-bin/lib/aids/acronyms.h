#ifndef ACRONYMS_H
#define ACRONYMS_H

#include "base/buf.h"

enum { ACRONYMS_MOST = 128 };

/* Acronyms and what they mean. */
struct acronyms {
	struct buf html; /* of fragment-terms.xsl: each within its placeholder
			  * "first"; the caller fills and frees it */
	struct acronym {
		const char *html; /* its placeholder */
		size_t bytes, n;  /* of it; of the acronym */
	} one[ACRONYMS_MOST];
	size_t n;
};

/* Finds them in the HTML, whenever it has changed.  Without any none is
 * known. */
void acronyms_read(struct acronyms *);

/*
 * Appends what each acronym of the text means, as HTML, unless "said" has it,
 * which notes it: each is explained once a page.  The text may be NULL, for
 * none.  An acronym is three capitals or more that stand as a word of their
 * own, as in terms.xsl.
 */
void acronyms_put(struct buf *, const struct acronyms *, const char *text,
    struct buf *said);

#endif
