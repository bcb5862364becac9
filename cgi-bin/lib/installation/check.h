#ifndef CHECK_H
#define CHECK_H

#include "base/conf.h"
#include "base/pool.h"
#include "db/db.h"

/* "guichet check": one line a point, "ok" or what is wrong and the command that
 * mends it.  RC_FAIL when something is wrong. */
enum rc check_all(const struct conf *, struct db *admin);

/* Notes what the settings file says twice, or as Windows writes it. */
void check_conf(void);

/* The settings that the law requires of a public site and that are not made, "
 * operator_name contact", in the pool; "" when all are. */
const char *check_missing(struct pool *, const struct conf *);

/* What is wrong with the styles of the theme, in the pool, without which pages
 * are bare; NULL: nothing.  And what mends it. */
const char *check_styles(struct pool *, const struct conf *);
const char *check_styles_mend(const struct conf *);

/* The address of these styles on the site, in the pool; NULL: not there. */
const char *check_styles_path(struct pool *, const struct conf *);

#endif
