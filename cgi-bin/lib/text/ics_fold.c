/* ics_fold.c - lines of a calendar. */

#include <string.h>

#include "text/ics_fold.h"

enum { MAX_LINE = 75 };

/* How many of n bytes fit in max: whole characters, or max when the text is no
 * UTF-8. */
static size_t
fitting(const char *s, size_t n, size_t max)
{
	size_t fit = n < max ? n : max;

	if (fit == n)
		return n;
	while (fit > 0 && ((unsigned char)s[fit] & 0xc0) == 0x80)
		fit--;
	return fit > 0 ? fit : max;
}

/* The space that begins what follows counts. */
static void
put_line(struct buf *out, const char *s, size_t n)
{
	size_t fit = fitting(s, n, MAX_LINE);

	buf_put(out, s, fit);
	while ((s += fit, n -= fit) > 0) {
		fit = fitting(s, n, MAX_LINE - 1);
		buf_puts(out, "\r\n ");
		buf_put(out, s, fit);
	}
}

void
ics_fold(struct buf *out, const char *text, size_t n)
{
	const char *end = text + n;

	while (text < end) {
		const char *lf = memchr(text, '\n', (size_t)(end - text));
		const char *stop = lf != NULL ? lf : end;
		size_t len = (size_t)(stop - text);

		if (len > 0 && lf != NULL && stop[-1] == '\r')
			len--;
		put_line(out, text, len);
		buf_puts(out, "\r\n");
		text = lf != NULL ? lf + 1 : end;
	}
}
