/* etag.c - the ETag of a page. */

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "db/query.h"
#include "gen/queries/db.h"
#include "web/etag.h"

const char *
etag_write(char etag[24], uint64_t made_of, const struct request *req)
{
	const struct portal_address *of = &req->portal;
	uint64_t tag = str_hash(made_of, req->today);

	tag = str_hash(str_hash(tag, of->host), of->prefix);
	tag = str_hash(str_hash(tag, req->path), req->query);
	snprintf(etag, 24, "\"%016llx\"", (unsigned long long)tag);
	return etag;
}

enum rc
etag_read_counts(struct db *db, struct pool *pool, uint64_t *counts)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_COUNT_STAMP, NULL, &res);

	if (rc == RC_OK && res.rows > 0)
		*counts = str_hash(STR_HASH, count_stamp_row(&res, 0)->stamp.s);
	return rc;
}

/* What is held, NULL when nothing is; *passes when the reader holds it. */
static const char *
held(const struct fcgi *g, bool *passes)
{
	const char *have = fcgi_env(g, "HTTP_IF_NONE_MATCH");

	*passes = have == NULL || *have == '\0';
	return *passes ? fcgi_env(g, "GUICHET_READER_HAS") : have;
}

bool
etag_is_held(const struct fcgi *g, const char *etag, bool *passes)
{
	const char *have = held(g, passes);
	bool found = have != NULL && strstr(have, etag) != NULL;

	*passes &= found;
	return found;
}

bool
etag_is_any(const struct fcgi *g, bool *passes)
{
	const char *have = held(g, passes);
	bool found = have != NULL && strcmp(have, "*") == 0;

	*passes &= found;
	return found;
}
