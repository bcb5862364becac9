/* feed_rich.c - rich texts of a feed, as they were meant. */

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "feed/feed_rich.h"
#include "xml/entity.h"

/* A sign that opens a tag has a letter, a slash or "!" after it; that of "less
 * than 3,500 inhabitants" has not. */
static bool
has_tag(const char *s)
{
	while ((s = strchr(s, '<')) != NULL) {
		s++;
		if (isalpha((unsigned char)*s) || *s == '/' || *s == '!')
			return true;
	}
	return false;
}

/* Whether s begins with what follows the "&" of a reference: "eacute;", "#39;".
 */
static bool
is_reference(const char *s)
{
	size_t n = *s == '#';

	n += strspn(s + n,
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
	return n > 1 && n < 16 && s[n] == ';';
}

/* "&amp;eacute;" to "&eacute;": still HTML, where a text stays a text. */
static const char *
undouble(struct pool *pool, const char *s)
{
	char *copy, *to;

	if (strstr(s, "&amp;") == NULL)
		return s;
	copy = to = pool_take(pool, strlen(s) + 1);
	while (*s != '\0') {
		if (strncmp(s, "&amp;", 5) == 0 && is_reference(s + 5)) {
			*to++ = '&';
			s += 5;
		} else {
			*to++ = *s++;
		}
	}
	*to = '\0';
	return copy;
}

const char *
feed_rich_read(struct pool *pool, const char *s, enum richtext *format)
{
	if (*format != RICHTEXT_HTML)
		return s;
	for (int times = 0; times < 2; times++) {
		if (has_tag(s))
			return undouble(pool, s);
		if (strchr(s, '&') != NULL)
			s = entity_decode(pool, s);
	}
	if (!has_tag(s))
		*format = RICHTEXT_PLAIN;
	return s;
}
