#ifndef PAYLOAD_H
#define PAYLOAD_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "payload/source.h"

/* What will be sent to Démarches simplifiées, what will not, and why. */

struct payload_item {
	const struct champ *champ; /* NULL: a part of the identity */
	const char *key;
	json_t *value;      /* checked; freed with the pool */
	const char *source; /* NULL: given by its key */
	const char *field;  /* the fact or list that a reader answers for it;
			       NULL: nobody is asked */
	const char *origin; /* see source_value; "reader" by key */
	const char *name;   /* of a territory that the value has by
					   its code; NULL: the value says it */
	const char *exact;  /* that the value rounds; NULL: none was lost */
	json_t *cells;      /* source_cells; NULL: none */
};

/* A champ that the form wants and that nothing answers. */
struct payload_missing {
	const struct champ *champ;
	const struct source *source; /* that a reader could; NULL: none */
};

struct payload {
	const struct demarche *demarche;
	struct payload_item *item; /* in the order of the form */
	size_t n;
	const struct champ_refusal *refusal;
	struct payload_missing *missing; /* that can be prefilled */
	size_t nmissing;
	const bool *unasked; /* for each champ: the form does not ask it,
				 by its condition or the department of its
				 label; NULL: it asks all */
	const struct champ_value *value; /* of each champ, for conditions */
};

/*
 * Fills the champs of a démarche from what is known; values that by_key gives
 * ("champ_…", "identite_…"; NULL: none) go before their sources, and a blank
 * one takes the champ out.  Its other keys are no concern of this room.  Champs
 * that the form does not ask are neither filled nor missing; a value for one is
 * refused.
 * RC_UNAVAILABLE when the base could not check a code.
 */
enum rc payload_make(struct pool *, const struct demarche *,
    const struct answers *, const json_t *by_key, struct payload *);

/* Whether the form asks the champ of a source, as far as is known by the same
 * answers; line: of a list, for a champ of a block, or -1: in some line. */
bool payload_asks(const struct payload *, const struct answers *,
    const struct source *, int line);

/* Whether the key names a value, rather than a fact. */
bool payload_is_key(const char *key);

/* Appends to body the payload as DS takes it: one flat JSON object, its keys
 * in the order of the form, every value as champ_check left it. */
void payload_body(const struct payload *, struct buf *body);

/* Appends <payload> with its <champ>s, the <refused>, the <missing> and the
 * <attachment>s of the form. */
void payload_put(const struct payload *, struct pool *, xmlNodePtr parent);

/* The same for an answer in JSON: in place of the <champ>s, <json> with the
 * text of payload_body; no <attachment>s. */
void payload_put_json(const struct payload *, struct pool *, xmlNodePtr parent);

#endif
