/* quick_read.c - common expressions of XPath, read. */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "xml/quick_read.h"

enum { PARTS = 12 };

struct reading {
	struct pool *pool;
	const char *s;
	int inside; /* how many brackets: a position is another there */
};

static bool read_or(struct reading *, struct test *);

static void
skip_blanks(struct reading *r)
{
	r->s += strspn(r->s, " \t\r\n");
}

static bool
take(struct reading *r, const char *word)
{
	size_t n = strlen(word);

	skip_blanks(r);
	if (strncmp(r->s, word, n) != 0)
		return false;
	r->s += n;
	return true;
}

/* A name without a prefix, which is no function and no axis; NULL. */
static const char *
read_name(struct reading *r)
{
	size_t n = 0;

	if (!islower((unsigned char)r->s[0]))
		return NULL;
	while (islower((unsigned char)r->s[n]) ||
	    isdigit((unsigned char)r->s[n]) || r->s[n] == '-')
		n++;
	if (strchr("(:.*_", r->s[n]) != NULL && r->s[n] != '\0')
		return NULL;
	r->s += n;
	return pool_strndup(r->pool, r->s - n, n);
}

static const char *
read_literal(struct reading *r)
{
	char quote;
	size_t n;

	skip_blanks(r);
	quote = r->s[0];
	if (quote != '\'' && quote != '"')
		return NULL;
	n = strcspn(r->s + 1, (char[]){ quote, '\0' });
	if (r->s[n + 1] == '\0')
		return NULL;
	r->s += n + 2;
	return pool_strndup(r->pool, r->s - n - 1, n);
}

static bool
read_number(struct reading *r, double *to)
{
	skip_blanks(r);
	if (!isdigit((unsigned char)r->s[0]))
		return false;
	*to = 0;
	while (isdigit((unsigned char)r->s[0]))
		*to = *to * 10 + (*r->s++ - '0');
	return r->s[0] != '.';
}

/* ---- paths ---- */

static bool
read_step(struct reading *r, struct step *s)
{
	s->kind = r->s[0] == '@' ? STEP_ATTRIBUTE : STEP_CHILD;
	if (strncmp(r->s, "text()", 6) == 0) {
		s->kind = STEP_TEXT;
		r->s += 6;
		return true;
	}
	r->s += s->kind == STEP_ATTRIBUTE;
	return (s->name = read_name(r)) != NULL;
}

/* "[@kin]", several of them, or "[2]". */
static bool
read_filter(struct reading *r, struct path *p)
{
	struct test *t = pool_take(r->pool, sizeof(*t)), *both;
	double n;

	if (p->nth > 0)
		return false;
	if (p->where == NULL && read_number(r, &n)) {
		p->nth = (int)n;
		return n >= 1 && n < 1000 && take(r, "]");
	}
	r->inside++;
	if (!read_or(r, t) || !take(r, "]"))
		return false;
	r->inside--;
	if (p->where == NULL) {
		p->where = t;
		return true;
	}
	both = pool_take(r->pool, sizeof(*both));
	*both = (struct test){ .kind = TEST_AND, .left = p->where, .right = t };
	p->where = both;
	return true;
}

static bool
read_path(struct reading *r, struct path *p)
{
	*p = (struct path){ .steps = 0 };
	skip_blanks(r);
	if (r->s[0] == '.' && r->s[1] != '.' && r->s[1] != '/') {
		r->s++;
		return true;
	}
	p->root = r->s[0] == '/';
	p->parent = strncmp(r->s, "../", 3) == 0;
	r->s += p->root + 3 * p->parent;
	do
		if (p->steps == QUICK_STEPS ||
		    !read_step(r, &p->step[p->steps++]))
			return false;
	while (r->s[0] == '/' && p->step[p->steps - 1].kind == STEP_CHILD &&
	    *r->s++ != '\0');
	while (r->s[0] == '[') {
		r->s++;
		if (!read_filter(r, p))
			return false;
	}
	return true;
}

/* ---- tests ---- */

static bool
is_at_end(struct reading *r)
{
	skip_blanks(r);
	return *r->s == '\0';
}

