/* tokens.c - the words of a question, stop words left out. */

#include <string.h>

#include "vocabulary/tokens.h"

/* The number of the pair of quotes that p, a position in s, is within; 0 for
 * none.  A quote that is not closed is no quote. */
static int
phrase_at(const char *s, const char *p)
{
	static const char *const quotes[][2] = { { "\"", "\"" },
		{ "\xc2\xab", "\xc2\xbb" },
		{ "\xe2\x80\x9c", "\xe2\x80\x9d" } };
	int number = 0;

	while (*s != '\0') {
		const char *end = NULL;

		for (size_t q = 0; q < 3 && end == NULL; q++) {
			size_t n = strlen(quotes[q][0]);

			if (strncmp(s, quotes[q][0], n) != 0 ||
			    (end = strstr(s + n, quotes[q][1])) == NULL)
				continue;
			number++;
			if (p > s && p < end)
				return number;
			end += strlen(quotes[q][1]);
		}
		s = end != NULL ? end : s + 1;
	}
	return 0;
}

/* "-bois" leaves out, "sous-bois" does not. */
static bool
is_left_out(const char *s, const char *at)
{
	return at > s && at[-1] == '-' && (at - 1 == s || at[-2] == ' ');
}

int
tokens_read(struct pool *pool, struct words *words, const char *s,
    const char *typed, struct token *token, int n)
{
	const char *p = s;
	struct word w;

	while (n < TOKENS && words_next(words, &p, &w)) {
		if (w.stop || w.terms == 0)
			continue;
		token[n++] = (struct token){ .w = w,
			.text = pool_strndup(pool, w.at, w.n),
			.typed = typed,
			.phrase = typed != NULL ? 0 : phrase_at(s, w.at),
			.out = typed == NULL && is_left_out(s, w.at) };
	}
	return n;
}

/* Whether nothing is read of the n bytes at s. */
static bool
is_unread(const struct words *words, const char *s, size_t n)
{
	const char *end = s + n;
	struct word w;
	bool any = false; /* signs alone are left unsaid */

	while (words_scan(&s, &w) && w.at < end) {
		if (!words_is_unread(words, &w))
			return false;
		any = true;
	}
	return any;
}

bool
tokens_unread(const struct words *words, const char **s, const char **at,
    size_t *n)
{
	static const char blanks[] = " \t\r\n";

	for (;;) {
		*at = *s + strspn(*s, blanks);
		*n = strcspn(*at, blanks);
		*s = *at + *n;
		if (*n == 0)
			return false;
		if (is_unread(words, *at, *n))
			return true;
	}
}
