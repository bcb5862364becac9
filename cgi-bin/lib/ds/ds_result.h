#ifndef DS_RESULT_H
#define DS_RESULT_H

/* What a call to Démarches simplifiées returns: for the client and for what
 * reads its answers. */

/* How a call ended. */
enum ds_end {
	DS_MADE,    /* done: 201 to a POST of a draft, else 200 */
	DS_REFUSED, /* a 4xx: nothing exists, and asking again is of no use */
	DS_GONE,    /* 404: unknown, closed or unpublished démarche */
	DS_BUSY,    /* 429: nothing exists; see retry_after */
	DS_DOWN,    /* no connection, or a 503: nothing was done */
	DS_UNSURE   /* sent, then no answer that can be trusted: another 5xx, a
		     * redirect, a page, half an object; an empty or a whole
		     * draft may exist (DS 0.6, 1.3) */
};

/* The draft that DS created: NUL-terminated texts in the caller's buffers.
 * All is empty unless the result is DS_MADE; retry_after is set by DS_BUSY. */
struct ds_draft {
	char url[500];        /* <origin>/commencer/..., of base or of one of
			       * DS's hosts; no quote, no space */
	char token[65];       /* [A-Za-z0-9_-]{8,64} */
	unsigned long number; /* 1 to 2^32 - 1 */
	long retry_after;     /* of DS_BUSY, in seconds, 1 to 600 */
};

/* Receives the state of a draft that DS still knows: prefilled, brouillon,
 * en_construction, en_instruction, accepte, refuse or sans_suite. */
typedef void ds_state_taker(void *arg, const char *token, unsigned long number,
    const char *state);

#endif
