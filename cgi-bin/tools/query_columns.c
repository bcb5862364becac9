/*
 * query_columns.c - the columns of a query's answer, from its text.
 *
 * Not a parser of SQL: the text is cut into words, and what stands between the
 * first SELECT and its FROM, outside of brackets, is cut at the commas.  A test
 * compares what comes of it with what the server says of each query.
 */

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "query_compile.h"

struct token {
	char *text; /* a word, a string in its quotes, a sign */
	int depth;  /* of brackets */
	bool conditional;
};

struct tokens {
	struct token *at;
	size_t n;
	int depth;
};

/* SQL doubles a quote inside quotes: such a string makes two tokens, which does
 * no harm, for only what stands outside of strings is looked at.  Bytes over
 * 0x80 are letters: names are UTF-8. */
static size_t
token_length(const char *s)
{
	size_t n = 0;

	if (strchr("'\"`", *s) != NULL) {
		n = 1 + strcspn(s + 1, (char[]){ *s, '\0' });
		return s[n] != '\0' ? n + 1 : n;
	}
	while (isalnum((unsigned char)s[n]) || s[n] == '_' ||
	    (unsigned char)s[n] >= 0x80)
		n++;
	return n > 0 ? n : 1;
}

/* A bracket has the depth of what surrounds it, on both sides: a list in
 * brackets is all tokens deeper than its first. */
static void
add_token(struct tokens *t, const char *s, size_t n, bool conditional)
{
	t->depth -= *s == ')';
	t->at = grow(t->at, t->n, sizeof(*t->at));
	t->at[t->n++] = (struct token){ copy(s, n), t->depth, conditional };
	t->depth += *s == '(';
}

/* A parameter is the sign "?": where it stands matters, its name does not. */
static struct tokens
read_tokens(const struct query *q)
{
	struct tokens t = { 0 };

	for (size_t i = 0; i < q->nparts; i++) {
		const struct part *p = &q->parts[i];
		size_t n;

		for (const char *s = p->text; *s != '\0'; s += n) {
			n = token_length(s);
			if (!isspace((unsigned char)*s))
				add_token(&t, s, n, p->cond >= 0);
		}
		if (p->param >= 0)
			add_token(&t, "?", 1, p->cond >= 0);
	}
	return t;
}

static bool
query_columns_is_one_of(const struct token *t, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcasecmp(t->text, *words) == 0)
			return true;
	return false;
}

/* Double quotes hold a name behind AS; a text of SQL is in single quotes, here
 * as in all of sql/queries. */
static bool
is_name(const struct token *t)
{
	return isalpha((unsigned char)t->text[0]) || t->text[0] == '_' ||
	    t->text[0] == '"' || t->text[0] == '`';
}

static char *
unquoted(const struct token *t)
{
	size_t n = strlen(t->text);

	return t->text[0] == '"' || t->text[0] == '`' ? copy(t->text + 1, n - 2)
						      : copy(t->text, n);
}

/* The name of the column that the n tokens make; NULL when it has none. */
static char *
name_of(const struct token *t, size_t n)
{
	static const char *const as[] = { "AS", NULL };

	if (n >= 3 && query_columns_is_one_of(&t[n - 2], as) &&
	    is_name(&t[n - 1]))
		return unquoted(&t[n - 1]);
	if (n == 1 && is_name(t) && t->text[0] != '"' &&
	    strcasecmp(t->text, "NULL") != 0)
		return unquoted(t);
	if (n == 3 && strcmp(t[1].text, ".") == 0 && is_name(&t[2]))
		return unquoted(&t[2]);
	return NULL;
}

/* A column is fixed when neither it nor one before it can be left out by a
 * condition: then its index is the same in every shape of the query, and C may
 * read it by name.  Two names that are one in C would be two members of a
 * struct, so that the compiler would blame a file that nobody wrote. */
static void
add_column(struct query *q, const struct token *t, size_t n)
{
	struct column c = { .name = name_of(t, n), .fixed = true };

	if (n > 0 && strcmp(t[n - 1].text, "*") == 0)
		die(q->where, "\"%s\" selects \"*\": name its columns",
		    q->name);
	if (c.name == NULL)
		die(q->where,
		    "column %zu of \"%s\" has no name: give it one "
		    "with AS",
		    q->ncolumns + 1, q->name);
	c.id = identifier(c.name);
	/* "??/" is a backslash to a compiler that reads trigraphs, and would
	 * end the string of C in another place. */
	if (c.id[0] == '\0' || strstr(c.name, "??") != NULL)
		die(q->where,
		    "column %zu of \"%s\", \"%s\", has no name in C: give it "
		    "one of letters, digits and _ with AS",
		    q->ncolumns + 1, q->name, c.name);
	for (size_t i = 0; i < q->ncolumns; i++) {
		c.fixed = c.fixed && q->columns[i].fixed;
		if (strcmp(c.id, q->columns[i].id) == 0)
			die(q->where,
			    "\"%s\" has the columns \"%s\" and "
			    "\"%s\", both %s in C: give one of them another "
			    "name with AS",
			    q->name, q->columns[i].name, c.name, c.id);
	}
	for (size_t i = 0; i < n; i++)
		c.fixed = c.fixed && !t[i].conditional;
	q->columns = grow(q->columns, q->ncolumns, sizeof(*q->columns));
	q->columns[q->ncolumns++] = c;
}

