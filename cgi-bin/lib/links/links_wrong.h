#ifndef LINKS_WRONG_H
#define LINKS_WRONG_H

#include <stdbool.h>
#include <stddef.h>

#include "db/db.h"

/* A link that is wrong, of an aid that has it: the same for each such aid. */
struct link_wrong {
	const char *address;
	const char *wrong;      /* LINK_DEAD... */
	const char *since;      /* "2026-11-22" */
	const char *visited_at; /* in UTC */
	const char *why;        /* or "" */
	const char *leads_to;   /* or "" */
	bool told;              /* readers are */
	/* the aid, and the contact of its feed, or "" */
	const char *field; /* "origin_url" or "application_url" */
	long long aid;
	const char *slug, *source, *contact;
};

/* All of them, in the pool, each address with its aids after one another.
 * Fails as query_run does. */
enum rc links_wrong(struct db *, struct pool *, struct link_wrong **,
    size_t *n);

#endif
