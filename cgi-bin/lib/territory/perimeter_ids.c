/* perimeter_ids.c - ids that Aides-territoires gave to places. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/queries/territory.h"
#include "gen/queries/territory_zone.h"
#include "table/csv_table.h"
#include "territory/perimeter_ids.h"

static const char *const columns[] = { "id", "text", "name", "scale",
	"zipcodes", "code", NULL };
enum { COLUMN_ID = 0, COLUMN_SCALE = 3, COLUMN_CODE = 5 };

struct reading {
	struct buf rows;
	unsigned long n;
	struct result wide; /* ids that stay, in order */
};

/* Those of wide places come with Guichet (sql/data/perimeter-ids.sql), whose
 * codes of basins are not AT's. */
static bool
is_wide(const struct reading *r, long long id)
{
	unsigned low = 0, high = r->wide.rows;

	while (low < high) {
		unsigned middle = (low + high) / 2;
		long long at =
		    rows_int(&perimeter_at_wide_row(&r->wide, middle)->id, 0);

		if (at == id)
			return true;
		if (at < id)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

/* An id may bear its slug; a code is of ASCII, for no place has another. */
static enum rc
perimeter_ids_take(void *arg, char **field, unsigned long line)
{
	struct reading *r = arg;
	const char *id = field[COLUMN_ID], *code = field[COLUMN_CODE];
	size_t digits = strspn(id, "0123456789");

	if (digits == 0 || digits > 9 || strlen(code) > 32) {
		log_msg(_("line %lu: \"%s\" is no id of a place"), line, id);
		return RC_BAD_PARAM;
	}
	r->n++;
	if (is_wide(r, atoll(id)))
		return RC_OK;
	for (const char *c = code; *c != '\0'; c++)
		if ((unsigned char)*c > 127)
			return RC_OK;
	buf_putf(&r->rows, "%.*s\t", (int)digits, id);
	buf_put_tsv(&r->rows, field[COLUMN_SCALE]);
	buf_putc(&r->rows, '\t');
	buf_puts(&r->rows, str_lost_zero(code));
	buf_put_tsv(&r->rows, code);
	buf_putc(&r->rows, '\n');
	return RC_OK;
}

enum rc
perimeter_ids_import(struct db *db, struct csv_source *in, unsigned long *count)
{
	struct reading r = { .n = 0 };
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(db, pool, Q_PERIMETER_AT_WIDE, NULL, &r.wide);

	if (rc == RC_OK)
		rc = csv_table_read(in, columns, perimeter_ids_take, &r);
	if (rc == RC_OK && r.rows.len > 0 && (rc = db_begin(db)) == RC_OK) {
		rc = query_run(db, pool, Q_PERIMETER_VERSION, NULL, &res);
		if (rc == RC_OK)
			rc = query_load(db, Q_PERIMETER_AT_WRITE, &r.rows);
		if (rc == RC_OK)
			rc = db_commit(db);
		else
			db_rollback(db);
	}
	*count = r.n;
	buf_free(&r.rows);
	pool_free(pool);
	return rc;
}
