#ifndef DEPOSIT_STATES_H
#define DEPOSIT_STATES_H

#include <jansson.h>

#include "crypto/digest.h"
#include "db/db.h"

/*
 * What an import does to the aids of a source: how they stood before it, and
 * stand once it has written them, whether that is kept or undone.  So what is
 * told is what happens, to every list, and not what the file seems to say.
 */
struct deposit_states;

/* The first of what happens, for a page: arrays of {what, slug, name}, and of
 * {n, field, was, becomes}, n being the place of the aid in the first, from 1;
 * of a long text neither was nor becomes. */
struct deposit_outcome {
	unsigned long added, changed, withdrawn;
	json_t *aids, *changes;
	char digest[DIGEST_HEX + 1]; /* of all that happens */
};

/* Nothing happens.  The caller frees what it holds. */
void deposit_outcome_open(struct deposit_outcome *);
void deposit_outcome_free(struct deposit_outcome *);

/* Reads how they stand; the caller frees it, even on failure.  NULL is
 * ignored. */
enum rc deposit_states_before(struct db *, const char *source,
    struct deposit_states **);
void deposit_states_free(struct deposit_states *);

/* Compares with how they stand now; the outcome, which is open, is filled. */
enum rc deposit_states_after(struct deposit_states *, struct db *,
    struct deposit_outcome *);

#endif
