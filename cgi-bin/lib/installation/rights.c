/* rights.c - what the account of a program or of a job may do in the database.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "db/schema.h"
#include "gen/programs.h"
#include "gen/queries/installation.h"
#include "installation/rights.h"

/* Sets within sets; deeper than any that a person would write. */
enum { MAX_DEPTH = 4 };

/* line, with the account of the program instead of ":account". */
static void
rights_put_line(struct buf *sql, const struct conf *conf, const char *line,
    const char *name)
{
	const char *at = strstr(line, ":account");

	if (at == NULL) {
		buf_puts(sql, line);
	} else {
		buf_put(sql, line, (size_t)(at - line));
		buf_putf(sql, "'guichet-%s'@'%s'", name, conf->account_host);
		buf_puts(sql, at + strlen(":account"));
	}
	buf_putc(sql, '\n');
}

/* Appends a file of statements, sets in place of the lines that name them. */
static enum rc
put_file(struct buf *sql, const struct conf *conf, const char *file,
    const char *name, int depth)
{
	char set[65], next[100], *text, *rest, *line;
	enum rc rc = RC_OK;
	size_t n;

	if (depth > MAX_DEPTH) {
		log_msg("rights: \"%s\" stands for itself", file);
		return RC_FAIL;
	}
	if ((text = schema_read(conf->share_dir, file, &n)) == NULL)
		return RC_FAIL;
	rest = text;
	while (rc == RC_OK && (line = strsep(&rest, "\n")) != NULL) {
		if (sscanf(line, "-- with %64[a-z]", set) != 1) {
			rights_put_line(sql, conf, line, name);
			continue;
		}
		snprintf(next, sizeof(next), "accounts/sets/%s.sql", set);
		rc = put_file(sql, conf, next, name, depth + 1);
	}
	free(text);
	return rc;
}

enum rc
rights_read(const struct conf *conf, const char *name, struct buf *sql)
{
	char file[100];

	snprintf(file, sizeof(file), "accounts/%s.sql", name);
	return put_file(sql, conf, file, name, 0);
}

/* ---- the rights of statements, and those that an account holds ---- */

/* Adds to the n rights in to, unless to is NULL, those of a privilege: one, or
 * one for each column that follows in brackets.  Returns where it ends. */
static const char *
read_privilege(struct pool *pool, const char *p, const char *table,
    struct right *to, size_t *n)
{
	size_t length = strcspn(p, " ,");
	const char *privilege = pool_strndup(pool, p, length), *column = NULL;

	p += length + strspn(p + length, " ");
	do {
		if (*p == '(' || column != NULL) {
			p += strspn(p, "(, ");
			length = strcspn(p, ",) ");
			column = pool_strndup(pool, p, length);
			p += length;
		}
		if (to != NULL)
			to[*n] = (struct right){ privilege, table, column };
		(*n)++;
	} while (column != NULL && *p == ',');
	return p + strspn(p, "), ");
}

