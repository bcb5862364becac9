#ifndef PERIMETER_IDS_H
#define PERIMETER_IDS_H

#include "db/db.h"
#include "table/csv_source.h"

/*
 * "guichet import perimeter-ids": the ids that Aides-territoires (AT) gave to
 * places, from their list: a table "id,text,name,scale,zipcodes,code"
 * ("71043-bas-rhin", "Département", "67").  A line is refused, and logged, of
 * each reason the first 20: what is no id, a place that no reference has, an id
 * that another line has for another place, or that is here that of another wide
 * place, whose ids come with Guichet and stay.  The others are written, all or
 * none.
 */
struct perimeter_ids {
	unsigned long taken, refused; /* lines */
};

/* RC_BAD_PARAM, logged, when it is not such a table or no line of it can be
 * taken; nothing is then written.  Else as query_run. */
enum rc perimeter_ids_import(struct db *, struct csv_source *,
    struct perimeter_ids *);

#endif
