/* count_known.c - what the base has, of what a log may speak of. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "count/count_known.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/count.h"
#include "site/portal.h"

enum { HOST_SIZE = 256 };

struct count_known {
	const struct conf *conf;
	struct pool *pool; /* of the results */
	struct result portals, audiences;
	uint32_t *id[COUNT_KIND__MAX]; /* rising */
	size_t n[COUNT_KIND__MAX];
	char host[HOST_SIZE]; /* the last that was asked, and the answer */
	bool has_host;
};

/* Rows come by kind, then by rising id. */
static void
take_ids(struct count_known *k, const struct result *res)
{
	for (unsigned r = 0; r < res->rows; r++) {
		const struct count_known_row *row = count_known_row(res, r);
		long long kind = rows_int(&row->kind, 0);

		if (kind < 0 || kind >= COUNT_KIND__MAX)
			log_die("count_known: there is no kind %lld", kind);
		if (k->id[kind] == NULL) {
			k->id[kind] = malloc((res->rows - r) * sizeof(**k->id));
			if (k->id[kind] == NULL)
				log_die("count: out of memory");
		}
		k->id[kind][k->n[kind]++] = (uint32_t)rows_int(&row->id, 0);
	}
}

enum rc
count_known_read(struct db *db, const struct conf *conf,
    struct count_known **known)
{
	struct count_known *k = calloc(1, sizeof(*k));
	struct pool *pool = pool_new();
	struct result ids;
	enum rc rc;

	if (k == NULL)
		log_die("count: out of memory");
	k->conf = conf;
	k->pool = pool_new();
	rc = query_run(db, k->pool, Q_COUNT_PORTALS, NULL, &k->portals);
	if (rc == RC_OK)
		rc = query_run(db, k->pool, Q_COUNT_AUDIENCES, NULL,
		    &k->audiences);
	if (rc == RC_OK)
		rc = query_run(db, pool, Q_COUNT_KNOWN, NULL, &ids);
	if (rc == RC_OK) {
		take_ids(k, &ids);
	} else {
		count_known_free(k);
		k = NULL;
	}
	pool_free(pool);
	*known = k;
	return rc;
}

void
count_known_free(struct count_known *k)
{
	if (k == NULL)
		return;
	for (int i = 0; i < COUNT_KIND__MAX; i++)
		free(k->id[i]);
	pool_free(k->pool);
	free(k);
}

static int
compare_ids(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

bool
count_knows(const struct count_known *k, enum count_kind kind, long long id)
{
	uint32_t key = (uint32_t)id;

	return id > 0 && id <= UINT32_MAX && k->n[kind] > 0 &&
	    bsearch(&key, k->id[kind], k->n[kind], sizeof(key), compare_ids) !=
	    NULL;
}

long long
count_known_portal(const struct count_known *k, const char *slug)
{
	unsigned from = 0, to = k->portals.rows;

	while (from < to) {
		unsigned r = from + (to - from) / 2;
		const struct count_portals_row *row =
		    count_portals_row(&k->portals, r);
		int d = strcmp(row->slug.s, slug);

		if (d == 0)
			return rows_int(&row->id, -1);
		if (d < 0)
			from = r + 1;
		else
			to = r;
	}
	return -1;
}

bool
count_known_audience(const struct count_known *k, const char *slug)
{
	for (unsigned r = 0; r < k->audiences.rows; r++)
		if (strcmp(count_audiences_row(&k->audiences, r)->slug.s,
			slug) == 0)
			return true;
	return false;
}

/* Asked of each line, and nearly always the one of the line before. */
bool
count_known_host(struct count_known *k, const char *host)
{
	struct pool *pool;

	if (strcmp(k->host, host) == 0 || strlen(host) >= HOST_SIZE)
		return strlen(host) < HOST_SIZE && k->has_host;
	memcpy(k->host, host, strlen(host) + 1);
	pool = pool_new();
	k->has_host = portal_host(pool, k->conf, host) == NULL;
	pool_free(pool);
	for (unsigned r = 0; !k->has_host && r < k->portals.rows; r++) {
		const struct value *v =
		    &count_portals_row(&k->portals, r)->host;

		k->has_host = v->type != VALUE_NULL && strcmp(v->s, host) == 0;
	}
	return k->has_host;
}
