/* patience.c - how long an answer of the base is waited for. */

#include "db/connection.h"
#include "db/db.h"

/* After <mysql.h>, which it needs. */
#include <ma_pvio.h>

/*
 * What the server is told at each connection, and how long this side waits, in
 * ms: longer than the server takes to refuse, so that only a base that hangs is
 * given up.  With the try that follows (breaker.c) and the page that says so, a
 * request then stays under two seconds.  A process that is stopped holds no row
 * from the others.
 */
static const struct {
	const char *session;
	int ms;
} reader = { "SET max_statement_time = 1.4, lock_wait_timeout = 1,"
	     " idle_transaction_timeout = 5",
	1650 },
  whole = { "SET max_statement_time = 20, lock_wait_timeout = 20", 22000 };

void
db_read_whole(struct db *db, bool on)
{
	db->whole = on;
	db_disconnect(db);
}

/* A job that reads all asks for the time that this takes: its account alone has
 * less. */
static bool
is_limited(const struct db *db)
{
	return db->whole || !db->no_timeout;
}

void
db_patience_ask(struct db *db)
{
	unsigned connect = 1, answer = 1;

	mysql_options(db->my, MYSQL_OPT_CONNECT_TIMEOUT, &connect);
	if (!is_limited(db))
		return;
	mysql_options(db->my, MYSQL_OPT_READ_TIMEOUT, &answer);
	mysql_options(db->my, MYSQL_OPT_WRITE_TIMEOUT, &answer);
	mysql_options(db->my, MYSQL_INIT_COMMAND,
	    db->whole ? whole.session : reader.session);
}

/* The library's own options count in seconds. */
void
db_patience_set(struct db *db)
{
	if (is_limited(db))
		db->my->net.pvio->timeout[PVIO_READ_TIMEOUT] = db->whole
		    ? whole.ms
		    : reader.ms;
}
