/* review.c - the lines of "guichet check". */

#include <string.h>
#include <time.h>

#include "base/say.h"
#include "installation/review.h"
#include "text/day.h"

/* Renewals are tried a month before. */
enum { SOON = 14 * 86400 };

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

void
review_certificate(struct review *r, const char *address, long long ends)
{
	char day[11];

	if (ends <= 0 || ends > (long long)time(NULL) + SOON)
		return;
	day_local((time_t)ends, day);
	review_note(pool_printf(r->pool, _("the certificate of %s ends on %s"),
			address, day),
	    _("renew it, then nginx -t && systemctl reload nginx"));
}

bool
review_is_local(const struct conf *c)
{
	const char *address = c->base_url;

	return strstr(address, "://localhost") != NULL ||
	    strstr(address, "://127.") != NULL ||
	    strstr(address, "://[::1]") != NULL;
}
