/* feed_prolog.c - the beginning of a feed of XML. */

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/say.h"
#include "feed/feed_prolog.h"

static bool
begins(const char *s, const char *end, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(end - s) >= n && strncasecmp(s, with, n) == 0;
}

/* Past comments and instructions: where the first tag begins, or the end. */
static const char *
first_tag(const char *s, const char *end)
{
	while (s < end) {
		const char *close = begins(s, end, "<?") ? "?>"
		    : begins(s, end, "<!--")             ? "-->"
							 : NULL;

		if (close == NULL && strchr(" \t\r\n", *s) == NULL)
			return s;
		if (close == NULL) {
			s++;
			continue;
		}
		s = memmem(s, (size_t)(end - s), close, strlen(close));
		if (s == NULL)
			return end;
		s += strlen(close);
	}
	return end;
}

const char *
feed_prolog_fault(const char *s, size_t n)
{
	static const char *const pages[] = { "html", "head", "body",
		"!doctype html" };
	const char *end = s + n;

	s = first_tag(s, end);
	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++) {
		const char *past = s + 1 + strlen(pages[i]);

		if (begins(s, end, "<") && begins(s + 1, end, pages[i]) &&
		    (past == end || strchr(" \t\r\n>", *past) != NULL))
			return N_("this is a page of the web, as to who must "
				  "log in, and not a feed");
	}
	if (begins(s, end, "<!doctype"))
		return N_("a document type is not taken: take the line that "
			  "begins by DOCTYPE out");
	return begins(s, end, "<") ? NULL
				   : N_("no element is in its first 64 kB");
}

const char *
feed_prolog_encoding(const char *s, size_t n)
{
	static const char *const names[] = { "ISO-8859-2", "ISO-8859-3",
		"ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7",
		"ISO-8859-8", "ISO-8859-9", "ISO-8859-10", "ISO-8859-13",
		"ISO-8859-14", "ISO-8859-15", "ISO-8859-16", "windows-1250",
		"windows-1251", "windows-1253", "windows-1254",
		"windows-1257" };
	const char *end = memmem(s, n, "?>", 2);
	const char *said = end != NULL && strncmp(s, "<?xml", 5) == 0
	    ? memmem(s, (size_t)(end - s), "encoding", 8)
	    : NULL;

	if (said == NULL)
		return NULL;
	said += strlen("encoding");
	said += strspn(said, " \t\r\n=\"'");
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		size_t len = strlen(names[i]);

		if (strncasecmp(said, names[i], len) == 0 &&
		    strchr("\"'", said[len]) != NULL)
			return names[i];
	}
	return NULL;
}
