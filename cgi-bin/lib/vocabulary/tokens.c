/* tokens.c - the words of a question, stop words left out. */

#include <string.h>

#include "base/str.h"
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

/* Quotes within a title, of so many words beside them, name something: they ask
 * for no phrase. */
static void
drop_names(struct token *token, int n)
{
	enum { TITLE = 4 };
	int plain = 0;

	for (int i = 0; i < n; i++)
		plain += token_is_plain(&token[i]);
	for (int i = 0; i < n && plain >= TITLE; i++)
		token[i].phrase = 0;
}

int
tokens_read(struct pool *pool, struct words *words, const char *s,
    const char *typed, struct token *token, int n)
{
	const char *p = s;
	struct word w;
	int from = n;

	while (n < TOKENS && words_next(words, &p, &w)) {
		if (w.stop || w.terms == 0)
			continue;
		token[n++] = (struct token){ .w = w,
			.text = pool_strndup(pool, w.at, w.n),
			.typed = typed,
			.phrase = typed != NULL ? 0 : phrase_at(s, w.at),
			.out = typed == NULL && is_left_out(s, w.at) };
	}
	drop_names(token + from, n - from);
	return n;
}

static bool
begins_large(const struct token *t)
{
	const char *a = t->w.at, *b = t->w.lower;

	return a[0] != b[0] || ((a[0] & 0x80) != 0 && a[1] != b[1]);
}

bool
token_has_capital(const struct token *token, int n, int i)
{
	if (i == 0 || !begins_large(&token[i]))
		return false;
	for (int k = 1; k < n; k++)
		if (!begins_large(&token[k]))
			return true;
	return false;
}

static bool
is_token(const struct token *token, int n, const struct word *w)
{
	for (int i = 0; i < n; i++)
		if (strcmp(words_key(&token[i].w), words_key(w)) == 0)
			return true;
	return false;
}

const char *
tokens_rest(struct pool *pool, struct words *words, const struct token *token,
    int n)
{
	const char *p;
	struct word w;

	if (n < TOKENS)
		return NULL;
	p = token[n - 1].w.at + token[n - 1].w.n;
	while (words_next(words, &p, &w))
		if (w.terms > 0 && !is_token(token, n, &w))
			return pool_strndup(pool, w.at, w.n);
	return NULL;
}

/* Whether a sign may have meant something: an emoji, a letter of another
 * script; not punctuation, nor a currency. */
static bool
is_loud(unsigned c)
{
	return c >= 0x370 && !(c >= 0x2000 && c < 0x2070) &&
	    !(c >= 0x20a0 && c < 0x20d0) && !(c >= 0xfe00 && c < 0xfe10) &&
	    c != 0xfeff;
}

/* Whether nothing is read of the n bytes at s, that said something.  Signs of
 * ASCII do beside a letter, "C++"; alone they part words: "&" and "+" are
 * "et", which is a stop word. */
static bool
is_unread(const struct words *words, const char *s, size_t n)
{
	const char *p = s, *end = s + n;
	bool letter = false, unread = false;
	struct word w;

	while (words_scan(&p, &w) && w.at < end) {
		if (strlen(w.folded) > 1)
			return false;
		letter = true;
		unread |= words_is_unread(words, &w);
	}
	for (p = s; p < end && !unread;) {
		unsigned c = str_next(&p);

		unread = is_loud(c) ||
		    (letter && c < 0x80 && strchr("#&*+=@", (int)c) != NULL);
	}
	return unread;
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
