#ifndef PROGRAM_MEMBERS_H
#define PROGRAM_MEMBERS_H

#include "base/buf.h"
#include "db/query.h"

/* Which territories are in a programme, as a list that the State publishes: one
 * "guichet program members". */
struct program_members {
	const char *slug;    /* of the programme */
	const char *codes;   /* n bytes: see below */
	const char *vintage; /* "27 avril 2026", at most 40 characters */
	const char *source;  /* who says so, at most 200 */
	size_t n;
};

/*
 * Replaces the list that the programme had.  codes is a code a line, INSEE of a
 * commune, former ones included, or SIREN of a commune or an intercommunality;
 * or a table whose separator is ";", "," or a tab, with a first line of titles:
 * codes are in its first column whose title says "insee" or "siren".  Empty
 * lines and those that begin with # are passed over.  *members: territories
 * written; codes that lead to none are left out, and appended to unknown,
 * parted by commas.
 * RC_BAD_PARAM, logged with the line, when there is no such programme, a line
 * has no code, no code leads anywhere, or more than a tenth of the members is
 * lost without force; the database is then as it was.
 */
enum rc program_members_replace(struct db *, const struct program_members *,
    bool force, struct buf *unknown, unsigned long long *members);

/* Appends the codes of such a text to *json, a JSON array.  RC_BAD_PARAM,
 * logged: of the lines without a code, the first 20. */
enum rc program_members_read(const char *codes, size_t n, struct buf *json);

#endif
