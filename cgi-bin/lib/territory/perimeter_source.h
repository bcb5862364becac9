#ifndef PERIMETER_SOURCE_H
#define PERIMETER_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

/* A text that is read line by line: rows, facts or codes of perimeters.  Empty
 * lines and those that begin with # are passed over. */
struct perimeter_source {
	const char *name; /* what messages call it: "perimeters.tsv" */
	const char *text; /* n bytes, not changed */
	size_t n;
};

enum { PERIMETER_LINE = 4096 };

/* A reading under way: zeroed, then perimeter_source_next for each line. */
struct perimeter_line {
	size_t offset;             /* of the next line */
	unsigned number;           /* of this one, from 1 */
	char text[PERIMETER_LINE]; /* NUL-terminated, without its LF */
	const char *fault;         /* why it is no text, or NULL */
};

/* Reads the next line; false at the end. */
bool perimeter_source_next(const struct perimeter_source *,
    struct perimeter_line *);

#endif
