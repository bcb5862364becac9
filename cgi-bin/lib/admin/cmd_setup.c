/* cmd_setup.c - command: the whole of an installation. */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "admin/cmd.h"
#include "base/build.h"
#include "base/log.h"
#include "base/say.h"
#include "crypto/digest.h"
#include "db/query.h"
#include "db/rows.h"
#include "db/schema.h"
#include "gen/programs.h"
#include "gen/queries/db.h"
#include "gen/queries/installation.h"
#include "indexing/sheets_stamp.h"
#include "installation/check.h"
#include "installation/import_stamp.h"
#include "installation/machine.h"
#include "installation/review.h"
#include "installation/supplied.h"

#define SAVED "/var/backups/guichet"

/* Fewer, and the reference of territories was never loaded: check_contents. */
enum { LEAST_PLACES = 30000, AWAY = 3 };

/* Runs a command of MACHINE with up to two operands, NULL when there is none.
 * Returns its exit status, 127 when it cannot be run. */
static int
setup_machine(const char *command, const char *first, const char *second)
{
	int status;
	pid_t pid = fork();

	/* No shell: names of files go as they are. */
	if (pid == 0) {
		execl(MACHINE, MACHINE, command, first, second, (char *)NULL);
		log_msg("\"%s\": %s", MACHINE, say_error(errno));
		_exit(127);
	}
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		return 127;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 127;
}

/* The folder of the option files, in the pool. */
static const char *
setup_folder(struct pool *pool, const struct conf *c)
{
	const char *file = c->database_options, *slash = strrchr(file, '/');

	return slash == NULL ? "."
			     : pool_strndup(pool, file, (size_t)(slash - file));
}

/* Two that write the same files and the same base would spoil both.  The lock
 * goes with the process. */
static bool
setup_lock(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
		return true;
	if (fd >= 0 && errno == EWOULDBLOCK)
		log_msg(_("another guichet setup, or a restore, is at work: "
			  "wait for it"));
	else
		log_msg("\"%s\": %s", folder, say_error(errno));
	return false;
}

/* ---- base and accounts ---- */

/* Whether the owner of the schema is let in; a base elsewhere is asked where
 * the option file says. */
static bool
setup_owner_answers(struct cmd *o)
{
	return access(o->conf.database_options, R_OK) == 0 &&
	    db_connect(o->db) == RC_OK;
}

/* Whether the accounts of programs are.  None may open the base before
 * cmd_migrate gave it its rights: asked after it, of an account that was made
 * by hand elsewhere, this finds a wrong password or host. */
static enum rc
setup_programs_answer(struct cmd *o)
{
	enum rc rc = RC_OK;

	for (const struct program_row *p = program_rows; p->name != NULL; p++) {
		char name[80];
		struct db *db;

		snprintf(name, sizeof(name), "guichet-%s", p->name);
		db = db_new(o->conf.database_options, name, false);
		if (db_connect(db) != RC_OK)
			rc = RC_FAIL;
		db_free(db);
	}
	if (rc != RC_OK)
		log_msg(_("an account is not let in by MariaDB: see \"another "
			  "machine\" in guichet(1)"));
	return rc;
}

/* Accounts are made again each time, for their limits and for those of new
 * programs; where root of this machine cannot, they may be there already. */
static enum rc
setup_accounts(struct cmd *o, const char *folder)
{
	bool here = strcmp(o->conf.account_host, "localhost") == 0;
	int status;

	if (setup_machine("users", NULL, NULL) != 0)
		return RC_FAIL;
	status = here ? setup_machine("accounts", folder, NULL) : AWAY;
	if (status == 0)
		return db_connect(o->db);
	if (status != AWAY)
		return RC_FAIL;
	if (setup_owner_answers(o))
		return RC_OK;
	log_msg(here ? _("MariaDB does not answer root on this machine: start "
			 "it; or, when the base is on another one, see "
			 "\"another machine\" in guichet(1)")
		     : _("an account is not let in by MariaDB: see \"another "
			 "machine\" in guichet(1)"));
	return RC_FAIL;
}

