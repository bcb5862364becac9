/*
 * query-compile.c - build tool: the named queries of sql/queries as a C table.
 *
 *	query-compile FILE.sql ... > queries.c
 *
 * The format is told in lib/db/query.h.  A query that is not well told (no
 * comment, a parameter not announced, a name used twice) stops the build.
 */

#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_PARAMS = 64, MAX_PARTS = 256, MAX_QUERIES = 256, LINE = 2000 };

struct part {
	char	*text;
	int	 param, cond;
	bool	 unless;
};

struct query {
	char		*name, *row, *list, *under;
	char		*params[MAX_PARAMS];
	bool		 may_miss[MAX_PARAMS], used[MAX_PARAMS];
	struct part	 parts[MAX_PARTS];
	int		 nparams, nparts;
};

static struct query *queries[MAX_QUERIES];
static int nqueries;
static const char *file;
static int line_no;

static void __attribute__((format(printf, 1, 2), noreturn))
die(const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%d: ", file, line_no);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	exit(1);
}

static char *
word(const char **s)
{
	const char *from = *s += strspn(*s, " \t\r\n,;");
	size_t n = 0;
	char *w;

	while (isalnum((unsigned char)from[n]) || strchr("_-", from[n]) != NULL)
		if (from[n] == '\0')
			break;
		else
			n++;
	*s += n;
	if (n == 0)
		return NULL;
	if ((w = strndup(from, n)) == NULL)
		die("out of memory");
	return w;
}

static int
param_index(const struct query *q, const char *name, size_t n)
{
	for (int i = 0; i < q->nparams; i++)
		if (strlen(q->params[i]) == n &&
		    memcmp(q->params[i], name, n) == 0)
			return i;
	die("\"%s\" does not announce \"%.*s\"", q->name, (int)n, name);
}

static void
take_in(struct query *q, const char *s)
{
	const char *miss = strstr(s, "may miss:");
	char *w;

	while (*s != '\0') {
		if (s == miss)
			s += strlen("may miss:");
		s += strspn(s, " \t\r\n,;");
		if (s == miss || *s == '\0')
			continue;
		if ((w = word(&s)) == NULL || q->nparams == MAX_PARAMS)
			die("bad list of parameters");
		q->may_miss[q->nparams] = miss != NULL && s > miss;
		q->params[q->nparams++] = w;
	}
}

static void
take_makes(struct query *q, const char *s)
{
	char *w;

	q->row = word(&s);
	if ((w = word(&s)) == NULL)
		return;
	if (strcmp(w, "in") == 0)
		q->list = word(&s);
	else if (strcmp(w, "under") == 0)
		q->under = word(&s);
	else
		die("\"makes\" says \"%s\"", w);
	free(w);
}

/* A comment line before the text: name, in, makes, or words for people. */
static void
take_comment(struct query **q, const char *s)
{
	char *w;

	s += strspn(s, "- \t");
	if (*q == NULL) {
		w = word(&s);
		if (w == NULL || *s != ':') {
			free(w);
			return;
		}
		if (nqueries == MAX_QUERIES ||
		    (*q = calloc(1, sizeof(**q))) == NULL)
			die("too many queries");
		(*q)->name = w;
		for (int i = 0; i < nqueries; i++)
			if (strcmp(queries[i]->name, w) == 0)
				die("there is a \"%s\" already", w);
	} else if (strncmp(s, "in:", 3) == 0) {
		take_in(*q, s + 3);
	} else if (strncmp(s, "may miss:", 9) == 0) {
		take_in(*q, s);
	} else if (strncmp(s, "makes:", 6) == 0) {
		take_makes(*q, s + 6);
	}
}

static void
add_part(struct query *q, const char *text, size_t n, int param, int cond,
    bool unless)
{
	struct part *p = q->nparts > 0 ? &q->parts[q->nparts - 1] : NULL;

	/* Text goes on in the same part while nothing parts it. */
	if (p != NULL && p->param < 0 && p->cond == cond &&
	    p->unless == unless) {
		p->text = realloc(p->text, strlen(p->text) + n + 1);
		if (p->text == NULL)
			die("out of memory");
		strncat(p->text, text, n);
		p->param = param;
		return;
	}
	if (q->nparts == MAX_PARTS)
		die("\"%s\" has too many parts", q->name);
	p = &q->parts[q->nparts++];
	*p = (struct part){ strndup(text, n), param, cond, unless };
	if (p->text == NULL)
		die("out of memory");
}

/* Cuts the comment off a line of text; returns its condition. */
static int
take_condition(const struct query *q, char *line, bool *unless)
{
	char quote = 0, *p;
	const char *s;

	*unless = false;
	for (p = line; *p != '\0'; p++) {
		if (quote != 0)
			quote = *p == quote ? 0 : quote;
		else if (*p == '\'' || *p == '"')
			quote = *p;
		else if (p[0] == '-' && p[1] == '-' &&
		    (p == line || isspace((unsigned char)p[-1])))
			break;
	}
	if (*p == '\0')
		return -1;
	*p = '\0';
	s = p + 2 + strspn(p + 2, " \t");
	if (strncmp(s, "if ", 3) == 0)
		s += 3;
	else if (strncmp(s, "unless ", 7) == 0) {
		s += 7;
		*unless = true;
	} else
		return -1;
	return param_index(q, s, strcspn(s, " \t\r\n"));
}

