/* project_table.c - project types, as a table. */

#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/query.h"
#include "gen/queries/vocabulary.h"
#include "table/csv_table.h"
#include "table/loss.h"
#include "vocabulary/general_kinds.h"
#include "vocabulary/project_check.h"
#include "vocabulary/project_table.h"
#include "vocabulary/synonyms.h"

enum { MAX_PROJECTS = 2000, FIELDS = 4 };

static const char *const columns[] = { "nom", "categorie", "requis", "exclus",
	NULL };
static const enum query_arg args_of[FIELDS] = { PROJECT_WRITE_IN_NAME,
	PROJECT_WRITE_IN_CATEGORY, PROJECT_WRITE_IN_REQUIRED,
	PROJECT_WRITE_IN_EXCLUDED };
/* In bytes, no more than the columns have characters: see keywords.c. */
static const size_t sizes[FIELDS] = { 150, 100, 3000, 1000 };
/* The category of general kinds: French, as all that people keep, and none that
 * a project is likely to have.  It is read folded. */
static const char category[] = "genre général";

struct project_import {
	struct pool *pool;
	struct value name[MAX_PROJECTS];
	const char *slug[MAX_PROJECTS];
	/* Of project_write, ready to run: nothing is written before the whole
	 * table is known to be valid. */
	const struct arg *args[MAX_PROJECTS];
	const char *required[MAX_PROJECTS], *excluded[MAX_PROJECTS];
	unsigned long line[MAX_PROJECTS];
	size_t n;
	struct project_check check;
};

/* Two projects cannot have one address. */
static bool
project_table_is_taken(const struct project_import *x, const char *slug,
    const char *name, unsigned long line)
{
	for (size_t i = 0; i < x->n; i++) {
		if (strcmp(x->slug[i], slug) != 0)
			continue;
		log_msg(_("line %lu: \"%s\" is too like \"%s\""), line, name,
		    x->name[i].s);
		return true;
	}
	return false;
}

/* Keeps a general kind: wordings, which say no more than themselves. */
static enum rc
project_table_take_kind(struct project_import *x, char **field,
    unsigned long line)
{
	struct general_kinds *kinds = &x->check.kinds;
	struct general_kind *k = &kinds->kind[kinds->n];
	size_t n = strlen(field[0]);

	if (kinds->n == GENERAL_KINDS) {
		log_msg(_("line %lu: more than %d general kinds"), line,
		    GENERAL_KINDS);
		return RC_BAD_PARAM;
	}
	if (strpbrk(field[0], "[]|+") != NULL ||
	    strpbrk(field[2], "[]+") != NULL || phrases_count(field[2]) == 0 ||
	    field[3][0] != '\0') {
		log_msg(_("line %lu: \"%s\": a general kind has wordings "
			  "alone, separated by |"),
		    line, field[0]);
		return RC_BAD_PARAM;
	}
	if (general_kinds_find(kinds, field[0], n) != NULL) {
		log_msg(_("line %lu: \"%.200s\": %s"), line, field[0],
		    _("it is there twice"));
		return RC_BAD_PARAM;
	}
	k->name = pool_strdup(x->pool, field[0]);
	k->wordings = pool_strdup(x->pool, field[2]);
	x->check.line[kinds->n++] = line;
	return RC_OK;
}

static bool
project_table_is_kind(const char *text)
{
	char folded[sizeof(category)], own[sizeof(category)];

	return strcmp(str_fold(folded, sizeof(folded), text),
		   str_fold(own, sizeof(own), category)) == 0;
}

/* Checks a line and keeps its arguments until all lines are checked. */
static enum rc
project_table_take_row(void *arg, char **field, unsigned long line)
{
	struct project_import *x = arg;
	const struct arg **args = &x->args[x->n];
	char slug[150];

	if (!csv_table_fits(columns, sizes, field, line))
		return RC_BAD_PARAM;
	if (project_table_is_kind(field[1]))
		return project_table_take_kind(x, field, line);
	if (x->n == MAX_PROJECTS) {
		log_msg(_("line %lu: more than %d projects"), line,
		    MAX_PROJECTS);
		return RC_BAD_PARAM;
	}
	if (project_table_is_taken(x, str_slug(slug, sizeof(slug), field[0]),
		field[0], line))
		return RC_BAD_PARAM;
	x->slug[x->n] = pool_strdup(x->pool, slug);
	arg_text(x->pool, args, PROJECT_WRITE_IN_SLUG, x->slug[x->n]);
	for (int i = 0; i < FIELDS; i++)
		arg_text(x->pool, args, args_of[i],
		    pool_strdup(x->pool, field[i]));
	x->required[x->n] = pool_strdup(x->pool, field[2]);
	x->excluded[x->n] = pool_strdup(x->pool, field[3]);
	x->line[x->n] = line;
	x->name[x->n++] = (struct value){ VALUE_TEXT, 0,
		pool_strdup(x->pool, field[0]), strlen(field[0]) };
	return RC_OK;
}

