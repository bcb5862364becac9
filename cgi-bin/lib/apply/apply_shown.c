/* apply_shown.c - whether what is sent is what was seen. */

#include <stdlib.h>
#include <string.h>

#include "apply/apply_shown.h"
#include "apply/draft.h"

const char *
apply_shown(struct pool *pool, const struct payload *p, long day)
{
	char digest[DRAFT_DIGEST + 1];
	struct buf body = { 0 };

	payload_body(p, &body);
	draft_digest(digest, p->demarche->number, body.data, body.len);
	buf_free(&body);
	return pool_printf(pool, "%ld-%s", day, digest);
}

bool
apply_is_shown(struct pool *pool, const struct payload *p, long day,
    const char *shown)
{
	const char *digest;
	long of;

	if (shown == NULL)
		return true;
	digest = strchr(shown, '-');
	of = strtol(shown, NULL, 10);
	return digest != NULL && of <= day && of >= day - SHOWN_DAYS &&
	    strcmp(digest, strchr(apply_shown(pool, p, day), '-')) == 0;
}
