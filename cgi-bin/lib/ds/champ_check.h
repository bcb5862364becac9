#ifndef CHAMP_CHECK_H
#define CHAMP_CHECK_H

#include <jansson.h>

#include "ds/champ_when.h"
#include "ds/demarche.h"
#include "territory/territory.h"

/*
 * The last door before Démarches simplifiées, which answers 201 whatever it
 * dropped or stored wrongly ("DS" with a number is a section of its contract).
 * A value passes when the newest version of DS takes it, and leaves in the one
 * spelling that both versions store alike (DS 1.6): strings for all scalars,
 * arrays for multiple lists, communes, EPCI and repetitions alone.  It is also
 * refused when DS would store it and block the applicant with it (a bad e-mail,
 * SIRET, IBAN).
 */

/* A value that does not leave. */
struct champ_refusal {
	const struct champ *champ; /* NULL: no such champ */
	const char *key;           /* as it came */
	const char *value;         /* what was refused, cut; NULL: no text */
	const char *reason;        /* see below */
	int row;                   /* of a repetition, from 1; 0: of none */
	struct champ_refusal *next;
};

/*
 * Reasons: unknown-champ, not-prefillable, in-block (only within its block),
 * foreign (no champ of this block), legal-person (identity of one), empty,
 * scalar, array, integer, decimal, boolean, civility, date, datetime, option,
 * title, options-unknown, commune, zip, epci, department, region, country,
 * siret, email, phone, iban, address, dossier, too-long, text, rows,
 * no-column, not-asked (a condition of the form hides it).
 */

struct champ_check {
	struct pool *pool;
	struct territory *territory;
	const struct demarche *demarche;
	const struct champ_value *value; /* of the champs of the form so far,
					    by their places; NULL: unknown */
	struct champ_refusal *refusal, **last; /* in order; last: &refusal */
	unsigned refused;                      /* the first thousand are kept */
	enum rc rc; /* RC_UNAVAILABLE when the base could not say */
};

/* The value that may leave, a new reference, or NULL when none of it may; what
 * is refused of it joins the refusals. */
json_t *champ_check(struct champ_check *, const struct champ *,
    const json_t *value);

/* Adds a refusal of a key.  The value may be NULL. */
void champ_refuse(struct champ_check *, const struct champ *, const char *key,
    const json_t *value, const char *reason);

#endif
