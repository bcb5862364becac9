/* sheets_stamp.c - which sheets the aids were rendered ahead with, and by which
 * rules their words were indexed. */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "crypto/digest.h"
#include "db/query.h"
#include "gen/queries/index.h"
#include "index/stem.h"
#include "index/term_spots.h"
#include "indexing/sheets_stamp.h"
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

/* The sheets of the room that renders, and the folders that they include:
 * tests/names.mjs compares. */
const char *
sheets_stamp(struct pool *pool, const char *share_dir)
{
	static const char *const folders[] = { "index", "lib", "aids/lib" };
	char *hex = pool_take(pool, DIGEST_HEX + 1);
	struct buf b = { 0 };

	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		put_folder(pool, &b,
		    pool_printf(pool, "%s/xsl/%s", share_dir, folders[i]));
	stemmer_rules(&b);
	buf_putf(&b, "spots of %d hashes\n", TERM_HASHES);
	buf_put_file(&b,
	    pool_printf(pool, "%s/sql/learned/word-vectors.bin", share_dir));
	digest_sha256(hex, b.data, b.len);
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
