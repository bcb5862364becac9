#ifndef AUTHORITY_H
#define AUTHORITY_H

#include "answers/answers.h"

/*
 * Which local authority asks: named by a SIREN, a SIRET, an INSEE code, or a
 * name and a postal code, and what the reference of territories knows of it.
 */
enum authority_end {
	AUTHORITY_FOUND,   /* its facts are among the answers */
	AUTHORITY_UNKNOWN, /* a valid SIREN, but of no commune, EPCI, department
			    * or region: its facts must be typed */
	AUTHORITY_OPEN,    /* several territories, or a partial match: ids of
			    * perimeters, for the applicant to choose */
	AUTHORITY_NONE,    /* no territory has that name */
	AUTHORITY_WRONG    /* a SIREN or SIRET whose check digit is wrong */
};

enum { AUTHORITY_CHOICES = 20 };

struct authority {
	enum authority_end end;
	long long id[AUTHORITY_CHOICES]; /* perimeters, of OPEN */
	size_t n;
	bool loose;             /* they only resemble what was typed */
	const char *by, *typed; /* the fact that named it, and its value; NULL:
				 * none did */
};

/*
 * Finds the authority by what was typed, and adds authority.* to the answers,
 * with what follows for project.* (its commune, when it is one).  Answers that
 * are there stay.  zip: a postal code beside a name, or NULL.  Returns RC_OK
 * whatever the end; RC_UNAVAILABLE when the database does not answer.
 */
enum rc authority_find(struct db *, struct answers *, const char *typed,
    const char *zip, struct authority *);

/* The same for a perimeter that was chosen, by its id. */
enum rc authority_of_perimeter(struct db *, struct answers *, long long id,
    struct authority *);

/* The same from the first of these answers: authority.siret, .siren, .insee,
 * .code, or .name with .zip.  AUTHORITY_NONE when there is none of them. */
enum rc authority_of_facts(struct db *, struct answers *, struct authority *);

/* Whether the name that the reader gave is that of another authority than the
 * one found, or of several others: they corrected it, and all else of the first
 * goes along.  False too when nobody can say. */
bool authority_is_renamed(struct answers *, const struct authority *);

#endif
