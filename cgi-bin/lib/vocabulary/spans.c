/* spans.c - the words of a question to wordings. */

#include <string.h>

#include "vocabulary/spans.h"

/* How many tokens the longest wording has that begins at one. */
static int
span_at(const struct synonyms *synonyms, const struct token *t, int n)
{
	const char *key[TOKENS];
	int k = 0, span;

	if (t->phrase > 0) {
		while (k < n && t[k].phrase == t->phrase)
			k++;
		return k;
	}
	for (; k < n && token_is_plain(&t[k]); k++)
		key[k] = words_key(&t[k].w);
	span = k > 0 ? synonyms_span(synonyms, key, k) : 0;
	return span > 0 ? span : 1;
}

bool
span_next(const struct synonyms *synonyms, const struct token *token, int n,
    struct span *s)
{
	int end = s->from + s->n;

	/* One that ends no further is within the last. */
	for (int from = s->n > 0 ? s->from + 1 : 0; from < n; from++) {
		int k = span_at(synonyms, token + from, n - from);

		if (from + k > end) {
			*s = (struct span){ from, k };
			return true;
		}
	}
	return false;
}

bool
span_is_repeated(const struct token *token, const struct span *s)
{
	const struct token *b = token + s->from;

	for (int i = 0; i + s->n <= s->from; i++) {
		const struct token *a = token + i;
		int k = 0;

		while (k < s->n && token_is_plain(&a[k]) &&
		    token_is_plain(&b[k]) &&
		    strcmp(words_key(&a[k].w), words_key(&b[k].w)) == 0)
			k++;
		if (k == s->n)
			return true;
	}
	return false;
}
