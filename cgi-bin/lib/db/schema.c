/* schema.c - the schema, in numbered steps. */

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "db/schema.h"
#include "gen/queries/db.h"

char *
schema_read(const char *share_dir, const char *file, size_t *n)
{
	struct buf b = { 0 };
	char path[4096];
	const char *why;

	snprintf(path, sizeof(path), "%s/sql/%s", share_dir, file);
	if ((why = buf_put_file(&b, path)) != NULL) {
		log_msg(_("cannot read \"%s\": %s"), path, gettext(why));
		buf_free(&b);
		return NULL;
	}
	*n = b.len;
	return b.data;
}

static int
is_step(const struct dirent *e)
{
	size_t n = strlen(e->d_name);

	return n > 8 && isdigit((unsigned char)e->d_name[0]) &&
	    strcmp(e->d_name + n - 4, ".sql") == 0;
}

static int
list_steps(const char *share_dir, struct dirent ***steps)
{
	char path[4096];
	int n;

	snprintf(path, sizeof(path), "%s/sql/schema", share_dir);
	if ((n = scandir(path, steps, is_step, alphasort)) < 0)
		log_msg(_("cannot read \"%s\": %s"), path, say_error(errno));
	return n;
}

static void
free_steps(struct dirent **steps, int n)
{
	while (n-- > 0)
		free(steps[n]);
	free(steps);
}

static bool
is_applied(const struct result *done, const char *step)
{
	for (unsigned i = 0; i < done->rows; i++)
		if (strcmp(schema_steps_row(done, i)->name.s, step) == 0)
			return true;
	return false;
}

static enum rc
applied(struct db *db, struct pool *pool, struct result *done)
{
	struct result table;
	enum rc rc = query_run(db, pool, Q_SCHEMA_STEP_TABLE, NULL, &table);

	*done = (struct result){ 0 };
	if (rc == RC_OK &&
	    rows_int(&schema_step_table_row(&table, 0)->tables, 0) > 0)
		rc = query_run(db, pool, Q_SCHEMA_STEPS, NULL, done);
	return rc;
}

static enum rc
run_file(struct db *db, const char *share_dir, const char *file)
{
	size_t n;
	char *sql = schema_read(share_dir, file, &n);
	enum rc rc = sql != NULL ? db_script(db, file, sql) : RC_FAIL;

	free(sql);
	return rc;
}

static enum rc
apply(struct db *db, struct pool *pool, const char *share_dir, const char *step)
{
	const struct arg *args = NULL;
	struct result res;
	char file[300];
	enum rc rc;

	snprintf(file, sizeof(file), "schema/%s", step);
	if ((rc = run_file(db, share_dir, file)) != RC_OK)
		return rc;
	arg_text(pool, &args, SCHEMA_STEP_DONE_IN_NAME, step);
	if ((rc = query_run(db, pool, Q_SCHEMA_STEP_DONE, args, &res)) == RC_OK)
		say(_("schema: %s applied"), step);
	return rc;
}

static enum rc
apply_missing(struct db *db, struct pool *pool, const char *share_dir,
    int *count)
{
	struct dirent **steps = NULL;
	struct result done, res;
	int n = list_steps(share_dir, &steps);
	enum rc rc = n < 0
	    ? RC_FAIL
	    : query_run(db, pool, Q_SCHEMA_STEP_CREATE, NULL, &res);

	*count = 0;
	if (rc == RC_OK)
		rc = applied(db, pool, &done);
	for (int i = 0; rc == RC_OK && i < n; i++) {
		if (is_applied(&done, steps[i]->d_name))
			continue;
		rc = apply(db, pool, share_dir, steps[i]->d_name);
		++*count;
	}
	free_steps(steps, n);
	return rc;
}

/* Read again at each migration. */
static const char *const lists[] = { "data/lists.sql", "data/stop-words.sql",
	"data/countries.sql", "data/facts.sql", "data/place-words.sql",
	"data/perimeter-ids.sql" };

enum rc
schema_migrate(struct db *db, const char *share_dir)
{
	struct pool *pool = pool_new();
	int count;
	enum rc rc = apply_missing(db, pool, share_dir, &count);

	if (rc == RC_OK && count == 0)
		say(_("schema: nothing to apply"));
	for (size_t i = 0; rc == RC_OK && i < sizeof(lists) / sizeof(lists[0]);
	     i++)
		rc = run_file(db, share_dir, lists[i]);
	pool_free(pool);
	return rc;
}

int
schema_missing(struct db *db, const char *share_dir)
{
	struct pool *pool = pool_new();
	struct dirent **steps = NULL;
	struct result done;
	int n = list_steps(share_dir, &steps), missing = 0;

	if (n < 0 || applied(db, pool, &done) != RC_OK)
		missing = -1;
	for (int i = 0; missing >= 0 && i < n; i++)
		missing += !is_applied(&done, steps[i]->d_name);
	free_steps(steps, n);
	pool_free(pool);
	return missing;
}

bool
schema_is_new(struct db *db)
{
	struct pool *pool = pool_new();
	struct result done;
	bool is_new = applied(db, pool, &done) != RC_OK || done.rows == 0;

	pool_free(pool);
	return is_new;
}

/* "CREATE TABLE name", "ALTER TABLE name" and "KEY name (" lines of a step. */
static bool
scan_step(char *sql, bool (*fn)(void *, const char *, const char *), void *arg)
{
	char table[65] = "", name[65];
	char *line;

	while ((line = strsep(&sql, "\n")) != NULL) {
		const char *key = strstr(line, "KEY ");

		if (sscanf(line, "CREATE TABLE %64[a-z_]", name) == 1 ||
		    sscanf(line, "ALTER TABLE %64[a-z_]", name) == 1)
			memcpy(table, name, strlen(name) + 1);
		else if (key != NULL && strncmp(line, "  ", 2) == 0 &&
		    strstr(line, "FOREIGN") == NULL &&
		    sscanf(key, "KEY %64[a-z_] (", name) == 1 &&
		    !fn(arg, table, name))
			return false;
	}
	return true;
}

bool
schema_each_index(const char *share_dir,
    bool (*fn)(void *arg, const char *table, const char *index), void *arg)
{
	struct dirent **steps = NULL;
	int n = list_steps(share_dir, &steps);
	bool good = n >= 0;

	for (int i = 0; good && i < n; i++) {
		char file[300];
		size_t size;
		char *sql;

		snprintf(file, sizeof(file), "schema/%s", steps[i]->d_name);
		sql = schema_read(share_dir, file, &size);
		good = sql != NULL && scan_step(sql, fn, arg);
		free(sql);
	}
	free_steps(steps, n);
	return good;
}