static void
take_text(struct query *q, char *line)
{
	bool unless;
	int cond = take_condition(q, line, &unless);
	char quote = 0, *p, *from = line;

	for (p = line + strlen(line); p > line &&
	    isspace((unsigned char)p[-1]); )
		*--p = '\0';
	for (p = line; *p != '\0'; p++) {
		size_t n = strspn(p + 1, "abcdefghijklmnopqrstuvwxyz_0123456789");

		if (quote != 0)
			quote = *p == quote ? 0 : quote;
		else if (*p == '\'' || *p == '"')
			quote = *p;
		else if (*p == ':' && p[1] != '=' && n > 0) {
			int i = param_index(q, p + 1, n);

			q->used[i] = true;
			add_part(q, from, (size_t)(p - from), i, cond, unless);
			p += n;
			from = p + 1;
		}
	}
	add_part(q, from, strlen(from), -1, cond, unless);
	add_part(q, "\n", 1, -1, cond, unless);
}

static bool
ends_statement(const char *line)
{
	char copy[LINE], *p;

	snprintf(copy, sizeof(copy), "%s", line);
	if ((p = strstr(copy, "-- ")) != NULL)
		*p = '\0';
	p = copy + strlen(copy);
	while (p > copy && isspace((unsigned char)p[-1]))
		p--;
	return p > copy && p[-1] == ';';
}

static void
finish(struct query *q)
{
	struct part *p = &q->parts[q->nparts - 1];
	char *semi = strrchr(p->text, ';');

	if (semi != NULL)
		*semi = '\0';
	for (int i = 0; i < q->nparams; i++)
		if (!q->used[i])
			for (int k = 0; k <= q->nparts; k++) {
				if (k == q->nparts)
					die("\"%s\" never uses \"%s\"",
					    q->name, q->params[i]);
				if (q->parts[k].cond == i)
					break;
			}
	queries[nqueries++] = q;
}

static void
read_file(FILE *f)
{
	struct query *q = NULL;
	char line[LINE];

	for (line_no = 1; fgets(line, sizeof(line), f); line_no++) {
		const char *s = line + strspn(line, " \t\r\n");

		if (strchr(line, '\n') == NULL && !feof(f))
			die("the line is too long");
		if (*s == '\0') {
			if (q != NULL && q->nparts == 0) {
				free(q);	/* a comment of the file */
				q = NULL;
			}
		} else if (strncmp(s, "--", 2) == 0 &&
		    (q == NULL || q->nparts == 0)) {
			take_comment(&q, s);
		} else if (q == NULL) {
			die("text without a name");
		} else {
			bool end = ends_statement(line);

			take_text(q, line);
			if (end) {
				finish(q);
				q = NULL;
			}
		}
	}
	if (q != NULL && q->nparts > 0)
		die("\"%s\" has no end", q->name);
}

static void
put_string(const char *s)
{
	if (s == NULL) {
		fputs("NULL", stdout);
		return;
	}
	putchar('"');
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			printf("\\%c", *s);
		else if (*s == '\n')
			fputs("\\n", stdout);
		else if (*s == '\t')
			fputs("\\t", stdout);
		else
			putchar(*s);
	}
	putchar('"');
}

static void
put_parts(const struct query *q, int k)
{
	printf("static const struct query_part parts_%d[] = {\n", k);
	for (int i = 0; i < q->nparts; i++) {
		printf("\t{ ");
		put_string(q->parts[i].text);
		printf(", %d, %d, %s },\n", q->parts[i].param,
		    q->parts[i].cond, q->parts[i].unless ? "true" : "false");
	}
	printf("};\nstatic const char *const params_%d[] = { ", k);
	for (int i = 0; i < q->nparams; i++) {
		put_string(q->params[i]);
		printf(", ");
	}
	printf("NULL };\nstatic const bool may_miss_%d[] = { ", k);
	for (int i = 0; i < q->nparams; i++)
		printf("%s, ", q->may_miss[i] ? "true" : "false");
	printf("false };\n");
}

static void
put_query(const struct query *q, int k)
{
	printf("\t{ ");
	put_string(q->name);
	printf(", ");
	put_string(q->row);
	printf(", ");
	put_string(q->list);
	printf(", ");
	put_string(q->under);
	printf(",\n\t    params_%d, may_miss_%d, %d, parts_%d, %d, %s },\n", k,
	    k, q->nparams, k, q->nparts,
	    strncmp(q->parts[0].text, "LOAD ", 5) == 0 ? "true" : "false");
}

static int
by_name(const void *a, const void *b)
{
	return strcmp((*(struct query *const *)a)->name,
	    (*(struct query *const *)b)->name);
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		FILE *f = fopen(file = argv[i], "re");

		if (f == NULL)
			die("cannot open");
		read_file(f);
		fclose(f);
	}
	qsort(queries, (size_t)nqueries, sizeof(*queries), by_name);
	printf("/* Made by query-compile: change sql/queries instead. */\n"
	    "#include <stdbool.h>\n#include <stddef.h>\n"
	    "#include \"db/query.h\"\n");
	for (int i = 0; i < nqueries; i++)
		put_parts(queries[i], i);
	printf("const struct query query_table[] = {\n");
	for (int i = 0; i < nqueries; i++)
		put_query(queries[i], i);
	printf("};\nconst int query_count = %d;\n", nqueries);
	return fflush(stdout) == 0 ? 0 : 1;
}
