#ifndef BASE_H
#define BASE_H

#include "db/query.h"
#include "unit.h"

/*
 * A base of the test's own in place of MariaDB: what it answers to each named
 * query, and what it was asked.  A query must be one of sql/queries, with all of
 * its parameters.  Linked with --wrap=query_run.
 */
struct base_answer {
	enum query_id query;
	const char *arg;  /* "code=79109": to that one alone; NULL: to any */
	const char *rows; /* lines of cells by ";": "#12" is a number, "~"
				   NULL */
};

static struct {
	const struct base_answer *answer;
	size_t n;
	const char *away; /* what is not answered: "name", or "name a=b" */
	unsigned long long affected, last_id;
	char asked[8000]; /* "name param=value ...", by lines */
} base;

enum rc __wrap_query_run(struct db *, struct pool *, enum query_id,
    const struct arg *, struct result *);

static inline const char *
base_shown(struct pool *pool, const struct arg *a)
{
	if (a->n != 1)
		return pool_printf(pool, "%zu values", a->n);
	if (a->v->type == VALUE_INT)
		return pool_printf(pool, "%lld", a->v->i);
	return a->v->type == VALUE_NULL ? "~" : a->v->s;
}

/* The query with its parameters, in their order. */
static inline const char *
base_asked(struct pool *pool, const struct query *q, const struct arg *args)
{
	const char *s = q->name;

	for (int i = 0; i < q->nparams; i++) {
		const struct arg *a = args;

		while (a != NULL && a->name != q->params[i])
			a = a->next;
		if (a == NULL && !q->may_miss[i])
			fail_msg("%s: no \"%s\"", q->name,
			    query_args[q->params[i]]);
		if (a != NULL)
			s = pool_printf(pool, "%s %s=%s", s,
			    query_args[a->name], base_shown(pool, a));
	}
	return s;
}

static inline bool
base_begins(const char *asked, const char *start)
{
	size_t n = strlen(start);

	return strncmp(asked, start, n) == 0 &&
	    (asked[n] == ' ' || asked[n] == '\0');
}

static inline struct value *
base_row(struct pool *pool, char *line, unsigned columns)
{
	struct value *row = pool_take(pool, columns * sizeof(*row));
	unsigned i = 0;
	char *s;

	while ((s = strsep(&line, ";")) != NULL && i < columns) {
		row[i++] = *s == '#' ? (struct value){ VALUE_INT,
			strtoll(s + 1, NULL, 10), NULL, 0 }
		    : strcmp(s, "~") == 0
		    ? (struct value){ .type = VALUE_NULL }
		    : (struct value){ VALUE_TEXT, 0, s, strlen(s) };
	}
	assert_null(s);
	while (i < columns)
		row[i++] = (struct value){ .type = VALUE_NULL };
	return row;
}

/* Rows of a query of so many columns; what a line does not tell is NULL. */
static inline void
base_rows(struct pool *pool, const char *rows, int columns, struct result *res)
{
	char *s = pool_strdup(pool, rows), *line;

	res->row = pool_take(pool, (strlen(s) + 1) * sizeof(*res->row));
	res->columns = (unsigned)columns;
	while ((line = strsep(&s, "\n")) != NULL)
		if (*line != '\0')
			res->row[res->rows++] = base_row(pool, line,
			    res->columns);
}

enum rc
__wrap_query_run(struct db *db, struct pool *pool, enum query_id id,
    const struct arg *args, struct result *res)
{
	const struct query *q = &query_table[id];
	size_t used = strlen(base.asked);
	const char *asked, *at;

	(void)db;
	asked = base_asked(pool, q, args);
	snprintf(base.asked + used, sizeof(base.asked) - used, "%s\n", asked);
	*res = (struct result){ .query = id,
		.columns = (unsigned)q->ncolumns,
		.names = q->columns,
		.affected = base.affected,
		.last_id = base.last_id };
	if (base.away != NULL && base_begins(asked, base.away))
		return RC_UNAVAILABLE;
	for (size_t i = 0; i < base.n; i++) {
		const struct base_answer *a = &base.answer[i];
		size_t n = a->arg != NULL ? strlen(a->arg) : 0;

		at = n > 0 ? strstr(asked, a->arg) : NULL;
		if (a->query != id ||
		    (n > 0 &&
			(at == NULL || at[-1] != ' ' ||
			    (at[n] != ' ' && at[n] != '\0'))))
			continue;
		base_rows(pool, a->rows, q->ncolumns, res);
		break;
	}
	return RC_OK;
}

#define base_serve(answers) \
	do { \
		base.answer = (answers); \
		base.n = ROWS(answers); \
		base.asked[0] = '\0'; \
	} while (0)

#endif
