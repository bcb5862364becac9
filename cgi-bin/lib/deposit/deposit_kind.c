/* deposit_kind.c - what a file is that was deposited. */

#include <string.h>
#include <unistd.h>

#include "deposit/deposit_kind.h"

enum { AHEAD = 512 };

/* Files that people take for a table, by their first bytes. */
static const struct {
	const char *begin;
	const char *fault;
} kinds[] = {
	{ "\xd0\xcf\x11\xe0", "xls" },
	{ "%PDF", "pdf" },
	{ "\x1f\x8b", "packed" },
	{ "Rar!", "packed" },
	{ "7z\xbc\xaf", "packed" },
};

const char *
deposit_kind_refused(int fd)
{
	char text[AHEAD];
	ssize_t n = pread(fd, text, sizeof(text), 0);
	/* Of UTF-16, every other byte is 0. */
	static const char passed[] = " \t\r\n\xef\xbb\xbf\xff\xfe";
	ssize_t i = 0;

	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++)
		if (n >= (ssize_t)strlen(kinds[k].begin) &&
		    memcmp(text, kinds[k].begin, strlen(kinds[k].begin)) == 0)
			return kinds[k].fault;
	while (i < n && (text[i] == '\0' || strchr(passed, text[i]) != NULL))
		i++;
	if (i < n && text[i] == '<')
		return "html";
	return i < n && (text[i] == '{' || text[i] == '[') ? "json" : NULL;
}
