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
#include "db/schema_step.h"
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

/* A list is emptied and filled again: all of it, or nothing, so that those who
 * read meanwhile find one of the two. */
static enum rc
replace_list(struct db *db, const char *share_dir, const char *file)
{
	size_t n;
	char *sql = schema_read(share_dir, file, &n);
	enum rc rc = sql != NULL ? db_begin(db) : RC_FAIL;

	if (rc == RC_OK && (rc = db_script(db, file, sql)) == RC_OK)
		rc = db_commit(db);
	else if (rc != RC_OK && sql != NULL)
		db_rollback(db);
	free(sql);
	return rc;
}

/* From its statement number from, which is 0 for a step that is new. */
static enum rc
apply(struct db *db, struct pool *pool, const char *share_dir, const char *step,
    unsigned from)
{
	char file[300], *sql;
	enum rc rc;
	size_t n;

	snprintf(file, sizeof(file), "schema/%s", step);
	if ((sql = schema_read(share_dir, file, &n)) == NULL)
		return RC_FAIL;
	rc = schema_step_run(db, pool, step, sql, from);
	free(sql);
	if (rc == RC_OK)
		say(_("schema: %s applied"), step);
	return rc;
}

/* What is wrong with the steps of the base, those of this version apart. */
static enum rc
look(struct db *db, struct pool *pool, struct dirent **steps, int n,
    struct schema_state *s)
{
	struct result table, done, begun = { 0 };
	enum rc rc = query_run(db, pool, Q_SCHEMA_STEP_TABLE, NULL, &table);

	*s = (struct schema_state){ 0 };
	if (rc == RC_OK)
		rc = applied(db, pool, &done);
	if (rc == RC_OK &&
	    rows_int(&schema_step_table_row(&table, 0)->notes, 0) > 0)
		rc = query_run(db, pool, Q_SCHEMA_STEP_BEGUN, NULL, &begun);
	if (rc != RC_OK)
		return rc;
	s->restoring = rows_int(&schema_step_table_row(&table, 0)->restores,
			   0) > 0;
	for (int i = 0; i < n; i++)
		s->missing += !is_applied(&done, steps[i]->d_name);
	for (unsigned i = 0; i < done.rows; i++) {
		const char *name = schema_steps_row(&done, i)->name.s;
		int k = 0;

		while (k < n && strcmp(steps[k]->d_name, name) != 0)
			k++;
		if (k == n)
			snprintf(s->newer, sizeof(s->newer), "%s", name);
	}
	if (begun.rows > 0) {
		snprintf(s->begun, sizeof(s->begun), "%s",
		    schema_step_begun_row(&begun, 0)->name.s);
		s->under_way = (unsigned)
		    rows_int(&schema_step_begun_row(&begun, 0)->under_way, 0);
	}
	return RC_OK;
}

enum rc
schema_look(struct db *db, const char *share_dir, struct schema_state *s)
{
	struct pool *pool = pool_new();
	struct dirent **steps = NULL;
	int n = list_steps(share_dir, &steps);
	enum rc rc = n < 0 ? RC_FAIL : look(db, pool, steps, n, s);

	free_steps(steps, n);
	pool_free(pool);
	return rc;
}

/* The table of steps, as this version has it. */
static enum rc
steps_create(struct db *db, struct pool *pool)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_SCHEMA_STEP_CREATE, NULL, &res);

	return rc == RC_OK
	    ? query_run(db, pool, Q_SCHEMA_STEP_WIDEN, NULL, &res)
	    : rc;
}

static enum rc
apply_missing(struct db *db, struct pool *pool, const char *share_dir,
    int *count)
{
	struct dirent **steps = NULL;
	struct schema_state state;
	struct result done;
	int n = list_steps(share_dir, &steps);
	enum rc rc = n < 0 ? RC_FAIL : look(db, pool, steps, n, &state);

	*count = 0;
	if (rc == RC_OK && state.restoring) {
		log_msg(_("schema: a restore of the base was begun and did not "
			  "end: restore it again"));
		rc = RC_FAIL;
	} else if (rc == RC_OK && state.newer[0] != '\0') {
		log_msg(_("schema: the base has %s, of a newer Guichet: "
			  "install that one, or restore the base of before"),
		    state.newer);
		rc = RC_FAIL;
	}
	if (rc == RC_OK)
		rc = steps_create(db, pool);
	if (rc == RC_OK)
		rc = applied(db, pool, &done);
	for (int i = 0; rc == RC_OK && i < n; i++) {
		bool begun = strcmp(state.begun, steps[i]->d_name) == 0;

		if (is_applied(&done, steps[i]->d_name) && !begun)
			continue;
		rc = apply(db, pool, share_dir, steps[i]->d_name,
		    begun ? state.under_way : 0);
		++*count;
	}
	free_steps(steps, n);
	return rc;
}

/* Read again at each migration. */
static const char *const lists[] = { "data/lists.sql", "data/stop-words.sql",
	"data/audience-words.sql", "data/common-words.sql",
	"data/countries.sql", "data/facts.sql", "data/place-words.sql",
	"data/perimeter-ids.sql", "data/outlines.sql", "data/backer-groups.sql",
	"data/programs.sql" };

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
		rc = replace_list(db, share_dir, lists[i]);
	pool_free(pool);
	return rc;
}

int
schema_missing(struct db *db, const char *share_dir)
{
	struct schema_state s;

	return schema_look(db, share_dir, &s) == RC_OK
	    ? s.missing + (s.begun[0] != '\0') + s.restoring
	    : -1;
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

/* Whether what comes later takes an index away, as the steps write it. */
static bool
is_dropped(const char *later, const char *table, const char *key)
{
	char drop[200];

	snprintf(drop, sizeof(drop), "ALTER TABLE %s DROP KEY %s;", table, key);
	return strstr(later, drop) != NULL;
}

/* "CREATE TABLE name", "ALTER TABLE name" and "KEY name (" lines of the steps,
 * one after another; sql is a copy of them, to be cut in lines. */
static bool
scan_steps(const char *steps, char *sql,
    bool (*fn)(void *, const char *, const char *), void *arg)
{
	char table[65] = "", name[65];
	const char *first = sql;
	char *line;

	while ((line = strsep(&sql, "\n")) != NULL) {
		const char *key = strstr(line, "KEY ");

		if (sscanf(line, "CREATE TABLE %64[a-z_]", name) == 1 ||
		    sscanf(line, "ALTER TABLE %64[a-z_]", name) == 1)
			memcpy(table, name, strlen(name) + 1);
		else if (key != NULL && strncmp(line, "  ", 2) == 0 &&
		    strstr(line, "FOREIGN") == NULL &&
		    sscanf(key, "KEY %64[a-z_] (", name) == 1 &&
		    !is_dropped(steps + (line - first), table, name) &&
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
	struct buf all = { 0 };
	bool good = n > 0;
	char *copy;

	for (int i = 0; good && i < n; i++) {
		char file[300];
		size_t size;
		char *sql;

		snprintf(file, sizeof(file), "schema/%s", steps[i]->d_name);
		if ((sql = schema_read(share_dir, file, &size)) != NULL)
			buf_put(&all, sql, size);
		good = sql != NULL;
		free(sql);
	}
	if (good && (copy = strdup(all.data)) != NULL) {
		good = scan_steps(all.data, copy, fn, arg);
		free(copy);
	}
	buf_free(&all);
	free_steps(steps, n);
	return good;
}
