/* query_read.c - the queries of a file of sql/queries. */

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "query_compile.h"

/* The index of the parameter of that name of n letters; q->nparams when the
 * query has none. */
static size_t
find_param(const struct query *q, const char *name, size_t n)
{
	size_t i = 0;

	while (i < q->nparams &&
	    (strlen(q->params[i].name) != n ||
		memcmp(q->params[i].name, name, n) != 0))
		i++;
	return i;
}

/* The index of a parameter that the query announces, which is then used. */
static int
use_param(struct query *q, struct where where, const char *name, size_t n)
{
	size_t i = find_param(q, name, n);

	if (i == q->nparams)
		die(where,
		    "\"%s\" uses \"%.*s\", which it does not announce: "
		    "add it to its line \"-- in:\"",
		    q->name, (int)n, name);
	assert(q->params != NULL);
	q->params[i].used = true;
	return (int)i;
}

/* "area, today; may miss: types".  A line that announces nothing was meant to
 * announce something: its parameter would be missed at run time alone. */
static void
take_in(struct query *q, struct where where, const char *s)
{
	bool may_miss = false;
	size_t before = q->nparams;
	char *w;

	while ((w = next_word(&s)) != NULL) {
		if (strcmp(w, "may") == 0 && strncmp(s, " miss:", 6) == 0) {
			may_miss = true;
			s += strlen(" miss:");
			continue;
		}
		if (find_param(q, w, strlen(w)) < q->nparams)
			die(where,
			    "\"%s\" announces \"%s\" twice: remove one "
			    "of them",
			    q->name, w);
		q->params = grow(q->params, q->nparams, sizeof(*q->params));
		q->params[q->nparams++] = (struct param){ .name = w,
			.may_miss = may_miss,
			.where = where };
	}
	if (*s != '\0')
		die(where,
		    "\"%s\" announces \"%.*s\", which is no name of a "
		    "parameter",
		    q->name, (int)strcspn(s, " \n"), s);
	if (q->nparams == before)
		die(where,
		    "\"%s\" announces nothing: name its parameters, or "
		    "remove this line",
		    q->name);
}

/* "aid in aids", "aid", "financer under aid" */
static void
take_makes(struct query *q, struct where where, const char *s)
{
	char *w;

	if ((q->row = next_word(&s)) == NULL)
		die(where, "\"%s\" makes nothing: say \"makes: row in list\"",
		    q->name);
	if ((w = next_word(&s)) == NULL)
		return;
	if (strcmp(w, "in") == 0)
		q->list = next_word(&s);
	else if (strcmp(w, "under") == 0)
		q->under = next_word(&s);
	else
		die(where,
		    "\"%s\" makes \"%s\" \"%s\": say \"in\" or "
		    "\"under\"",
		    q->name, q->row, w);
	if (q->list == NULL && q->under == NULL)
		die(where,
		    "\"%s\" makes \"%s\" \"%s\" nothing: say of which "
		    "element",
		    q->name, q->row, w);
}

/* Names are of the whole program, whatever their file: an enum holds them. */
static struct query *
query_read_begin(const struct input *in, struct where where, char *name)
{
	struct query *q = calloc(1, sizeof(*q));

	if (q == NULL)
		die_of_memory();
	char *id = identifier(name);

	/* Names are compared as C has them: Q_NONE stands for no query, and
	 * two names of one identifier would not compile. */
	if (strcmp(id, "NONE") == 0 || strcmp(id, "MAX") == 0)
		die(where,
		    "\"%s\" is a name that is kept: give the query another",
		    name);
	for (size_t i = 0; i < in->nqueries; i++)
		if (strcmp(identifier(in->queries[i]->name), id) == 0)
			die(where,
			    "there is a query \"%s\" in %s:%d already: "
			    "give this one another name",
			    name, in->queries[i]->where.file,
			    in->queries[i]->where.line);
	*q = (struct query){ .name = name, .where = where };
	return q;
}

/* The only word of the line, or one with a colon behind, was meant as a key: of
 * "cachde" the query would be as if nobody had said it. */
