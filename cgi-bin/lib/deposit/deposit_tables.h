#ifndef DEPOSIT_TABLES_H
#define DEPOSIT_TABLES_H

#include "harvest/harvest.h"

/*
 * What a link gives to fill in: "modele.xlsx" and "modele.csv", and the public
 * aids of its source as "aides.xlsx" and "aides.csv", when there are any.  The
 * program may read no aid, so that they are made ahead: for links that still
 * open, and again when the data has changed.  Fails as query_run does.
 */
enum rc deposit_tables_make(struct harvest *);

#endif
