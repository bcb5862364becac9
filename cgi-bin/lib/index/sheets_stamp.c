/* sheets_stamp.c - which sheets the aids were rendered ahead with. */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/digest.h"
#include "db/query.h"
#include "gen/queries/index.h"
#include "index/sheets_stamp.h"
#include "xml/xsl_folder.h"

/* Appends the sheets of a folder, sorted by name.  One that cannot be read is
 * missed when it is compiled. */
static void
put_folder(struct pool *pool, struct buf *b, const char *dir)
{
	size_t n;
	char **sheet = xsl_folder_sheets(dir, &n);

	for (size_t i = 0; i < n; i++) {
		buf_put_file(b, pool_printf(pool, "%s/%s", dir, sheet[i]));
		free(sheet[i]);
	}
	free(sheet);
}

/* The sheets of the room that renders, and those that rooms share. */
const char *
sheets_stamp(struct pool *pool, const char *share_dir)
{
	char *hex = pool_take(pool, DIGEST_HEX + 1);
	const char *dir = pool_printf(pool, "%s/xsl", share_dir);
	struct buf b = { 0 };
	size_t n;
	char **room = xsl_folder_rooms(dir, &n);

	put_folder(pool, &b, pool_printf(pool, "%s/index", dir));
	put_folder(pool, &b, pool_printf(pool, "%s/lib", dir));
	for (size_t i = 0; i < n; i++) {
		put_folder(pool, &b,
		    pool_printf(pool, "%s/%s/lib", dir, room[i]));
		free(room[i]);
	}
	free(room);
	digest_sha256(hex, b.len > 0 ? b.data : "", b.len);
	buf_free(&b);
	return hex;
}

enum rc
sheets_stamp_note(struct db *db, struct pool *pool, const char *share_dir,
    unsigned long aids)
{
	const struct arg *args = NULL;
	struct result res;

	arg_text(pool, &args, SHEETS_STAMP_NOTE_IN_DIGEST,
	    sheets_stamp(pool, share_dir));
	arg_int(pool, &args, SHEETS_STAMP_NOTE_IN_AIDS, (long long)aids);
	return query_run(db, pool, Q_SHEETS_STAMP_NOTE, args, &res);
}
