/* schema_step.c - one step of the schema, a statement at a time. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mysqld_error.h>

#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "db/schema_step.h"
#include "gen/queries/db.h"

unsigned
schema_step_readers(const char *sql)
{
	unsigned n = 0;

	return sscanf(sql, "-- readers: %u", &n) == 1 ? n : 0;
}

/* Length of a line before its comment, and the spaces before that. */
static size_t
before_comment(const char *line, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++)
		if (line[i] == '-' && line[i + 1] == '-')
			n = i;
	while (n > 0 && isspace((unsigned char)line[n - 1]))
		n--;
	return n;
}

char *
schema_step_statement(struct pool *pool, const char **sql)
{
	const char *start = *sql, *p = start;
	bool any = false;

	while (*p != '\0') {
		size_t line = strcspn(p, "\n"), n = before_comment(p, line);
		bool ends = n > 0 && p[n - 1] == ';';

		any = any || n > 0;
		p += line + (p[line] == '\n');
		if (ends)
			break;
	}
	*sql = p;
	return any ? pool_strndup(pool, start, (size_t)(p - start)) : NULL;
}

static enum rc
step_note(struct db *db, struct pool *pool, const char *step, unsigned k)
{
	const struct arg *args = NULL;
	struct result res;

	arg_text(pool, &args, SCHEMA_STEP_NOTE_IN_NAME, step);
	arg_int(pool, &args, SCHEMA_STEP_NOTE_IN_UNDER_WAY, k);
	return query_run(db, pool, Q_SCHEMA_STEP_NOTE, args, &res);
}

static enum rc
readers_note(struct db *db, struct pool *pool, unsigned readers)
{
	const struct arg *args = NULL;
	struct result res;

	if (readers == 0)
		return RC_OK;
	arg_int(pool, &args, SCHEMA_READERS_IN_READERS, readers);
	return query_run(db, pool, Q_SCHEMA_READERS, args, &res);
}

/* Errors that say that what a statement makes is there, or what it removes is
 * not. */
static bool
is_done_already(unsigned e)
{
	return e == ER_TABLE_EXISTS_ERROR || e == ER_DUP_FIELDNAME ||
	    e == ER_DUP_KEYNAME || e == ER_DUP_ENTRY ||
	    e == ER_CANT_DROP_FIELD_OR_KEY || e == ER_BAD_TABLE_ERROR;
}

enum rc
schema_step_run(struct db *db, struct pool *pool, const char *step,
    const char *sql, unsigned from)
{
	unsigned readers = schema_step_readers(sql), k = 1;
	enum rc rc = RC_OK;
	char *one;

	while (
	    rc == RC_OK && (one = schema_step_statement(pool, &sql)) != NULL) {
		if (k++ < from)
			continue;
		rc = step_note(db, pool, step, k - 1);
		if (rc == RC_OK)
			rc = db_script(db, step, one);
		if (rc != RC_OK && from > 0 && k - 1 == from &&
		    is_done_already(db_errno(db)))
			rc = RC_OK;
		if (rc != RC_OK)
			log_msg(_("schema: %s stops at its statement %u"), step,
			    k - 1);
	}
	if (rc == RC_OK)
		rc = step_note(db, pool, step, 0);
	return rc == RC_OK ? readers_note(db, pool, readers) : rc;
}
