/* perimeter_ids.c - ids that Aides-territoires gave to places. */

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
enum { COLUMN_ID = 0, COLUMN_NAME = 2, COLUMN_SCALE = 3, COLUMN_CODE = 5 };
/* AT has 37,000 places: what has more lines is another list. */
enum { MAX_SAID = 20, MAX_LINES = 500000 };

struct reading {
	struct buf rows;
	unsigned long lines, strange; /* strange: refused here */
};

/* Why a line is refused that the database judged. */
static const struct reason {
	const char *fault, *words;
} reasons[] = {
	{ "twice", N_("a line before has this id for another place") },
	{ "other", N_("it is here the id of another place") },
	{ "unknown", N_("no territory here is this place") },
};

static bool
is_ascii(const char *s)
{
	while (*s != '\0' && (unsigned char)*s <= 127)
		s++;
	return *s == '\0';
}

/* An id may bear its slug; a code is of ASCII, for no place has another. */
static enum rc
perimeter_ids_take(void *arg, char **field, unsigned long line)
{
	struct reading *r = arg;
	const char *id = field[COLUMN_ID], *code = field[COLUMN_CODE];
	size_t digits = strspn(id, "0123456789");

	if (r->lines++ >= MAX_LINES) {
		log_msg(_("over %d lines: this is no list of places"),
		    MAX_LINES);
		return RC_BAD_PARAM;
	}
	if (digits == 0 || digits > 9 || strlen(code) > 32 || !is_ascii(code)) {
		if (r->strange++ < MAX_SAID)
			log_msg(_("line %lu refused: \"%s\" is no id of a "
				  "place, or \"%s\" no code"),
			    line, id, code);
		return RC_OK;
	}
	buf_putf(&r->rows, "%lu\t%.*s\t", line, (int)digits, id);
	buf_put_tsv(&r->rows, field[COLUMN_SCALE]);
	buf_putc(&r->rows, '\t');
	buf_puts(&r->rows, str_lost_zero(code));
	buf_put_tsv(&r->rows, code);
	buf_putc(&r->rows, '\t');
	buf_put_tsv(&r->rows, field[COLUMN_NAME]);
	buf_putc(&r->rows, '\n');
	return RC_OK;
}

static void
perimeter_ids_tell(const struct perimeter_ids_refused_row *w)
{
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (strcmp(w->fault.s, reasons[i].fault) == 0)
			log_msg(_("line %lu refused, %lld (%s): %s"),
			    (unsigned long)rows_int(&w->line, 0),
			    rows_int(&w->id, 0), w->place.s,
			    gettext(reasons[i].words));
}

/* Says the first lines of each reason, and counts all. */
static enum rc
perimeter_ids_count(struct db *db, struct pool *pool, struct perimeter_ids *n)
{
	const char *before = "";
	struct result res;
	enum rc rc = query_run(db, pool, Q_PERIMETER_IDS_REFUSED, NULL, &res);

	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct perimeter_ids_refused_row *w =
		    perimeter_ids_refused_row(&res, i);

		if (strcmp(w->fault.s, before) != 0)
			n->refused += (unsigned long)rows_int(&w->of_kind, 0);
		before = w->fault.s;
		perimeter_ids_tell(w);
	}
	if (rc == RC_OK)
		rc = query_run(db, pool, Q_PERIMETER_IDS_TAKEN, NULL, &res);
	if (rc == RC_OK)
		n->taken = (unsigned long)
		    rows_int(&perimeter_ids_taken_row(&res, 0)->taken, 0);
	return rc;
}

/* Within the transaction of the caller. */
static enum rc
perimeter_ids_write(struct db *db, struct pool *pool, const struct buf *rows,
    struct perimeter_ids *n)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_PERIMETER_IDS_DROP, NULL, &res);

	if (rc == RC_OK)
		rc = query_run(db, pool, Q_PERIMETER_IDS_STAGE, NULL, &res);
	if (rc == RC_OK && rows->len > 0)
		rc = query_load(db, Q_PERIMETER_IDS_READ, rows);
	if (rc == RC_OK)
		rc = query_run(db, pool, Q_PERIMETER_IDS_JUDGE, NULL, &res);
	if (rc == RC_OK)
		rc = perimeter_ids_count(db, pool, n);
	if (rc != RC_OK)
		return rc;
	if (n->taken == 0) {
		log_msg(_("no line of the table can be taken"));
		return RC_BAD_PARAM;
	}
	rc = query_run(db, pool, Q_PERIMETER_IDS_WRITE, NULL, &res);
	return rc == RC_OK
	    ? query_run(db, pool, Q_PERIMETER_VERSION, NULL, &res)
	    : rc;
}

enum rc
perimeter_ids_import(struct db *db, struct csv_source *in,
    struct perimeter_ids *n)
{
	struct reading r = { .lines = 0 };
	struct pool *pool = pool_new();
	enum rc rc = csv_table_read(in, columns, perimeter_ids_take, &r);

	*n = (struct perimeter_ids){ .refused = r.strange };
	if (rc == RC_OK && (rc = db_begin(db)) == RC_OK) {
		rc = perimeter_ids_write(db, pool, &r.rows, n);
		if (rc == RC_OK)
			rc = db_commit(db);
		else
			db_rollback(db);
	}
	buf_free(&r.rows);
	pool_free(pool);
	return rc;
}
