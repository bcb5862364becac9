/* plans.c - prints each named query on a line, values in its places, for the
 * server to explain: "name<tab>columns<tab>text", columns by ", " and "-" for
 * none. */

#include <stdio.h>
#include <string.h>

#include "db/query.h"

/* A value that reads a plan worth looking at; any other is '1', which an
 * index of numbers and one of words can both be asked for. */
static const struct {
	const char *param, *value;
} values[] = {
	{ "today", "'2026-11-22'" },
	{ "code", "'79109'" },
	{ "zip", "'79000'" },
	{ "folded", "'saint'" },
	{ "hint", "'79'" },
	{ "perimeter_id", "(SELECT MIN(id) FROM perimeter WHERE scale = 1)" },
	{ "terms", "'commun', 'ecol'" },
	{ "slug", "'detr-deux-sevres'" },
	{ "after", "'0'" },
	{ "offset", "0" },
	{ "rows", "100" },
	{ "most", "100" },
	{ "since", "'0'" },
	{ "source", "'exemples'" },
	{ "from", "'2026-10-01'" },
	{ "first", "'2026-10-01'" },
	{ "to", "'2026-10-31'" },
	{ "kept", "'2023-11-01'" },
};

static const char *
value_of(const char *param)
{
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		if (strcmp(values[i].param, param) == 0)
			return values[i].value;
	return "'1'";
}

int
main(void)
{
	for (int i = Q_NONE + 1; i < QUERY__MAX; i++) {
		const struct query *q = &query_table[i];

		printf("%s\t%s", q->name, q->ncolumns > 0 ? "" : "-");
		for (int k = 0; k < q->ncolumns; k++)
			printf("%s%s", k > 0 ? ", " : "", q->columns[k]);
		putchar('\t');
		for (int k = 0; k < q->nparts; k++) {
			for (const char *p = q->parts[k].text; *p != '\0'; p++)
				putchar(*p == '\n' || *p == '\t' ? ' ' : *p);
			if (q->parts[k].param >= 0)
				fputs(value_of(query_args
					      [q->params[q->parts[k].param]]),
				    stdout);
		}
		putchar('\n');
	}
	return 0;
}
