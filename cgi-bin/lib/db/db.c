/* db.c - the connection to MariaDB. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <pwd.h>
#include <unistd.h>

#include <errmsg.h>
#include <mysqld_error.h>

#include "base/log.h"
#include "base/say.h"
#include "db/connection.h"
#include "db/db.h"

/* The library is ended with the last handle of the process. */
static unsigned handles;

/* What systemd hands to the process (LoadCredential=) goes before the file of
 * the settings; NULL when it hands nothing. */
static const char *
credential(struct pool *pool)
{
	const char *dir = getenv("CREDENTIALS_DIRECTORY"), *path;

	if (dir == NULL)
		return NULL;
	path = pool_printf(pool, "%s/database.cnf", dir);
	return access(path, R_OK) == 0 ? path : NULL;
}

struct db *
db_new(const char *options, const char *group, bool no_timeout)
{
	struct db *db = calloc(1, sizeof(*db));

	if (db == NULL)
		log_die("db: out of memory");
	db->names = pool_new();
	db->options = credential(db->names);
	if (db->options == NULL)
		db->options = options;
	db->group = group;
	db->no_timeout = no_timeout;
	handles++;
	return db;
}

void
db_disconnect(struct db *db)
{
	if (db->my != NULL)
		mysql_close(db->my);
	db->my = NULL;
	db->in_transaction = false;
}

void
db_free(struct db *db)
{
	if (db == NULL)
		return;
	db_stmts_free(db);
	db_disconnect(db);
	pool_free(db->names);
	free(db);
	if (--handles == 0)
		mysql_library_end();
}

unsigned
db_epoch(const struct db *db)
{
	return db->epoch;
}

const char *
db_options(const struct db *db)
{
	return db->options;
}

const char *
db_error(const struct db *db)
{
	return db->error;
}

unsigned
db_errno(const struct db *db)
{
	return db->error_number;
}

bool
db_is_refused(const struct db *db)
{
	return db->error_number == ER_ACCESS_DENIED_ERROR ||
	    db->error_number == ER_ACCESS_DENIED_NO_PASSWORD_ERROR;
}

bool
db_is_away(const struct db *db)
{
	return db->error_number == CR_CONNECTION_ERROR ||
	    db->error_number == CR_CONN_HOST_ERROR ||
	    db->error_number == CR_UNKNOWN_HOST;
}

enum rc
db_savepoint(struct db *db)
{
	return db_script(db, "savepoint", "SAVEPOINT here");
}

enum rc
db_undo(struct db *db)
{
	return db_script(db, "undo", "ROLLBACK TO SAVEPOINT here");
}

bool
db_in_transaction(const struct db *db)
{
	return db->in_transaction;
}

/* Errors after which the same request may succeed a moment later: what a
 * restart, a full server, a deadlock and a time limit answer.  The reader is
 * asked to come back. */
static bool
is_transient(unsigned e)
{
	switch (e) {
	case CR_SERVER_GONE_ERROR:
	case CR_SERVER_LOST:
	case CR_CONNECTION_ERROR:
	case CR_CONN_HOST_ERROR:
	case ER_CON_COUNT_ERROR:
	case ER_TOO_MANY_USER_CONNECTIONS:
	case ER_LOCK_WAIT_TIMEOUT:
	case ER_LOCK_DEADLOCK:
	case ER_STATEMENT_TIMEOUT:
	case ER_SERVER_SHUTDOWN:
	case ER_UNKNOWN_COM_ERROR:
	case ER_CONNECTION_KILLED:
	case ER_OPTION_PREVENTS_STATEMENT:
	case ER_USER_LIMIT_REACHED:
	case ER_DISK_FULL:
	case ER_RECORD_FILE_FULL:
		return true;
	default:
		return false;
	}
}

static bool
is_lost(unsigned e)
{
	return e == CR_SERVER_GONE_ERROR || e == CR_SERVER_LOST ||
	    e == ER_SERVER_SHUTDOWN || e == ER_CONNECTION_KILLED ||
	    e == CR_COMMANDS_OUT_OF_SYNC;
}

enum rc
db_failed(struct db *db, const char *name, unsigned e, const char *text)
{
	db->error_number = e;
	strncpy(db->error, text, sizeof(db->error) - 1);
	log_msg(_("db: \"%s\" failed: %u %s"), name, e, text);
	if (is_lost(e)) {
		/* Asked again, it would take as long. */
		if (breaker_failed(&db->breaker))
			db->error_number = ER_STATEMENT_TIMEOUT;
		db_disconnect(db);
	}
	return is_transient(e) || is_lost(e) ? RC_UNAVAILABLE : RC_FAIL;
}

/* The four callbacks by which LOAD DATA LOCAL reads memory, never a file. */

static int
infile_init(void **ptr, const char *file, void *arg)
{
	struct db *db = arg;

	(void)file;
	*ptr = db;
	db->rows_read = 0;
	return db->rows == NULL;
}

static int
infile_read(void *ptr, char *out, unsigned n)
{
	struct db *db = ptr;
	size_t left = db->rows->len - db->rows_read;

	if (n > left)
		n = (unsigned)left;
	memcpy(out, db->rows->data + db->rows_read, n);
	db->rows_read += n;
	return (int)n;
}

static void
infile_end(void *ptr)
{
	(void)ptr;
}

static int
infile_error(void *ptr, char *out, unsigned n)
{
	(void)ptr;
	if (n > 0)
		out[0] = '\0';
	return CR_UNKNOWN_ERROR;
}

/* How MariaDB reads our queries and what it refuses, whatever it was set to for
 * other bases: rights make no account. */
