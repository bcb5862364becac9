#ifndef COUNT_LINE_H
#define COUNT_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"

/*
 * A line of the log of what is to be counted, as nginx writes it
 * (conf/nginx-http.conf, guichet_count):
 *
 *	{"id": "5e0...", "time": "2026-11-30T10:30:05+01:00",
 *	 "address": "192.0.2.0", "agent": "Mozilla/5.0 ...", "method": "GET",
 *	 "status": 200, "host": "aides.example.fr",
 *	 "count": "event=search; words=toit+ecole; found=12"}
 *
 * "count" is the header of the program (web/count_header.h).
 */
enum count_event {
	COUNT_SEARCH,
	COUNT_VIEW, /* of an aid: "aid" */
	COUNT_MORE,
	COUNT_APPLY,
	COUNT_DRAFT,
	COUNT_OF_BACKER, /* its page */
	COUNT_OF_PROGRAM,
	COUNT_EVENT__MAX
};

/* Its texts are in the pool. */
struct count_line {
	char day[11];        /* of the host's own clock: "2026-11-30" */
	unsigned minute;     /* of that day */
	long long time;      /* seconds since 1970-01-01 UTC */
	const char *network; /* the address, as nginx shortened it */
	const char *visitor; /* the same, and the agent */
	const char *host;
	enum count_event event;
	const char *portal, *kind, *department, *words; /* "" when not said */
	long long aid, backer, program, place;          /* 0 when not said */
	bool nothing; /* a search that found none */
};

enum count_reading {
	COUNT_READ,
	COUNT_NO_ANSWER, /* a page that was not shown: a HEAD, an error */
	COUNT_BAD        /* no line of ours, or cut */
};

/* Reads the n bytes of a line. */
enum count_reading count_line_read(struct pool *, const char *s, size_t n,
    struct count_line *);

#endif
