/*
 * ways.c - names of streets, which say nothing of what is to be done there.
 *
 * A name follows the word of a way (common_words.h), a small word between them
 * ("rue du moulin") or by its capital ("rue Moulin"), and goes on as long as
 * words have one.
 */

#include <string.h>

#include "question/ways.h"

/* Whether a small word stands between two tokens. */
static bool
is_parted(const struct token *a, const struct token *b)
{
	for (const char *p = a->w.at + a->w.n; p < b->w.at; p++)
		if ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z'))
			return true;
	return false;
}

static bool
is_wording(const struct corpus *c, const struct token *way)
{
	const char *key[2] = { words_key(&way[0].w), words_key(&way[1].w) };

	return synonyms_span(c->synonyms, key, 2) == 2;
}

void
ways_mark(const struct corpus *c, struct token *token, int n)
{
	for (int i = 1; i < n; i++) {
		struct token *t = &token[i], *before = t - 1;
		bool capital = token_has_capital(token, n, i);
		bool way = token_is_plain(before) &&
		    common_words_is_way(c->common, before->w.folded);

		if (token_is_plain(t))
			t->of_way = way ? capital ||
				(is_parted(before, t) && !is_wording(c, before))
					: before->of_way && capital;
	}
}

const char *
ways_left_out(struct pool *pool, const char *text, const struct token *token,
    int n)
{
	char *left = NULL, *name;

	for (int i = 0; i < n; i++) {
		if (!token[i].of_way)
			continue;
		if (left == NULL)
			left = pool_strdup(pool, text);
		if ((name = strstr(left, token[i].text)) != NULL)
			memset(name, ' ', strlen(token[i].text));
	}
	return left != NULL ? left : text;
}
