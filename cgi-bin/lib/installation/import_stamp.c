/* import_stamp.c - by what the aids were read. */

#include "installation/import_stamp.h"
#include "base/build.h"
#include "crypto/digest.h"
#include "harvest/own_shapes.h"

enum { STAMP_HEX = 16 };

/* A file or rows that cannot be read are missed where they are used. */
const char *
import_stamp(struct pool *pool, const char *share_dir, struct db *db)
{
	static const char *const files[] = { "feed-shapes.csv", "lists.sql" };
	char hex[DIGEST_HEX + 1];
	struct buf b = { 0 };

	buf_puts(&b, build_import_id);
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		buf_put_file(&b,
		    pool_printf(pool, "%s/sql/data/%s", share_dir, files[i]));
	own_shapes_put(db, &b);
	digest_sha256(hex, b.data, b.len);
	buf_free(&b);
	return pool_strndup(pool, hex, STAMP_HEX);
}
