#ifndef HEALTH_H
#define HEALTH_H

#include "web/route.h"

/*
 * The health of a site, for its administrators: pages that nginx serves to the
 * local network alone.  They are made without the data, so that they work when
 * the database does not.
 *
 * /sante/, /sante/PROGRAM/	200 when all is well, or 503 with what is
 *				wrong (JSON)
 * /sante/metrics		the counters of all programs, in the text
 *				format of Prometheus
 */
#define HEALTH_ROUTES \
	{ .path = "/sante/", \
		.page = "health", \
		.handler = health_show, \
		.no_data = true, \
		.where = ROUTE_SITE, \
		.speaks = "json" }, \
	    { .path = "/sante/metrics", \
		    .page = "metrics", \
		    .handler = health_metrics, \
		    .no_data = true, \
		    .where = ROUTE_SITE, \
		    .speaks = "text" }, \
	{ \
		.path = "/sante/{slug}/", .page = "health", \
		.handler = health_show, .no_data = true, .where = ROUTE_SITE, \
		.speaks = "json" \
	}

route_handler health_show, health_metrics;

#endif
