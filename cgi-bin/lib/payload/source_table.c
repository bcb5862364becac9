/* source_table.c - the sources of démarches, as a table. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/query.h"
#include "db/rows.h"
#include "ds/champ_name.h"
#include "ds/demarche_diff.h"
#include "gen/constants.h"
#include "gen/queries/payload.h"
#include "payload/source.h"
#include "payload/source_propose.h"
#include "payload/source_table.h"
#include "table/csv_table.h"
#include "table/loss.h"

enum {
	/* Lengths are in bytes, no more than the columns of champ_source have
	 * characters, for LOAD DATA would cut what is longer; place is one
	 * byte. */
	MAX_LINES = 200000,
	MAX_PLACE = 200,
	MAX_SOURCE = 2000,
	MAX_CONDITION = 1000
};

static const char *const columns[] = { "demarche", "champ", "libelle", "source",
	"condition", "etat", NULL };
enum { DEMARCHE, CHAMP, LIBELLE, SOURCE, CONDITION, ETAT, FIELDS };

struct line {
	struct source source;
	unsigned demarche;
	unsigned long number; /* in the file */
};

struct source_import {
	struct pool *pool;
	struct facts *facts;
	struct line *line;
	size_t n, size;
	bool force;
};

/* ---- lines ---- */

static enum rc
source_table_refuse(unsigned long line, const char *what, const char *why)
{
	log_msg(_("line %lu: \"%.200s\": %s"), line, what, why);
	return RC_BAD_PARAM;
}

/* A fault of source.h, in words. */
static const char *
source_table_words_of(const char *fault)
{
	static const struct {
		const char *fault, *words;
	} all[] = {
		{ "syntax",
		    N_("the source or its condition is not written "
		       "as it should") },
		{ "fact", N_("there is no such fact") },
		{ "list", N_("there is no such column of a list") },
		{ "value", N_("there is no such value of that choice") },
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(all[i].fault, fault) == 0)
			return gettext(all[i].words);
	return fault;
}

static enum rc
source_table_read_number(const char *s, unsigned long line, unsigned *number)
{
	unsigned long n = strtoul(s, NULL, 10);

	if (*s == '\0' || strspn(s, "0123456789") != strlen(s) ||
	    strlen(s) > 10 || n < 1 || n > UINT32_MAX)
		return source_table_refuse(line, s,
		    _("this is no number of a démarche"));
	*number = (unsigned)n;
	return RC_OK;
}

static enum rc
read_state(const char *s, unsigned long line, bool *confirmed)
{
	char folded[20];

	str_fold(folded, sizeof(folded), s);
	*confirmed = strcmp(folded, "confirme") == 0;
	return *confirmed || strcmp(folded, "propose") == 0
	    ? RC_OK
	    : source_table_refuse(line, s,
		  _("the state is neither \"confirmé\" nor "
		    "\"proposé\""));
}

static enum rc
check_source(struct source_import *x, char **field, unsigned long line)
{
	const char *fault;

	if (strlen(field[SOURCE]) > MAX_SOURCE ||
	    strlen(field[CONDITION]) > MAX_CONDITION)
		return source_table_refuse(line, field[CHAMP],
		    _("its source or its condition is too long"));
	fault = source_fault(x->facts, field[SOURCE], field[CONDITION]);
	if (fault == NULL)
		return RC_OK;
	return source_table_refuse(line,
	    *field[CONDITION] == '\0' ? field[SOURCE]
				      : pool_printf(x->pool, "%s;%s",
					    field[SOURCE], field[CONDITION]),
	    source_table_words_of(fault));
}

static struct line *
new_line(struct source_import *x, unsigned long number)
{
	struct line *l;

	if (x->n == x->size) {
		x->size = x->size > 0 ? 2 * x->size : 256;
		x->line = realloc(x->line, x->size * sizeof(*x->line));
		if (x->line == NULL)
			log_die("source_table: out of memory");
	}
	l = &x->line[x->n];
	*l = (struct line){ .number = number };
	return l;
}

