/* check.c - what is wrong with this installation, and what mends it. */

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "admin/check.h"
#include "ds/ds.h"
#include "db/query.h"
#include "db/rows.h"
#include "base/say.h"
#include "db/schema.h"
#include "xml/xsl.h"

enum { BAD_PASSWORD = 1045 };		/* of MariaDB */

struct review {
	const struct conf *conf;
	struct db	*db;
	struct pool	*pool;
	int		 faults, indexes, missing;
};

/* One line; fault and mend are NULL when all is well. */
static void
line(struct review *r, const char *what, const char *fault, const char *mend)
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

/* Those of every program. */
static bool
compiles(const char *dir)
{
	static const char *const rooms[] = { "aids", "apply", "funded", "index",
	    "question", "search", "territory", "web", NULL };
	struct xsl *xsl = xsl_open(dir, rooms);

	xsl_close(xsl);
	return xsl != NULL;
}

static void
check_settings(struct review *r)
{
	const struct conf *c = r->conf;
	const struct { const char *key, *value; } facts[] = {
		{ "operator_name", c->operator_name },
		{ "operator_address", c->operator_address },
		{ "publication_director", c->publication_director },
		{ "host_name", c->host_name }, { "contact", c->contact },
	};
	char path[4096], missing[200] = "";
	bool compile;

	line(r, _("settings are read"), NULL, NULL);
	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		if (*facts[i].value == '\0')
			snprintf(missing + strlen(missing), sizeof(missing) -
			    strlen(missing), " %s", facts[i].key);
	line(r, _("facts of the legal pages"), missing[0] != '\0' ?
	    pool_printf(r->pool, _("the law wants these:%s"), missing) : NULL,
	    pool_printf(r->pool, _("set them in %s"), conf_path()));
	snprintf(path, sizeof(path), "%s/xsl", c->share_dir);
	compile = compiles(path);
	line(r, _("stylesheets compile"), compile ? NULL : path,
	    _("install the program again"));
	line(r, _("styles and pictures"), access(c->static_manifest, R_OK) != 0
	    ? c->static_manifest : NULL, _("install the assets again"));
}

static bool
check_base(struct review *r)
{
	bool there = db_connect(r->db) == RC_OK;
	int missing = there ? schema_missing(r->db, r->conf->share_dir) : 0;

	line(r, _("the database answers"), there ? NULL : db_error(r->db),
	    pool_printf(r->pool, _("start MariaDB, or correct %s"),
	    r->conf->database_options));
	if (!there)
		return false;
	if (missing < 0) {
		line(r, _("the schema is this version's"), db_error(r->db),
		    "guichet migrate");
		return false;
	}
	line(r, _("the schema is this version's"), missing == 0 ? NULL :
	    pool_printf(r->pool, ngettext("%d step is missing",
	    "%d steps are missing", (unsigned long)missing), missing),
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
	arg_text(r->pool, &args, "table", table);
	arg_text(r->pool, &args, "index", index);
	if (query_run(r->db, r->pool, "check_index", args, &res) != RC_OK)
		return false;
	if (rows_int(&res.row[0][0], 0) == 0) {
		r->missing++;
		line(r, _("indexes"), pool_printf(r->pool,
		    _("\"%s\" of table \"%s\" is missing"), index, table),
		    _("make it again as sql/schema says"));
	}
	return true;
}

/* What the account of a program must do, and nothing else. */
static void
check_account(struct review *r, const char *name, const char *asks,
    const char *writes)
{
	struct db *db = db_new(r->conf->database_options, name, false);
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = query_run(db, r->pool, asks, NULL, &res);

	/* Unknown, or by another password: no migration mends that. */
	line(r, pool_printf(r->pool, _("account %s reads"), name), rc == RC_OK ?
	    NULL : db_error(db), db_errno(db) == BAD_PASSWORD ?
	    _("make it by lib/guichet/accounts, see guichet(1), then guichet "
	    "migrate") : "guichet migrate");
	arg_text(r->pool, &args, "but", writes);
	if (rc == RC_OK && query_run(db, r->pool, "check_rights", args,
	    &res) == RC_OK)
		line(r, *writes == '\0' ? pool_printf(r->pool,
		    _("account %s writes nothing"), name) :
		    pool_printf(r->pool, _("account %s writes the journal of "
		    "drafts alone"), name), res.rows == 0 ? NULL :
		    pool_printf(r->pool, _("it has %s on %s"),
		    res.row[0][0].s, res.row[0][1].s),
		    _("revoke it, then guichet migrate"));
	query_forget();
	db_free(db);
}

/* ---- Démarches simplifiées ---- */

static void
pass_over(void *arg, const char *token, unsigned long number,
    const char *state)
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

	if (query_run(r->db, r->pool, "check_demarche", NULL, &res) != RC_OK)
		return;
	if (res.rows == 0) {
		line(r, _("no démarche is prefilled"), NULL, NULL);
		return;
	}
	if ((ds = ds_open(r->conf->ds_url, NULL)) == NULL)
		return;
	ds_patience(ds, 5000, 10000);
	end = ds_draft_states(ds, (unsigned)rows_int(&res.row[0][0], 0),
	    &token, 1, pass_over, NULL);
	ds_close(ds);
	line(r, _("Démarches simplifiées answers"), end == DS_DOWN ?
	    pool_printf(r->pool, _("%s cannot be reached"),
	    r->conf->ds_url) : end == DS_UNSURE ? pool_printf(r->pool,
	    _("%s does not speak as it does"), r->conf->ds_url) : NULL,
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
	line(r, _("the key of Démarches simplifiées"), !there ?
	    pool_printf(r->pool, _("\"%s\" cannot be read"), path) :
	    (st.st_mode & S_IRWXO) != 0 ? pool_printf(r->pool,
	    _("\"%s\" is open to all"), path) : NULL, pool_printf(r->pool,
	    "chown root:guichet %s && chmod 640 %s", path, path));
}

/* ---- all ---- */

static void
check_contents(struct review *r)
{
	struct result res;
	long long n[4];

	if (query_run(r->db, r->pool, "check_counts", NULL, &res) != RC_OK)
		return;
	for (int i = 0; i < 4; i++)
		n[i] = rows_int(&res.row[0][i], 0);
	line(r, pool_printf(r->pool, ngettext("%lld territory",
	    "%lld territories", (unsigned long)n[0]), n[0]),
	    n[0] > 30000 ? NULL : _("the reference is not loaded"),
	    "guichet import perimeters");
	line(r, pool_printf(r->pool, _("%lld aids, %lld without a known "
	    "perimeter"), n[1], n[2]), n[1] > 0 ? NULL :
	    _("there is none to find"), _("guichet import aids FILE"));
	line(r, _("the search index is whole"), n[3] == 0 ? NULL :
	    pool_printf(r->pool, ngettext("%lld aid is not in it",
	    "%lld aids are not in it", (unsigned long)n[3]), n[3]),
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
			line(&r, pool_printf(r.pool, ngettext("%d index",
			    "%d indexes", (unsigned long)r.indexes),
			    r.indexes), NULL, NULL);
		check_contents(&r);
		check_account(&r, "guichet-search", "data_version", "");
		check_account(&r, "guichet-prefill", "drafts_lately",
		    "draft");
		check_account(&r, "guichet-drafts", "drafts_lately", "draft");
		check_ds(&r);
	}
	faults = r.faults;
	if (faults == 0)
		say(_("all is well"));
	pool_free(r.pool);
	return faults == 0 ? RC_OK : RC_FAIL;
}
