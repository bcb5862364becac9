/*
 * query_compile.c - build tool: the named queries of sql/queries, as a table
 * for the program and as names that C can only spell right.
 *
 * 	query-compile DIR CONSTANTS FILE.sql ...
 *
 * The format of queries is described in db/query.h, that of constants in their
 * file.  It writes
 *
 * 	DIR/queries.c		the table
 * 	DIR/queries/names.h	the names of queries and of their arguments
 * 	DIR/queries/FILE.h	columns and arguments of the queries of a file
 * 	DIR/constants.h		the constants
 */

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "query_compile.h"

/* As compilers write it, so that an editor goes to the line. */
void
die(struct where where, const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%d: ", where.file, where.line);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	exit(1);
}

void
die_of_memory(void)
{
	fputs("query-compile: out of memory\n", stderr);
	exit(1);
}

/* Doubling keeps the copies of a growing list in proportion to its length. */
void *
grow(void *list, size_t n, size_t size)
{
	/* At each power of two there is room for as many again. */
	if ((n & (n - 1)) == 0 &&
	    (list = realloc(list, (n > 0 ? 2 * n : 1) * size)) == NULL)
		die_of_memory();
	return list;
}

char *
copy(const char *s, size_t n)
{
	char *c = strndup(s, n);

	if (c == NULL)
		die_of_memory();
	return c;
}

char *
copyf(const char *fmt, ...)
{
	va_list ap;
	char *s;
	int n;

	va_start(ap, fmt);
	n = vasprintf(&s, fmt, ap);
	va_end(ap);
	if (n < 0)
		die_of_memory();
	return s;
}

char *
next_word(const char **s)
{
	const char *from = *s += strspn(*s, " \t\r\n,;");
	size_t n = 0;

	while (
	    isalnum((unsigned char)from[n]) || from[n] == '_' || from[n] == '-')
		n++;
	*s += n;
	return n > 0 ? copy(from, n) : NULL;
}

char *
identifier(const char *name)
{
	char *id = copy(name,
		 strlen(name) -
		     (strstr(name, "|raw") != NULL ? strlen("|raw") : 0)),
	     *to = id;

	if (strcmp(id, "^") == 0 || strcmp(id, ".") == 0) {
		free(id);
		return copyf("%s", *name == '^' ? "PARENT" : "TEXT");
	}
	for (const char *s = id; *s != '\0'; s++)
		if (isalnum((unsigned char)*s))
			*to++ = (char)toupper((unsigned char)*s);
		else if (to > id && to[-1] != '_')
			*to++ = '_';
	*to = '\0';
	return id;
}

static int
query_compile_by_name(const void *a, const void *b)
{
	return strcmp((*(struct query *const *)a)->name,
	    (*(struct query *const *)b)->name);
}

int
main(int argc, char **argv)
{
	struct input in = { 0 };

	if (argc < 4) {
		fputs("usage: query-compile DIR CONSTANTS FILE.sql ...\n",
		    stderr);
		return 2;
	}
	constants_read(&in, argv[2]);
	for (int i = 3; i < argc; i++)
		queries_read(&in, argv[i]);
	/* The same table from the same queries, in whatever files they are. */
	if (in.nqueries > 0)
		qsort(in.queries, in.nqueries, sizeof(*in.queries),
		    query_compile_by_name);
	input_write(&in, argv[1]);
	return 0;
}
