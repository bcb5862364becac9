#ifndef PERIMETER_IDS_H
#define PERIMETER_IDS_H

#include <stddef.h>

#include "db/db.h"
#include "table/csv_source.h"

/*
 * "guichet import perimeter-ids": the ids that Aides-territoires (AT) gave to
 * places, from their list: a table "id,text,name,scale,zipcodes,code"
 * ("71043-bas-rhin", "Département", "67").  Ids of wide places stay;
 * *count is how many lines were read.  RC_BAD_PARAM, logged with its line, when
 * it is not such a table; nothing is then written.
 */
enum rc perimeter_ids_import(struct db *, struct csv_source *,
    unsigned long *count);

#endif
