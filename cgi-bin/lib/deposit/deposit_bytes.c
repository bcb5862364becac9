/* deposit_bytes.c - files as rows. */

#include "deposit/deposit_bytes.h"

/* Numbered from 0, for the order in which they are put together again. */
enum rc
deposit_bytes_add(struct db *db, struct pool *pool, const struct arg *of,
    enum query_id add, const char *bytes, size_t n)
{
	enum rc rc = RC_OK;
	long long number = 0;

	for (size_t i = 0; rc == RC_OK && i < n; i += DEPOSIT_PIECE) {
		size_t left = n - i;
		const struct arg *args = of;
		struct result res;

		arg_int(pool, &args, ARG_N, number++);
		arg_bytes(pool, &args, ARG_BYTES, bytes + i,
		    left < DEPOSIT_PIECE ? left : DEPOSIT_PIECE);
		rc = query_run(db, pool, add, args, &res);
	}
	return rc;
}
