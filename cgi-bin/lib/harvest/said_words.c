/* said_words.c - what a person says of words of feeds. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/harvest.h"
#include "harvest/said_words.h"
#include "harvest/word_check.h"
#include "table/csv_table.h"

enum { SOURCE, FIELD, WORD, MEANS, SAID_COLUMNS, MAX_ROWS = 10000 };

/* Those after what is said are for who says it, and come back unread. */
static const char *const columns[] = { "flux", "champ", "mot", "devient",
	"fois", "exemple", "ressemble", NULL };
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) - 1 };
static const size_t sizes[SAID_COLUMNS] = { 64, 40, 255, 700 };

/* Whoever reads the list of words types its number: words have blanks, signs
 * and accents that no one types twice. */
enum rc
said_word_find(struct db *db, struct pool *pool, const char *number,
    struct said_word *w)
{
	const struct arg *args = NULL;
	const struct feed_word_by_id_row *row;
	struct result res = { 0 };
	enum rc rc = RC_OK;

	arg_int(pool, &args, ARG_ID, strtoll(number, NULL, 10));
	if (strspn(number, "0123456789") == strlen(number))
		rc = query_run(db, pool, Q_FEED_WORD_BY_ID, args, &res);
	if (rc == RC_OK && res.rows == 0) {
		log_msg(_("no word has the number %s: guichet words"), number);
		rc = RC_NOT_FOUND;
	}
	if (rc != RC_OK)
		return rc;
	row = feed_word_by_id_row(&res, 0);
	*w = (struct said_word){ row->source.s, row->field.s, row->word.s, "" };
	return RC_OK;
}

/* Writes a word whose meaning is right, within the transaction.  What says the
 * same again changes nothing, so that a table may come back whole, with a line
 * more, and no other feed is read again for it. */
static enum rc
write_word(struct db *db, struct pool *pool, const struct said_word *w)
{
	static const enum query_id again[] = { Q_FEED_WORD_AIDS,
		Q_FEED_WORD_FEEDS };
	const struct arg *args = NULL;
	char folded[256];
	struct result res;
	enum rc rc;

	arg_text(pool, &args, ARG_SOURCE, w->source);
	arg_text(pool, &args, ARG_FIELD, w->field);
	arg_text(pool, &args, ARG_FOLDED,
	    str_fold(folded, sizeof(folded), w->word));
	arg_text(pool, &args, ARG_WORD, w->word);
	arg_text(pool, &args, ARG_MEANS, *w->means != '\0' ? w->means : NULL);
	rc = query_run(db, pool, Q_FEED_WORD_PUT, args, &res);
	if (rc != RC_OK || res.affected == 0)
		return rc;
	for (size_t i = 0; rc == RC_OK && i < sizeof(again) / sizeof(again[0]);
	     i++)
		rc = query_run(db, pool, again[i], args, &res);
	return rc;
}

/* All of a table, or nothing of it. */
static enum rc
end_writing(struct db *db, enum rc rc)
{
	if (rc == RC_OK)
		return db_commit(db);
	db_rollback(db);
	return rc;
}

enum rc
said_word_put(struct db *db, const struct said_word *w)
{
	struct pool *pool = pool_new();
	struct word_check *check = NULL;
	enum rc rc = word_check_open(db, &check);

	if (rc == RC_OK)
		rc = db_begin(db);
	if (rc == RC_OK)
		rc = word_check_value(check, w->field, w->word, w->means);
	if (rc == RC_OK)
		rc = write_word(db, pool, w);
	rc = end_writing(db, rc);
	word_check_close(check);
	pool_free(pool);
	return rc;
}

/* ---- as a table ---- */

/* What is to be said is in it, too: where there are hundreds of words they are
 * said in a spreadsheet, with what each resembles beside it. */
enum rc
said_words_export(struct db *db, FILE *f)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(db, pool, Q_FEED_WORD_ROWS, NULL, &res);

	csv_table_begin(f, columns, COLUMNS);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct feed_word_rows_row *r = feed_word_rows_row(&res,
		    i);
		const char *means = rows_text(pool, &r->means);
		const char *field[COLUMNS] = { r->source.s, r->field.s,
			r->word.s, means != NULL ? means : "",
			pool_printf(pool, "%lld", rows_int(&r->times, 0)),
			r->example.s, r->resembles.s };

		csv_table_write(f, field, COLUMNS);
	}
	pool_free(pool);
	return rc == RC_OK && fflush(f) != 0 ? RC_FAIL : rc;
}

/* Rows of a table on their way into the base: what each says is checked by the
 * same lists, read once. */
struct taking {
	struct db *db;
	struct pool *pool;
	struct word_check *check;
	unsigned n;
};

static enum rc
take_line(void *arg, char **field, unsigned long line)
{
	struct taking *t = arg;
	const struct said_word w = { field[SOURCE], field[FIELD], field[WORD],
		field[MEANS] };
	enum rc rc;

	for (int i = 0; i < SAID_COLUMNS; i++)
		if (strlen(field[i]) > sizes[i] || t->n == MAX_ROWS ||
		    ((i == FIELD || i == WORD) && *field[i] == '\0')) {
			log_msg(_("line %lu: a row is a feed or none, a field, "
				  "a word, and what it means"),
			    line);
			return RC_BAD_PARAM;
		}
	t->n++;
	pool_reset(t->pool);
	rc = word_check_value(t->check, w.field, w.word, w.means);
	if (rc == RC_BAD_PARAM)
		log_msg(_("line %lu is not taken"), line);
	return rc == RC_OK ? write_word(t->db, t->pool, &w) : rc;
}

enum rc
said_words_import(struct db *db, struct csv_source *in, unsigned *n)
{
	struct taking t = { .db = db, .pool = pool_new() };
	enum rc rc = word_check_open(db, &t.check);

	if (rc == RC_OK)
		rc = db_begin(db);
	if (rc == RC_OK)
		rc = csv_table_read(in, columns, take_line, &t);
	rc = end_writing(db, rc);
	word_check_close(t.check);
	pool_free(t.pool);
	*n = t.n;
	return rc;
}
