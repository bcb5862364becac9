#ifndef APPLY_SHOWN_H
#define APPLY_SHOWN_H

#include "payload/payload.h"

/*
 * What a reader saw before they press the last button: the day, and the digest
 * of what would be sent.  It needs no key, and so outlives restarts and
 * upgrades: whoever forges one deceives only themselves.  After two days, or
 * when the same answers would send something else (the form, or what is known
 * of the authority, has changed), the page is shown again, with the same
 * answers and the same key of the form.
 */
enum { SHOWN_DAYS = 2 };

/* Of what the payload says on that day, in the pool: "20779-" and the
 * digest. */
const char *apply_shown(struct pool *, const struct payload *, long day);

/* Whether what a form says that it showed still holds; true for NULL, a form
 * that does not say. */
bool apply_is_shown(struct pool *, const struct payload *, long day,
    const char *shown);

#endif
