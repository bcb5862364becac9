#ifndef DB_H
#define DB_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/pool.h"
#include "base/rc.h"
#include "gen/queries/names.h"

/*
 * The connection to MariaDB: the only room that knows its library.  A handle
 * has one account, one connection at a time, and the statements prepared on
 * it.  A lost connection takes its statements with it: the next use connects
 * and prepares anew.
 */
struct db;
struct db_stmt;

/* One value bound to a statement, or one field of a row.  A long text that is
 * bound again and again may bear a number, which stands for it in keys of the
 * row cache. */
struct value {
	enum { VALUE_NULL, VALUE_INT, VALUE_TEXT } type;
	long long i;   /* VALUE_INT; of a text its number, 0: none */
	const char *s; /* VALUE_TEXT; fields are NUL-terminated */
	size_t n;
};

/* What a statement answered.  Rows live in the pool of the call, names as long
 * as the handle. */
struct result {
	enum query_id query; /* that was answered */
	unsigned columns, rows;
	const char *const *names;             /* of the columns */
	struct value **row;                   /* row[r][column] */
	unsigned long long affected, last_id; /* of a write */
};

/* Row r of what that query answered, for the functions of gen/queries that give
 * it the query's type. */
static inline const struct value *
result_row(const struct result *res, enum query_id query, unsigned r)
{
	assert(res->query == query && r < res->rows);
	return res->row[r];
}

/*
 * A handle that reads host, user and password from a group of an option file;
 * both strings must outlive it.  The credential "database.cnf" of systemd
 * (LoadCredential=), when there is one, is read instead of that file.  The
 * handle connects at first use.
 * no_timeout is for the administrator's long work: answers may take any time,
 * several statements may be sent at once, and rows loaded.  On other handles
 * the server gives up a query after 1.4 s; a server that says nothing is waited
 * for a little longer, and after that timeout they fail at once for a second
 * (breaker.h).  The caller frees it, and with it its connection and statements.
 * NULL is ignored.
 */
struct db *db_new(const char *options, const char *group, bool no_timeout);
void db_free(struct db *);

/* Connects unless it is connected.  RC_UNAVAILABLE, logged once for each
 * outage, when the server cannot be reached or refuses the account; and without
 * a try, for a second after a timeout. */
enum rc db_connect(struct db *);
void db_disconnect(struct db *);

/* Raises the timeouts, the server's and ours, to 20 s while nobody waits: whole
 * tables are loaded at start-up by processes that start together, and by a job,
 * on a machine that may be busy.  Ends the connection. */
void db_read_whole(struct db *, bool on);

/* Whether the last error is of a statement that took too long, of a base that
 * goes on answering. */
bool db_is_slow(const struct db *);

/* Whether the last error is of the values that a statement was given, which the
 * columns do not take: others may be good. */
bool db_is_value(const struct db *);

/* How many connections the handle has made: it rises at each new one. */
unsigned db_epoch(const struct db *);

/* The option file that it reads. */
const char *db_options(const struct db *);

/* The last error, in the server's words and by its number, for the
 * administrator alone. */
const char *db_error(const struct db *);
unsigned db_errno(const struct db *);

/* Whether that error is of an account that is unknown or has another password;
 * or of a server that is not where its options say. */
bool db_is_refused(const struct db *);
bool db_is_away(const struct db *);

/* The statement of the query in that shape, if this handle prepared it on this
 * connection; NULL otherwise.  It belongs to the handle. */
struct db_stmt *db_stmt_find(const struct db *, enum query_id, uint64_t shape);

/* Prepares sql as the statement of the query in that shape; the handle must be
 * connected, name must outlive it.  The codes of db_execute, logged alike. */
enum rc db_prepare(struct db *, enum query_id, uint64_t shape, const char *name,
    const char *sql, struct db_stmt **);

/*
 * Runs a prepared statement with n values.  RC_UNAVAILABLE when the connection
 * was lost, the server is busy, or an answer took too long; RC_FAIL for any
 * other refusal.  Both are logged under the statement's name.
 */
enum rc db_execute(struct db_stmt *, const struct value *, size_t n,
    struct pool *, struct result *);

/* Runs sql, one or several statements without values: schema steps. */
enum rc db_script(struct db *, const char *name, const char *sql);

/* Runs a LOAD DATA LOCAL statement that reads rows instead of a file.  RC_FAIL,
 * logged, when a row was cut or left out, unless the statement says IGNORE. */
enum rc db_load(struct db *, const char *name, const char *sql,
    const struct buf *rows);

/* After db_begin nothing is stored until db_commit; db_rollback drops it.  A
 * lost connection drops it too. */
enum rc db_begin(struct db *);
enum rc db_commit(struct db *);
void db_rollback(struct db *);
bool db_in_transaction(const struct db *);

/* Within a transaction, db_undo drops what was done since the last
 * db_savepoint, and nothing before it.  RC_FAIL, logged, when the server has
 * dropped the whole transaction. */
enum rc db_savepoint(struct db *);
enum rc db_undo(struct db *);

/* From here on db_commit rolls back and returns RC_OK: an import then reports
 * all that it would do. */
void db_dry_run(struct db *);

#endif
