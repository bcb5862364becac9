#ifndef PROGRAM_MEMBERS_H
#define PROGRAM_MEMBERS_H

#include "base/buf.h"
#include "db/query.h"
#include "table/csv_source.h"

/* Which territories are in a programme, as a list that the State publishes: one
 * "guichet program members". */
struct program_members {
	const char *slug;      /* of the programme */
	struct csv_source *in; /* their codes: code_list.h */
	const char *vintage;   /* "27 avril 2026", at most 40 characters */
	const char *source;    /* who says so, at most 200 */
};

/*
 * Replaces the list that the programme had.  Codes are INSEE of a commune,
 * former ones included, or SIREN of a commune or an intercommunality.
 * *members: territories written; codes that lead to none are left out, and
 * appended to unknown, parted by commas.  With force and without any code,
 * the programme has no list any more.
 * RC_BAD_PARAM, logged, when there is no such programme, or its members come
 * with the territories; when a line has no code, no code leads anywhere, or
 * more than a tenth of the members is lost without force; the database is then
 * as it was.
 */
enum rc program_members_replace(struct db *, const struct program_members *,
    bool force, struct buf *unknown, unsigned long long *members);

#endif
