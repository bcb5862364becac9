/* perimeter_stamp.c - by what the territories of the base were loaded. */

#include <string.h>

#include "base/build.h"
#include "crypto/digest.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/db.h"
#include "gen/queries/territory_load.h"
#include "territory/perimeter_stamp.h"

#define NOTED_AS "perimeters"

/* With their lengths: a line that moves to the next source is another text. */
static void
put_sources(struct buf *b, const struct perimeter_source *src, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_putf(b, "\n%s %zu\n", src[i].name, src[i].n);
		buf_put(b, src[i].text, src[i].n);
	}
}

const char *
perimeter_stamp(struct db *db, struct pool *pool,
    const struct perimeter_source *src, size_t n,
    const struct perimeter_source *facts, size_t nfacts)
{
	char *hex = pool_take(pool, DIGEST_HEX + 1);
	struct buf b = { 0 };
	struct result res;

	if (query_run(db, pool, Q_PERIMETER_LOAD_SUMS, NULL, &res) != RC_OK)
		return NULL;
	buf_puts(&b, build_perimeter_id);
	for (unsigned i = 0; i < res.columns; i++)
		buf_putf(&b, " %lld", rows_int(&res.row[0][i], 0));
	put_sources(&b, src, n);
	put_sources(&b, facts, nfacts);
	digest_sha256(hex, b.data, b.len);
	buf_free(&b);
	return hex;
}

bool
perimeter_stamp_is_noted(struct db *db, struct pool *pool, const char *stamp)
{
	const struct arg *args = NULL;
	struct result res;

	arg_text(pool, &args, STAMP_NOTED_IN_NAME, NOTED_AS);
	return stamp != NULL &&
	    query_run(db, pool, Q_STAMP_NOTED, args, &res) == RC_OK &&
	    res.rows > 0 &&
	    strcmp(stamp_noted_row(&res, 0)->stamp.s, stamp) == 0;
}

enum rc
perimeter_stamp_note(struct db *db, struct pool *pool, const char *stamp)
{
	const struct arg *args = NULL;
	struct result res;

	if (stamp == NULL)
		return RC_FAIL;
	arg_text(pool, &args, STAMP_NOTE_IN_NAME, NOTED_AS);
	arg_text(pool, &args, STAMP_NOTE_IN_STAMP, stamp);
	return query_run(db, pool, Q_STAMP_NOTE, args, &res);
}
