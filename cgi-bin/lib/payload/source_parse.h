#ifndef SOURCE_PARSE_H
#define SOURCE_PARSE_H

#include "answers/fact.h"
#include "ds/demarche.h"

/*
 * Where the value of a champ comes from, as an administrator writes it:
 *
 * 	project.title			a fact
 * 	plan.amount			of a list: the sum of its amounts, or
 * 					each of its values where many go
 * 	plan.amount[funder=detr|dsil]	the same, of some lines
 * 	plan				all lines, for a repetition
 * 	"Déposer un nouveau dossier"	a constant
 * 	(nothing)			never
 *
 * and on what condition: tests joined by " & ", each FACT=VALUE or
 * FACT!=VALUE, where VALUE may be several joined by "|":
 * authority.kind=commune & authority.department!=988.  Of a list the line
 * counts in a row of a repetition, any of its lines elsewhere.
 */

/* One test of a condition. */
struct source_test {
	struct source_test *next;
	const struct fact *fact;
	bool unlike;        /* != */
	const char *values; /* joined by "|" */
};

/* A source and its condition, parsed. */
struct source_parsed {
	bool valid;              /* the source can be read, and is not blank */
	const char *constant;    /* NULL: a fact */
	const struct fact *fact; /* NULL: a constant, or not valid */
	const struct fact *column;      /* in brackets; NULL: all lines */
	const char *values;             /* of the column, joined by "|" */
	bool never;                     /* the condition cannot be read */
	const struct source_test *test; /* all of which must hold */
};

/* Parses the sources of a démarche, once, before anything is made of them.
 * What is parsed lives in the pool, points to the facts, and must not outlive
 * either. */
void sources_parse(struct pool *, const struct facts *, struct demarche *);

/* What is wrong with a source and its condition: NULL, or "syntax", "fact" (no
 * such fact), "list" (no such column), "value" (no value of that choice). */
const char *source_fault(const struct facts *, const char *source,
    const char *only_if);

/* Takes the next of the values joined by "|" and moves *s past it; false at the
 * end. */
bool source_next_value(const char **s, const char **v, size_t *n);

#endif
