#ifndef QUERY_H
#define QUERY_H

#include "db/db.h"

/*
 * Named queries: text of sql/queries, compiled into the program by
 * query-compile.  Every value is bound.
 *
 *	-- aid_search: one line that says what it answers
 *	-- in: area, today; may miss: types
 *	-- makes: aid in aids
 *	SELECT a.id AS "@id", a.name FROM aid a
 *	WHERE a.perimeter_id = :area
 *	  AND a.type IN (:types)		-- if types
 *	ORDER BY a.id LIMIT 19;
 *
 * A line marked "-- if x" is left out when x is absent, "-- unless x" when it
 * is present.  A list binds as many values as it has.  "makes" says which
 * elements the rows become: see rows.h.
 */
struct query_part {
	const char	*text;
	short		 param;		/* bound after the text; -1: none */
	short		 cond;		/* kept by the presence of; -1: always */
	bool		 unless;
};

struct query {
	const char	*name;
	const char	*row, *list, *under;	/* of "makes"; NULL when not said */
	const char	*const *params;
	const bool	*may_miss;
	int		 nparams;
	const struct query_part *parts;
	int		 nparts;
	bool		 loads;		/* a LOAD DATA LOCAL */
};

/* What build/queries.c holds, by rising name. */
extern const struct query query_table[];
extern const int query_count;

/* A named value for a query: one value, or a list of n. */
struct arg {
	const char	*name;
	const struct value *v;		/* n values; n 0: absent */
	size_t		 n;
	const struct arg *next;
};

/* The query of that name; NULL when there is none. */
const struct query *query_find(const char *name);

/*
 * Arguments are a list in the pool, last added first; *args begins as NULL.
 * A name that the query does not take is passed over, so that the parameters
 * of a page can be given to all its queries.
 */
void arg_int(struct pool *, const struct arg **args, const char *name,
    long long i);
void arg_text(struct pool *, const struct arg **args, const char *name,
    const char *s);			/* s NULL: bound as NULL */
void arg_bytes(struct pool *, const struct arg **args, const char *name,
    const void *s, size_t n);
void arg_list(struct pool *, const struct arg **args, const char *name,
    const struct value *v, size_t n);

/*
 * Runs the query over args; rows land in the pool.  Connects when needed, and
 * once more after a lost connection when nothing is under way that could be
 * done twice.  RC_FAIL when a parameter is missing that may not be.
 */
enum rc query_run(struct db *, struct pool *, const char *name,
    const struct arg *args, struct result *);

/* The same for a query that loads rows. */
enum rc query_load(struct db *, const char *name, const struct buf *rows);

/* Text of a query as it is sent, all optional lines kept, one "?" a value:
 * for tests that ask the server for its plan.  In the pool. */
const char *query_text(struct pool *, const struct query *);

/* Forgets all prepared statements, before the connection is freed. */
void query_forget(void);

#endif
