/* perimeter_source.c - the lines of a text of perimeters. */

#include <string.h>

#include "base/say.h"
#include "territory/perimeter_source.h"

/* Copies a line; one that does not fit, or holds a NUL, is cut and has a fault.
 */
static void
copy_line(struct perimeter_line *line, const char *from, size_t n)
{
	size_t most = sizeof(line->text) - 1, len = n < most ? n : most;

	memcpy(line->text, from, len);
	line->text[len] = '\0';
	line->fault = n > most       ? N_("it is too long")
	    : strlen(line->text) < n ? N_("it holds a NUL byte")
				     : NULL;
}

bool
perimeter_source_next(const struct perimeter_source *s,
    struct perimeter_line *line)
{
	while (line->offset < s->n) {
		const char *from = s->text + line->offset;
		const char *lf = memchr(from, '\n', s->n - line->offset);
		size_t n = lf != NULL ? (size_t)(lf - from)
				      : s->n - line->offset;

		line->offset += n + (lf != NULL);
		line->number++;
		if (n == 0 || *from == '#')
			continue;
		copy_line(line, from, n);
		return true;
	}
	return false;
}