static enum rc
source_table_take_row(void *arg, char **field, unsigned long number)
{
	struct source_import *x = arg;
	struct line *l;
	enum rc rc;

	if (x->n == MAX_LINES)
		return source_table_refuse(number, field[CHAMP],
		    _("the table is too long"));
	l = new_line(x, number);
	if ((rc = source_table_read_number(field[DEMARCHE], number,
		 &l->demarche)) != RC_OK ||
	    (rc = read_state(field[ETAT], number, &l->source.confirmed)) !=
		RC_OK)
		return rc;
	if (!champ_path_read(field[CHAMP], &l->source.id, &l->source.block))
		return source_table_refuse(number, field[CHAMP],
		    _("this is no key of a champ"));
	if ((rc = check_source(x, field, number)) != RC_OK)
		return rc;
	l->source.source = pool_strdup(x->pool, field[SOURCE]);
	l->source.only_if = pool_strdup(x->pool, field[CONDITION]);
	l->source.label = pool_strdup(x->pool, field[LIBELLE]);
	x->n++;
	return RC_OK;
}

/* ---- what the schemas say of them ---- */

/* By champ, lines of one in their order.  By démarche first: each is loaded
 * once, for all of its lines. */
static int
by_champ(const void *a, const void *b)
{
	const struct line *x = a, *y = b;

	if (x->demarche != y->demarche)
		return x->demarche < y->demarche ? -1 : 1;
	if (x->source.block != y->source.block)
		return x->source.block < y->source.block ? -1 : 1;
	if (x->source.id != y->source.id)
		return x->source.id < y->source.id ? -1 : 1;
	return x->number < y->number ? -1 : x->number > y->number;
}

/* Lines of n démarches are to come, one after another.  A label that differs by
 * blanks at its ends is the champ's, and no label is too. */
static void
source_table_compare(struct source_import *x, const struct demarche *d,
    struct line *l, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct source *s = &l[i].source;
		const struct champ *c = demarche_champ(d, s->id, s->block);
		const char *why = demarche_fault(x->pool, d, s);

		if (why != NULL)
			say(_("  line %lu, démarche %u: %s \"%s\": %s"),
			    l[i].number, d->number,
			    champ_path(x->pool, s->id, s->block),
			    champ_line(x->pool,
				s->label[0] != '\0' || c == NULL ? s->label
								 : c->label,
				90),
			    why);
		if (c != NULL &&
		    (s->label[0] == '\0' ||
			strcmp(champ_line(x->pool, s->label, SIZE_MAX),
			    champ_line(x->pool, c->label, SIZE_MAX)) == 0))
			s->label = c->label;
	}
}

static enum rc
clear(struct db *db, struct pool *pool, const struct line *l)
{
	const struct arg *args = NULL;
	struct result res;

	arg_int(pool, &args, SOURCES_CLEAR_IN_DEMARCHE, l->demarche);
	arg_int(pool, &args, SOURCES_CLEAR_IN_ID, (long long)l->source.id);
	arg_int(pool, &args, SOURCES_CLEAR_IN_BLOCK,
	    (long long)l->source.block);
	return query_run(db, pool, Q_SOURCES_CLEAR, args, &res);
}

/* The rows of n lines of a démarche, in the place of those of their champs. */
static enum rc
source_table_put_rows(struct db *db, struct pool *pool, const struct line *l,
    size_t n, struct buf *rows)
{
	int place = 0;
	enum rc rc;

	for (size_t i = 0; i < n; i++) {
		bool again = i > 0 && l[i].source.id == l[i - 1].source.id &&
		    l[i].source.block == l[i - 1].source.block;

		place = again ? place + 1 : 1;
		if (place > MAX_PLACE)
			return source_table_refuse(l[i].number,
			    l[i].source.label,
			    _("the champ has too many lines"));
		if (!again && (rc = clear(db, pool, &l[i])) != RC_OK)
			return rc;
		source_put_row(rows, l[i].demarche, &l[i].source, place);
	}
	return RC_OK;
}

/* Whether n lines name the champ of a source and all say that it has none. */
static bool
source_table_empties(const struct line *l, size_t n, const struct source *s)
{
	bool named = false;

	for (size_t i = 0; i < n; i++) {
		if (l[i].source.id != s->id || l[i].source.block != s->block)
			continue;
		if (l[i].source.source[0] != '\0')
			return false;
		named = true;
	}
	return named;
}

