#ifndef FACT_H
#define FACT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"
#include "db/db.h"

/*
 * What may be known of an authority and its project, under a name:
 * "project.cost".  The part before the point says whose it is; a list ("plan")
 * has lines, whose columns are the facts "plan.*".  Its theme groups it in a
 * form: a row of fact_theme begins one at a place.
 */
enum fact_type {
	FACT_TEXT,
	FACT_LONGTEXT,
	FACT_INTEGER,
	FACT_AMOUNT,
	FACT_DATE,
	FACT_BOOLEAN,
	FACT_CHOICE,
	FACT_CHOICES,
	FACT_CIVILITY,
	FACT_EMAIL,
	FACT_PHONE,
	FACT_SIREN,
	FACT_SIRET,
	FACT_COMMUNE,
	FACT_EPCI,
	FACT_DEPARTMENT,
	FACT_REGION,
	FACT_LIST
};

struct fact_value {
	const char *value, *label;
	const char *wordings; /* that mean it in a form, by " | " */
};

struct fact {
	const char *name, *type_name, *label, *hint;
	const char *theme, *theme_label;
	enum fact_type type;
	bool derived;                   /* Guichet finds it: nobody is asked */
	const struct fact *list;        /* whose column it is; NULL: none */
	const struct fact_value *value; /* of a choice */
	size_t nvalues;
};

struct facts;

/* All of them, from the base; freed by facts_free. */
enum rc facts_load(struct db *, struct facts **);
void facts_free(struct facts *);

/* The fact of that name; NULL when there is none. */
const struct fact *facts_find(const struct facts *, const char *name);

/* In the order of forms: *n of them. */
const struct fact *facts_all(const struct facts *, size_t *n);

/* The value of a choice; NULL when it is none of its values. */
const struct fact_value *fact_value(const struct fact *, const char *value);

/* The name of a fact in a form, "project.cost"; in a line of its list, counted
 * from 0, "plan.3.amount".  line: -1 when it has no list.  In the pool. */
char *fact_field(struct pool *, const struct fact *, int line);

#endif
