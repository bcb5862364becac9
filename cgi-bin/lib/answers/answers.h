#ifndef ANSWERS_H
#define ANSWERS_H

#include <jansson.h>
#include <stdbool.h>

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
	const char *wordings; /* that mean it in a list of DS, separated by
			       * " | "; the first is shown; NULL: v alone */
	const char *with;     /* of a commune its postal code, of an EPCI its
			       * department; or NULL */
	const char *origin;   /* "reader", "territory", "aid" */
	bool taxed;           /* an amount that was written "TTC" */
	struct known *next;   /* of choices, in their order */
};

/* A value that could not be read, kept as it was typed. */
struct answers_fault {
	const struct fact *fact; /* NULL: no such fact */
	const char *name;
	int line; /* of a list, from 0; -1: of none */
	const char *typed;
	/* integer amount date no-such-day boolean choice email phone siren
	 * siret commune epci department region text too-long list scalar rows;
	 * fact: there is none of that name */
	const char *reason;
	struct answers_fault *next;
};

struct answers {
	struct pool *pool;
	const struct facts *facts;
	struct territory *territory;
	struct answers_entry *entry;
	struct answers_fault *fault, **last_fault;
	unsigned faults; /* the first thousand are kept */
};

enum {
	ANSWERS_LINES = 50,  /* of a list, at most */
	ANSWERS_VALUES = 100 /* of a choice, at most */
};

/* An empty set, in the pool; facts and territory must outlive it. */
struct answers *answers_new(struct pool *, const struct facts *,
    struct territory *);

/* Adds a canonical value.  The first value of a fact stays, so that what
 * applicants say goes before what Guichet finds; an unknown fact and a NULL
 * value are ignored. line: of a list, else -1.  Texts are kept, not copied. */
void answers_put(struct answers *, const char *name, int line, const char *v,
    const char *wordings, const char *with, const char *origin);

/* Leaves a fact blank: what Guichet finds does not fill it any more. */
void answers_blank(struct answers *, const char *name);

/*
 * Reads what a person or a program typed for a fact: n texts, more than one for
 * choices.  What cannot be read joins the faults; a blank text is no answer.
 */
void answers_read(struct answers *, const char *name, int line,
    const char *const *typed, size_t n);

/* Adds a fault: a value of a fact that was read, and proves useless. */
void answers_refuse(struct answers *, const char *name, int line,
    const char *typed, const char *reason);

/* The same of a fact that was looked up; NULL: there is none of that name. */
void answers_add_fault(struct answers *, const struct fact *, const char *name,
    int line, const char *typed, const char *reason);

/* The value of a fact; NULL when it is not known. */
const struct known *answers_get(const struct answers *, const char *name,
    int line);

/* How many lines a list has. */
int answers_lines(const struct answers *, const struct fact *list);

/* The cents of a known amount, to add up those of a list; and back to an
 * amount, in the pool. */
long long answers_cents(const struct known *);
char *answers_amount(struct pool *, long long cents);

#endif
