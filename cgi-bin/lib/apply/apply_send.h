#ifndef APPLY_SEND_H
#define APPLY_SEND_H

#include "apply/application.h"

/*
 * The last button.  However often it is pressed with the same answers, one
 * draft is made (draft.h).  A press during another one does not wait: it is
 * redirected to a page that asks again every few seconds, and leads to the
 * draft.
 */

/* Makes the draft of the payload: RC_SEE_OTHER to it, or to the page that
 * follows it; RC_OK with the step "check", which says why there is none. */
enum rc apply_send(struct application *);

/* Appends <draft> with its <url> to the step, when these answers have become a
 * draft already: whoever goes back learns of it. */
enum rc apply_put_made(struct application *);

/* Writes the day when these answers became a draft, "2026-11-29"; "" when they
 * have not.  The form's key is a good one, and the payload is made. */
enum rc apply_made(struct application *, char day[11]);

/* The page that follows a draft, by the name that apply_send gave it:
 * RC_SEE_OTHER once the draft is there.  RC_NOT_FOUND for an unknown name, and
 * for a draft so old that its address is no longer given to whoever has the
 * name. */
enum rc apply_follow(struct application *, const char *name);

#endif
