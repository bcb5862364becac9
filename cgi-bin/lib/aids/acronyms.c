/* acronyms.c - what the acronyms of an excerpt mean. */

#include <stdbool.h>
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

static const char before[] = { FRAGMENT_OPEN, '?' };
static const char first[] = PLACEHOLDER_FIRST " ";

void
acronyms_read(struct acronyms *a)
{
	const size_t head = sizeof(before) + strlen(first);
	const char *s = a->html.data, *name, *end;

	for (a->n = 0; a->html.len > 0 && a->n < ACRONYMS_MOST; s = end + 1) {
		s = strchr(s, FRAGMENT_OPEN);
		if (s == NULL || (end = strchr(s, FRAGMENT_CLOSE)) == NULL)
			break;
		if ((size_t)(end - s) <= head || memcmp(s, before, 2) != 0 ||
		    memcmp(s + 2, first, strlen(first)) != 0)
			continue;
		name = s + head;
		a->one[a->n++] = (struct acronym){ s, (size_t)(end + 1 - s),
			strcspn(name, (const char[]){ FRAGMENT_NAMED, 0 }) };
	}
}

/* The meaning of one, with its placeholder. */
static void
put_meaning(struct buf *b, const struct acronyms *a, const char *acronym,
    size_t n, struct buf *said)
{
	const struct fragment_filler fill = { .said = said };
	const size_t head = sizeof(before) + strlen(first);

	for (const struct acronym *m = a->one; m < a->one + a->n; m++)
		if (m->n == n && memcmp(m->html + head, acronym, n) == 0)
			fragment_fill(b, m->html, m->bytes, &fill);
}

void
acronyms_put(struct buf *b, const struct acronyms *a, const char *text,
    struct buf *said)
{
	const char *s = text, *end;
	size_t n;

	if (text == NULL || a->n == 0)
		return;
	end = text + strlen(text);
	for (; (s = next_acronym(text, s, end, &n)) != NULL; s += n)
		put_meaning(b, a, s, n, said);
}
