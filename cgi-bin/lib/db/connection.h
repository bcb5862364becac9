#ifndef CONNECTION_H
#define CONNECTION_H

#include <mysql.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/pool.h"
#include "base/rc.h"
#include "db/breaker.h"

/* What a handle is, for db.c, db_stmt.c and patience.c alone.  No other file
 * knows MariaDB's library, but that schema_step.c has the numbers of errors. */
struct db {
	MYSQL *my; /* NULL: not connected */
	const char *options, *group;
	bool no_timeout, in_transaction, outage, dry, whole;
	unsigned epoch;
	/* what LOAD DATA LOCAL reads */
	const struct buf *rows;
	size_t rows_read;
	struct breaker breaker; /* of a handle that has a timeout */
	char error[512];
	unsigned error_number;
	struct db_stmt **stmts; /* lists, by the number of the query */
	struct pool *names;     /* of the statements' columns */
};

/* Keeps error number e of the server and logs it under name.  Closes a
 * connection that is lost.  Returns RC_UNAVAILABLE for a temporary error,
 * RC_FAIL for any other. */
enum rc db_failed(struct db *, const char *name, unsigned e, const char *text);

/* patience.c: the limits of a connection to be made; and those of one that is,
 * for answers. */
void db_patience_ask(struct db *);
void db_patience_set(struct db *);

/* Closes and frees all statements of the handle. */
void db_stmts_free(struct db *);

#endif
