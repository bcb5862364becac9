/* source_parse.c - reads sources and their conditions. */

#include <string.h>

#include "payload/source_parse.h"

/* Reads the source into *p; NULL, or what is wrong. */
static const char *
parse_source(struct pool *pool, const struct facts *facts, const char *source,
    struct source_parsed *p)
{
	size_t n = strlen(source), name = strcspn(source, "[");
	const char *dot;
	char *inside;

	if (n >= 2 && source[0] == '"' && source[n - 1] == '"') {
		p->constant = pool_strndup(pool, source + 1, n - 2);
		return n > 2 ? NULL : "syntax";
	}
	p->fact = facts_find(facts, pool_strndup(pool, source, name));
	if (p->fact == NULL)
		return "fact";
	if (source[name] == '\0')
		return NULL;
	if (p->fact->list == NULL || source[n - 1] != ']')
		return p->fact->list == NULL ? "list" : "syntax";
	inside = pool_strndup(pool, source + name + 1, n - name - 2);
	if ((dot = strchr(inside, '=')) == NULL)
		return "syntax";
	p->values = dot + 1;
	p->column = facts_find(facts,
	    pool_printf(pool, "%s.%.*s", p->fact->list->name,
		(int)(dot - inside), inside));
	return p->column != NULL ? NULL : "list";
}

bool
source_next_value(const char **s, const char **v, size_t *n)
{
	if (*s == NULL)
		return false;
	*v = *s;
	*n = strcspn(*s, "|");
	*s = (*s)[*n] == '|' ? *s + *n + 1 : NULL;
	return true;
}

/* Reads the test at *s, and moves *s past it; NULL, or what is wrong. */
static const char *
next_test(struct pool *pool, const struct facts *facts, const char **s,
    struct source_test *t)
{
	const char *end = strstr(*s, " & "), *op;
	char *text = pool_strndup(pool, *s,
	    end != NULL ? (size_t)(end - *s) : strlen(*s));

	*s += strlen(text) + (end != NULL ? 3 : 0);
	if ((op = strchr(text, '=')) == NULL || op == text || op[1] == '\0')
		return "syntax";
	t->unlike = op[-1] == '!';
	t->values = op + 1;
	t->fact = facts_find(facts,
	    pool_strndup(pool, text, (size_t)(op - text) - t->unlike));
	return t->fact != NULL ? NULL : "fact";
}

static const char *
unknown_value(struct pool *pool, const struct fact *f, const char *values)
{
	const char *v;
	size_t n;

	while (f->nvalues > 0 && source_next_value(&values, &v, &n))
		if (fact_value(f, pool_strndup(pool, v, n)) == NULL)
			return "value";
	return NULL;
}

const char *
source_fault(const struct facts *facts, const char *source, const char *only_if)
{
	struct pool *pool = pool_new();
	struct source_parsed p = { 0 };
	struct source_test t = { 0 };
	const char *fault = NULL;

	if (*source != '\0')
		fault = parse_source(pool, facts, source, &p);
	if (fault == NULL && p.column != NULL)
		fault = unknown_value(pool, p.column, p.values);
	while (fault == NULL && *only_if != '\0')
		if ((fault = next_test(pool, facts, &only_if, &t)) == NULL)
			fault = unknown_value(pool, t.fact, t.values);
	pool_free(pool);
	return fault;
}

/* A condition that cannot be read never holds, whatever its other tests say. */
static void
parse_condition(struct pool *pool, const struct facts *facts,
    const char *only_if, struct source_parsed *p)
{
	const struct source_test **last = &p->test;

	while (*only_if != '\0') {
		struct source_test *t = pool_take(pool, sizeof(*t));

		if (next_test(pool, facts, &only_if, t) != NULL) {
			p->never = true;
			return;
		}
		*last = t;
		last = (const struct source_test **)&t->next;
	}
}

/* What cannot be read gives nothing rather than fails: a table may name facts
 * of another version, and the rest of the form is still of use. */
void
sources_parse(struct pool *pool, const struct facts *facts, struct demarche *d)
{
	for (size_t i = 0; i < d->nsources; i++) {
		struct source *o = &d->source[i];
		struct source_parsed *p = pool_take(pool, sizeof(*p));

		p->valid = *o->source != '\0' &&
		    parse_source(pool, facts, o->source, p) == NULL;
		if (!p->valid)
			*p = (struct source_parsed){ .valid = false };
		parse_condition(pool, facts, o->only_if, p);
		o->parsed = p;
	}
}