/* A spreadsheet that lost a column must not empty a form. */
static enum rc
source_table_check_loss(const struct demarche *d, const struct line *l,
    size_t n, bool force)
{
	unsigned long long lost = 0, had = 0;

	for (size_t i = 0; i < d->nsources; i++) {
		const struct source *s = &d->source[i];

		if (!s->confirmed || s->source[0] == '\0')
			continue;
		had++;
		lost += source_table_empties(l, n, s);
	}
	return loss_check(lost, had, force);
}

static enum rc
write_lines(struct db *db, struct source_import *x, struct line *l, size_t n)
{
	struct demarche *d = NULL;
	struct buf rows = { 0 };
	enum rc rc = demarche_load(db, x->pool, l->demarche, &d);

	if (rc == RC_OK) {
		source_table_compare(x, d, l, n);
		rc = source_table_check_loss(d, l, n, x->force);
	}
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	if ((rc = source_table_put_rows(db, x->pool, l, n, &rows)) == RC_OK)
		rc = query_load(db, Q_SOURCES_WRITE, &rows);
	buf_free(&rows);
	return rc;
}

/* ---- the whole ---- */

/* How many lines from i on are of one démarche. */
static size_t
run_of(const struct source_import *x, size_t i)
{
	size_t n = 1;

	while (i + n < x->n && x->line[i + n].demarche == x->line[i].demarche)
		n++;
	return n;
}

static enum rc
source_table_replace(struct db *db, struct source_import *x,
    struct source_report *r)
{
	struct result res;
	enum rc rc = query_run(db, x->pool, Q_VERSION_BUMP, NULL, &res);

	for (size_t i = 0, n; rc == RC_OK && i < x->n; i += n) {
		n = run_of(x, i);
		rc = write_lines(db, x, &x->line[i], n);
		r->demarches++;
	}
	r->lines = (unsigned long)x->n;
	return rc;
}

enum rc
source_table_import(struct db *db, struct csv_source *in, bool force,
    struct source_report *r)
{
	struct source_import x = { .pool = pool_new(), .force = force };
	enum rc rc = facts_load(db, &x.facts);

	if (rc == RC_OK)
		rc = csv_table_read(in, columns, source_table_take_row, &x);
	if (rc == RC_OK && x.n > 0)
		qsort(x.line, x.n, sizeof(*x.line), by_champ);
	if (rc == RC_OK && (rc = db_begin(db)) == RC_OK) {
		rc = source_table_replace(db, &x, r);
		if (rc == RC_OK)
			rc = db_commit(db);
		else
			db_rollback(db);
	}
	free(x.line);
	facts_free(x.facts);
	pool_free(x.pool);
	return rc;
}

enum rc
source_table_export(struct db *db, unsigned number, FILE *f)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct demarche *d;
	struct result res;
	enum rc rc;

	if (number > 0)
		arg_int(pool, &args, SOURCES_TABLE_IN_DEMARCHE, number);
	rc = query_run(db, pool, Q_SOURCES_TABLE, args, &res);
	if (rc == RC_OK && res.rows == 0 && number > 0)
		rc = demarche_load(db, pool, number, &d);
	if (rc == RC_OK)
		csv_table_begin(f, columns, FIELDS);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct sources_table_row *v = sources_table_row(&res, i);
		const char *field[FIELDS] = { [DEMARCHE] = rows_text(pool,
						  &v->demarche),
			[CHAMP] = champ_path(pool,
			    (unsigned long long)rows_int(&v->id, 0),
			    (unsigned long long)rows_int(&v->block, 0)),
			[LIBELLE] = v->label.s,
			[SOURCE] = v->source.s,
			[CONDITION] = v->only_if.s,
			[ETAT] = strcmp(v->state.s, SOURCE_STATE_CONFIRMED) == 0
			    ? "confirmé"
			    : "proposé" };

		csv_table_write(f, field, FIELDS);
	}
	pool_free(pool);
	return rc;
}
