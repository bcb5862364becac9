/* project_table.c - kinds of projects, as a table. */

#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/query.h"
#include "gen/queries/vocabulary.h"
#include "table/csv_table.h"
#include "table/loss.h"
#include "vocabulary/project_table.h"

enum { MAX_PROJECTS = 2000, FIELDS = 4 };

static const char *const columns[] = { "nom", "categorie", "requis", "exclus",
	NULL };
static const enum query_arg args_of[FIELDS] = { PROJECT_WRITE_IN_NAME,
	PROJECT_WRITE_IN_CATEGORY, PROJECT_WRITE_IN_REQUIRED,
	PROJECT_WRITE_IN_EXCLUDED };
/* In bytes, no more than the columns have characters: see keywords.c. */
static const size_t sizes[FIELDS] = { 150, 100, 3000, 1000 };

struct project_import {
	struct pool *pool;
	struct value name[MAX_PROJECTS];
	const char *slug[MAX_PROJECTS];
	/* Of project_write, ready to run: nothing is written before the whole
	 * table is known to be valid. */
	const struct arg *args[MAX_PROJECTS];
	size_t n;
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

/* Checks a line and keeps its arguments until all lines are checked. */
static enum rc
project_table_take_row(void *arg, char **field, unsigned long line)
{
	struct project_import *x = arg;
	const struct arg **args = &x->args[x->n];
	char slug[150];

	if (!csv_table_fits(columns, sizes, field, line))
		return RC_BAD_PARAM;
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
	x->name[x->n++] = (struct value){ VALUE_TEXT, 0,
		pool_strdup(x->pool, field[0]), strlen(field[0]) };
	return RC_OK;
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
		rc = db_commit(db);
	else
		db_rollback(db);
	return rc;
}

enum rc
project_table_import(struct db *db, struct csv_source *in, bool force,
    unsigned long *count)
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
		rc = project_table_replace(db, x, force);
	*count = (unsigned long)x->n;
	pool_free(pool);
	return rc;
}

enum rc
project_table_export(struct db *db, FILE *f)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(db, pool, Q_PROJECTS, NULL, &res);

	if (rc == RC_OK)
		csv_table_begin(f, columns, FIELDS);
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct projects_row *row = projects_row(&res, r);
		const char *field[FIELDS] = { row->name.s, row->category.s,
			row->required.s, row->excluded.s };

		csv_table_write(f, field, FIELDS);
	}
	pool_free(pool);
	return rc;
}
