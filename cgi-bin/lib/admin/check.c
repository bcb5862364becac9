/* check.c - what is wrong with this installation, and what mends it. */

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "admin/check.h"
#include "admin/rights.h"
#include "base/build.h"
#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "db/schema.h"
#include "ds/ds.h"
#include "gen/programs.h"
#include "gen/queries/admin.h"
#include "index/indexer.h"
#include "xml/xsl.h"

enum { BAD_PASSWORD = 1045 }; /* of MariaDB */

struct review {
	const struct conf *conf;
	struct db *db;
	struct pool *pool;
	int faults, indexes, missing;
};

/* One line; fault and mend are NULL when all is well. */
static void
check_line(struct review *r, const char *what, const char *fault,
    const char *mend)
{
	if (fault == NULL) {
		say(_("ok     %s"), what);
		return;
	}
	r->faults++;
	say(_("FAULT  %s: %s"), what, fault);
	if (mend != NULL)
		say(_("       to mend it: %s"), mend);
}

static bool
compiles(const char *dir, const char *const *folders)
{
	struct xsl *xsl = xsl_open(dir, folders);

	xsl_close(xsl);
	return xsl != NULL;
}

/* The sheets of every program, and those that "guichet index" uses. */
static bool
all_compile(const char *dir)
{
	bool all = compiles(dir, indexer_sheets);

	for (const struct program_row *p = program_rows; p->name != NULL; p++)
		if (p->sheets != NULL)
			all = compiles(dir, p->sheets) && all;
	return all;
}

static void
check_settings(struct review *r)
{
	const struct conf *c = r->conf;
	const struct {
		const char *key, *value;
	} facts[] = {
		{ "operator_name", c->operator_name },
		{ "operator_address", c->operator_address },
		{ "publication_director", c->publication_director },
		{ "host_name", c->host_name },
		{ "contact", c->contact },
	};
	char path[4096], missing[200] = "";
	bool compile;

	check_line(r,
	    pool_printf(r->pool, _("version %s, build %s"), build_version,
		build_id),
	    NULL, NULL);
	check_line(r, _("settings are read"), NULL, NULL);
	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		if (*facts[i].value == '\0')
			snprintf(missing + strlen(missing),
			    sizeof(missing) - strlen(missing), " %s",
			    facts[i].key);
	check_line(r, _("facts of the legal pages"),
	    missing[0] != '\0'
		? pool_printf(r->pool, _("the law wants these:%s"), missing)
		: NULL,
	    pool_printf(r->pool, _("set them in %s"), conf_path()));
	snprintf(path, sizeof(path), "%s/xsl", c->share_dir);
	compile = all_compile(path);
	check_line(r, _("stylesheets compile"), compile ? NULL : path,
	    _("install the program again"));
	check_line(r, _("styles and pictures"),
	    access(c->static_manifest, R_OK) != 0 ? c->static_manifest : NULL,
	    _("install the assets again"));
}

static bool
check_base(struct review *r)
{
	bool there = db_connect(r->db) == RC_OK;
	int missing = there ? schema_missing(r->db, r->conf->share_dir) : 0;

	check_line(r, _("the database answers"), there ? NULL : db_error(r->db),
	    pool_printf(r->pool, _("start MariaDB, or correct %s"),
		r->conf->database_options));
	if (!there)
		return false;
	if (missing < 0) {
		check_line(r, _("the schema is this version's"),
		    db_error(r->db), "guichet migrate");
		return false;
	}
	check_line(r, _("the schema is this version's"),
	    missing == 0
		? NULL
		: pool_printf(r->pool,
		      ngettext("%d step is missing", "%d steps are missing",
			  (unsigned long)missing),
		      missing),
	    "guichet migrate");
	return missing == 0;
}

static bool
check_index(void *arg, const char *table, const char *index)
{
	struct review *r = arg;
	const struct arg *args = NULL;
	struct result res;

	r->indexes++;
	arg_text(r->pool, &args, CHECK_INDEX_IN_TABLE, table);
	arg_text(r->pool, &args, CHECK_INDEX_IN_INDEX, index);
	if (query_run(r->db, r->pool, Q_CHECK_INDEX, args, &res) != RC_OK)
		return false;
	if (rows_int(&res.row[0][CHECK_INDEX_COLUMNS], 0) == 0) {
		r->missing++;
		check_line(r, _("indexes"),
		    pool_printf(r->pool, _("\"%s\" of table \"%s\" is missing"),
			index, table),
		    _("make it again as sql/schema says"));
	}
	return true;
}

/* ---- accounts and sockets ---- */

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

/* What the account holds, against what it should. */
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
			holds->row[i][CHECK_RIGHTS_PRIVILEGE].s,
			holds->row[i][CHECK_RIGHTS_OBJECT].s
		};
	miss = lacking(should, n, has, holds->rows, true);
	check_line(r, pool_printf(r->pool, _("account %s reads"), account),
	    miss == NULL ? NULL
			 : pool_printf(r->pool, _("%s on %s is missing"),
			       miss->privilege, miss->table),
	    "guichet migrate");
	more = lacking(has, holds->rows, should, n, false);
	check_line(r,
	    *tables == '\0'
		? pool_printf(r->pool, _("account %s writes nothing"), account)
		: pool_printf(r->pool, _("account %s writes only: %s"), account,
		      tables),
	    more == NULL ? NULL
			 : pool_printf(r->pool, _("it has %s on %s"),
			       more->privilege, more->table),
	    _("revoke it, then guichet migrate"));
}

