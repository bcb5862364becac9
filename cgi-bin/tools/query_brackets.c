/* query_brackets.c - what a line that may be left out opens, it closes. */

#include "query_compile.h"

void
brackets_check(const struct query *q, struct where where, const char *line)
{
	int depth = 0;
	char quote = 0;

	for (const char *p = line; *p != '\0' && depth >= 0; p++) {
		if (quote != 0)
			quote = *p == quote ? 0 : quote;
		else if (*p == '\'' || *p == '"')
			quote = *p;
		else if (*p == '(' || *p == ')')
			depth += *p == '(' ? 1 : -1;
	}
	if (depth != 0)
		die(where,
		    "\"%s\" may leave out this line, which has a \"%c\" too "
		    "many: write what goes with it in one line",
		    q->name, depth > 0 ? '(' : ')');
}
