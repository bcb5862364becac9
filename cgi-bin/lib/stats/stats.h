#ifndef STATS_H
#define STATS_H

#include "web/route.h"

/*
 * Pages of what readers did, from counts by day: of the site, of a portal, of a
 * backer.  They read alone; queries are of a year of days and of 500 rows at
 * most.  What they hide, and how, sql/queries/stats.sql says.
 */

/* Parameters: those of a period (stats/period.h), and a kind of body or a
 * department, within which the others are then told. */
extern const struct param stats_params[];
extern const struct param stats_backer_params[];

/* Handlers of the program search, whose corpus says which aids a portal shows.
 * RC_NOT_FOUND when the numbers are private: the site's by its settings, a
 * portal's by its file, unless its secret word opens them. */
enum rc stats_put(struct context *, const struct request *, struct response *);

/* Those of the site, to who has the word of "guichet stats": the slug of the
 * address. */
enum rc stats_put_secret(struct context *, const struct request *,
    struct response *);

/* Those of a backer, which are private as the site's are. */
enum rc stats_put_backer(struct context *, const struct request *,
    struct response *);

#endif