/* "INSERT INTO t (a, b) ...": no column is written twice. */
static void
check_written(const struct query *q, const struct tokens *t)
{
	static const char *const writes[] = { "INSERT", "REPLACE", "LOAD",
		NULL };
	static const char *const rows[] = { "SELECT", "VALUES", "(", NULL };
	size_t from = 0, to;

	if (t->n == 0 || !query_columns_is_one_of(&t->at[0], writes))
		return;
	while (from < t->n && !query_columns_is_one_of(&t->at[from], rows))
		from++;
	if (from == t->n || strcmp(t->at[from].text, "(") != 0)
		return;
	for (to = from + 1; to < t->n && t->at[to].depth > 0; to++)
		for (size_t i = from + 1; i < to; i++)
			if (is_name(&t->at[i]) && t->at[to].depth == 1 &&
			    strcasecmp(t->at[i].text, t->at[to].text) == 0)
				die(q->where,
				    "\"%s\" writes the column \"%s\" "
				    "twice: remove one of them",
				    q->name, t->at[i].text);
}

/* One statement, whose brackets match: of a second one the columns would not be
 * known, and a bracket that is not closed hides the end of the list. */
static void
check_text(const struct query *q, const struct tokens *t)
{
	int depth = t->depth;

	if (t->n == 0)
		die(q->where, "\"%s\" has no text: write it before \";\"",
		    q->name);
	for (size_t i = 0; i < t->n; i++) {
		if (strcmp(t->at[i].text, ";") == 0)
			die(q->where,
			    "\"%s\" has two statements: give each a name of "
			    "its own",
			    q->name);
		if (t->at[i].depth < 0)
			depth = t->at[i].depth;
	}
	if (depth != 0)
		die(q->where,
		    "\"%s\" has a bracket too many: remove its \"%c\"", q->name,
		    depth < 0 ? ')' : '(');
}

/* The token behind the SELECT of the answer; t->n when there is no SELECT.
 * query-compile ends when there is nothing behind it. */
static size_t
begin_of_list(const struct query *q, const struct tokens *t)
{
	static const char *const select[] = { "SELECT", NULL };
	static const char *const modifiers[] = { "DISTINCT", "ALL",
		"STRAIGHT_JOIN", NULL };
	size_t i = 0;

	if (t->n > 0 && strcasecmp(t->at[0].text, "WITH") == 0)
		while (i < t->n &&
		    (t->at[i].depth > 0 ||
			!query_columns_is_one_of(&t->at[i], select)))
			i++;
	/* (SELECT ...) UNION (SELECT ...): the first names the columns. */
	while (i < t->n && strcmp(t->at[i].text, "(") == 0)
		i++;
	if (i == t->n || !query_columns_is_one_of(&t->at[i], select))
		return t->n;
	for (i++; i < t->n && query_columns_is_one_of(&t->at[i], modifiers);)
		i++;
	if (i == t->n)
		die(q->where, "\"%s\" selects nothing: name its columns",
		    q->name);
	return i;
}

void
columns_read(struct query *q)
{
	static const char *const ends[] = { "FROM", "UNION", "WHERE", "GROUP",
		"HAVING", "ORDER", "LIMIT", "INTO", NULL };
	struct tokens t = read_tokens(q);
	size_t from, i;
	int depth;

	check_text(q, &t);
	check_written(q, &t);
	if ((from = begin_of_list(q, &t)) == t.n)
		return;
	/* NOLINTNEXTLINE: from is one of its tokens */
	depth = t.at[from].depth;
	for (i = from; i < t.n && t.at[i].depth >= depth; i++) {
		if (t.at[i].depth > depth)
			continue;
		if (query_columns_is_one_of(&t.at[i], ends))
			break;
		if (strcmp(t.at[i].text, ",") == 0) {
			add_column(q, &t.at[from], i - from);
			from = i + 1;
		}
	}
	add_column(q, &t.at[from], i - from);
}
