/* catalogue.c - the aids, one narrow record each, in memory. */

#include <stdlib.h>
#include <string.h>

#include "catalogue.h"
#include "log.h"
#include "rows.h"

size_t
catalogue_find(const struct catalogue *c, uint32_t id)
{
	size_t lo = 0, hi = c->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (c->aid[mid].id < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

bool
catalogue_is_visible(const struct catalogue_aid *a, long day)
{
	return a->published && (a->closes == 0 || a->closes >= day);
}

static struct catalogue_aid
read_row(const struct value *v)
{
	return (struct catalogue_aid){
		.id		= (uint32_t)rows_int(&v[0], 0),
		.perimeter	= (uint32_t)rows_int(&v[1], 0),
		.scale		= (uint8_t)rows_int(&v[2], 0),
		.generic	= (uint32_t)rows_int(&v[3], 0),
		.opens		= (uint16_t)rows_int(&v[4], 0),
		.closes		= (uint16_t)rows_int(&v[5], 0),
		.fresh		= (uint16_t)rows_int(&v[6], 0),
		.published	= rows_int(&v[7], 0) != 0,
		.facets		= (uint64_t)rows_int(&v[8], 0),
		.categories	= { (uint64_t)rows_int(&v[9], 0),
				    (uint64_t)rows_int(&v[10], 0) },
	};
}

static void
put(struct catalogue *c, struct catalogue_aid aid)
{
	size_t at = c->n > 0 && c->aid[c->n - 1].id < aid.id ? c->n :
	    catalogue_find(c, aid.id);

	if (at < c->n && c->aid[at].id == aid.id) {
		c->aid[at] = aid;
		return;
	}
	if (c->n == c->size) {
		c->size = c->size > 0 ? c->size + c->size / 2 : 1024;
		c->aid = realloc(c->aid, c->size * sizeof(*c->aid));
		if (c->aid == NULL)
			log_die("catalogue: out of memory");
	}
	memmove(c->aid + at + 1, c->aid + at, (c->n - at) * sizeof(*c->aid));
	c->aid[at] = aid;
	c->n++;
}

enum rc
catalogue_refresh(struct catalogue *c, struct db *db,
    unsigned long long version)
{
	struct pool *pool = pool_new();
	const struct arg *args;
	struct result res;
	long long after = 0;
	enum rc rc;

	do {
		args = NULL;
		pool_reset(pool);
		arg_int(pool, &args, "since", (long long)c->version);
		arg_int(pool, &args, "after", after);
		rc = query_run(db, pool, "aid_index_since", args, &res);
		for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
			put(c, read_row(res.row[r]));
			after = rows_int(&res.row[r][0], 0);
		}
	} while (rc == RC_OK && res.rows > 0);
	if (rc == RC_OK)
		c->version = version;
	pool_free(pool);
	return rc;
}

void
catalogue_free(struct catalogue *c)
{
	free(c->aid);
	*c = (struct catalogue){ 0 };
}
