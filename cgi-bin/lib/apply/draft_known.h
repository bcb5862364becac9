#ifndef DRAFT_KNOWN_H
#define DRAFT_KNOWN_H

#include <stddef.h>

#include "apply/form_token.h"

/* A draft, and what the journal (draft.h) and the queue (draft_turn.h) say of
 * it. */
enum { DRAFT_DIGEST = 64 };

struct draft {
	char key[FORM_KEY + 1]; /* of the reader's form */
	char digest[DRAFT_DIGEST + 1];
	const char *network; /* a MAC of it: draft_turn.h */
	unsigned demarche;
	long long aid;                 /* 0: of none */
	long long portal;              /* below which; 0: none */
	const char *siren, *authority; /* siren may be NULL */
	unsigned champs;               /* that are sent */
	const char *body;              /* what is sent, and its bytes */
	size_t body_n;
};

/* What the journal says of a draft before DS is asked. */
enum draft_start {
	DRAFT_NEW,     /* it is to be made: DS must be asked now */
	DRAFT_MADE,    /* it is there: its url */
	DRAFT_SENDING, /* another click is making it */
	DRAFT_LOST,    /* DS did not say whether it made it */
	DRAFT_WAITS,   /* for its turn: its position */
	DRAFT_CROWDED  /* too many wait: later */
};

struct draft_known {
	unsigned long long id;
	const char *url; /* of DRAFT_MADE, in the pool */
	unsigned long number;
	unsigned demarche;
	long long aid;           /* 0: of none */
	long age;                /* seconds since it was made */
	unsigned position;       /* of DRAFT_WAITS, from 1 */
	long retry_after;        /* s, of DRAFT_CROWDED */
	unsigned long long turn; /* of DRAFT_NEW, for draft_end */
};

#endif