/* Steps of the schema cannot be undone: what the base was is kept, unless there
 * is nothing to lose.  The name of the file says when, and by which version; a
 * base that cannot be saved, on a disk that is full, is not changed either. */
static enum rc
setup_save(struct cmd *o, struct pool *pool, const char *folder)
{
	time_t now = time(NULL);
	struct tm tm;
	char when[20];
	const char *file;

	if (schema_missing(o->db, o->conf.share_dir) == 0 ||
	    schema_is_new(o->db))
		return RC_OK;
	localtime_r(&now, &tm);
	strftime(when, sizeof(when), "%Y%m%d-%H%M%S", &tm);
	file = pool_printf(pool, SAVED "/guichet-%s-%s.sql.gz", when,
	    build_version);
	if (setup_machine("save", folder, file) != 0) {
		log_msg(_("the base could not be saved: its schema stays as "
			  "it is"));
		return RC_FAIL;
	}
	say(_("the base was saved before its schema changes: %s"), file);
	return RC_OK;
}

/* ---- contents ---- */

/* By what the base was last set up: programs, sheets and data. */
static const char *
setup_stamp(struct pool *pool, const char *share_dir)
{
	static const char *const files[] = { "perimeters.tsv",
		"perimeters-fixed.tsv", "perimeters-past.tsv", "centres.tsv",
		"territory-facts.tsv" };
	char *hex = pool_take(pool, DIGEST_HEX + 1);
	struct buf b = { 0 };

	buf_puts(&b, build_id);
	buf_puts(&b, sheets_stamp(pool, share_dir));
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		buf_put_file(&b,
		    pool_printf(pool, "%s/sql/data/%s", share_dir, files[i]));
	digest_sha256(hex, b.data, b.len);
	buf_free(&b);
	return hex;
}

/* Loads a table of so many rows that was never loaded, or that another version
 * loaded: one that an administrator may have changed is theirs. */
static enum rc
setup_table(struct cmd *o, struct pool *pool, enum supplied_table t,
    long long rows, cmd_handler *import)
{
	enum supplied_state state = SUPPLIED_OLDER;
	enum rc rc = rows > 0
	    ? supplied_look(o->db, pool, o->conf.share_dir, t, &state)
	    : RC_OK;

	if (rc != RC_OK || state != SUPPLIED_OLDER)
		return rc;
	o->options.force = true; /* what goes was nobody's own */
	rc = import(o, 0, NULL);
	o->options.force = false;
	return rc;
}

/* Loads what was never loaded, and what another version loaded. */
static enum rc
setup_load(struct cmd *o, struct pool *pool, const struct check_counts_row *has,
    bool same)
{
	enum rc rc = RC_OK;

	if (!same || rows_int(&has->perimeters, 0) < LEAST_PLACES)
		rc = cmd_import_perimeters(o, 0, NULL);
	if (rc == RC_OK)
		rc = setup_table(o, pool, SUPPLIED_KEYWORDS,
		    rows_int(&has->keywords, 0), cmd_import_keywords);
	if (rc == RC_OK)
		rc = setup_table(o, pool, SUPPLIED_PROJECTS,
		    rows_int(&has->projects, 0), cmd_import_projects);
	if (rc == RC_OK && rows_int(&has->sources, 0) == 0)
		rc = cmd_import_sources(o, 0, NULL);
	if (rc == RC_OK && rows_int(&has->aids, 0) > 0 &&
	    (!same || rows_int(&has->without_index, 0) > 0 ||
		rows_int(&has->without_page, 0) > 0))
		rc = cmd_index(o, 0, NULL);
	return rc;
}

