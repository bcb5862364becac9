/* patience.c - how long an answer of the base is waited for. */

#include "db/connection.h"
#include "db/db.h"

/* After <mysql.h>, which it needs. */
#include <ma_pvio.h>

/* In ms: of tables that are read whole. */
enum { WHOLE_PATIENCE = 4000 };

/* The library's own options count in seconds, and before the connection
 * alone. */
void
db_read_whole(struct db *db, bool whole)
{
	db->whole = whole;
	if (db->my != NULL && !db->no_timeout)
		db->my->net.pvio->timeout[PVIO_READ_TIMEOUT] = whole
		    ? WHOLE_PATIENCE
		    : BREAKER_PATIENCE;
}
