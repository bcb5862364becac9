#ifndef AID_LOSS_H
#define AID_LOSS_H

#include "record/aid_record.h"

/* What the aids of a source would lose by an import: a file of another shape
 * must not empty them silently. */

enum aid_loss_kind {
	LOSS_SHOWN, /* being shown to readers */
	LOSS_PERIMETER,
	LOSS_AUDIENCES,
	LOSS_BACKERS,
	LOSS_DEADLINE,
	LOSS_AMOUNTS, /* a rate or an amount */
	LOSSES
};

struct aid_loss {
	unsigned long had[LOSSES];  /* aids of the source that readers saw */
	unsigned long lost[LOSSES]; /* those of them that have it no more */
};

/* Counts what the source's aids have, before any is written. */
enum rc aid_loss_begin(struct aid_loss *, const struct import_run *);

/* Counts what a written aid has lost; new aids lose nothing. */
void aid_loss_note(struct aid_loss *, const struct aid_record *);

/* RC_BAD_PARAM, each kind logged, when more than a tenth of the aids, and more
 * than one, would lose something, and force is false. */
enum rc aid_loss_check(const struct aid_loss *, bool force);

#endif
