/* keywords.c - families of words, as a table. */

#include <stdint.h>
#include <string.h>

#include <libxml/hash.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/query.h"
#include "gen/constants.h"
#include "gen/queries/vocabulary.h"
#include "table/csv_table.h"
#include "table/loss.h"
#include "vocabulary/keywords.h"
#include "vocabulary/synonyms.h"

/* The sizes are bytes, as many as the database has characters: a text that is
 * too long is refused with its line, where LOAD DATA would cut it. */
const char *const keywords_columns[] = { "type", "terme", "synonymes", NULL };
static const size_t sizes[] = { 9, 100, 2000 };

/* Types are French in the tables that people keep and exchange: they do not
 * change. */
static const struct {
	const char *written, *kept;
} kinds[] = {
	{ "objet", KEYWORD_OBJECT },
	{ "intention", KEYWORD_INTENTION },
	{ "sigle", KEYWORD_ACRONYM },
};

struct keywords_import {
	xmlHashTablePtr lines; /* of kinds and terms */
	struct buf rows;
	unsigned long n;
};

/* A term is of one line: the database would silently keep the first. */
static bool
keywords_is_taken(struct keywords_import *x, const char *kind, char **field,
    unsigned long line)
{
	const xmlChar *k = (const xmlChar *)kind;
	const xmlChar *term = (const xmlChar *)field[1];
	uintptr_t before = (uintptr_t)xmlHashLookup2(x->lines, k, term);

	if (before == 0) {
		xmlHashAddEntry2(x->lines, k, term, (void *)(uintptr_t)line);
		return false;
	}
	log_msg(_("line %lu: \"%s;%s\" is in line %lu already"), line, field[0],
	    field[1], (unsigned long)before);
	return true;
}

/* Checks a line and appends its row; kinds are French in the table, which
 * people edit, and English in the database. */
static enum rc
keywords_take_row(void *arg, char **field, unsigned long line)
{
	struct keywords_import *x = arg;
	const char *kind = NULL;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(field[0], kinds[i].written) == 0)
			kind = kinds[i].kept;
	if (kind == NULL) {
		log_msg(
		    _("line %lu: the type \"%s\" is not objet, intention or "
		      "sigle"),
		    line, field[0]);
		return RC_BAD_PARAM;
	}
	if (!csv_table_fits(keywords_columns, sizes, field, line) ||
	    keywords_is_taken(x, kind, field, line))
		return RC_BAD_PARAM;
	if (1 + phrases_count(field[2]) > SYNONYM_PHRASES) {
		log_msg(_("line %lu: \"%s\": more than %d terms in a family"),
		    line, field[1], SYNONYM_PHRASES);
		return RC_BAD_PARAM;
	}
	buf_putf(&x->rows, "%s\t", kind);
	buf_put_tsv(&x->rows, field[1]);
	buf_putc(&x->rows, '\t');
	buf_put_tsv(&x->rows, field[2]);
	buf_putc(&x->rows, '\n');
	x->n++;
	return RC_OK;
}

/* Replaces the whole table in one transaction, with a new version of the data
 * so that programs reload it. */
static enum rc
keywords_replace(struct db *db, const struct keywords_import *x, bool force)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = db_begin(db);

	if (rc == RC_OK &&
	    (rc = query_run(db, pool, Q_VERSION_BUMP, NULL, &res)) == RC_OK &&
	    (rc = query_run(db, pool, Q_KEYWORDS_DELETE, NULL, &res)) ==
		RC_OK &&
	    (rc = loss_check_counts(res.affected, x->n, force)) == RC_OK)
		rc = query_load(db, Q_KEYWORDS_WRITE, &x->rows);
	if (rc == RC_OK)
		rc = db_commit(db);
	else
		db_rollback(db);
	pool_free(pool);
	return rc;
}

enum rc
keywords_import(struct db *db, struct csv_source *in, bool force,
    unsigned long *count)
{
	struct keywords_import x = { .lines = xmlHashCreate(0) };
	enum rc rc = csv_table_read(in, keywords_columns, keywords_take_row,
	    &x);

	if (rc == RC_OK)
		rc = keywords_replace(db, &x, force);
	*count = x.n;
	buf_free(&x.rows);
	xmlHashFree(x.lines, NULL);
	return rc;
}

enum rc
keywords_export(struct db *db, FILE *f)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(db, pool, Q_KEYWORDS, NULL, &res);

	if (rc == RC_OK)
		csv_table_begin(f, keywords_columns, 3);
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct keywords_row *row = keywords_row(&res, r);
		const char *field[3] = { "", row->term.s, row->synonyms.s };

		for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
			if (strcmp(row->kind.s, kinds[i].kept) == 0)
				field[0] = kinds[i].written;
		csv_table_write(f, field, 3);
	}
	pool_free(pool);
	return rc;
}
