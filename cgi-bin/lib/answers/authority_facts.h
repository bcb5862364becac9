#ifndef AUTHORITY_FACTS_H
#define AUTHORITY_FACTS_H

#include "answers/answers.h"
#include "gen/queries/answers.h"

/*
 * What the reference of territories knows of an authority, as answers.  For
 * authority*.c alone.  An answer that is there already stays: the applicant's
 * word goes before the reference's.
 */

/* The origin of these answers. */
#define AUTHORITY_ORIGIN "territory"

/* Adds authority.*, and project.* where the project is where the authority is,
 * from a row of the query authority_of.  The row must outlive the answers. */
void authority_put_facts(struct answers *, const struct authority_of_row *row);

/* Adds a value of a choice, with the wordings that mean it in a form; nothing
 * when the fact or the value is unknown. */
void authority_put_choice(struct answers *, const char *name, const char *value,
    const char *origin);

/* Adds the commune of the project and its department; zip and department may be
 * NULL. */
void authority_put_project(struct answers *, const char *insee,
    const char *name, const char *zip, const char *department);

/* Adds the EPCI of the authority, by its SIREN and its name; department is the
 * one that DS wants beside it. */
void authority_put_epci(struct answers *, const char *siren, const char *name,
    const char *department);

/* How forms write that EPCI, separated by " | ": its name, "SIREN - name".  In
 * the pool. */
const char *authority_epci_wordings(struct answers *, const char *siren,
    const char *name);

#endif
