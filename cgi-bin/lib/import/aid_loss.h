#ifndef AID_LOSS_H
#define AID_LOSS_H

#include "import/aid_record.h"

/* What a file would take from the aids of its source: one of another shape must
 * not empty them without a word. */

enum aid_loss_kind {
	LOSS_SHOWN, /* it was shown to readers */
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

/* Counts what an aid that is written has lost; new ones lose nothing. */
void aid_loss_note(struct aid_loss *, const struct aid_record *);

/* RC_BAD_PARAM, each logged, when over a tenth would lose something, one aid
 * aside, and force is false. */
enum rc aid_loss_check(const struct aid_loss *, bool force);

#endif
