/* query_cached.c - which queries may be cached. */

#include <string.h>

#include "query_compile.h"

static const char name_letters[] = "abcdefghijklmnopqrstuvwxyz"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

/* The names of a text: where the first is that begins so, or NULL. */
static const char *
name_that_begins(const char *text, const char *begin)
{
	for (const char *s = text; *s != '\0'; s += strspn(s, name_letters)) {
		s += strcspn(s, name_letters);
		if (strncmp(s, begin, strlen(begin)) == 0)
			return s;
	}
	return NULL;
}

/* "count_" and "draft" begin the names of several tables. */
static void
check_tables(const struct query *q)
{
	static const char *const tables[] = { "count_", "draft", "form_secret",
		"import_log", "data_version", "schema_step",
		"information_schema" };

	for (size_t i = 0; i < q->nparts; i++)
		for (size_t k = 0; k < sizeof(tables) / sizeof(*tables); k++) {
			const char *s = name_that_begins(q->parts[i].text,
			    tables[k]);

			if (s != NULL)
				die(q->where,
				    "\"%s\" is cached and reads \"%.*s\", "
				    "which changes without a version of the "
				    "data: remove \"cached\"",
				    q->name, (int)strspn(s, name_letters), s);
		}
}

void
cached_check(const struct query *q)
{
	if (!q->cached)
		return;
	check_tables(q);
	for (size_t i = 0; i < q->ncolumns; i++)
		if (!q->columns[i].fixed)
			die(q->where,
			    "\"%s\" is cached, and a condition leaves out its "
			    "column \"%s\": remove one of the two",
			    q->name, q->columns[i].name);
}
