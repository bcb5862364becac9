#ifndef CONNECTION_H
#define CONNECTION_H

#include <mysql.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/pool.h"
#include "base/rc.h"
#include "db/breaker.h"

/* What a handle is, for db.c and db_stmt.c alone: no other file knows MariaDB's
 * library. */
struct db {
	MYSQL *my; /* NULL: not connected */
	const char *options, *group;
	bool no_timeout, in_transaction, outage, dry, whole;
	unsigned epoch;
	/* what LOAD DATA LOCAL reads */
	const struct buf *rows;
	size_t rows_read;
	struct breaker breaker; /* for a handle that waits for a time alone */
	char error[512];
	unsigned error_number;
	struct db_stmt **stmts; /* lists, by the number of the query */
	struct pool *names;     /* of the statements' columns */
};

/* Remembers and logs error number e of the server, met by what name says.
 * Ends a connection that is lost.  Returns RC_UNAVAILABLE for an error that
 * passes, RC_FAIL for any other. */
enum rc db_failed(struct db *, const char *name, unsigned e, const char *text);

/* Closes and frees all statements of the handle. */
void db_stmts_free(struct db *);

#endif
