#ifndef RESOLUTION_H
#define RESOLUTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What resolve.h answers.  Evidence has ranks.  The first three settle a place
 * without a question when it is alone there; what is named by any other, the
 * reader is asked.
 */
enum resolve_rank {
	RESOLVE_CODE,   /* INSEE, SIREN, postal code, department, region */
	RESOLVE_NAME,   /* its current name, or name and department; settles
			 * unless another, wider or former, has it too */
	RESOLVE_BODY,   /* the kind of body, and its current name */
	RESOLVE_BRAND,  /* what it calls itself, or an abbreviation */
	RESOLVE_FORMER, /* a commune or an arrondissement within it */
	RESOLVE_WORDS,  /* the same words, otherwise put */
	RESOLVE_LOOSE   /* begins so, or is near by spelling or sound */
};

enum { RESOLVE_MAX = 20 };

struct resolve_found {
	uint32_t id; /* of the perimeter */
	enum resolve_rank rank;
	const char *matched; /* the part of it that was meant, a former commune
			      * or an arrondissement; lasts as the gazetteer */
};

struct resolution {
	bool settled; /* found[0] is the place */
	bool whole;   /* the first of them are all that the text says: not
		       * near it, nor where it does not say */
	size_t n;
	struct resolve_found found[RESOLVE_MAX]; /* the likeliest first */
};

struct resolve_wanted {
	uint32_t scales; /* bit SCALE_...; 0: all.  Of SCALE_ADHOC those that
			  * are bodies, with a SIREN: no zone */
	bool complete;   /* it is being typed: names that begin so, too */
	bool exact;      /* not what begins so or is near: nobody is asked */
	bool insee;      /* five digits are an INSEE code, no postal code */
};

#endif
