#ifndef LINK_JUDGE_H
#define LINK_JUDGE_H

#include "fetch/fetch_call.h"

/* What a visit says of a link. */
enum link_found {
	LINK_FOUND_GOOD,
	LINK_FOUND_UNSURE, /* nothing */
	LINK_FOUND_WRONG   /* *wrong says how; else NULL */
};

/*
 * Wrong is one of LINK_DEAD, LINK_HOME and LINK_MOVED: what is not there; a
 * page within a site that leads to the home page of one; what moved for good to
 * an address that differs by more than its scheme, "www." and a last slash.
 * Where it leads is seen->url.
 */
enum link_found link_judge(const struct fetch_seen *seen, const char **wrong);

#endif