/* General kinds may come after those that name them. */
static enum rc
project_table_check(struct project_import *x)
{
	for (size_t i = 0; i < x->n; i++)
		if (!project_check_row(&x->check, x->line[i], x->name[i].s,
			x->required[i], x->excluded[i]))
			return RC_BAD_PARAM;
	return RC_OK;
}

static enum rc
project_table_write_kinds(struct db *db, const struct project_import *x)
{
	struct result res;
	enum rc rc = query_run(db, x->pool, Q_GENERAL_KINDS_DELETE, NULL, &res);

	for (size_t i = 0; rc == RC_OK && i < x->check.kinds.n; i++) {
		const struct general_kind *kind = &x->check.kinds.kind[i];
		const struct arg *args = NULL;

		arg_text(x->pool, &args, GENERAL_KIND_WRITE_IN_NAME,
		    kind->name);
		arg_text(x->pool, &args, GENERAL_KIND_WRITE_IN_WORDINGS,
		    kind->wordings);
		rc = query_run(db, x->pool, Q_GENERAL_KIND_WRITE, args, &res);
	}
	return rc;
}

/* Projects whose names are gone are deleted; the others are updated in place,
 * for pages link to their ids. */
static enum rc
project_table_replace(struct db *db, struct project_import *x, bool force)
{
	const struct arg *keep = NULL;
	struct result res, had;
	enum rc rc = db_begin(db);

	arg_list(x->pool, &keep, PROJECTS_KEEP_IN_NAMES, x->name, x->n);
	if (rc == RC_OK &&
	    (rc = query_run(db, x->pool, Q_VERSION_BUMP, NULL, &res)) ==
		RC_OK &&
	    (rc = query_run(db, x->pool, Q_PROJECTS, NULL, &had)) == RC_OK &&
	    (rc = query_run(db, x->pool, Q_PROJECTS_KEEP, keep, &res)) == RC_OK)
		rc = loss_check(res.affected, had.rows, force);
	for (size_t i = 0; rc == RC_OK && i < x->n; i++)
		rc = query_run(db, x->pool, Q_PROJECT_WRITE, x->args[i], &res);
	if (rc == RC_OK)
		rc = project_table_write_kinds(db, x);
	if (rc == RC_OK)
		rc = db_commit(db);
	else
		db_rollback(db);
	return rc;
}

enum rc
project_table_import(struct db *db, struct csv_source *in, bool force,
    unsigned long *count, unsigned long *kinds)
{
	struct pool *pool = pool_new();
	struct project_import *x = pool_take(pool, sizeof(*x));
	enum rc rc;

	x->pool = pool;
	rc = csv_table_read(in, columns, project_table_take_row, x);
	if (rc == RC_OK && x->n == 0) {
		log_msg(_("the table has no project"));
		rc = RC_BAD_PARAM;
	}
	if (rc == RC_OK)
		rc = project_table_check(x);
	if (rc == RC_OK)
		rc = project_table_replace(db, x, force);
	if (rc == RC_OK)
		project_check_unnamed(&x->check);
	*count = (unsigned long)x->n;
	*kinds = (unsigned long)x->check.kinds.n;
	pool_free(pool);
	return rc;
}

enum rc
project_table_export(struct db *db, FILE *f)
{
	struct pool *pool = pool_new();
	struct general_kinds kinds;
	struct result res;
	enum rc rc = general_kinds_load(db, pool, &kinds);

	if (rc == RC_OK)
		rc = query_run(db, pool, Q_PROJECTS, NULL, &res);
	if (rc == RC_OK)
		csv_table_begin(f, columns, FIELDS);
	for (size_t i = 0; rc == RC_OK && i < kinds.n; i++) {
		const char *field[FIELDS] = { kinds.kind[i].name, category,
			kinds.kind[i].wordings, "" };

		csv_table_write(f, field, FIELDS);
	}
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct projects_row *row = projects_row(&res, r);
		const char *field[FIELDS] = { row->name.s, row->category.s,
			row->required.s, row->excluded.s };

		csv_table_write(f, field, FIELDS);
	}
	pool_free(pool);
	return rc;
}
