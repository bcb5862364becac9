#ifndef QUICK_READ_H
#define QUICK_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"

/* Common expressions of XPath, read: for quick.c alone. */

/* The nodes that an expression names, from the context node or its parent: that
 * very node, its attribute or children of a name, or theirs. */
struct path {
	enum { PATH_SELF, PATH_ATTRIBUTE, PATH_CHILD } kind, then;
	bool parent;
	const char *name, *then_name; /* then_name NULL: no further */
};

/* A part of a text: a literal, or the first node of a path. */
struct part {
	const char *literal; /* NULL: the path */
	struct path path;
};

struct test {
	enum { TEST_EXISTS, TEST_EQUAL, TEST_UNEQUAL, TEST_NOT_FIRST } kind;
	bool not ;
	struct path path;
	const char *literal;
};

struct quick {
	struct part *part; /* of xsl:value-of */
	size_t n;
	struct test test; /* of xsl:if and xsl:when */
};

/*
 * Reads a value, "@href", "concat(' (', ../@name, ')')", a test, "@x",
 * "not(word)", "@scale != 'commune'", "position() != 1", or a path into *to.
 * False when it is another expression; what is kept is of the pool.
 */
bool quick_read_value(struct pool *, const char *s, struct quick *to);
bool quick_read_test(struct pool *, const char *s, struct test *to);
bool quick_read_path(struct pool *, const char *s, struct path *to);

#endif
