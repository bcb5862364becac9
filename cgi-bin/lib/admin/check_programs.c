/* check_programs.c - the accounts and the sockets of programs and jobs. */

#include <stdio.h>
#include <string.h>

#include "admin/check_answers.h"
#include "admin/check_programs.h"
#include "admin/rights.h"
#include "base/say.h"
#include "db/query.h"
#include "gen/programs.h"
#include "gen/queries/admin.h"

enum { BAD_PASSWORD = 1045 }; /* of MariaDB */

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

/* The first right of a that b lacks, reading left out when all is false. */
static const struct right *
lacking(const struct right *a, size_t n, const struct right *b, size_t m,
    bool all)
{
	for (size_t i = 0; i < n; i++)
		if ((all || right_writes(&a[i])) &&
		    !rights_include(b, m, &a[i]))
			return &a[i];
	return NULL;
}

/* What the account holds, against what it should.  One more right to read is
 * let pass; one more right to write is a fault, for a flaw in one program could
 * then change tables that are no concern of it. */
static void
compare_rights(struct review *r, const char *account,
    const struct right *should, size_t n, const struct result *holds)
{
	struct right *has = pool_take(r->pool,
	    (holds->rows + 1) * sizeof(*has));
	const char *tables = written(r->pool, should, n);
	const struct right *miss, *more;

	for (unsigned i = 0; i < holds->rows; i++)
		has[i] = (struct right){
			check_rights_row(holds, i)->privilege.s,
			check_rights_row(holds, i)->object.s
		};
	miss = lacking(should, n, has, holds->rows, true);
	review_line(r, pool_printf(r->pool, _("account %s reads"), account),
	    miss == NULL ? NULL
			 : pool_printf(r->pool, _("%s on %s is missing"),
			       miss->privilege, miss->table),
	    "guichet migrate");
	more = lacking(has, holds->rows, should, n, false);
	review_line(r,
	    *tables == '\0'
		? pool_printf(r->pool, _("account %s writes nothing"), account)
		: pool_printf(r->pool, _("account %s writes only: %s"), account,
		      tables),
	    more == NULL ? NULL
			 : pool_printf(r->pool, _("it has %s on %s"),
			       more->privilege, more->table),
	    _("revoke it, then guichet migrate"));
}

/* The account of a program has the rights of its file, and no other to write.
 */
static void
check_account(struct review *r, const char *name)
{
	const char *account = pool_printf(r->pool, "guichet-%s", name);
	struct db *db = db_new(r->conf->database_options, account, false);
	const struct right *should;
	struct buf sql = { 0 };
	struct result holds;
	size_t n;

	/* Unknown, or by another password: no migration mends that. */
	if (query_run(db, r->pool, Q_CHECK_RIGHTS, NULL, &holds) != RC_OK) {
		review_line(r,
		    pool_printf(r->pool, _("account %s reads"), account),
		    db_error(db),
		    db_errno(db) == BAD_PASSWORD
			? _("make it by lib/guichet/accounts, "
			    "see guichet(1), then "
			    "guichet migrate")
			: "guichet migrate");
	} else if (rights_read(r->conf->share_dir, name, &sql) != RC_OK) {
		review_line(r,
		    pool_printf(r->pool, _("account %s reads"), account),
		    _("its rights are not known"),
		    _("install the program again"));
	} else {
		should = rights_list(r->pool, sql.data, &n);
		compare_rights(r, account, should, n, &holds);
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

	review_line(r, pool_printf(r->pool, _("program %s answers"), name),
	    check_answers_socket(r->pool, path),
	    pool_printf(r->pool, "systemctl enable --now guichet-%s.socket",
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
