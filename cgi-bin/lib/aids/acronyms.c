/* acronyms.c - what the acronyms of an excerpt mean. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "aids/acronyms.h"
#include "gen/constants.h"
#include "xml/fragment.h"

/* SHORTEST keeps most words of capitals from being looked for. */
enum { SHORTEST = 3, LONGEST = 16 };

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Whether a word goes on there: "DETR-2027" is another one. */
static bool
goes_on(char c)
{
	return is_capital(c) || (c >= 'a' && c <= 'z') ||
	    (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* The next run of capitals that is a word, from s on, and its length; NULL when
 * there is none before end.  Every card of a list is read: of so many letters
 * in a row one at least is met by steps of as many. */
static const char *
next_acronym(const char *text, const char *s, const char *end, size_t *n)
{
	for (s += SHORTEST - 1; s < end; s += SHORTEST) {
		const char *from = s;

		if (!is_capital(*s))
			continue;
		while (from > text && is_capital(from[-1]))
			from--;
		while (is_capital(s[1]))
			s++;
		*n = (size_t)(s + 1 - from);
		if (*n >= SHORTEST && *n <= LONGEST && !goes_on(s[1]) &&
		    (from == text || !goes_on(from[-1])))
			return from;
	}
	return NULL;
}

/* The meaning of one, with its placeholder: from the mark that opens it to the
 * one that closes it. */
static void
put_meaning(struct buf *b, const struct buf *meanings, const char *acronym,
    size_t n, struct buf *said)
{
	const struct fragment_filler fill = { .said = said };
	char open[LONGEST + 16];
	const char *at, *end;

	snprintf(open, sizeof(open), "%c?" PLACEHOLDER_FIRST " %.*s%c",
	    FRAGMENT_OPEN, (int)n, acronym, FRAGMENT_NAMED);
	if ((at = strstr(meanings->data, open)) != NULL &&
	    (end = strchr(at, FRAGMENT_CLOSE)) != NULL)
		fragment_fill(b, at, (size_t)(end + 1 - at), &fill);
}

void
acronyms_put(struct buf *b, const struct buf *meanings, const char *text,
    struct buf *said)
{
	const char *s = text, *end;
	size_t n;

	if (text == NULL || meanings->len == 0)
		return;
	end = text + strlen(text);
	for (; (s = next_acronym(text, s, end, &n)) != NULL; s += n)
		put_meaning(b, meanings, s, n, said);
}
