/* rights.c - what the account of a program or of a job may do in the database.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "admin/rights.h"
#include "base/log.h"
#include "base/say.h"
#include "db/schema.h"
#include "gen/programs.h"

/* Sets within sets; deeper than any that a person would write. */
enum { MAX_DEPTH = 4 };

/* line, with the account of the program instead of ":account". */
static void
rights_put_line(struct buf *sql, const char *line, const char *name)
{
	const char *at = strstr(line, ":account");

	if (at == NULL) {
		buf_puts(sql, line);
	} else {
		buf_put(sql, line, (size_t)(at - line));
		buf_putf(sql, "'guichet-%s'@'localhost'", name);
		buf_puts(sql, at + strlen(":account"));
	}
	buf_putc(sql, '\n');
}

/* Appends a file of statements, sets in place of the lines that name them. */
static enum rc
put_file(struct buf *sql, const char *share_dir, const char *file,
    const char *name, int depth)
{
	char set[65], next[100], *text, *rest, *line;
	enum rc rc = RC_OK;
	size_t n;

	if (depth > MAX_DEPTH) {
		log_msg("rights: \"%s\" stands for itself", file);
		return RC_FAIL;
	}
	if ((text = schema_read(share_dir, file, &n)) == NULL)
		return RC_FAIL;
	rest = text;
	while (rc == RC_OK && (line = strsep(&rest, "\n")) != NULL) {
		if (sscanf(line, "-- with %64[a-z]", set) != 1) {
			rights_put_line(sql, line, name);
			continue;
		}
		snprintf(next, sizeof(next), "accounts/sets/%s.sql", set);
		rc = put_file(sql, share_dir, next, name, depth + 1);
	}
	free(text);
	return rc;
}

enum rc
rights_read(const char *share_dir, const char *name, struct buf *sql)
{
	char file[100];

	snprintf(file, sizeof(file), "accounts/%s.sql", name);
	return put_file(sql, share_dir, file, name, 0);
}

enum { NO_ACCOUNT = 1133 }; /* of MariaDB: GRANT to an account that is not */

/* Without an account it stops and says how to make one: the administrator's
 * account may grant rights, but only root makes accounts, with their passwords.
 */
enum rc
rights_grant(struct db *db, const char *share_dir)
{
	struct buf sql = { 0 };
	enum rc rc = RC_OK;

	for (const struct program_row *p = program_rows;
	     rc == RC_OK && p->name != NULL; p++) {
		buf_reset(&sql);
		rc = rights_read(share_dir, p->name, &sql);
		if (rc == RC_OK)
			rc = db_script(db, p->name, sql.data);
		if (rc != RC_OK && db_errno(db) == NO_ACCOUNT)
			say(_("account guichet-%s does not exist: make it, as "
			      "root: lib/guichet/accounts /etc/guichet | "
			      "mariadb"),
			    p->name);
	}
	buf_free(&sql);
	return rc;
}

/* A line gives one right for each of its privileges. */
static size_t
read_line(struct pool *pool, const char *line, struct right *to)
{
	const char *on = strstr(line, " ON "), *p = strchr(line, ' ');
	const char *table;
	size_t n = 0;

	if (on == NULL || strncmp(line, "--", 2) == 0)
		return 0;
	table = pool_strndup(pool, on + 4, strcspn(on + 4, " "));
	while (p != NULL && p < on) {
		size_t length = strcspn(++p, ", ");

		if (to != NULL)
			to[n] = (struct right){ pool_strndup(pool, p, length),
				table };
		n++;
		p += length;
		p += *p == ',';
	}
	return n;
}

const struct right *
rights_list(struct pool *pool, const char *sql, size_t *n)
{
	struct right *all = NULL;
	char *rest, *line;

	/* Counted, then kept. */
	for (int keep = 0; keep < 2; keep++) {
		if (keep)
			all = pool_take(pool, (*n + 1) * sizeof(*all));
		*n = 0;
		rest = pool_strdup(pool, sql);
		while ((line = strsep(&rest, "\n")) != NULL)
			*n += read_line(pool, line, keep ? all + *n : NULL);
	}
	return all;
}

bool
right_writes(const struct right *r)
{
	return strcmp(r->privilege, "SELECT") != 0;
}

/* By names alone, as MariaDB lists them: a right on all tables of the base is
 * not one on each, and is reported rather than taken for it. */
bool
rights_include(const struct right *all, size_t n, const struct right *r)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(all[i].privilege, r->privilege) == 0 &&
		    strcmp(all[i].table, r->table) == 0)
			return true;
	return false;
}
