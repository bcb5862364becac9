#ifndef ANSWERS_H
#define ANSWERS_H

#include <jansson.h>

#include "answers/fact.h"
#include "territory/territory.h"

/*
 * What is known of one authority and its project: a value for each fact, those
 * of a list line by line.  All of it lives in the pool of the request.
 */

/* One value, in its canonical spelling: 2027-04-03, 12500.50, true, a value of
 * the choice, an INSEE code. */
struct known {
	const char *v;
	const char *wordings; /* that mean it in a list, by " | "; the
					   first is shown */
	const char *with;     /* of a commune its postal code, of an
					   EPCI its department */
	const char *origin;   /* "reader", "territory", "aid" */
	struct known *next;   /* of choices, in their order */
};

/* A value that could not be read, kept as it was typed. */
struct answers_fault {
	const struct fact *fact; /* NULL: no such fact */
	const char *name;
	int line;                   /* of a list, from 0; -1: of none */
	const char *typed, *reason; /* integer amount date boolean choice
					   email phone siren siret commune epci
					   department region text too-long
					   list scalar rows; fact: no such one */
	struct answers_fault *next;
};

struct answers {
	struct pool *pool;
	const struct facts *facts;
	struct territory *territory;
	struct sheet_entry *entry;
	struct answers_fault *fault, **last_fault;
	unsigned faults; /* the first thousand are kept */
};

enum { ANSWERS_LINES = 50 }; /* of a list, at most */

struct answers *answers_new(struct pool *, const struct facts *,
    struct territory *);

/* Puts a canonical value; the first that is put stays, so what a reader says
 * goes before what Guichet finds.  line: of a list, else -1. */
void answers_put(struct answers *, const char *name, int line, const char *v,
    const char *wordings, const char *with, const char *origin);

/* Says that a fact is left blank: what Guichet finds does not fill it. */
void answers_blank(struct answers *, const char *name);

/*
 * Reads what a person or a program typed for a fact; a list of values for
 * choices.  What cannot be read joins the faults.  Blank is nothing at all.
 */
void answers_read(struct answers *, const char *name, int line,
    const char *const *typed, size_t n);

/* Says that a value of a fact is of no use, after all. */
void answers_refuse(struct answers *, const char *name, int line,
    const char *typed, const char *reason);

/* Reads facts of a JSON object: {"project.title": "…", "plan": [{"funder":
 * "detr", "amount": 50000}]}, or nested by the points, {"project": {"title":…}}. */
void answers_read_json(struct answers *, const json_t *);

/* The value of a fact; NULL when it is not known. */
const struct known *answers_get(const struct answers *, const char *name,
    int line);

/* How many lines a list has. */
int answers_lines(const struct answers *, const struct fact *list);

/* The cents of a known amount, to add up those of a list; and back to an amount,
 * in the pool. */
long long answers_cents(const struct known *);
char *answers_amount(struct pool *, long long cents);

#endif
