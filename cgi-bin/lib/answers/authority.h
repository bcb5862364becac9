#ifndef AUTHORITY_H
#define AUTHORITY_H

#include "answers/answers.h"

/*
 * Which local authority asks: named by a SIREN, a SIRET, an INSEE code, or a
 * name and a postal code, and what the reference of territories knows of it.
 */
enum authority_end {
	AUTHORITY_FOUND,   /* its facts are in the sheet */
	AUTHORITY_UNKNOWN, /* a SIREN that holds, of no commune, EPCI,
				   department or region: its facts must be typed */
	AUTHORITY_OPEN,    /* several territories, or one by half: ids of
				   perimeters, for the reader to choose */
	AUTHORITY_NONE,    /* nothing is called so */
	AUTHORITY_WRONG    /* a SIREN or SIRET whose check digit is false */
};

enum { AUTHORITY_CHOICES = 20 };

struct authority {
	enum authority_end end;
	long long id[AUTHORITY_CHOICES]; /* perimeters, of OPEN */
	size_t n;
	const char *by, *typed; /* the fact that named it, as it said;
					   NULL: none did */
};

/*
 * Finds it by what was typed, and puts authority.* in the sheet, with what
 * follows for project.* (its commune, when it is one): what the sheet has
 * already stays.  zip: a postal code beside a name, or NULL.  RC_UNAVAILABLE as ever.
 */
enum rc authority_find(struct db *, struct answers *, const char *typed,
    const char *zip, struct authority *);

/* The same of one that was chosen, by its perimeter. */
enum rc authority_of_perimeter(struct db *, struct answers *, long long id,
    struct authority *);

/* The same from what facts say: authority.siret, .siren, .insee, or .name with
 * .zip.  AUTHORITY_NONE when they say nothing. */
enum rc authority_of_facts(struct db *, struct answers *, struct authority *);

/* Gives what DS wants beside them: to communes their postal codes, to an EPCI its
 * department, to an arrondissement the wordings of lists. */
enum rc authority_complete(struct db *, struct answers *);

#endif
