#ifndef PORTAL_QUERY_H
#define PORTAL_QUERY_H

#include <stdbool.h>

#include "base/conf.h"
#include "base/pool.h"
#include "db/db.h"

/*
 * The base question of a portal, read by the search's own reader as it is when
 * a page is asked for: search/search_base.h.  What a reader's address may have
 * wrong, and is passed over there, would widen a portal without a word: it is a
 * fault here.
 */
struct portal_queries;

/* Loads what questions are read against: aids, lists, words.  Errors of the
 * database.  The caller closes it; NULL is ignored. */
enum rc portal_queries_open(const struct conf *, struct db *,
    struct portal_queries **made);
void portal_queries_close(struct portal_queries *);

/* The query string of what a person copied: of an address of this site or of
 * Aides-territoires what comes after "?", and the programme or the backer whose
 * page it is; else all of it.  Of its parameters those that have a value and
 * are not idle; *left names the idle ones, separated by spaces, NULL: none.
 * Both in the pool; NULL for an address that asks nothing, or whose page is not
 * of a search. */
const char *portal_query_part(struct pool *, const char *, const char **left);

/* Whether a parameter filters nothing, and may be left out: it is of a list, of
 * a form, or of those who follow readers ("utm_source"). */
bool portal_query_is_idle(const char *name);

/* How a question was understood. */
struct portal_question {
	const char *names; /* its places, with their codes, its project type,
			    * audiences, backers and programmes; "": none */
	size_t found;      /* aids today, as a page counts them */
};

/* Calls fn for each fault of a query string, with what is wrong and what to do,
 * in the language chosen; *as, in the pool, is good when nothing is wrong.
 * Errors of the database. */
enum rc portal_query_check(struct portal_queries *, struct pool *,
    const char *query, void (*fn)(void *arg, const char *fault), void *arg,
    struct portal_question *as);

#endif
