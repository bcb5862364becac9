#ifndef DRAFT_H
#define DRAFT_H

#include <stdbool.h>

#include "apply/draft_known.h"
#include "db/db.h"
#include "ds/ds.h"

/*
 * The journal of the drafts made on Démarches simplifiées: for which authority,
 * of which aid and démarche, and what became of it.  It makes two clicks one
 * draft: the key of a reader's form (form_token.h), as a digest, and the digest
 * of what it sends, are there once.  The address of a draft is sealed by that
 * key, which only the reader has: a row alone leads nowhere.
 */
enum { DRAFT_LIFE = 5 /* days, DS 1.3 */ };

/*
 * Records that a draft is about to be made: of two clicks, one alone gets
 * DRAFT_NEW, when it is its turn.  A refused draft, and an expired one, may be
 * made again.
 */
enum rc draft_begin(struct db *, struct pool *, const struct draft *,
    enum draft_start *, struct draft_known *);

/* What the journal says of a draft, by its key and digest, and nothing else:
 * id 0 when it has none. */
enum rc draft_look(struct db *, struct pool *, const struct draft *,
    enum draft_start *, struct draft_known *);

/* Records how it ended, under the key of the form, and gives its turn back. */
enum rc draft_end(struct db *, struct pool *, const char *key,
    const struct draft_known *, enum ds_end, const struct ds_draft *);

/* The digest of a démarche and a payload, as 64 hexadecimal digits. */
void draft_digest(char digest[DRAFT_DIGEST + 1], unsigned demarche,
    const char *payload, size_t n);

#endif
