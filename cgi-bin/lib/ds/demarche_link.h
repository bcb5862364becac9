#ifndef DEMARCHE_LINK_H
#define DEMARCHE_LINK_H

#include "db/db.h"

/* Which aids are applied to by which démarche: those whose addresses hold
 * /commencer/ and its slug, and those of which the administrator says it. */

/* Reads the addresses of all aids again, for one démarche; *n: how many lead to
 * it. */
enum rc demarche_link(struct db *, unsigned number, unsigned long *n);

/* Reads the addresses of n aids again, for all démarches. */
enum rc demarche_link_aids(struct db *, const long long *ids, size_t n);

/* The administrator says that the aid of that slug is applied to by the
 * démarche, or, with withdraw, that it is not.  RC_BAD_PARAM, logged, for an
 * aid or a démarche that is not there. */
enum rc demarche_link_say(struct db *, unsigned number, char *const *slugs,
    int n, bool withdraw);

#endif
