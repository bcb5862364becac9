/* query_write.c - the table of queries, and the names that C reads. */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "query_compile.h"

/* A file in the making. */
struct output {
	char *path, *text;
	size_t n;
	FILE *f;
};

/* In memory first, to be compared with the file that is there.  Takes path. */
static FILE *
output_open(struct output *o, char *path)
{
	*o = (struct output){ .path = path };
	if ((o->f = open_memstream(&o->text, &o->n)) == NULL)
		die_of_memory();
	return o->f;
}

/* Byte by byte, the end of both included. */
static bool
is_same(const struct output *o)
{
	FILE *f = fopen(o->path, "re");
	bool same = f != NULL;
	int c = 0;

	for (size_t i = 0; same && i <= o->n; i++) {
		c = fgetc(f);
		same = c == (i < o->n ? (unsigned char)o->text[i] : EOF);
	}
	if (f != NULL)
		fclose(f);
	return same;
}

/* By another name first: a build that is stopped leaves no half of a file. */
static void
output_close(struct output *o)
{
	char *new = copyf("%s.new", o->path);
	struct where where = { o->path, 0 };
	FILE *f;

	if (fclose(o->f) != 0)
		die_of_memory();
	if (!is_same(o)) {
		if ((f = fopen(new, "we")) == NULL)
			die(where, "cannot be written");
		if (fwrite(o->text, 1, o->n, f) != o->n || fclose(f) != 0 ||
		    rename(new, o->path) != 0)
			die(where, "cannot be written");
	}
	free(new);
	free(o->text);
}

static int
query_write_by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names of all parameters, each once, in their order; *n of them. */
static char **
all_params(const struct input *in, size_t *n)
{
	char **all = NULL;
	size_t count = 0;

	for (size_t i = 0; i < in->nqueries; i++)
		for (size_t k = 0; k < in->queries[i]->nparams; k++) {
			all = grow(all, count, sizeof(*all));
			all[count++] = in->queries[i]->params[k].name;
		}
	if (count > 0)
		qsort(all, count, sizeof(*all), query_write_by_text);
	*n = 0;
	for (size_t i = 0; i < count; i++)
		if (*n == 0 || strcmp(all[*n - 1], all[i]) != 0)
			all[(*n)++] = all[i];
	return all;
}

/* ---- the table ---- */

/* Of what C escapes in a string, SQL has no more than these in our files. */
static void
put_string(FILE *f, const char *s)
{
	if (s == NULL) {
		fputs("NULL", f);
		return;
	}
	putc('"', f);
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			fprintf(f, "\\%c", *s);
		else if (*s == '\n')
			fputs("\\n", f);
		else if (*s == '\t')
			fputs("\\t", f);
		else
			putc(*s, f);
	}
	putc('"', f);
}

/* Each list has one element more than it counts, for C has no empty arrays:
 * most queries have no parameter, or answer no rows. */
static void
put_parts(FILE *f, const struct query *q, size_t k)
{
	fprintf(f, "static const struct query_part parts_%zu[] = {\n", k);
	for (size_t i = 0; i < q->nparts; i++) {
		fprintf(f, "\t{ ");
		put_string(f, q->parts[i].text);
		fprintf(f, ", %d, %d, %s },\n", q->parts[i].param,
		    q->parts[i].cond, q->parts[i].unless ? "true" : "false");
	}
	fprintf(f, "};\nstatic const enum query_arg params_%zu[] = { ", k);
	for (size_t i = 0; i < q->nparams; i++) {
		char *id = identifier(q->params[i].name);

		fprintf(f, "ARG_%s, ", id);
		free(id);
	}
	fprintf(f,
	    "ARG_NONE };\n"
	    "static const bool may_miss_%zu[] = { ",
	    k);
	for (size_t i = 0; i < q->nparams; i++)
		fprintf(f, "%s, ", q->params[i].may_miss ? "true" : "false");
	fprintf(f,
	    "false };\n"
	    "static const char *const columns_%zu[] = { ",
	    k);
	for (size_t i = 0; i < q->ncolumns; i++) {
		put_string(f, q->columns[i].name);
		fprintf(f, ", ");
	}
	fprintf(f, "NULL };\n");
}

/* The last field but one is for LOAD DATA, which no server prepares: it is run
 * as text and has its rows from memory. */
static void
put_query(FILE *f, const struct query *q, size_t k)
{
	fprintf(f, "\t{ ");
	put_string(f, q->name);
	fprintf(f, ", ");
	put_string(f, q->row);
	fprintf(f, ", ");
	put_string(f, q->list);
	fprintf(f, ", ");
	put_string(f, q->under);
	fprintf(f,
	    ",\n\t    params_%zu, may_miss_%zu, %zu, parts_%zu, %zu,\n"
	    "\t    columns_%zu, %zu, %s, %s },\n",
	    k, k, q->nparams, k, q->nparts, k, q->ncolumns,
	    strncmp(q->parts[0].text, "LOAD ", 5) == 0 ? "true" : "false",
	    q->cached ? "true" : "false");
}

/* Row 0 is no query: an enum query_id that is zeroed asks for nothing. */
static void
write_table(const struct input *in, const char *dir)
{
	struct output o;
	FILE *f = output_open(&o, copyf("%s/queries.c", dir));
	size_t nparams;
	char **params = all_params(in, &nparams);

	fprintf(f,
	    "/* Made by query-compile: change sql/queries instead. */\n"
	    "#include <stdbool.h>\n#include <stddef.h>\n"
	    "#include \"db/query.h\"\n");
	for (size_t i = 0; i < in->nqueries; i++)
		put_parts(f, in->queries[i], i);
	fprintf(f,
	    "const struct query query_table[QUERY__MAX] = {\n"
	    "\t{ .name = \"\" },\n");
	for (size_t i = 0; i < in->nqueries; i++)
		put_query(f, in->queries[i], i);
	fprintf(f,
	    "};\nconst char *const query_args[ARG__MAX] = {\n"
	    "\t\"\",\n");
	for (size_t i = 0; i < nparams; i++)
		fprintf(f, "\t\"%s\",\n", params[i]);
	fprintf(f, "};\n");
	free(params);
	output_close(&o);
}

