/* deposit_fetch.c - the bytes of a file that was deposited. */

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "deposit/deposit_fetch.h"
#include "gen/queries/deposit.h"
#include "table/csv_source.h"

/* Writes all of it; a disk that is full is no fault of the file. */
static enum rc
put(int fd, const struct value *bytes)
{
	if (write(fd, bytes->s, bytes->n) == (ssize_t)bytes->n)
		return RC_OK;
	log_msg(_("cannot write a temporary file: %s"), say_error(errno));
	return RC_UNAVAILABLE;
}

/* Writes the pieces after that one; *after becomes the last, and *more whether
 * there were any. */
static enum rc
put_pieces(struct db *db, long long id, int fd, long long *after, bool *more)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, ARG_DEPOSIT, id);
	arg_int(pool, &args, ARG_AFTER, *after);
	rc = query_run(db, pool, Q_DEPOSIT_PIECES, args, &res);
	*more = rc == RC_OK && res.rows > 0;
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct deposit_pieces_row *row = deposit_pieces_row(&res,
		    i);

		*after = row->n.i;
		rc = put(fd, &row->bytes);
	}
	pool_free(pool);
	return rc;
}

enum rc
deposit_fetch(struct db *db, long long id, int *fd, char path[DEPOSIT_PATH])
{
	long long after = -1;
	bool more = true;
	enum rc rc = RC_OK;

	if ((*fd = csv_source_unnamed()) < 0) {
		log_msg(_("cannot write a temporary file: %s"),
		    say_error(errno));
		return RC_UNAVAILABLE;
	}
	snprintf(path, DEPOSIT_PATH, "/proc/self/fd/%d", *fd);
	while (rc == RC_OK && more)
		rc = put_pieces(db, id, *fd, &after, &more);
	return rc;
}
