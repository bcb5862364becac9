/* batches.c - how many aids are indexed at once. */

#include "indexing/batches.h"
#include "db/rows.h"
#include "gen/queries/index.h"

/* A document has some five times the bytes of its texts. */
enum { BATCH_BYTES = 1 << 20 };

enum rc
batches_part(struct db *db, struct pool *pool, struct value *v, size_t n,
    size_t *sizes, size_t *batches)
{
	const struct arg *args = NULL;
	long long bytes = 0;
	struct result res;
	enum rc rc;

	arg_list(pool, &args, AID_SIZES_IN_IDS, v, n);
	rc = query_run(db, pool, Q_AID_SIZES, args, &res);
	*batches = 0;
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct aid_sizes_row *row = aid_sizes_row(&res, i);
		long long more = rows_int(&row->bytes, 0);

		v[i].i = rows_int(&row->id, 0);
		bytes += more;
		if (i == 0 || bytes > BATCH_BYTES) {
			bytes = more;
			sizes[(*batches)++] = 0;
		}
		sizes[*batches - 1]++;
	}
	return rc;
}
