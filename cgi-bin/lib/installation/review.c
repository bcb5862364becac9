/* review.c - the lines of "guichet check". */

#include "installation/review.h"
#include "base/say.h"

void
review_note(const char *what, const char *mend)
{
	say(_("NOTE   %s"), what);
	say(_("       to mend it: %s"), mend);
}

void
review_line(struct review *r, const char *what, const char *fault,
    const char *mend)
{
	if (fault == NULL) {
		say(_("ok     %s"), what);
		return;
	}
	r->faults++;
	say(_("FAULT  %s: %s"), what, fault);
	if (mend != NULL)
		say(_("       to mend it: %s"), mend);
}
