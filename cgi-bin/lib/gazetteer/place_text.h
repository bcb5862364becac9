#ifndef PLACE_TEXT_H
#define PLACE_TEXT_H

#include "gazetteer/gazetteer.h"

/* What a reader writes as a place, taken apart: "Mairie du Havre (76600)" is
 * the body "mairie", the name "du havre" and the number "76600". */

enum { PLACE_TEXT = 256 };

struct place_text {
	const char *typed;       /* as it came */
	char whole[PLACE_TEXT];  /* folded, body included, number apart */
	char name[PLACE_TEXT];   /* the same without its body */
	char joined[PLACE_TEXT]; /* the whole, apostrophes left out: "faaa" */
	char number[16]; /* a code or a postal code beside the name; "" */
	const struct gazetteer_body *body; /* NULL: none is named */
	bool arrondissement;               /* "Lyon 3e" */
};

/* Reads a text; what is longer than it has room for is cut.  typed and the
 * gazetteer must outlive it. */
void place_text_read(const struct gazetteer *, const char *typed,
    struct place_text *);

/* Letters and digits of a code, in upper case, when the text is nothing but a
 * code with blanks or points in it: "200 041 317"; else "". */
void place_text_code(const char *typed, char *code, size_t size);

#endif
