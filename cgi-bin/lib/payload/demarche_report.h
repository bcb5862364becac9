#ifndef DEMARCHE_REPORT_H
#define DEMARCHE_REPORT_H

#include <stdio.h>

#include "db/db.h"

/* Writes what is known of a démarche, in lines of 100 columns at most: how much
 * of its form is prefilled, then section by section each champ, its type, and
 * what fills it.  RC_BAD_PARAM, logged, when it was never imported. */
enum rc demarche_report(struct db *, unsigned number, FILE *);

#endif