/* ---- headers ---- */

/* One enum of arguments for all queries: an argument list may be handed from
 * one query to the next, and names are compared as numbers. */
static void
write_names(const struct input *in, const char *dir)
{
	struct output o;
	FILE *f = output_open(&o, copyf("%s/queries/names.h", dir));
	size_t nparams;
	char **params = all_params(in, &nparams);

	fprintf(f,
	    "/* Made by query-compile: change sql/queries instead. */\n"
	    "#ifndef QUERIES_NAMES_H\n#define QUERIES_NAMES_H\n\n"
	    "enum query_id {\n\tQ_NONE,\n");
	for (size_t i = 0; i < in->nqueries; i++) {
		char *id = identifier(in->queries[i]->name);

		fprintf(f, "\tQ_%s,\n", id);
		free(id);
	}
	fprintf(f, "\tQUERY__MAX\n};\n\nenum query_arg {\n\tARG_NONE,\n");
	for (size_t i = 0; i < nparams; i++) {
		char *id = identifier(params[i]);

		fprintf(f, "\tARG_%s,\n", id);
		free(id);
	}
	fprintf(f, "\tARG__MAX\n};\n\n#endif\n");
	free(params);
	output_close(&o);
}

/* Its row is a struct, of the columns that all its shapes have, so that the
 * column of another query is no member of it. */
static void
put_row(FILE *f, const struct query *q, const char *query)
{
	fprintf(f, "struct %s_row {\n", q->name);
	for (size_t i = 0; i < q->ncolumns && q->columns[i].fixed; i++) {
		fputs("\tstruct value ", f);
		for (const char *s = q->columns[i].id; *s != '\0'; s++)
			putc(tolower((unsigned char)*s), f);
		fputs(";\n", f);
	}
	fprintf(f,
	    "};\n"
	    "static inline const struct %s_row *\n"
	    "%s_row(const struct result *res, unsigned r)\n"
	    "{\n\treturn (const void *)result_row(res, Q_%s, r);\n}\n",
	    q->name, q->name, query);
}

/* Its arguments are macros, so that they are of the type of all arguments. */
static void
put_contract(FILE *f, const struct query *q)
{
	char *query = identifier(q->name), *id;

	for (size_t i = 0; i < q->nparams; i++) {
		id = identifier(q->params[i].name);
		fprintf(f, "#define %s_IN_%s ARG_%s\n", query, id, id);
		free(id);
	}
	if (q->ncolumns > 0 && q->columns[0].fixed)
		put_row(f, q, query);
	putc('\n', f);
	free(query);
}

/* A header a file of queries, so that a query that changes makes only those
 * rooms again that ask it. */
static void
write_contracts(const struct input *in, const char *dir, const char *file)
{
	const char *slash = strrchr(file, '/');
	const char *name = slash != NULL ? slash + 1 : file;
	char *stem = copy(name, strcspn(name, ".")), *guard = identifier(stem);
	struct output o;
	FILE *f = output_open(&o, copyf("%s/queries/%s.h", dir, stem));

	fprintf(f,
	    "/* Made by query-compile from %s. */\n"
	    "#ifndef QUERIES_%s_H\n#define QUERIES_%s_H\n\n"
	    "#include \"db/db.h\"\n\n",
	    file, guard, guard);
	for (size_t i = 0; i < in->nqueries; i++)
		if (in->queries[i]->where.file == file)
			put_contract(f, in->queries[i]);
	fprintf(f, "#endif\n");
	output_close(&o);
	free(guard);
	free(stem);
}

/* Numbers are an enum, which a debugger shows and an array's size may be; texts
 * are macros, so that they join with the strings beside them. */
static void
write_constants(const struct input *in, const char *dir)
{
	struct output o;
	FILE *f = output_open(&o, copyf("%s/constants.h", dir));

	fprintf(f,
	    "/* Made by query-compile: change sql/constants instead. "
	    "*/\n#ifndef CONSTANTS_H\n#define CONSTANTS_H\n\nenum {\n");
	for (size_t i = 0; i < in->nconstants; i++) {
		const struct constant *c = &in->constants[i];

		if (c->value[0] != '\'')
			fprintf(f, "\t%s = %s,%s%s%s\n", c->name, c->value,
			    c->comment ? "\t/* " : "",
			    c->comment ? c->comment : "",
			    c->comment ? " */" : "");
	}
	fprintf(f, "};\n\n");
	for (size_t i = 0; i < in->nconstants; i++) {
		const struct constant *c = &in->constants[i];

		if (c->value[0] == '\'')
			fprintf(f, "#define %s \"%.*s\"\n", c->name,
			    (int)strlen(c->value) - 2, c->value + 1);
	}
	fprintf(f, "\n#endif\n");
	output_close(&o);
}

void
input_write(const struct input *in, const char *dir)
{
	write_table(in, dir);
	write_names(in, dir);
	write_constants(in, dir);
	for (size_t i = 0; i < in->nqueries; i++) {
		const char *file = in->queries[i]->where.file;
		size_t k = 0;

		/* Queries stand by name, not by file: at its first one. */
		while (in->queries[k]->where.file != file)
			k++;
		if (k == i)
			write_contracts(in, dir, file);
	}
}
