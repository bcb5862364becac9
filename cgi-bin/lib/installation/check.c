/* check.c - what is wrong with this installation, and what mends it. */

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/build.h"
#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "db/schema.h"
#include "gen/programs.h"
#include "gen/queries/installation.h"
#include "indexing/indexer.h"
#include "installation/check.h"
#include "installation/review.h"
#include "xml/xsl.h"

/* Sheets are compiled as a program would when it starts, then dropped. */
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

/* What mends a share_dir that lacks a folder. */
static const char *
share_mend(struct review *r)
{
	return pool_printf(r->pool,
	    _("correct share_dir in %s, or install the program again"),
	    conf_path());
}

const char *
check_styles_mend(const struct conf *c)
{
	return strcmp(c->theme, "state") == 0
	    ? _("install guichet-theme-etat, or the assets again")
	    : _("install the assets again");
}

/* A theme that is installed apart has a manifest of its own: site.c. */
const char *
check_styles_path(struct pool *pool, const struct conf *c)
{
	const char *key = pool_printf(pool, "css-%s ", c->theme);
	const char *path = NULL;
	struct buf b = { 0 };

	buf_put_file(&b, c->static_manifest);
	buf_put_file(&b,
	    pool_printf(pool, "%s-%s", c->static_manifest, c->theme));
	if (b.data != NULL && (path = strstr(b.data, key)) != NULL) {
		path += strlen(key);
		path = pool_strndup(pool, path, strcspn(path, "\n"));
	}
	buf_free(&b);
	return path;
}

const char *
check_styles(struct pool *pool, const struct conf *c)
{
	if (access(c->static_manifest, R_OK) != 0)
		return c->static_manifest;
	return check_styles_path(pool, c) != NULL
	    ? NULL
	    : pool_printf(pool, _("those of the theme \"%s\" are not there"),
		  c->theme);
}

static void
check_doubtful(void *arg, const char *what)
{
	(void)arg;
	review_note(what, _("correct the line"));
}

void
check_conf(void)
{
	conf_review(conf_path(), check_doubtful, NULL);
}

/* The law is the LCEN, article 1-1, for the publisher, its director and the
 * host, and the GDPR, article 13, for the contact. */
const char *
check_missing(struct pool *pool, const struct conf *c)
{
	const struct {
		const char *key, *value;
	} facts[] = {
		{ "operator_name", c->operator_name },
		{ "operator_address", c->operator_address },
		{ "publication_director", c->publication_director },
		{ "host_name", c->host_name },
		{ "contact", c->contact },
	};
	const char *missing = "";

	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		if (*facts[i].value == '\0')
			missing = pool_printf(pool, "%s %s", missing,
			    facts[i].key);
	return missing;
}

/* Settings were read before, or guichet would not run: what is checked is what
 * the law requires of a public site, and installed files. */
static void
check_settings(struct review *r)
{
	const struct conf *c = r->conf;
	const char *missing = check_missing(r->pool, c);
	char path[4096];
	bool compile;

	review_line(r,
	    pool_printf(r->pool, _("version %s, build %s"), build_version,
		build_id),
	    NULL, NULL);
	review_line(r, _("settings are read"), NULL, NULL);
	check_conf();
	review_line(r, _("facts of the legal pages"),
	    *missing != '\0'
		? pool_printf(r->pool, _("the law wants these:%s"), missing)
		: NULL,
	    pool_printf(r->pool, _("set them in %s"), conf_path()));
	snprintf(path, sizeof(path), "%s/xsl", c->share_dir);
	compile = all_compile(path);
	review_line(r, _("stylesheets compile"), compile ? NULL : path,
	    share_mend(r));
	review_line(r, _("styles and pictures"), check_styles(r->pool, c),
	    check_styles_mend(c));
}

/* "FILE: No such file or directory"; NULL when it can be read. */
static const char *
unreadable(struct review *r, const char *file)
{
	return access(file, R_OK) == 0
	    ? NULL
	    : pool_printf(r->pool, "%s: %s", file, say_error(errno));
}

/* The owner of the schema has a file of its own beside the others', which the
 * connector passes over when it may not read it. */
static const char *
owner_mend(struct review *r, const char *file)
{
	const char *slash = strrchr(file, '/');

	return pool_printf(r->pool,
	    _("be root; else remove %.*sowner.cnf and make it again by "
	      "lib/guichet/accounts, see guichet(1)"),
	    slash != NULL ? (int)(slash + 1 - file) : 0, file);
}

