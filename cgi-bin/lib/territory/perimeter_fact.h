#ifndef PERIMETER_FACT_H
#define PERIMETER_FACT_H

#include "base/buf.h"
#include "db/db.h"
#include "territory/perimeter_source.h"

/*
 * Further facts about communes and intercommunalities, in lines of fields
 * separated by tabs; a line that begins with # is a comment.
 *
 *	79109	46.40	-0.43			a commune's latitude, longitude
 *	arrondissement	Niort	79001 79003	a value, for each of the codes
 *	crte	CRTE du Niortais	200041317
 *
 * Appends them to *rows, as perimeter_fact_write takes them; the caller frees
 * *rows, also on failure.  RC_BAD_PARAM, logged with name and line, when a line
 * is none of these.
 */
enum rc perimeter_fact_read(const struct perimeter_source *, size_t n,
    struct buf *rows);

/*
 * Writes the facts that were read, within the caller's transaction and after
 * the links.  Each EPCI gets the mean of the coordinates of its communes, and
 * the arrondissement where most of its people live.  *written counts the
 * changes: a territory counts once for its coordinates, once for its
 * arrondissement, once for its CRTE.
 */
enum rc perimeter_fact_write(struct db *, struct pool *, struct buf *rows,
    unsigned long long *written);

#endif