static void
check_key(const struct query *q, struct where where, const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz_");

	if (n > 0 && (s[n] == ':' || s[n + strspn(s + n, " \t\r\n")] == '\0'))
		die(where,
		    "\"%s\" has \"%.*s\", which is no key: they are \"in:\", "
		    "\"may miss:\", \"makes:\" and \"cached\"",
		    q->name, (int)(s[n] == ':' ? n + 1 : n), s);
}

static bool
is_cached(const char *s)
{
	const size_t n = strlen("cached");

	return strncmp(s, "cached", n) == 0 &&
	    s[n + strspn(s + n, " \t\r\n")] == '\0';
}

/* A comment before the text: name, in, makes, or words for people.  What a
 * query answers is said at its name, for whoever looks for one that exists. */
static void
take_comment(const struct input *in, struct query **q, struct where where,
    const char *s)
{
	char *w;

	s += strspn(s, "- \t");
	if (*q == NULL) {
		if ((w = next_word(&s)) == NULL || *s != ':')
			return;
		if (s[1 + strspn(s + 1, " \t\r\n")] == '\0')
			die(where,
			    "\"%s\" does not say what it answers: write it "
			    "behind the colon",
			    w);
		*q = query_read_begin(in, where, w);
	} else if (strncmp(s, "in:", 3) == 0) {
		take_in(*q, where, s + 3);
	} else if (strncmp(s, "may miss:", 9) == 0) {
		take_in(*q, where, s);
	} else if (strncmp(s, "makes:", 6) == 0) {
		take_makes(*q, where, s + 6);
	} else if (is_cached(s)) {
		(*q)->cached = true;
	} else {
		check_key(*q, where, s);
	}
}

/* What a line of text is kept by. */
struct condition {
	int param; /* -1: always */
	bool unless;
};

/* Parts are as long as they can be: at run time a query is put together of
 * them, once for each set of arguments that are given. */
static void
add_part(struct query *q, const char *text, size_t n, int param,
    struct condition c)
{
	struct part *p = q->nparts > 0 ? &q->parts[q->nparts - 1] : NULL;

	/* Text goes on in the same part while nothing parts it. */
	if (p != NULL && p->param < 0 && p->cond == c.param &&
	    p->unless == c.unless) {
		char *whole = copyf("%s%.*s", p->text, (int)n, text);

		free(p->text);
		p->text = whole;
		p->param = param;
		return;
	}
	q->parts = grow(q->parts, q->nparts, sizeof(*q->parts));
	q->parts[q->nparts++] = (struct part){ copy(text, n), param, c.param,
		c.unless };
}

/* Where the comment of a line begins, outside of strings; its end. */
static char *
comment_of(struct where where, char *line)
{
	char quote = 0, *p;

	for (p = line; *p != '\0'; p++) {
		if (quote != 0)
			quote = *p == quote ? 0 : quote;
		else if (*p == '\'' || *p == '"')
			quote = *p;
		else if (p[0] == '-' && p[1] == '-' &&
		    (p == line || isspace((unsigned char)p[-1])))
			return p;
	}
	if (quote != 0)
		die(where, "a string has no end: close it with %c in its line",
		    quote);
	return p;
}

/* Cuts the comment and blanks off a line of text; returns its condition.  One
 * without its parameter would be a comment, and its line always there. */
static struct condition
take_condition(struct query *q, struct where where, char *line)
{
	static const char blanks[] = " \t\r\n";
	struct condition c = { -1, false };
	char *comment = comment_of(where, line), *end = comment;
	const char *s = comment + strspn(comment, "- \t");
	size_t n = strcspn(s, blanks);

	c.unless = n == strlen("unless") && strncmp(s, "unless", n) == 0;
	if (c.unless || (n == strlen("if") && strncmp(s, "if", n) == 0)) {
		s += n + strspn(s + n, blanks);
		if (*s == '\0')
			die(where,
			    "\"%s\" has a line kept by nothing: name the "
			    "parameter behind \"%s\"",
			    q->name, c.unless ? "unless" : "if");
		c.param = use_param(q, where, s, strcspn(s, blanks));
	}
	while (end > line && isspace((unsigned char)end[-1]))
		end--;
	*end = '\0';
	return c;
}