/* Whether the database answers.  Without its option file the connector would
 * take its own defaults, and blame a socket that nobody named. */
static bool
check_answers(struct review *r)
{
	const char *file = r->conf->database_options;
	const char *fault = unreadable(r, file);

	if (fault != NULL) {
		review_line(r, _("the database answers"), fault,
		    pool_printf(r->pool,
			_("make it by lib/guichet/accounts, see guichet(1), or "
			  "correct database_options in %s"),
			conf_path()));
		return false;
	}
	if (db_connect(r->db) != RC_OK)
		fault = db_error(r->db);
	review_line(r, _("the database answers"), fault,
	    db_is_refused(r->db)
		? owner_mend(r, file)
		: pool_printf(r->pool, _("start MariaDB, or correct %s"),
		      file));
	return fault == NULL;
}

/* What is wrong with the schema, and what mends it; NULL: nothing. */
static const char *
schema_fault(struct review *r, const struct schema_state *s, const char **mend)
{
	*mend = "guichet migrate";
	if (s->restoring) {
		*mend = _("restore it again, see guichet-exploitation(7)");
		return _("a restore of the base was begun and did not end");
	}
	if (s->newer[0] != '\0') {
		*mend = _("install that one, or restore the base of before");
		return pool_printf(r->pool, _("it has %s, of a newer Guichet"),
		    s->newer);
	}
	if (s->begun[0] != '\0')
		return pool_printf(r->pool,
		    _("%s was begun and not ended, at its statement %u"),
		    s->begun, s->under_way);
	return s->missing == 0
	    ? NULL
	    : pool_printf(r->pool,
		  ngettext("%d step is missing", "%d steps are missing",
		      (unsigned long)s->missing),
		  s->missing);
}

/* Whether the schema is the one of this version: without it the other checks
 * are meaningless. */
static bool
check_schema(struct review *r)
{
	const char *dir = r->conf->share_dir, *mend = share_mend(r);
	const char *fault = unreadable(r,
	    pool_printf(r->pool, "%s/sql/schema", dir));
	struct schema_state s = { 0 };

	if (fault == NULL && schema_look(r->db, dir, &s) == RC_OK) {
		fault = schema_fault(r, &s, &mend);
	} else if (fault == NULL) {
		fault = db_error(r->db);
		mend = "guichet migrate";
	}
	review_line(r, _("the schema is this version's"), fault, mend);
	return fault == NULL;
}

/* An index that is missing makes pages slow, not wrong: it would go unseen.
 * guichet migrate does not mend it, for it runs each step of the schema once.
 */
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
	if (rows_int(&check_index_row(&res, 0)->columns, 0) == 0 &&
	    rows_int(&check_index_row(&res, 0)->tables, 0) > 0) {
		r->missing++;
		review_line(r, _("indexes"),
		    pool_printf(r->pool, _("\"%s\" of table \"%s\" is missing"),
			index, table),
		    _("make it again as sql/schema says"));
	}
	return true;
}

/* ---- all ---- */

/* What readers get through the web server, of what the database holds. */
static void
check_readers(struct review *r)
{
	check_pages(r);
	check_counted(r);
	check_portals(r);
}

/* Files first, then the database and what is in it, then what listens. */
enum rc
check_all(const struct conf *conf, struct db *admin)
{
	struct review r = { .conf = conf, .db = admin, .pool = pool_new() };
	bool based;
	int faults;

	check_settings(&r);
	check_key(&r);
	based = check_answers(&r) && check_schema(&r);
	if (based) {
		if (schema_each_index(conf->share_dir, check_index, &r) &&
		    r.missing == 0)
			review_line(&r,
			    pool_printf(r.pool,
				ngettext("%d index", "%d indexes",
				    (unsigned long)r.indexes),
				r.indexes),
			    NULL, NULL);
		check_contents(&r);
		check_feeds(&r);
		check_accounts(&r);
		check_ds(&r);
	}
	check_sockets(&r);
	check_web_server(&r);
	check_site(&r);
	if (based)
		check_readers(&r);
	check_disk(&r);
	check_machine(&r);
	faults = r.faults;
	if (faults == 0)
		say(_("all is well"));
	else
		say(ngettext("%d fault", "%d faults", (unsigned long)faults),
		    faults);
	pool_free(r.pool);
	return faults == 0 ? RC_OK : RC_FAIL;
}
