#ifndef DRAFT_H
#define DRAFT_H

#include <stdbool.h>

#include "db/db.h"
#include "ds/ds.h"

/*
 * The journal of the drafts made on Démarches simplifiées: for which authority,
 * of which aid and démarche, and what became of it.  It makes two clicks one
 * draft: the key of a reader's form, and the digest of what it sends, are there
 * once.
 */
enum { DRAFT_KEY = 32, DRAFT_DIGEST = 64, DRAFT_LIFE = 5 /* days, DS 1.3 */ };

struct draft {
	char key[DRAFT_KEY + 1]; /* of the reader's form, at random */
	char digest[DRAFT_DIGEST + 1];
	unsigned demarche;
	long long aid;                 /* 0: of none */
	const char *siren, *authority; /* siren may be NULL */
	unsigned champs;               /* that are sent */
};

/* What the journal says of a draft before DS is asked. */
enum draft_start {
	DRAFT_NEW,     /* it is to be made: DS must be asked now */
	DRAFT_MADE,    /* it is there: its url */
	DRAFT_SENDING, /* another click is making it */
	DRAFT_LOST,    /* DS did not say whether it made it */
	DRAFT_CROWDED  /* too many are being made: later */
};

struct draft_known {
	unsigned long long id;
	const char *url; /* of DRAFT_MADE, in the pool */
	unsigned long number;
	unsigned demarche;
	long long aid; /* 0: of none */
	long age;      /* seconds since it was made */
};

/*
 * Records that a draft is about to be made: of two clicks, one alone gets
 * DRAFT_NEW. Advisory locks of MariaDB (query draft_slot) limit concurrent
 * creation to two drafts across all workers, so that a slow DS holds no more
 * of them; and at most 12 are begun in 15 seconds, for DS takes 15 from one
 * address (DS 1.3).  A refused draft, and an expired one, may be made again.
 * After DRAFT_NEW the connection holds a slot, until draft_end or its own end.
 */
enum rc draft_begin(struct db *, struct pool *, const struct draft *,
    enum draft_start *, struct draft_known *);

/* What the journal says of a draft, by its key and digest, and nothing else:
 * id 0 when it has none. */
enum rc draft_look(struct db *, struct pool *, const struct draft *,
    enum draft_start *, struct draft_known *);

/* Records how it ended, and releases the slot. */
enum rc draft_end(struct db *, struct pool *, unsigned long long id,
    enum ds_end, const struct ds_draft *);

/* 32 hexadecimal digits at random, a form's key; false when the machine has no
 * randomness to give. */
bool draft_key(char key[DRAFT_KEY + 1]);
bool draft_is_key(const char *);

/* The digest of a démarche and a payload, as 64 hexadecimal digits. */
void draft_digest(char digest[DRAFT_DIGEST + 1], unsigned demarche,
    const char *payload, size_t n);

#endif
