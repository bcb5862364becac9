#ifndef MAP_H
#define MAP_H

#include "question/corpus.h"
#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/*
 * The map of departments.  What is counted of each is what a reader finds who
 * searches there, without another criterion: the aids that are for it, wider
 * ones too (AT 2.4), and who finances them; below a portal, of the portal's.
 * Appends, by the request's parameter "count", "aids" or "backers":
 *
 *	<asked>		<count>, which of the two the map shows
 *	<departments>	a <department> each, with its outline, and, unless the
 *			portal asks a place that is elsewhere, both numbers and
 *			its class
 *	<classes>	from 1, the least numbers first: what each holds
 *	<frames>	around those that are drawn apart
 *
 * Both numbers are kept for the day and the version of the data.
 */
enum rc map_put(struct context *, const struct request *, struct response *,
    struct corpus *);

/* Adds to the arguments of queries, below a portal, the departments that it is
 * for: ARG_IDS. */
enum rc map_args(struct context *, const struct request *, struct corpus *);

#endif
