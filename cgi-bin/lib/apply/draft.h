#ifndef DRAFT_H
#define DRAFT_H

#include <stdbool.h>

#include "apply/draft_known.h"
#include "db/db.h"
#include "ds/ds.h"

/*
 * The journal of the drafts made on Démarches simplifiées: for which authority,
 * of which aid and démarche, and what became of each.  Two clicks make one
 * draft, because the pair of the digest of the form's key (form_token.h) and
 * the digest of what is sent is unique.  The address of a draft is encrypted
 * with that key, which only the reader has: a row alone leads nowhere.
 */
/*
 * Records that a draft is about to be made.  Of two clicks only one gets
 * DRAFT_NEW, once it is its turn.  A refused or expired draft may be made
 * again.
 */
enum rc draft_begin(struct db *, struct pool *, const struct draft *,
    enum draft_start *, struct draft_known *);

/* Looks a draft up in the journal by its key and digest, and changes nothing:
 * id 0 when there is none. */
enum rc draft_look(struct db *, struct pool *, const struct draft *,
    enum draft_start *, struct draft_known *);

/* Records how it ended, under the key of the form, and releases its slot. */
enum rc draft_end(struct db *, struct pool *, const char *key,
    const struct draft_known *, enum ds_end, const struct ds_draft *);

/* The digest of a démarche and a payload, as 64 hexadecimal digits. */
void draft_digest(char digest[DRAFT_DIGEST + 1], unsigned demarche,
    const char *payload, size_t n);

#endif
