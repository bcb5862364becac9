#ifndef DS_H
#define DS_H

#include <jansson.h>

#include "base/buf.h"
#include "base/rc.h"
#include "ds/ds_result.h"

/*
 * The client of Démarches simplifiées.  "DS" with a number is a section of its
 * prefill contract.  It connects within 10 s and waits 30 s at most for the
 * whole answer; follows no redirect; reads 8 MB at most; never sends a POST
 * twice.  Each result but DS_MADE is logged once,
 * and nothing logged holds a token, a value, an address of a draft or the
 * answer's body: the démarche or dossier, the HTTP status and curl's reason.
 */
struct ds;

/* base: "https://demarche.numerique.gouv.fr", without a trailing slash; proxy:
 * by which it is asked, "http://proxy.example:3128", or "" for what the
 * environment says (https_proxy), or none; key: the prefecture's token for the
 * GraphQL API, or NULL.  They must outlive the client. Returns NULL, logged,
 * when libcurl does not start.  The caller closes it; NULL is ignored. */
struct ds *ds_open(const char *base, const char *proxy, const char *key);
void ds_close(struct ds *);

/* Sets other time limits than the above, in milliseconds. */
void ds_patience(struct ds *, long connect_ms, long total_ms);

/*
 * Creates a prefilled draft (DS 1.2, 1.3).  body is one flat JSON object, sent
 * as exactly "application/json".  Returns DS_MADE only when url, token and
 * number are all present and well-formed, and url is an address of DS.
 */
enum ds_end ds_draft_make(struct ds *, unsigned demarche,
    const struct buf *body, struct ds_draft *);

/*
 * The public schema of a démarche, by the slug of its address (GET
 * /preremplir/<slug>/schema), or by its number (stored GraphQL query, the key
 * is not sent) when slug is NULL (DS 2.1).  *schema is then the
 * demarcheDescriptor itself, out of its envelope, which the caller releases
 * (json_decref); its number is the one asked for.  NULL unless the result is
 * DS_MADE.
 */
enum ds_end ds_schema(struct ds *, const char *slug, unsigned number,
    json_t **schema);

/*
 * Asks for the states of drafts by their tokens, n of them, at most 50 (DS
 * 1.3; DS_REFUSED above it).  fn is called only once the whole answer was
 * found valid, so that after DS_MADE a token not reported is gone; a text that
 * is no token is not asked about. DS_GONE once the démarche is closed: drafts
 * are then followed by ds_dossier_state.
 */
enum ds_end ds_draft_states(struct ds *, unsigned demarche,
    const char *const *token, size_t n, ds_state_taker *fn, void *arg);

/* Asks GraphQL, with the prefecture's key (DS 3), for the state of one
 * submitted dossier, empty unless the result is DS_MADE.  DS_GONE when DS does
 * not show it, DS_REFUSED without a key or with one that may not see it. */
enum ds_end ds_dossier_state(struct ds *, unsigned long number, char state[20]);

#endif
