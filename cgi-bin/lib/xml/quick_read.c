/* quick_read.c - common expressions of XPath, read. */

#include <ctype.h>
#include <string.h>

#include "xml/quick_read.h"

enum { PARTS = 12 };

struct reading {
	struct pool *pool;
	const char *s;
};

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

static bool
read_path(struct reading *r, struct path *p)
{
	*p = (struct path){ .kind = PATH_SELF };
	skip_blanks(r);
	if (strncmp(r->s, "../", 3) == 0) {
		p->parent = true;
		r->s += 3;
	} else if (r->s[0] == '.' && r->s[1] != '.' && r->s[1] != '/') {
		r->s++;
		return true;
	}
	p->kind = r->s[0] == '@' ? PATH_ATTRIBUTE : PATH_CHILD;
	r->s += p->kind == PATH_ATTRIBUTE;
	if ((p->name = read_name(r)) == NULL)
		return false;
	if (p->kind != PATH_CHILD || r->s[0] != '/')
		return true;
	r->s++;
	p->then = r->s[0] == '@' ? PATH_ATTRIBUTE : PATH_CHILD;
	r->s += p->then == PATH_ATTRIBUTE;
	return (p->then_name = read_name(r)) != NULL;
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
is_at_end(struct reading *r)
{
	skip_blanks(r);
	return *r->s == '\0';
}

static bool
read_part(struct reading *r, struct part *p)
{
	*p = (struct part){ .literal = read_literal(r) };
	return p->literal != NULL || read_path(r, &p->path);
}

/* "concat(a, b, ...)", or one part. */
bool
quick_read_value(struct pool *pool, const char *s, struct quick *q)
{
	struct reading reading = { pool, s }, *r = &reading;
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
	struct reading reading = { pool, s }, *r = &reading;

	*t = (struct test){ .kind = TEST_EXISTS };
	if (take(r, "position() != 1")) {
		t->kind = TEST_NOT_FIRST;
		return is_at_end(r);
	}
	t->not = take(r, "not(");
	if (!read_path(r, &t->path))
		return false;
	if (take(r, "!="))
		t->kind = TEST_UNEQUAL;
	else if (take(r, "="))
		t->kind = TEST_EQUAL;
	if (t->kind != TEST_EXISTS && (t->literal = read_literal(r)) == NULL)
		return false;
	return (!t->not || take(r, ")")) && is_at_end(r);
}

bool
quick_read_path(struct pool *pool, const char *s, struct path *p)
{
	struct reading r = { pool, s };

	return read_path(&r, p) && is_at_end(&r);
}