/* The account of a program has the rights of its file, and no other to write. */
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
		check_line(r,
		    pool_printf(r->pool, _("account %s reads"), account),
		    db_error(db),
		    db_errno(db) == BAD_PASSWORD
			? _("make it by lib/guichet/accounts, see guichet(1), then "
			    "guichet migrate")
			: "guichet migrate");
	} else if (rights_read(r->conf->share_dir, name, &sql) != RC_OK) {
		check_line(r,
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
	struct sockaddr_un a = { .sun_family = AF_UNIX };
	const char *fault = NULL;
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	snprintf(a.sun_path, sizeof(a.sun_path), "%.*s/%s.sock", dir, notice,
	    name);
	if (fd < 0 || connect(fd, (struct sockaddr *)&a, sizeof(a)) != 0)
		fault = pool_printf(r->pool, "%s: %s", a.sun_path,
		    strerror(errno));
	if (fd >= 0)
		close(fd);
	check_line(r, pool_printf(r->pool, _("program %s listens"), name),
	    fault,
	    pool_printf(r->pool, "systemctl enable --now guichet-%s.socket",
		name));
}

/* ---- Démarches simplifiées ---- */

static void
pass_over(void *arg, const char *token, unsigned long number, const char *state)
{
	(void)arg, (void)token, (void)number, (void)state;
}

/* Asks of a draft that does not exist: the shortest answer of DS. */
static void
check_ds(struct review *r)
{
	static const char *const token = "guichet-check";
	struct result res;
	struct ds *ds;
	enum ds_end end;

	if (query_run(r->db, r->pool, Q_CHECK_DEMARCHE, NULL, &res) != RC_OK)
		return;
	if (res.rows == 0) {
		check_line(r, _("no démarche is prefilled"), NULL, NULL);
		return;
	}
	if ((ds = ds_open(r->conf->ds_url, NULL)) == NULL)
		return;
	ds_patience(ds, 5000, 10000);
	end = ds_draft_states(ds,
	    (unsigned)rows_int(&res.row[0][CHECK_DEMARCHE_NUMBER], 0), &token,
	    1, pass_over, NULL);
	ds_close(ds);
	check_line(r, _("Démarches simplifiées answers"),
	    end == DS_DOWN ? pool_printf(r->pool, _("%s cannot be reached"),
				 r->conf->ds_url)
		: end == DS_UNSURE
		? pool_printf(r->pool, _("%s does not speak as it does"),
		      r->conf->ds_url)
		: NULL,
	    _("see ds_url, and the firewall's way out; else wait for it"));
}

static void
check_key(struct review *r)
{
	const char *path = r->conf->ds_key_file;
	struct stat st;
	bool there;

	if (*path == '\0')
		return;
	there = access(path, R_OK) == 0 && stat(path, &st) == 0;
	check_line(r, _("the key of Démarches simplifiées"),
	    !there ? pool_printf(r->pool, _("\"%s\" cannot be read"), path)
		: (st.st_mode & S_IRWXO) != 0
		? pool_printf(r->pool, _("\"%s\" is open to all"), path)
		: NULL,
	    pool_printf(r->pool, "chown root:guichet %s && chmod 640 %s", path,
		path));
}

/* ---- all ---- */

static void
check_contents(struct review *r)
{
	struct result res;
	long long places, aids, lost, missing;

	if (query_run(r->db, r->pool, Q_CHECK_COUNTS, NULL, &res) != RC_OK)
		return;
	places = rows_int(&res.row[0][CHECK_COUNTS_PERIMETERS], 0);
	aids = rows_int(&res.row[0][CHECK_COUNTS_AIDS], 0);
	lost = rows_int(&res.row[0][CHECK_COUNTS_WITHOUT_PERIMETER], 0);
	missing = rows_int(&res.row[0][CHECK_COUNTS_WITHOUT_INDEX], 0);
	check_line(r,
	    pool_printf(r->pool,
		ngettext("%lld territory", "%lld territories",
		    (unsigned long)places),
		places),
	    places > 30000 ? NULL : _("the reference is not loaded"),
	    "guichet import perimeters");
	check_line(r,
	    pool_printf(r->pool,
		_("%lld aids, %lld without a known "
		  "perimeter"),
		aids, lost),
	    aids > 0 ? NULL : _("there is none to find"),
	    _("guichet import aids FILE"));
	check_line(r, _("the search index is whole"),
	    missing == 0
		? NULL
		: pool_printf(r->pool,
		      ngettext("%lld aid is not in it",
			  "%lld aids are not in it", (unsigned long)missing),
		      missing),
	    "guichet index");
}

enum rc
check_all(const struct conf *conf, struct db *admin)
{
	struct review r = { .conf = conf, .db = admin, .pool = pool_new() };
	int faults;

	check_settings(&r);
	check_key(&r);
	if (check_base(&r)) {
		if (schema_each_index(conf->share_dir, check_index, &r) &&
		    r.missing == 0)
			check_line(&r,
			    pool_printf(r.pool,
				ngettext("%d index", "%d indexes",
				    (unsigned long)r.indexes),
				r.indexes),
			    NULL, NULL);
		check_contents(&r);
		for (const struct program_row *p = program_rows;
		     p->name != NULL; p++)
			check_account(&r, p->name);
		check_ds(&r);
	}
	for (const struct program_row *p = program_rows; p->name != NULL; p++)
		if (p->sheets != NULL)
			check_socket(&r, p->name);
	faults = r.faults;
	if (faults == 0)
		say(_("all is well"));
	pool_free(r.pool);
	return faults == 0 ? RC_OK : RC_FAIL;
}
