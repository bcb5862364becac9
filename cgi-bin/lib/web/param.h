#ifndef PARAM_H
#define PARAM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"
#include "base/rc.h"
#include "gen/queries/names.h"

/* Parameters of a page, declared as data: bounded, typed, UTF-8 that XML can
 * carry.  A bad value is an error that names it, never a silent default. */

enum param_type {
	PARAM_TEXT, /* free words; max bytes */
	PARAM_UINT, /* whole number, 1 to max */
	PARAM_ID,   /* the same, but "70973-name" is 70973, as AT writes it */
	PARAM_SLUG, /* a-z, 0-9, -; the _ of AT's old slugs become - */
	PARAM_CODE, /* A-Z, a-z, 0-9, - and . : INSEE, SIREN... */
	PARAM_DATE, /* 2026-11-22, a day that exists */
	PARAM_BOOL, /* true on 1, false off 0 */
};

struct param {
	const char *name;
	enum param_type type;
	const char *alias;  /* other names, by blanks; NULL: none */
	long max;           /* bytes of text, or value of a number */
	bool list;          /* keeps all values; otherwise the last */
	enum query_arg arg; /* of the queries that it goes to */
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
	const char *reason; /* utf8 too-long too-many integer range
					   date boolean characters unknown-value
					   unknown-format */
	long max;           /* the bound passed, 0 when none was */
};

/*
 * Reads a raw query string by the table spec, which ends with a NULL name.
 * *values has one entry for each row of it.  "a=1&a=2", "a[]=1" and "a[0]=1"
 * are the same list; empty values are dropped; names that are not declared are
 * passed over, for mails and social networks add theirs.
 */
enum rc param_read(struct pool *, const struct param *spec, const char *query,
    struct param_values **values, struct param_fault *);

#endif