/* Puts in what ":name" at p stands for; returns the length of the name. */
static size_t
query_read_take_name(const struct input *in, struct query *q,
    struct where where, const char *from, const char *p, struct condition c)
{
	size_t n = 0;
	const struct constant *k;
	int i;

	while (isalnum((unsigned char)p[1 + n]) || p[1 + n] == '_')
		n++;
	if (isupper((unsigned char)p[1])) {
		if ((k = constant_find(in, p + 1, n)) == NULL)
			die(where,
			    "\"%s\" uses the constant \"%.*s\", which "
			    "is not in the file of constants: add it there",
			    q->name, (int)n, p + 1);
		add_part(q, from, (size_t)(p - from), -1, c);
		add_part(q, k->value, strlen(k->value), -1, c);
		return n;
	}
	i = use_param(q, where, p + 1, n);
	add_part(q, from, (size_t)(p - from), i, c);
	return n;
}

/* Adds a line of text; returns whether it ends the query. */
static bool
query_read_take_text(const struct input *in, struct query *q,
    struct where where, char *line)
{
	struct condition c = take_condition(q, where, line);
	size_t len = strlen(line);
	bool end = len > 0 && line[len - 1] == ';';
	char quote = 0;
	const char *from = line;

	if (end)
		line[len - 1] = '\0';
	if (c.param >= 0)
		brackets_check(q, where, line);
	for (const char *p = line; *p != '\0'; p++) {
		if (quote != 0)
			quote = *p == quote ? 0 : quote;
		else if (*p == '\'' || *p == '"')
			quote = *p;
		else if (*p == ':' &&
		    (isalpha((unsigned char)p[1]) || p[1] == '_')) {
			p += query_read_take_name(in, q, where, from, p, c);
			from = p + 1;
		}
	}
	add_part(q, from, strlen(from), -1, c);
	if (!end)
		add_part(q, "\n", 1, -1, c);
	return end;
}

/* Only the whole text shows that a parameter is used nowhere. */
static void
finish(struct input *in, struct query *q)
{
	for (size_t i = 0; i < q->nparams; i++)
		if (!q->params[i].used)
			die(q->params[i].where,
			    "\"%s\" never uses \"%s\": "
			    "remove it from this line",
			    q->name, q->params[i].name);
	columns_read(q);
	cached_check(q);
	in->queries = grow(in->queries, in->nqueries, sizeof(q));
	in->queries[in->nqueries++] = q;
}

/* A comment counts as the query's head up to its first line of text: behind it
 * comments are those of lines, with their conditions. */
static void
query_read_take_line(struct input *in, struct query **q, struct where where,
    char *line)
{
	const char *s = line + strspn(line, " \t\r\n");

	if (*s == '\0') {
		/* Before any text, what went before was a comment of the
		 * file. */
		if (*q != NULL && (*q)->nparts == 0)
			*q = NULL;
	} else if (strncmp(s, "--", 2) == 0 &&
	    (*q == NULL || (*q)->nparts == 0)) {
		take_comment(in, q, where, s);
	} else if (*q == NULL) {
		die(where,
		    "a text without a name: begin it with a line "
		    "\"-- name: what it answers\"");
	} else if (query_read_take_text(in, *q, where, line)) {
		finish(in, *q);
		*q = NULL;
	}
}

void
queries_read(struct input *in, const char *file)
{
	struct where where = { file, 0 };
	struct query *q = NULL;
	FILE *f = fopen(file, "re");
	char *line = NULL;
	size_t size = 0;

	if (f == NULL)
		die(where, "cannot be opened");
	while (getline(&line, &size, f) >= 0) {
		where.line++;
		query_read_take_line(in, &q, where, line);
	}
	if (q != NULL && q->nparts > 0)
		die(q->where, "\"%s\" has no end: add \";\"", q->name);
	free(line);
	fclose(f);
}
