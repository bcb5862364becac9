#ifndef QUERY_COMPILE_H
#define QUERY_COMPILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/*
 * What the parts of query-compile share.  It is a build tool: what is wrong
 * with its input ends it with one line, "FILE:LINE: what; how to mend it", and
 * nothing that it takes is freed.
 */

/* A line of the input, for messages. */
struct where {
	const char *file;
	int line;
};

/* A value that C and SQL share: a number, or a text in single quotes. */
struct constant {
	char *name, *value, *comment;
	struct where where;
};

/* A column of the answer. */
struct column {
	char *name, *id; /* "perimeter/@code", PERIMETER_CODE */
	bool fixed;      /* at the same place in all shapes of the query */
};

struct param {
	char *name;
	bool may_miss; /* the query may be run without it */
	bool used;     /* in the text: else the build stops */
	struct where where;
};

/* Text of a query: up to a parameter, or to where a condition changes. */
struct part {
	char *text;
	int param, cond; /* index of a parameter; -1: none */
	bool unless;
};

struct query {
	char *name;
	char *row, *list, *under; /* "makes: row in list", "row under under" */
	struct where where;
	struct param *params;
	struct part *parts;
	struct column *columns;
	size_t nparams, nparts, ncolumns;
	bool cached;
};

/* All that was read. */
struct input {
	struct constant *constants;
	struct query **queries;
	size_t nconstants, nqueries;
};

/* Ends the program with a message. */
void die(struct where, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), noreturn));
void die_of_memory(void) __attribute__((noreturn));

/* Room for one element more in a list of n elements of that size. */
void *grow(void *list, size_t n, size_t size);

/* A copy of n bytes as a string; of a line of the words of fmt. */
char *copy(const char *s, size_t n);
char *copyf(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* The next word ([A-Za-z0-9_-]) after blanks, commas and semicolons; NULL when
 * something else comes.  *s moves behind it. */
char *next_word(const char **s);

/* A name of SQL as one of C: "perimeter/@code" is PERIMETER_CODE, "^" is PARENT
 * and "." TEXT.  The caller frees it. */
char *identifier(const char *name);

/* Adds the constants, or the queries, of a file. */
void constants_read(struct input *, const char *file);
void queries_read(struct input *, const char *file);

/* The constant of that name of n letters; NULL when there is none. */
const struct constant *constant_find(const struct input *, const char *name,
    size_t n);

/* Finds the columns of the query's answer in its text. */
void columns_read(struct query *);

/* Stops when a line that is kept by a condition opens a bracket that another
 * closes: without one of the two the query would break at run time. */
void brackets_check(const struct query *, struct where, const char *line);

/* Stops when a query that is cached reads a table that changes without a
 * version of the data: what is cached is kept until that changes, and pages
 * would show the table as it was.  So it does when its columns are not always
 * the same, for the cache names them once.  After columns_read. */
void cached_check(const struct query *);

/* Writes the table and the headers, each only when it differs from the file
 * that is there: what includes it is then not made again. */
void input_write(const struct input *, const char *dir);

#endif
