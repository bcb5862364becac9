/* place_words.c - words of places, as a table. */

#include <string.h>

#include <libxml/hash.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/query.h"
#include "gen/queries/gazetteer.h"
#include "gen/queries/territory_zone.h"
#include "gen/queries/vocabulary.h"
#include "table/csv_table.h"
#include "table/loss.h"
#include "vocabulary/place_words.h"

static const char *const columns[] = { "type", "mots", "sens", NULL };
enum { TYPE, MOTS, SENS, FIELDS };
/* Bytes, as many as the database has characters; a body's meaning may be ''. */
static const size_t sizes[] = { 20, 120, 32 };

/* French in the table, which people edit, and English in the database. */
static const struct {
	const char *written, *kept;
	bool wants_meaning;
} kinds[] = {
	{ "marque", "brand", true },
	{ "sigle", "short", true },
	{ "code", "code", true },
	{ "ancien", "former", true },
	{ "abréviation", "abbreviation", true },
	{ "organisme", "body", false },
	{ "mention", "label", false },
};
enum { NKINDS = sizeof(kinds) / sizeof(kinds[0]) };

struct place_words_import {
	xmlHashTablePtr seen; /* kinds and words */
	struct buf rows;
	unsigned long n;
};

static enum rc
place_words_refuse(unsigned long line, const char *what, const char *why)
{
	log_msg(_("line %lu: \"%.200s\": %s"), line, what, why);
	return RC_BAD_PARAM;
}

/* A code, or several that blanks part, each with the zero that a spreadsheet
 * took from it. */
static void
place_words_put_codes(struct buf *rows, const char *codes)
{
	char code[32];

	while (*codes != '\0') {
		size_t n = strcspn(codes, " ");

		snprintf(code, sizeof(code), "%.*s", (int)n, codes);
		buf_puts(rows, str_lost_zero(code));
		buf_puts(rows, code);
		codes += n;
		if (*codes == ' ')
			buf_putc(rows, *codes++);
	}
}

/* Checks a line and appends its row. */
static enum rc
place_words_take_row(void *arg, char **field, unsigned long line)
{
	struct place_words_import *x = arg;
	int k = 0;

	while (k < NKINDS && strcmp(field[TYPE], kinds[k].written) != 0)
		k++;
	if (k == NKINDS)
		return place_words_refuse(line, field[TYPE],
		    _("the type is not marque, sigle, code, ancien, "
		      "abréviation, organisme or mention"));
	if (!csv_table_fits(columns, sizes, field, line))
		return RC_BAD_PARAM;
	if (kinds[k].wants_meaning && field[SENS][0] == '\0')
		return place_words_refuse(line, field[MOTS],
		    _("what it means is missing"));
	for (const char *c = field[SENS]; *c != '\0'; c++)
		if ((unsigned char)*c < ' ' || (unsigned char)*c > '~')
			return place_words_refuse(line, field[SENS],
			    _("this is no code of a place"));
	if (xmlHashAddEntry2(x->seen, (const xmlChar *)kinds[k].kept,
		(const xmlChar *)field[MOTS], x) != 0)
		return place_words_refuse(line, field[MOTS],
		    _("it is there twice"));
	buf_putf(&x->rows, "%s\t", kinds[k].kept);
	if (strcmp(kinds[k].kept, "code") == 0)
		buf_puts(&x->rows, str_lost_zero(field[MOTS]));
	buf_put_tsv(&x->rows, field[MOTS]);
	buf_putc(&x->rows, '\t');
	place_words_put_codes(&x->rows, field[SENS]);
	buf_putc(&x->rows, '\n');
	x->n++;
	return RC_OK;
}

/* A code of a later reference, or a typing mistake: it is said. */
static enum rc
place_words_say_unknown(struct db *db, struct pool *pool)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_PLACE_WORDS_UNKNOWN, NULL, &res);

	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct place_words_unknown_row *row =
		    place_words_unknown_row(&res, r);

		say(_("\"%s\": no territory of today has the code \"%s\""),
		    row->words.s, row->meaning.s);
	}
	return rc;
}

/* Replaces the whole table, with a new version of the names of places so that
 * programs read them again. */
static enum rc
place_words_replace(struct db *db, struct pool *pool,
    const struct place_words_import *x, bool force)
{
	struct result res;
	enum rc rc;

	if ((rc = query_run(db, pool, Q_PERIMETER_VERSION, NULL, &res)) !=
		RC_OK ||
	    (rc = query_run(db, pool, Q_PLACE_WORDS_DELETE, NULL, &res)) !=
		RC_OK ||
	    (rc = loss_check_counts(res.affected, x->n, force)) != RC_OK ||
	    (rc = query_load(db, Q_PLACE_WORDS_WRITE, &x->rows)) != RC_OK)
		return rc;
	return place_words_say_unknown(db, pool);
}

enum rc
place_words_import(struct db *db, struct csv_source *in, bool force,
    unsigned long *count)
{
	struct place_words_import x = { .seen = xmlHashCreate(0) };
	struct pool *pool = pool_new();
	enum rc rc = csv_table_read(in, columns, place_words_take_row, &x);

	if (rc == RC_OK && (rc = db_begin(db)) == RC_OK) {
		rc = place_words_replace(db, pool, &x, force);
		if (rc == RC_OK)
			rc = db_commit(db);
		else
			db_rollback(db);
	}
	*count = x.n;
	pool_free(pool);
	buf_free(&x.rows);
	xmlHashFree(x.seen, NULL);
	return rc;
}

enum rc
place_words_export(struct db *db, FILE *f)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(db, pool, Q_GAZETTEER_MEANINGS, NULL, &res);

	if (rc == RC_OK)
		csv_table_begin(f, columns, FIELDS);
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct gazetteer_meanings_row *row =
		    gazetteer_meanings_row(&res, r);
		const char *field[FIELDS] = { "", row->words.s,
			row->meaning.s };

		for (int k = 0; k < NKINDS; k++)
			if (strcmp(row->kind.s, kinds[k].kept) == 0)
				field[TYPE] = kinds[k].written;
		csv_table_write(f, field, FIELDS);
	}
	pool_free(pool);
	return rc;
}
