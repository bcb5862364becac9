#ifndef DRAFT_TURN_H
#define DRAFT_TURN_H

#include <stdbool.h>

#include "apply/draft_known.h"
#include "db/db.h"

/*
 * Turns of those who send.  DS takes 15 drafts in 15 seconds from one address
 * (DS 1.3), and may take 30 s for each.  At most 12 are started per 15 s and 2
 * run at once, so that workers remain free; later requests are queued, and
 * their readers are told their position.
 *
 * A turn is a row, and turns are taken one after the other, behind one row that
 * is written first: of fifty at once no two count the same.  A row expires by
 * itself (DRAFT_SLOT_S, DRAFT_SEEN_S): whoever has left holds nobody up.
 * Networks (network.h) are served in turn, by what they had within the hour,
 * and none may have more than a part of the room.
 */
enum {
	DRAFT_SLOTS = 2,       /* turns that run at a time */
	DRAFT_LATELY = 12,     /* begun in 15 s */
	DRAFT_OF_NETWORK = 6,  /* of them, of one network */
	DRAFT_HOUR = 60,       /* begun in an hour, of one network */
	DRAFT_WAITING = 400,   /* that wait, shared by their networks */
	DRAFT_WAITING_OF = 40, /* of them, of one network */
	DRAFT_WAITING_MOST = 2 * DRAFT_WAITING /* of however many networks */
};

struct draft_turn {
	unsigned long long id; /* that waits; 0: what a network has had */
	const char *network;
	/* Of a network: begun within the hour, in 15 s, that hold a slot. */
	unsigned hour, lately, holds;
	long long since; /* ms: how long ago it last had one */
};

/* The position of the turn id among those n, those of networks first, then
 * those that wait, in the order in which they came: 0 when it is its turn now,
 * else from 1. */
unsigned draft_turn_position(const struct draft_turn *, size_t n,
    unsigned long long id);

/*
 * Whether the turn id is one too many: its network has DRAFT_WAITING_OF before
 * it or, when too many wait, more than its part.  One that waits already
 * (is_new is false) is not refused for others, nor is a network's first but
 * when DRAFT_WAITING_MOST wait before it.
 */
bool draft_turn_is_over(const struct draft_turn *, size_t n,
    unsigned long long id, bool is_new);

/*
 * Takes a turn for a draft, or a position in the queue, within a transaction:
 * DRAFT_NEW, known->turn is then its own; DRAFT_WAITS with known->position; or
 * DRAFT_CROWDED with known->retry_after.  What waits is kept in it, sealed by
 * the key of the form.
 */
enum rc draft_turn_take(struct db *, struct pool *, const struct draft *,
    enum draft_start *, struct draft_known *);

/* Fills *d with what waits for its turn under the key and digest that it has;
 * d->body is NULL when nothing does. */
enum rc draft_turn_find(struct db *, struct pool *, struct draft *d);

/* Releases the slot of a turn. */
enum rc draft_turn_end(struct db *, struct pool *, unsigned long long turn);

/* Deletes the rows that have expired, at most a thousand of a kind: *gone of
 * them. */
enum rc draft_turn_forget(struct db *, struct pool *, unsigned long long *gone);

#endif