/* What it is compared by, and with: nothing, a literal or a number. */
static bool
read_comparison(struct reading *r, struct test *t)
{
	static const char *const sign[] = { [COMPARE_EQUAL] = "=",
		[COMPARE_UNEQUAL] = "!=",
		[COMPARE_LESS] = "<",
		[COMPARE_MORE] = ">",
		[COMPARE_AT_MOST] = "<=",
		[COMPARE_AT_LEAST] = ">=" };

	t->compare = COMPARE_AT_LEAST;
	while (t->compare > COMPARE_NONE && !take(r, sign[t->compare]))
		t->compare--;
	if (t->compare == COMPARE_NONE)
		return true;
	if (t->compare <= COMPARE_UNEQUAL &&
	    (t->literal = read_literal(r)) != NULL)
		return true;
	return read_number(r, &t->number);
}

static bool
read_one(struct reading *r, struct test *t)
{
	struct test *left;

	*t = (struct test){ .kind = TEST_SOME };
	if (take(r, "position()")) {
		t->kind = TEST_POSITION;
		return r->inside == 0 && read_comparison(r, t) &&
		    t->compare != COMPARE_NONE && t->literal == NULL;
	}
	if (take(r, "not(")) {
		t->kind = TEST_NOT;
		t->left = left = pool_take(r->pool, sizeof(*left));
		return read_or(r, left) && take(r, ")");
	}
	if (take(r, "starts-with(")) {
		t->kind = TEST_STARTS;
		return read_path(r, &t->path) && take(r, ",") &&
		    (t->literal = read_literal(r)) != NULL && take(r, ")");
	}
	if (take(r, "$")) {
		t->kind = TEST_VARIABLE;
		return (t->variable = read_name(r)) != NULL;
	}
	return read_path(r, &t->path) && read_comparison(r, t);
}

/* A test, and others that the word joins to it. */
static bool
read_joined(struct reading *r, struct test *t, const char *word, int kind,
    bool (*read)(struct reading *, struct test *))
{
	struct test *left, *right;

	if (!read(r, t))
		return false;
	while (take(r, word)) {
		left = pool_take(r->pool, sizeof(*left));
		right = pool_take(r->pool, sizeof(*right));
		*left = *t;
		*t = (struct test){ .kind = kind,
			.left = left,
			.right = right };
		if (!read(r, right))
			return false;
	}
	return true;
}

static bool
read_and(struct reading *r, struct test *t)
{
	return read_joined(r, t, "and ", TEST_AND, read_one);
}

static bool
read_or(struct reading *r, struct test *t)
{
	return read_joined(r, t, "or ", TEST_OR, read_and);
}

/* ---- expressions ---- */

/* What is before the literal in the text of a path, or after it. */
static bool
read_side(struct reading *r, struct part *p, int which)
{
	*p = (struct part){ .which = which };
	return read_path(r, &p->path) && take(r, ",") &&
	    (p->literal = read_literal(r)) != NULL && take(r, ")");
}

static bool
read_part(struct reading *r, struct part *p)
{
	if (take(r, "substring-before("))
		return read_side(r, p, PART_BEFORE);
	if (take(r, "substring-after("))
		return read_side(r, p, PART_AFTER);
	*p = (struct part){ .literal = read_literal(r) };
	if (p->literal != NULL)
		return true;
	return take(r, "$") ? (p->variable = read_name(r)) != NULL
			    : read_path(r, &p->path);
}

/* "concat(a, b, ...)", or one part. */
bool
quick_read_value(struct pool *pool, const char *s, struct quick *q)
{
	struct reading reading = { pool, s, 0 }, *r = &reading;
	struct part part[PARTS];
	bool many = take(r, "concat(");

	do
		if (q->n == PARTS || !read_part(r, &part[q->n++]))
			return false;
	while (many && take(r, ","));
	if ((many && !take(r, ")")) || !is_at_end(r))
		return false;
	q->part = pool_take(r->pool, q->n * sizeof(*part));
	memcpy(q->part, part, q->n * sizeof(*part));
	return true;
}

bool
quick_read_test(struct pool *pool, const char *s, struct test *t)
{
	struct reading r = { pool, s, 0 };

	return read_or(&r, t) && is_at_end(&r);
}

bool
quick_read_path(struct pool *pool, const char *s, struct path *p)
{
	struct reading r = { pool, s, 0 };

	return read_path(&r, p) && is_at_end(&r);
}
