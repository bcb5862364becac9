#ifndef QUERY_H
#define QUERY_H

#include "db/db.h"
#include "gen/queries/names.h"

/*
 * Named queries: text of sql/queries, compiled into the program by
 * query-compile.  Every value is bound.
 *
 * 	-- aid_search: one line that says what it answers
 * 	-- in: area, today; may miss: types
 * 	-- makes: aid in aids
 * 	SELECT a.id AS "@id", a.name FROM aid a
 * 	WHERE a.perimeter_id = :area
 * 	  AND a.type IN (:types)		-- if types
 * 	ORDER BY a.id LIMIT 19;
 *
 * A line marked "-- if x" is left out when x is absent, "-- unless x" when it
 * is present.  A list binds as many values as it has.  "makes" says which
 * elements the rows become: see rows.h.
 *
 * A line "-- cached" says that the rows depend on nothing but the version of
 * the data and the arguments: pages then take them from the row cache.
 *
 * A query that takes a list of keys, or "after" and "most" instead, is read
 * ahead of whoever asks for keys: see row_ahead.h.
 *
 * A name in capitals, ":SCALE_EPCI", is a constant of sql/constants, put into
 * the text.
 *
 * C names all this by what query-compile makes of it, so that what is removed
 * or renamed does not compile: the query is Q_AID_SEARCH, its argument
 * AID_SEARCH_IN_AREA, both from gen/queries/FILE.h; ARG_AREA is the same where
 * several queries take it.  The query's row has a type of its own, so that the
 * column of another query does not compile either:
 *
 * 	const struct aid_search_row *row = aid_search_row(&res, r);
 *
 * asserts that res answers that query, and the column "perimeter/@code" is
 * row->perimeter_code.
 * tests/names.mjs compares the names of rows and arguments with the query run,
 * and finds an argument that a query is run without.
 */
struct query_part {
	const char *text;
	short param; /* bound after the text; -1: none */
	short cond;  /* kept by the presence of; -1: always */
	bool unless;
};

struct query {
	const char *name;
	const char *row, *list, *under; /* of "makes"; NULL when not said */
	const enum query_arg *params;
	const bool *may_miss;
	int nparams;
	const struct query_part *parts;
	int nparts;
	const char *const *columns; /* of the answer, all lines kept */
	int ncolumns;
	bool loads;  /* a LOAD DATA LOCAL */
	bool cached; /* see row_cache_run */
};

/* The number of a column, for a table of columns, and where the rows of several
 * queries are read alike: a static_assert says that they are. */
#define COLUMN(query, name) \
	(offsetof(struct query##_row, name) / sizeof(struct value))

/* The queries, and the names of arguments, for messages. */
extern const struct query query_table[QUERY__MAX];
extern const char *const query_args[ARG__MAX];

/* A named value for a query: one value, or a list of n. */
struct arg {
	enum query_arg name;
	const struct value *v; /* n values; n 0: absent */
	size_t n;
	const struct arg *next;
};

/*
 * Arguments are a list in the pool, last added first; *args begins as NULL.
 * What a query does not take is passed over, so that the parameters of a page
 * can be given to all its queries.
 */
void arg_int(struct pool *, const struct arg **args, enum query_arg,
    long long i);
void arg_text(struct pool *, const struct arg **args, enum query_arg,
    const char *s); /* s NULL: bound as NULL */
void arg_bytes(struct pool *, const struct arg **args, enum query_arg,
    const void *s, size_t n);
void arg_list(struct pool *, const struct arg **args, enum query_arg,
    const struct value *v, size_t n);

/*
 * Runs the query over args; rows land in the pool.  Connects when needed, and
 * once more after a lost connection when nothing is under way that could be
 * done twice.  RC_FAIL when a parameter is missing that may not be.
 */
enum rc query_run(struct db *, struct pool *, enum query_id,
    const struct arg *args, struct result *);

/* The same for a query that loads rows. */
enum rc query_load(struct db *, enum query_id, const struct buf *rows);

/* The arguments that the query takes, as one short text: the same for the same
 * values alone.  In the pool. */
const char *query_key(struct pool *, const struct query *,
    const struct arg *args);

/* Text of a query as it is sent, all optional lines kept, one "?" a value:
 * for tests that ask the server for its plan.  In the pool. */
const char *query_text(struct pool *, const struct query *);

#endif
