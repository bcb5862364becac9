#ifndef PARAM_H
#define PARAM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"
#include "base/rc.h"
#include "gen/queries/names.h"

/*
 * Parameters of a page, declared as data: bounded, typed, UTF-8 that XML can
 * carry.  A bad value is an error that names it, never a silent default.
 */

enum param_type {
	PARAM_TEXT, /* free words; max bytes */
	PARAM_UINT, /* whole number, 1 to max */
	PARAM_ID,   /* the same, but "70973-name" is 70973, as AT writes it */
	PARAM_SLUG, /* a-z, 0-9, -; the _ of AT's old slugs become -, A is a */
	PARAM_CODE, /* A-Z, a-z, 0-9, - . and : as INSEE, SIREN, "region:93" */
	PARAM_DATE, /* a day that exists, as 2026-11-22 however it is said:
		     * text/date_read.h */
	PARAM_BOOL, /* true on 1, false off 0, in any case */
};

struct param {
	const char *name;
	enum param_type type;
	const char *alias;  /* other names, separated by spaces; NULL: none */
	long max;           /* bytes of text, or value of a number */
	bool list;          /* keeps all values; otherwise the last */
	bool commas;        /* a value is a list too, whose items are values:
			     * "1,2" is 1 and 2, ",," is empty */
	bool keeps_empty;   /* an empty list is one of nothing: kept, as "" */
	enum query_arg arg; /* argument of queries that it becomes */
	bool strict;        /* of the API, and not AT's: a fault is an error */
	/* The reason, as in param_fault, to refuse a value that its type takes;
	 * it returns NULL when there is none.  NULL: its type says all. */
	const char *(*check)(const char *value);
	/* The text that a form shows of it; NULL: none.  A reader who empties
	 * that text takes the value away: see canonical_query. */
	const char *shown;
};

struct param_value {
	const char *s; /* as it came, decoded and trimmed */
	long long i;   /* of UINT, ID, BOOL */
};

/* The values of one declared parameter; n 0 when it is absent or empty. */
struct param_values {
	struct param_value *v;
	size_t n;
};

/* What was wrong, for the error page. */
struct param_fault {
	const char *name;   /* as the reader wrote it */
	const char *value;  /* NULL when it cannot be shown */
	const char *reason; /* a word that xsl/lib/fault.xsl explains, such as
			     * "too-long" */
	long max;           /* the bound passed, 0 when none was */
	const struct param_fault *next; /* another fault; NULL: that is all */
};

/* A query string, split at "&" and "=". */
struct param_pair {
	char *name;  /* decoded; "a[]" and "a[0]" are "a" */
	char *value; /* not decoded yet; NULL: there is no "=" */
};

struct param_pairs {
	struct param_pair *pair;
	size_t n;
};

/* Splits a raw query string, in the pool.  RC_BAD_PARAM, with the faults, the
 * first fifty, for a name that is not UTF-8 and for more than 300 pairs; *pairs
 * has the others. */
enum rc param_split(struct pool *, const char *query, struct param_pairs *,
    struct param_fault *);

/* The name that the table spec declares for that one, which may be an alias;
 * NULL: it has no such parameter. */
const char *param_name(const struct param *spec, const char *name);

/*
 * Reads the pairs that the table spec declares; its last row has a NULL name.
 * *values has one entry for each row of it, in the pool.  "a=1&a=2", "a[]=1"
 * and "a[0]=1" are the same list.  Empty values, unless the row keeps them, and
 * duplicates are dropped.
 * Names that are not declared are ignored, for mail programs and social
 * networks add theirs. RC_BAD_PARAM, with the faults, the first fifty, for
 * values that are wrong; *values has the others, so that an error page keeps
 * the rest of the search.  Decodes the values in place: two tables that read
 * the same pairs must share no name.
 */
enum rc param_read(struct pool *, const struct param *spec,
    const struct param_pairs *, struct param_values **values,
    struct param_fault *);

#endif
