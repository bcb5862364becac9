#ifndef PERIMETER_FACT_H
#define PERIMETER_FACT_H

#include "base/buf.h"
#include "db/db.h"
#include "territory/perimeter_source.h"

/*
 * What is known of communes and intercommunalities beside what they are, in
 * lines of fields separated by tabs; one that begins with # is a comment.
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
 * Gives what was read to its territories, and to each EPCI the mean of the
 * places of its communes and the arrondissement of most of its people, within
 * the caller's transaction and after its links.  *written counts what was told
 * otherwise before: a territory for its place, one for its arrondissement, one
 * for its CRTE.
 */
enum rc perimeter_fact_write(struct db *, struct pool *, struct buf *rows,
    unsigned long long *written);

#endif
