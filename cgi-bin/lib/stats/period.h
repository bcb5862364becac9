#ifndef STATS_PERIOD_H
#define STATS_PERIOD_H

#include <stdbool.h>

#include "web/request.h"
#include "web/response.h"

/*
 * The period that a page of statistics is of, and the one that it is compared
 * with.  Days are counted from 1970-01-01, and the last one is within.
 */
struct stats_period {
	const char *kind;  /* "days": the last thirty; "month"; "year";
			     * "chosen" by two days */
	const char *asked; /* of a month or a year: "2026-11"; else NULL */
	long from, to;     /* at most a year */
	long before_from, before_to; /* as long, just before; of a month or a
				      * year the one before */
	bool goes_on;                /* a month or a year that today is in */
	bool is_compared;            /* the one before was counted whole */
	/* The months that what may be of one person is told by: those that end
	 * in the period, else those that it touches, whole.  No two periods
	 * part a month. */
	long months_from, months_to;
	/* As many months just before; of a year, those of the one before. */
	long months_before_from, months_before_to;
	bool months_are_compared; /* they are over, and the others counted */
	int days;   /* of a step of its chart: 1, or 7 from Mondays on */
	long first; /* the day that the first step begins at */
};

/* The parameters of a period; those of a page are these and its own. */
#define STATS_PERIOD_PARAMS \
	{ .name = "period", .type = PARAM_CODE }, \
	    { .name = "from", .type = PARAM_TEXT, .max = 40 }, \
	{ \
		.name = "to", .type = PARAM_TEXT, .max = 40 \
	}

/* Reads it, of a request whose page declares these parameters, as far as
 * before_to and goes_on.  RC_BAD_PARAM, with the fault, for what is no period,
 * begins after today or is longer than a year. */
enum rc stats_period_read(const struct request *, struct pool *,
    struct response *, struct stats_period *);

/* Begins it no sooner than the first day that was counted, for days before it
 * are not days of no visit, and fills the rest.  False when it ends before. */
bool stats_period_begin(struct stats_period *, long since, long today);

#endif