/* The stamp comes last: what was cut short is done again. */
static enum rc
setup_contents(struct cmd *o, struct pool *pool)
{
	const struct arg *args = NULL;
	const char *stamp = setup_stamp(pool, o->conf.share_dir);
	struct result counts, noted, res;
	bool same;
	enum rc rc;

	arg_text(pool, &args, CHECK_COUNTS_IN_IMPORTER,
	    import_stamp(pool, o->conf.share_dir, o->db));
	arg_text(pool, &args, STAMP_NOTED_IN_NAME, "setup");
	if ((rc = query_run(o->db, pool, Q_CHECK_COUNTS, args, &counts)) !=
		RC_OK ||
	    (rc = query_run(o->db, pool, Q_STAMP_NOTED, args, &noted)) != RC_OK)
		return rc;
	same = noted.rows > 0 &&
	    strcmp(stamp_noted_row(&noted, 0)->stamp.s, stamp) == 0;
	if ((rc = setup_load(o, pool, check_counts_row(&counts, 0), same)) !=
	    RC_OK)
		return rc;
	arg_text(pool, &args, STAMP_NOTE_IN_STAMP, stamp);
	return query_run(o->db, pool, Q_STAMP_NOTE, args, &res);
}

/* ---- all ---- */

/* Starts the programs, or starts them again; those that run keep the styles
 * that they read, rather than take a theme that is not there. */
static enum rc
setup_start(struct cmd *o, struct pool *pool)
{
	const char *fault = check_styles(pool, &o->conf);

	if (fault != NULL) {
		log_msg(_("the programs are not started again: %s: %s"), fault,
		    check_styles_mend(&o->conf));
		return RC_FAIL;
	}
	return setup_machine("start", NULL, NULL) == 0 ? RC_OK : RC_FAIL;
}

/* The web server has the files of a version before in memory until it is told,
 * and the files of other sites may keep it from being so: that is said. */
static void
setup_web_server(void)
{
	if (setup_machine("reload", NULL, NULL) != 0)
		log_msg(_("the web server has not read its files again: once "
			  "it finds no fault in them, nginx -t && systemctl "
			  "reload nginx"));
}

/* In this order: the base is saved once it can be, and before it changes; the
 * programs start again last, for what they read is then there. */
static enum rc
setup_steps(struct cmd *o, struct pool *pool)
{
	const char *folder = setup_folder(pool, &o->conf);
	enum rc rc = setup_lock(folder) ? RC_OK : RC_FAIL;

	if (rc == RC_OK)
		rc = setup_accounts(o, folder);
	if (rc == RC_OK)
		rc = setup_save(o, pool, folder);
	if (rc == RC_OK)
		rc = cmd_migrate(o, 0, NULL);
	if (rc == RC_OK)
		rc = setup_programs_answer(o);
	if (rc == RC_OK)
		rc = setup_contents(o, pool);
	if (rc == RC_OK)
		rc = setup_start(o, pool);
	if (rc == RC_OK)
		setup_web_server();
	return rc;
}

/* guichet setup: all that an installation or an upgrade does after its files,
 * as root.  It asks nothing; each step looks at what is there first, so that
 * it may be run again at any time, and goes on where it was cut short. */
enum rc
cmd_setup(struct cmd *o, int argc, char **argv)
{
	struct pool *pool;
	enum rc rc;

	(void)argc;
	(void)argv;
	if (geteuid() != 0) {
		log_msg(_("be root: sudo guichet setup"));
		return RC_FAIL;
	}
	check_conf();
	pool = pool_new();
	rc = setup_steps(o, pool);
	if (rc != RC_OK)
		say(_("not finished: once what is above is mended, run guichet "
		      "setup"));
	else if (review_is_local(&o->conf) ||
	    *check_missing(pool, &o->conf) != '\0')
		say(_("to edit: %s, then the site of nginx: see "
		      "guichet-install(7)"),
		    conf_path());
	pool_free(pool);
	return rc;
}
