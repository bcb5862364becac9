/* handles.c OPTIONS - two handles of two accounts in one process, over a real
 * base: each has its own statements, connections and rights.  Prints TAP. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "db/query.h"

static int tests, bad;

static void
tap(const char *name, bool good)
{
	printf("%sok %d - handles: %s\n", good ? "" : "not ", ++tests, name);
	bad += !good;
}

/* How many rows the query has for the account of that handle; -1: refused. */
static int
rows_of(struct db *db, struct pool *pool, enum query_id id)
{
	struct result res;

	return query_run(db, pool, id, NULL, &res) == RC_OK ? (int)res.rows
							    : -1;
}

/* The same query, by one and the other in turn. */
static void
test_rights(struct db *owner, struct db *search, struct pool *pool)
{
	int all = rows_of(owner, pool, Q_CHECK_RIGHTS);
	int few = rows_of(search, pool, Q_CHECK_RIGHTS);

	tap("the owner has rights", all > 0);
	tap("search has others", few >= 0 && few != all);
	tap("the owner has the same as before",
	    rows_of(owner, pool, Q_CHECK_RIGHTS) == all);
	tap("what the owner reads", rows_of(owner, pool, Q_FORM_SECRET) == 1);
	tap("is refused to search", rows_of(search, pool, Q_FORM_SECRET) == -1);
	tap("and read again by the owner",
	    rows_of(owner, pool, Q_FORM_SECRET) == 1);
}

/* A lost connection: statements are prepared again on the next one, and the names
 * of an answer read before it can still be read. */
static void
test_lost(struct db *owner, struct db *search, struct pool *pool)
{
	unsigned epoch = db_epoch(owner), other = db_epoch(search);
	struct result before, after;

	query_run(owner, pool, Q_FORM_SECRET, NULL, &before);
	tap("a connection is killed",
	    db_script(owner, "kill", "KILL CONNECTION_ID()") != RC_OK);
	tap("the query is answered by the next one",
	    query_run(owner, pool, Q_FORM_SECRET, NULL, &after) == RC_OK &&
		db_epoch(owner) == epoch + 1);
	tap("names outlive it",
	    before.columns > 0 && strcmp(before.names[0], "secret") == 0 &&
		before.names == after.names);
	tap("the other handle kept its connection",
	    rows_of(search, pool, Q_CHECK_RIGHTS) >= 0 &&
		db_epoch(search) == other);
}

int
main(int argc, char **argv)
{
	struct db *owner, *search;
	struct pool *pool = pool_new();

	if (argc != 2)
		return 2;
	log_program("handles");
	owner = db_new(argv[1], "guichet", true);
	search = db_new(argv[1], "guichet-search", false);
	test_rights(owner, search, pool);
	test_lost(owner, search, pool);
	db_free(owner);
	tap("one is freed, the other lives",
	    rows_of(search, pool, Q_CHECK_RIGHTS) >= 0);
	db_free(search);
	pool_free(pool);
	return bad > 0;
}
