#ifndef DS_H
#define DS_H

#include <jansson.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * The client of Démarches simplifiées: the only room that knows libcurl.  "DS"
 * with a number is a section of its prefill contract.  It connects within 10 s
 * and waits 30 s at most for the whole answer; follows no redirect; reads 8 MB
 * at most; never sends a POST twice.  Each end but DS_MADE is logged once, and
 * nothing that is logged holds a token, a value, an address of a draft or the
 * answer's body: the démarche or dossier, the HTTP status and curl's reason.
 */
struct ds;

/* base: "https://demarche.numerique.gouv.fr", without a stroke at the end; key:
 * the prefecture's token of the GraphQL API, or NULL.  Both must last.  NULL,
 * logged, when libcurl does not start.  The caller closes it; NULL is let be. */
struct ds *ds_open(const char *base, const char *key);
void ds_close(struct ds *);

/* Other waits than the above, in milliseconds. */
void ds_patience(struct ds *, long connect_ms, long total_ms);

/* How a call ended. */
enum ds_end {
	DS_MADE,    /* as asked: 201 to a POST of a draft, else 200 */
	DS_REFUSED, /* a 4xx: nothing exists, and asking again is of no use */
	DS_GONE,    /* 404: unknown, closed or unpublished démarche */
	DS_BUSY,    /* 429: nothing exists; see retry_after */
	DS_DOWN,    /* no connection, or a 503: nothing was done */
	DS_UNSURE /* sent, and then no answer that can be trusted: another 5xx,
			   a redirect, a page, half an object; an empty or
			   whole draft may exist (DS 0.6, 1.3) */
};

/* The draft that DS made.  In the buffers of the caller, closed by a NUL; all
 * is empty but after DS_MADE, and retry_after after DS_BUSY. */
struct ds_draft {
	char url[500];        /* <origin>/commencer/..., of base or one
					   of DS's hosts; no quote, no blank */
	char token[65];       /* [A-Za-z0-9_-]{8,64} */
	unsigned long number; /* 1 to 2^32 - 1 */
	long retry_after;     /* of DS_BUSY, in seconds, 1 to 600 */
};

/*
 * Makes a prefilled draft (DS 1.2, 1.3).  body is one flat JSON object; sent as
 * exactly "application/json".  DS_MADE only when all of url, token and number
 * are there, well-formed, and url is an address of DS.
 */
enum ds_end ds_draft_make(struct ds *, unsigned demarche,
    const struct buf *body, struct ds_draft *);

/*
 * The public schema of a démarche, by the slug of its address (GET
 * /preremplir/<slug>/schema), or by its number (stored GraphQL query, the key is
 * not sent) when slug is NULL (DS 2.1).  *schema is then the demarcheDescriptor
 * itself, out of its envelope, to json_decref; it has a number, the one asked
 * for.  NULL but after DS_MADE.
 */
enum ds_end ds_schema(struct ds *, const char *slug, unsigned number,
    json_t **schema);

/* What became of drafts: calls fn for each one that DS still tells of.  state
 * is one of prefilled, brouillon, en_construction, en_instruction, accepte,
 * refuse, sans_suite. */
typedef void ds_state_taker(void *arg, const char *token, unsigned long number,
    const char *state);

/*
 * By their tokens, n of them, at most 50 (DS 1.3; DS_REFUSED over it).  fn is
 * called only after the whole answer was found sound, so that after DS_MADE a
 * token not told of is gone; a text that is no token is not asked about.
 * DS_GONE once the démarche is closed: drafts are then followed by
 * ds_dossier_state.
 */
enum ds_end ds_draft_states(struct ds *, unsigned demarche,
    const char *const *token, size_t n, ds_state_taker *fn, void *arg);

/* By GraphQL with the prefecture's key (DS 3): state of one submitted dossier,
 * empty but after DS_MADE.  DS_GONE when DS does not show it, DS_REFUSED without
 * a key or with one that may not see it. */
enum ds_end ds_dossier_state(struct ds *, unsigned long number, char state[20]);

#endif