#define MODES \
	"sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO," \
	"NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION', old_mode = ''"

static void
set_options(struct db *db)
{
	my_bool off = 0;

	mysql_options(db->my, MYSQL_READ_DEFAULT_FILE, db->options);
	mysql_options(db->my, MYSQL_READ_DEFAULT_GROUP, db->group);
	mysql_options(db->my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	/* Reconnecting behind our back would commit half a transaction. */
	mysql_options(db->my, MYSQL_OPT_RECONNECT, &off);
	mysql_options(db->my, MYSQL_INIT_COMMAND, "SET " MODES);
	db_patience_ask(db);
}

static bool
connect_once(struct db *db)
{
	unsigned flags = db->no_timeout ? CLIENT_MULTI_STATEMENTS : 0;

	if ((db->my = mysql_init(NULL)) == NULL)
		log_die("db: out of memory");
	set_options(db);
	return mysql_real_connect(db->my, NULL, NULL, NULL, NULL, 0, NULL,
		   flags) != NULL;
}

/* An account without a password is the system's user of its name, whom MariaDB
 * sees at the other end of the socket (unix_socket).  Root may be that user,
 * for the moment of the connection: "guichet check" asks as each. */
static bool
connect_as_user(struct db *db)
{
	const struct passwd *user;
	bool done;

	if (mysql_errno(db->my) != ER_ACCESS_DENIED_NO_PASSWORD_ERROR ||
	    geteuid() != 0 || (user = getpwnam(db->group)) == NULL ||
	    seteuid(user->pw_uid) != 0)
		return false;
	mysql_close(db->my);
	/* That user cannot read a file of mode 600, which names the base: the
	 * one of conf/accounts.sh. */
	done = connect_once(db) &&
	    (db->my->db != NULL || mysql_select_db(db->my, "guichet") == 0);
	if (seteuid(0) != 0)
		log_die("db: cannot be root again");
	return done;
}

enum rc
db_connect(struct db *db)
{
	if (!db->no_timeout && breaker_is_open(&db->breaker))
		return RC_UNAVAILABLE;
	if (db->my != NULL)
		return RC_OK;
	if (!db->no_timeout && !breaker_try(&db->breaker))
		return RC_UNAVAILABLE;
	breaker_start(&db->breaker);
	if (!connect_once(db) && !connect_as_user(db)) {
		db->error_number = mysql_errno(db->my);
		strncpy(db->error, mysql_error(db->my), sizeof(db->error) - 1);
		if (!db->outage)
			log_msg(_("db: cannot connect as \"%s\": %s"),
			    db->group, db->error);
		db->outage = true;
		breaker_failed(&db->breaker);
		db_disconnect(db);
		return RC_UNAVAILABLE;
	}
	db_patience_set(db);
	breaker_close(&db->breaker, db->my->unix_socket);
	if (db->outage)
		log_msg(_("db: connected again as \"%s\""), db->group);
	db->outage = false;
	if (db->no_timeout)
		mysql_set_local_infile_handler(db->my, infile_init, infile_read,
		    infile_end, infile_error, db);
	db->epoch++;
	return RC_OK;
}

enum rc
db_script(struct db *db, const char *name, const char *sql)
{
	enum rc rc = db_connect(db);
	int more;

	if (rc != RC_OK)
		return rc;
	if (mysql_real_query(db->my, sql, strlen(sql)) != 0)
		return db_failed(db, name, mysql_errno(db->my),
		    mysql_error(db->my));
	do {
		MYSQL_RES *r = mysql_store_result(db->my);

		if (r != NULL)
			mysql_free_result(r);
	} while ((more = mysql_next_result(db->my)) == 0);
	return more > 0
	    ? db_failed(db, name, mysql_errno(db->my), mysql_error(db->my))
	    : RC_OK;
}

enum rc
db_load(struct db *db, const char *name, const char *sql,
    const struct buf *rows)
{
	enum rc rc;

	db->rows = rows;
	rc = rows->len > 0 ? db_script(db, name, sql) : RC_OK;
	db->rows = NULL;
	/* With LOCAL, errors in rows become warnings: a text that is too long
	 * is cut, a duplicate row skipped. */
	if (rc == RC_OK && rows->len > 0 && mysql_warning_count(db->my) > 0 &&
	    strstr(sql, " IGNORE ") == NULL) {
		log_msg(_("db: \"%s\": some rows are not as they were "
			  "given"),
		    name);
		rc = RC_FAIL;
	}
	return rc;
}

enum rc
db_begin(struct db *db)
{
	enum rc rc = db_connect(db);

	if (rc == RC_OK && mysql_autocommit(db->my, 0) != 0)
		rc = db_failed(db, "begin", mysql_errno(db->my),
		    mysql_error(db->my));
	db->in_transaction = rc == RC_OK;
	return rc;
}

void
db_dry_run(struct db *db)
{
	db->dry = true;
}

enum rc
db_commit(struct db *db)
{
	enum rc rc = RC_OK;

	if (db->dry) {
		db_rollback(db);
		return RC_OK;
	}
	if (db->my == NULL || mysql_commit(db->my) != 0)
		rc = db->my == NULL
		    ? RC_UNAVAILABLE
		    : db_failed(db, "commit", mysql_errno(db->my),
			  mysql_error(db->my));
	else
		mysql_autocommit(db->my, 1);
	db->in_transaction = false;
	return rc;
}

void
db_rollback(struct db *db)
{
	if (db->my != NULL) {
		mysql_rollback(db->my);
		mysql_autocommit(db->my, 1);
	}
	db->in_transaction = false;
}
