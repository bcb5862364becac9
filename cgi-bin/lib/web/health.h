#ifndef HEALTH_H
#define HEALTH_H

#include "web/route.h"

/*
 * How a site is, for those who run it: pages that nginx answers to the local
 * network alone.  They are made without the data, so that they tell what is
 * missing when it is.
 *
 * /sante/, /sante/PROGRAM/	whether all is well: 200, or 503 with what is
 *				not (JSON)
 * /sante/metrics		what all programs have counted, in the text
 *				format of Prometheus
 */
#define HEALTH_ROUTES \
	{ .path = "/sante/", \
		.page = "health", \
		.handler = health_show, \
		.no_data = true, \
		.speaks = "json" }, \
	    { .path = "/sante/metrics", \
		    .page = "metrics", \
		    .handler = health_metrics, \
		    .no_data = true, \
		    .speaks = "text" }, \
	{ \
		.path = "/sante/{slug}/", .page = "health", \
		.handler = health_show, .no_data = true, .speaks = "json" \
	}

route_handler health_show, health_metrics;

#endif
