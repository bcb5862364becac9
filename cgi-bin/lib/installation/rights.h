#ifndef RIGHTS_H
#define RIGHTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/conf.h"
#include "db/db.h"

/*
 * What the account of a program or of a job may do in the database: the file
 * sql/accounts/NAME.sql of the share folder.  It holds statements that grant
 * rights to ":account", and lines "-- with SET" that stand for the file
 * sql/accounts/sets/SET.sql, which may hold such lines too.
 */

/* Gives each account of conf/programs its rights, which it may have already,
 * and narrows those that are wide.  RC_FAIL, logged, at the first that cannot
 * be. */
enum rc rights_grant(struct db *, const struct conf *);

/* The command, in words, that makes these accounts, which only root of the
 * machine of MariaDB may: this one, or another by account_host. */
const char *rights_accounts(const struct conf *);

/* A privilege, as MariaDB names it, on a table or on one of its columns. */
struct right {
	const char *privilege, *table;
	const char *column; /* NULL: the whole table */
};

/* Appends to sql the statements that give the account guichet-NAME its rights,
 * those of the sets included.  RC_FAIL, logged, when a file cannot be read or
 * sets stand for each other without end. */
enum rc rights_read(const struct conf *, const char *name, struct buf *sql);

/* The rights that those statements give, in the pool, in *n. */
const struct right *rights_list(struct pool *, const char *sql, size_t *n);

/* The rights that the account of the connection holds, in the pool, in *n, by
 * table and privilege.  What query_run returns. */
enum rc rights_held(struct db *, struct pool *, const struct right **all,
    size_t *n);

/* The privilege, with its column in brackets, for messages; in the pool. */
const char *right_name(struct pool *, const struct right *);

/* Whether it is another right than to read. */
bool right_writes(const struct right *);

/* Whether r is more than it should be: those n rights give its privilege on
 * some columns of its table, and r is the whole table or another column. */
bool right_is_wide(const struct right *r, const struct right *should, size_t n);

/* Whether r is one of the n rights; a whole table has each of its columns. */
bool rights_include(const struct right *, size_t n, const struct right *r);

#endif
