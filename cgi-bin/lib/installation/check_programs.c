/* check_programs.c - the accounts and the sockets of programs and jobs. */

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/programs.h"
#include "gen/queries/installation.h"
#include "installation/check_answers.h"
#include "installation/review.h"
#include "installation/rights.h"

/* The tables that rights other than reading are for, "draft"; "" when none. */
static const char *
written(struct pool *pool, const struct right *all, size_t n)
{
	const char *tables = "", *last = "";

	for (size_t i = 0; i < n; i++) {
		if (!right_writes(&all[i]) || strcmp(all[i].table, last) == 0)
			continue;
		last = all[i].table;
		tables = pool_printf(pool, "%s%s%s", tables,
		    *tables != '\0' ? ", " : "", last);
	}
	return tables;
}

/* The first right that should be held and is not. */
static const struct right *
missing(const struct right *should, size_t n, const struct right *has, size_t m)
{
	for (size_t i = 0; i < n; i++)
		if (!rights_include(has, m, &should[i]))
			return &should[i];
	return NULL;
}

/* The first right that is held and should not be.  One more table to read is
 * let pass; one more right to write is a fault, for a flaw in one program could
 * then change tables that are no concern of it, and so is one more column of a
 * table whose columns are named: it holds secrets. */
static const struct right *
surplus(const struct right *should, size_t n, const struct right *has, size_t m)
{
	for (size_t i = 0; i < m; i++)
		if (right_is_wide(&has[i], should, n) ||
		    (right_writes(&has[i]) &&
			!rights_include(should, n, &has[i])))
			return &has[i];
	return NULL;
}

/* What the account holds, against what it should. */
static void
compare_rights(struct review *r, const char *account,
    const struct right *should, size_t n, const struct right *has, size_t m)
{
	const char *tables = written(r->pool, should, n);
	const struct right *miss = missing(should, n, has, m);
	const struct right *more = surplus(should, n, has, m);

	review_line(r, pool_printf(r->pool, _("account %s reads"), account),
	    miss == NULL ? NULL
			 : pool_printf(r->pool, _("%s on %s is missing"),
			       right_name(r->pool, miss), miss->table),
	    "guichet migrate");
	review_line(r,
	    *tables == '\0'
		? pool_printf(r->pool, _("account %s writes nothing"), account)
		: pool_printf(r->pool, _("account %s writes only: %s"), account,
		      tables),
	    more == NULL ? NULL
			 : pool_printf(r->pool, _("it has %s on %s"),
			       right_name(r->pool, more), more->table),
	    more != NULL && right_is_wide(more, should, n)
		? "guichet migrate"
		: _("revoke it, then guichet migrate"));
}

/* The option file of an account, beside the one that includes it. */
static const char *
check_programs_file(struct review *r, const char *name)
{
	const char *all = r->conf->database_options;
	const char *slash = strrchr(all, '/');

	return pool_printf(r->pool, "%.*s%s.cnf",
	    slash != NULL ? (int)(slash + 1 - all) : 0, all, name);
}

/* Accounts of before a move let in whom they know, and nobody else is made:
 * guichet migrate gives rights to those of account_host. */
static void
check_host(struct review *r, const char *account, const char *host)
{
	if (strcasecmp(host, r->conf->account_host) == 0)
		return;
	review_line(r,
	    pool_printf(r->pool, _("account %s is of %s"), account, host),
	    pool_printf(r->pool, _("account_host is %s"),
		r->conf->account_host),
	    pool_printf(r->pool, _("%s; or correct account_host in %s"),
		rights_accounts(r->conf), conf_path()));
}

/* A program that takes all connections would leave none to the others. */
static void
check_limit(struct review *r, const char *account, struct db *db)
{
	struct result res;
	enum rc rc = query_run(db, r->pool, Q_CHECK_LIMIT, NULL, &res);
	long long most = 0;

	if (rc == RC_OK && res.rows > 0) {
		most = rows_int(&check_limit_row(&res, 0)->connections, 0);
		check_host(r, account, check_limit_row(&res, 0)->host.s);
	}

	review_line(r,
	    pool_printf(r->pool, _("account %s has %lld connections at most"),
		account, most),
	    most == 0 ? _("nothing limits them") : NULL,
	    rights_accounts(r->conf));
}

/* What mends an account that cannot ask what it may do: no migration does when
 * it is unknown, has another password or goes to another place. */
static const char *
account_mend(struct review *r, const char *account, const struct db *db)
{
	if (db_is_refused(db))
		return _("make it by lib/guichet/accounts, see guichet(1), "
			 "then guichet migrate");
	if (db_is_away(db))
		return pool_printf(r->pool,
		    _("correct its socket or host below [%s] in %s"), account,
		    check_programs_file(r, account + strlen("guichet-")));
	return "guichet migrate";
}

/* The account of a program has the rights of its file, and no other to write.
 */
static void
check_account(struct review *r, const char *name)
{
	const char *account = pool_printf(r->pool, "guichet-%s", name);
	struct db *db = db_new(r->conf->database_options, account, false);
	const struct right *should, *has;
	struct buf sql = { 0 };
	size_t n, m;

	if (rights_held(db, r->pool, &has, &m) != RC_OK) {
		review_line(r,
		    pool_printf(r->pool, _("account %s reads"), account),
		    db_error(db), account_mend(r, account, db));
	} else if (rights_read(r->conf, name, &sql) != RC_OK) {
		review_line(r,
		    pool_printf(r->pool, _("account %s reads"), account),
		    _("its rights are not known"),
		    _("install the program again"));
	} else {
		should = rights_list(r->pool, sql.data, &n);
		compare_rights(r, account, should, n, has, m);
		check_limit(r, account, db);
	}
	buf_free(&sql);
	db_free(db);
}

/* Sockets stand beside the notice, in /run/guichet. */
static void
check_socket(struct review *r, const char *name)
{
	const char *notice = r->conf->notice, *slash = strrchr(notice, '/');
	int dir = slash != NULL ? (int)(slash - notice) : 0;
	const char *path = pool_printf(r->pool, "%.*s/%s.sock", dir, notice,
	    name);
	bool listens;
	const char *fault = check_answers_socket(r->pool, path, &listens);

	review_line(r, pool_printf(r->pool, _("program %s answers"), name),
	    fault,
	    pool_printf(r->pool,
		listens ? "systemctl restart 'guichet-%s@*'"
			: "systemctl enable --now guichet-%s.socket",
		name));
}

/* Jobs have accounts as programs have, by the same list. */
void
check_accounts(struct review *r)
{
	for (const struct program_row *p = program_rows; p->name != NULL; p++)
		check_account(r, p->name);
}

/* A job, which has no sheets, is started by its timer and has no
 * socket. */
void
check_sockets(struct review *r)
{
	for (const struct program_row *p = program_rows; p->name != NULL; p++)
		if (p->sheets != NULL)
			check_socket(r, p->name);
}
