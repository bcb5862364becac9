#ifndef DEMARCHE_IMPORT_H
#define DEMARCHE_IMPORT_H

#include "db/db.h"

/*
 * Writes the démarche that the n bytes of a schema describe (see
 * demarche_schema.h), a revision when its champs are not those of one that is
 * there, its proposals and the aids that lead to it: all of it or nothing.  An
 * older revision stays, and is in force again when DS goes back to it.
 *
 * Then says what changed, and which sources broke.  RC_BAD_PARAM, logged, for
 * what is no schema, or lacks too many of the champs that there were (loss.h)
 * without force.
 */
enum rc demarche_import(struct db *, const char *text, size_t n, bool force);

#endif