/* A line gives one right for each of its privileges, or of their columns. */
static size_t
read_line(struct pool *pool, const char *line, struct right *to)
{
	const char *on = strstr(line, " ON "), *p = strchr(line, ' ');
	const char *table;
	size_t n = 0;

	if (on == NULL || strncmp(line, "--", 2) == 0)
		return 0;
	table = pool_strndup(pool, on + 4, strcspn(on + 4, " "));
	for (p++; p < on;)
		p = read_privilege(pool, p, table, to, &n);
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

/* information_schema shows an account its own rights, and nobody else's. */
enum rc
rights_held(struct db *db, struct pool *pool, const struct right **all,
    size_t *n)
{
	struct result res;
	struct right *to;
	enum rc rc = query_run(db, pool, Q_CHECK_RIGHTS, NULL, &res);

	if (rc != RC_OK)
		return rc;
	*all = to = pool_take(pool, (res.rows + 1) * sizeof(*to));
	*n = res.rows;
	for (unsigned i = 0; i < res.rows; i++) {
		const struct check_rights_row *row = check_rights_row(&res, i);

		to[i] = (struct right){ row->privilege.s, row->object.s,
			row->column.n > 0 ? row->column.s : NULL };
	}
	return RC_OK;
}

const char *
right_name(struct pool *pool, const struct right *r)
{
	return r->column == NULL
	    ? r->privilege
	    : pool_printf(pool, "%s (%s)", r->privilege, r->column);
}

bool
right_writes(const struct right *r)
{
	return strcmp(r->privilege, "SELECT") != 0;
}

static bool
is_of(const struct right *a, const struct right *r)
{
	return strcmp(a->privilege, r->privilege) == 0 &&
	    strcmp(a->table, r->table) == 0;
}

/* By names alone, as MariaDB lists them: a right on all tables of the base is
 * not one on each, and is reported rather than taken for it. */
bool
rights_include(const struct right *all, size_t n, const struct right *r)
{
	for (size_t i = 0; i < n; i++)
		if (is_of(&all[i], r) &&
		    (all[i].column == NULL ||
			(r->column != NULL &&
			    strcmp(all[i].column, r->column) == 0)))
			return true;
	return false;
}

bool
right_is_wide(const struct right *r, const struct right *should, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (should[i].column != NULL && is_of(&should[i], r))
			return !rights_include(should, n, r);
	return false;
}

/* ---- given ---- */

enum { NO_ACCOUNT = 1133 }; /* of MariaDB: GRANT to an account that is not */

/* Takes back what an earlier version gave on a whole table, or on one more
 * column.  To revoke it takes the other columns too, so that all is given
 * again, in one go: readers are answered meanwhile.  An account that cannot be
 * asked is left to "guichet check". */
static enum rc
rights_narrow(struct db *db, const struct conf *conf, const char *name,
    const char *sql)
{
	struct pool *pool = pool_new();
	const char *account = pool_printf(pool, "guichet-%s", name);
	struct db *own = db_new(conf->database_options, account, false);
	const struct right *should, *held, *last = NULL;
	struct buf all = { 0 };
	enum rc rc = RC_OK;
	size_t n, m;

	should = rights_list(pool, sql, &n);
	if (rights_held(own, pool, &held, &m) == RC_OK)
		for (size_t i = 0; i < m; i++) {
			/* They come by table and privilege. */
			if (!right_is_wide(&held[i], should, n) ||
			    (last != NULL && is_of(last, &held[i])))
				continue;
			last = &held[i];
			buf_putf(&all, "REVOKE %s ON %s FROM '%s'@'%s';",
			    last->privilege, last->table, account,
			    conf->account_host);
		}
	if (all.len > 0) {
		buf_puts(&all, sql);
		rc = db_script(db, name, all.data);
	}
	buf_free(&all);
	db_free(own);
	pool_free(pool);
	return rc;
}

const char *
rights_accounts(const struct conf *conf)
{
	return strcmp(conf->account_host, "localhost") == 0
	    ? _("lib/guichet/accounts /etc/guichet | mariadb")
	    : _("lib/guichet/accounts /etc/guichet HOST, see \"another "
		"machine\" in guichet(1)");
}

/* Without an account it stops and says how to make one: the administrator's
 * account may grant rights, but only root makes accounts, with their passwords.
 */
enum rc
rights_grant(struct db *db, const struct conf *conf)
{
	struct buf sql = { 0 };
	enum rc rc = RC_OK;

	for (const struct program_row *p = program_rows;
	     rc == RC_OK && p->name != NULL; p++) {
		buf_reset(&sql);
		rc = rights_read(conf, p->name, &sql);
		if (rc == RC_OK)
			rc = db_script(db, p->name, sql.data);
		if (rc == RC_OK)
			rc = rights_narrow(db, conf, p->name, sql.data);
		else if (db_errno(db) == NO_ACCOUNT)
			say(_("account guichet-%s does not exist: make it, as "
			      "root: %s"),
			    p->name, rights_accounts(conf));
	}
	buf_free(&sql);
	return rc;
}
