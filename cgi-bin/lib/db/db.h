#ifndef DB_H
#define DB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/pool.h"
#include "base/rc.h"

/*
 * The connection to MariaDB: the only room that knows its library.  A lost
 * connection takes its statements with it: the next use connects anew, and
 * db_epoch tells that statements must be prepared again.
 */
struct db;
struct db_stmt;

/* One value bound to a statement, or one field of a row. */
struct value {
	enum { VALUE_NULL, VALUE_INT, VALUE_TEXT } type;
	long long i;
	const char *s; /* VALUE_TEXT; fields end with a NUL */
	size_t n;
};

/* What a statement answered; all of it lives in the pool of the call. */
struct result {
	unsigned columns, rows;
	const char **names;                   /* of the columns */
	struct value **row;                   /* row[r][column] */
	unsigned long long affected, last_id; /* of a write */
};

/*
 * A handle that reads host, user and password in option file options, group
 * group, both of which must last.  It connects at first use.  patient: no limit of time on an answer,
 * for the administrator's long work.  The caller closes it.
 */
struct db *db_new(const char *options, const char *group, bool patient);
void db_free(struct db *);

/* RC_UNAVAILABLE, logged once for each outage, when the server cannot be reached. */
enum rc db_connect(struct db *);
void db_disconnect(struct db *);

/* Rises at each new connection. */
unsigned db_epoch(const struct db *);

/* The last error as the server worded it, for the administrator alone. */
const char *db_error(const struct db *);
unsigned db_errno(const struct db *);

/* Prepares sql; NULL, logged under name, when the server refuses. */
struct db_stmt *db_prepare(struct db *, const char *name, const char *sql);
void db_stmt_free(struct db_stmt *);

/*
 * Runs a prepared statement over n values.  RC_UNAVAILABLE when the connection was
 * lost, the server is busy, or its limit of time was met; RC_FAIL for any
 * other refusal.  Both are logged under the statement's name.
 */
enum rc db_execute(struct db_stmt *, const struct value *, size_t n,
    struct pool *, struct result *);

/* Runs sql, one or several statements, that has no values: schema steps. */
enum rc db_script(struct db *, const char *name, const char *sql);

/* Runs a LOAD DATA LOCAL statement that reads rows instead of a file.  RC_FAIL,
 * logged, when a row was cut or passed over, unless the statement says IGNORE. */
enum rc db_load(struct db *, const char *name, const char *sql,
    const struct buf *rows);

/* From db_begin on nothing is kept until db_commit; db_rollback forgets it. */
enum rc db_begin(struct db *);
enum rc db_commit(struct db *);
void db_rollback(struct db *);
bool db_in_transaction(const struct db *);

#endif
