#ifndef QUICK_READ_H
#define QUICK_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"

/* Common expressions of XPath, read: for quick.c and quick_find.c alone. */

enum { QUICK_STEPS = 4 };

struct test;

/* The nodes that an expression names, from the context node, its parent or the
 * root: that very node, or what the steps lead to. */
struct path {
	bool parent, root;
	int steps; /* 0: the node itself */
	struct step {
		enum { STEP_CHILD, STEP_ATTRIBUTE, STEP_TEXT } kind;
		const char *name;
	} step[QUICK_STEPS];
	/* Of the nodes of the last step: those for which a test holds (NULL:
	 * all); of those that one beside each other (0: all). */
	const struct test *where;
	int nth;
};

/* A part of a text: a literal, a variable, or the first node of a path; of
 * that, what is before or after the literal. */
struct part {
	enum { PART_WHOLE, PART_BEFORE, PART_AFTER } which;
	const char *literal, *variable;
	struct path path;
};

struct test {
	enum {
		TEST_SOME,     /* of a node that compares so */
		TEST_STARTS,   /* the first node starts with the literal */
		TEST_VARIABLE, /* it is true */
		TEST_POSITION, /* of the context node, compared */
		TEST_NOT,
		TEST_AND,
		TEST_OR
	} kind;
	enum {
		COMPARE_NONE,
		COMPARE_EQUAL,
		COMPARE_UNEQUAL,
		COMPARE_LESS,
		COMPARE_MORE,
		COMPARE_AT_MOST,
		COMPARE_AT_LEAST
	} compare;
	struct path path;
	const char *literal; /* NULL: the number */
	double number;
	const char *variable;
	const struct test *left, *right; /* of TEST_NOT, left */
};

struct quick {
	struct part *part; /* of xsl:value-of */
	size_t n;
	struct test test; /* of xsl:if and xsl:when */
	bool shown;       /* what it writes: as HTML (xsl_node.h) */
	/* Of xsl:apply-templates: the template of nodes of that name and type
	 * (quick_find.h); NULL: not known. */
	const char *name;
	unsigned type;
	struct _xsltTemplate *found;
};

/*
 * Reads a value, "@href", "$x", "concat(' (', ../@name, ')')",
 * "substring-before(@next, '&')"; a test, "@x",
 * "not(word) and @n > 1", "@scale != 'commune'", "position() != 1"; or a path,
 * "word[@kin]", into *to.  False when it is another expression; what is kept is
 * of the pool.
 */
bool quick_read_value(struct pool *, const char *s, struct quick *to);
bool quick_read_test(struct pool *, const char *s, struct test *to);
bool quick_read_path(struct pool *, const char *s, struct path *to);

#endif
