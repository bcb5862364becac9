/* aid_identity.c - the ids and the slug of an aid of a feed. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "crypto/digest.h"
#include "gen/queries/import.h"
#include "import/aid_identity.h"
#include "text/normalize.h"

enum { MAX_SLUGS = 1000 };

static bool
fits_source_id(const char *s)
{
	size_t n = 0;

	while (s[n] >= ' ' && s[n] <= '~')
		n++;
	return n <= 64 && s[n] == '\0';
}

/* The column holds 64 bytes of ASCII: what does not fit is known by its slug,
 * or by its digest, which is as long. */
const char *
aid_identity_source_id(const struct aid_record *d)
{
	json_t *id = json_object_get(d->json, "id");
	const char *s = json_is_integer(id)
	    ? pool_printf(d->run->pool, "%lld",
		  (long long)json_integer_value(id))
	    : json_is_real(id) ? normalize_json(d->run->pool, id)
			       : aid_record_text(d, "id");
	const char *slug = aid_record_text(d, "slug");
	char hex[DIGEST_HEX + 1];

	if (s == NULL)
		s = slug;
	if (s == NULL || fits_source_id(s))
		return s;
	if (slug != NULL && fits_source_id(slug))
		return slug;
	digest_sha256(hex, s, strlen(s));
	return pool_strdup(d->run->pool, hex);
}

/* Whether another aid has the slug, or had it and is found by it still. */
static enum rc
is_slug_taken(struct aid_record *d, const char *slug, bool *taken)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(d->run->pool, &args, ARG_SLUG, slug);
	arg_int(d->run->pool, &args, ARG_ID, d->id);
	rc = query_run(d->run->db, d->run->pool, Q_AID_ADDRESS_TAKEN, args,
	    &res);
	*taken = rc == RC_OK && res.rows > 0;
	return rc;
}

static enum rc
is_id_taken(struct aid_record *d, long long id, bool *taken)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(d->run->pool, &args, ARG_ID, id);
	rc = query_run(d->run->db, d->run->pool, Q_AID_ID_TAKEN, args, &res);
	*taken = rc == RC_OK && res.rows > 0;
	return rc;
}

enum rc
aid_identity_put_slug(struct aid_record *d)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	const char *given = aid_record_text(d, "slug");
	char slug[256], number[24];
	bool taken;
	enum rc rc = RC_OK;
	size_t n;

	str_slug(number, sizeof(number), d->source_id);
	/* An address does not change because nothing is said of it. */
	if (given == NULL && !d->is_new && *d->old_slug != '\0')
		given = d->old_slug;
	if (given != NULL && strlen(given) < 240 &&
	    strspn(given, allowed) == strlen(given))
		snprintf(slug, sizeof(slug), "%s", given);
	else if (str_slug(slug, 200, aid_record_text(d, "name"))[0] == '\0')
		snprintf(slug, sizeof(slug), "aide-%s", number);
	n = strlen(slug) < 200 ? strlen(slug) : 200;
	for (int i = 1; i < MAX_SLUGS; i++) {
		rc = is_slug_taken(d, slug, &taken);
		if (rc != RC_OK || !taken)
			break;
		if (i == 1)
			snprintf(slug + n, sizeof(slug) - n, "-%s", number);
		else
			snprintf(slug + n, sizeof(slug) - n, "-%s-%d", number,
			    i);
	}
	d->slug = pool_strdup(d->run->pool, slug);
	arg_text(d->run->pool, &d->args, ARG_SLUG, d->slug);
	return rc;
}

static bool
is_of_at(const struct import_run *r)
{
	return strcmp(r->source, AT_SOURCE) == 0;
}

bool
aid_identity_keeps(const struct import_run *r, long long id)
{
	return id > 0 && id < OWN_IDS && (id >= SAMPLE_IDS || is_of_at(r));
}

enum rc
aid_identity_put_id(struct aid_record *d)
{
	long long want = strtoll(d->source_id, NULL, 10);
	bool taken;
	enum rc rc = RC_OK;

	if (d->is_new && aid_identity_keeps(d->run, want) &&
	    strspn(d->source_id, "0123456789") == strlen(d->source_id)) {
		rc = is_id_taken(d, want, &taken);
		d->id = taken ? 0 : want;
		if (taken && is_of_at(d->run))
			aid_record_fault(d, "id",
			    N_("another aid here has it: a new one is given"),
			    d->source_id);
	}
	if (d->id > 0)
		arg_int(d->run->pool, &d->args, ARG_ID, d->id);
	else
		arg_text(d->run->pool, &d->args, ARG_ID, NULL);
	return rc;
}

enum rc
aid_identity_keep_old_slug(struct aid_record *d)
{
	const struct arg *args = NULL;
	struct result res;

	if (d->is_new || strcmp(d->slug, d->old_slug) == 0)
		return RC_OK;
	arg_text(d->run->pool, &args, AID_KEEP_SLUG_IN_SLUG, d->old_slug);
	arg_int(d->run->pool, &args, AID_KEEP_SLUG_IN_ID, d->id);
	return query_run(d->run->db, d->run->pool, Q_AID_KEEP_SLUG, args, &res);
}
