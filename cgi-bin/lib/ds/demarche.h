#ifndef DEMARCHE_H
#define DEMARCHE_H

#include "db/db.h"
#include "ds/champ.h"

/* A démarche in force: its champs and where their values come from. */

struct source {
	unsigned long long id, block; /* of the champ */
	const char *source;           /* see source_parse.h; "" is "never" */
	const char *only_if;          /* "": always */
	bool confirmed;               /* by the administrator; else proposed */
	const char *label;            /* of the champ when the line was made */
	const struct source_parsed *parsed; /* by sources_parse; else NULL */
};

struct demarche {
	unsigned number;
	const char *slug;                /* of its address; NULL: not known */
	const char *title, *description; /* description may be NULL */
	const char *state;               /* publiee brouillon close depubliee */
	const char *closes_on;           /* a date, or NULL */
	int individual; /* 1: for persons, 0: legal persons, -1: not known */
	unsigned long long revision;
	struct champ *champ; /* in the order of the form, then annotations */
	size_t n;
	struct source *source; /* by champ, then by rank */
	size_t nsources;
};

/* Reads it from the base into the pool.  RC_NOT_FOUND when it was never
 * imported. */
enum rc demarche_load(struct db *, struct pool *, unsigned number,
    struct demarche **);

/* Logs that it was never imported, and what imports it; RC_BAD_PARAM: for a
 * command that was given this number. */
enum rc demarche_unknown(unsigned number);

/* The champ of that id in that block (0: of none); NULL when there is none. */
const struct champ *demarche_champ(const struct demarche *,
    unsigned long long id, unsigned long long block);

/* Whether anything may fill the champ. */
bool demarche_has_source(const struct demarche *, const struct champ *);

/* Whether drafts can be made of it today ("2026-11-24"): published or a draft
 * of its authors, and not past its closing date. */
bool demarche_is_open(const struct demarche *, const char *today);

/* The slug of an address of DS, its last part: ".../commencer/fonds-vert?x=1"
 * to "fonds-vert", in the pool; NULL when it is none. */
char *demarche_slug(struct pool *, const char *url);

/* Whether s is one: a-z, 0-9, - and _, 200 at most. */
bool demarche_is_slug(const char *s);

#endif
