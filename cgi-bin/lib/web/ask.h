#ifndef ASK_H
#define ASK_H

#include <libxml/tree.h>

#include "base/conf.h"
#include "db/row_cache.h"
#include "web/param.h"
#include "xml/xsl.h"

/* One request on its walk; all of it lives in the pool. */
struct ask {
	struct pool *pool;
	struct db *db;
	struct row_cache *kept; /* rows read lately */
	const struct conf *conf;
	const struct param *params; /* that the page declares */
	const struct xsl *xsl;
	const char *path, *query; /* decoded path, raw query string */
	const char *body;         /* of a POST, closed by a NUL */
	size_t body_n;
	const char *media;           /* its Content-Type; NULL: not said */
	const char *site;            /* Sec-Fetch-Site; NULL: an old browser */
	const char *format;          /* NULL: HTML */
	const char *today;           /* 2026-11-22 */
	long day;                    /* the same, since 1 January 1970 */
	double until;                /* ms of a clock: when it is late */
	struct param_values *values; /* by the rows of params */
	const struct arg *args;      /* for queries: today, day, slug, params */
	xmlNodePtr root, asked;
	struct param_fault fault; /* of RC_BAD_PARAM */
	const char *location;     /* of RC_MOVED, RC_SEE_OTHER */
	enum query_id suggest;    /* query that helps on a 404 page */
	bool own;                 /* his alone: see response.h */
	bool passing;             /* another time the answer is better: it
					   is not to be kept */
};

/* The reader begins to wait, on the day that it is. */
void ask_begin(struct ask *);

/* Whether he has waited enough: what only helps is then left aside. */
bool ask_is_late(const struct ask *);

/* The values of a declared parameter, by its name; n 0 when absent. */
struct param_values ask_values(const struct ask *, const char *name);

/*
 * The address of this page with some of its parameters changed: drop (names
 * parted by blanks, or NULL) goes, of that value alone when value is not NULL;
 * set=to comes, when set is not NULL.  "page" and "format" never stay.  Percent-encoded, in the pool;
 * NULL when to is a text longer than the page takes.
 */
const char *ask_url(const struct ask *, const char *drop, const char *value,
    const char *set, const char *to);

/* The address of this page with just one of its parameters. */
const char *ask_url_only(const struct ask *, const char *name);

/* Refuses a value that is well-formed but not one we know. */
enum rc ask_refuse(struct ask *, const char *name, const char *value,
    const char *reason);

/* What the address has for {slug}; "" for a route without. */
const char *ask_slug(const struct ask *);

#endif
