/*
 * mark.c - highlighting: marking the words that were asked.
 *
 * A word of the text is marked when its stem is a term of the question, or when
 * a phrase of the question begins there.
 * Stemming costs most, so that most words must be ruled out before: by the
 * hashes of their terms, which were taken when the text was indexed.
 */

#include <stdbool.h>
#include <string.h>

#include "question/mark.h"
#include "xml/html.h"

static void
add_hash(struct mark_terms *t, unsigned hash)
{
	t->hash[hash / 64] |= 1ull << hash % 64;
}

static bool
has_hash(const struct mark_terms *t, unsigned hash)
{
	return t->hash[hash / 64] >> hash % 64 & 1;
}

void
mark_add(struct mark_terms *t, const char *term)
{
	unsigned hash = term_spot_hash(term);

	if (t->n == MARK_TERMS)
		return;
	/* It can only be there already if one has its hash. */
	if (has_hash(t, hash))
		for (size_t i = 0; i < t->n; i++)
			if (strcmp(t->term[i], term) == 0)
				return;
	memcpy(t->term[t->n++], term, strlen(term) + 1);
	add_hash(t, hash);
}

void
mark_add_phrase(struct mark_terms *t, const char *const *key, int n)
{
	if (t->phrases == MARK_PHRASES)
		return;
	add_hash(t, term_spot_hash(key[0]));
	t->phrase[t->phrases++] = (struct mark_phrase){ key, n };
}

static bool
has_term(const struct mark_terms *t, const struct word *w)
{
	for (size_t i = 0; i < t->n; i++)
		for (int k = 0; k < w->terms; k++)
			/* Most differ in their first letters. */
			if (memcmp(t->term[i], w->term[k], 3) == 0 &&
			    strcmp(t->term[i], w->term[k]) == 0)
				return true;
	return false;
}

/* The end of the phrase in the text at p, past its first word; NULL when its
 * other words do not follow. */
static const char *
end_of_phrase(struct words *words, const struct mark_phrase *s, const char *p)
{
	const char *end = NULL;
	struct word w;

	for (int i = 1; i < s->n; i++) {
		do {
			if (!words_next(words, &p, &w))
				return NULL;
		} while (w.terms == 0);
		if (strcmp(words_key(&w), s->key[i]) != 0)
			return NULL;
		end = w.at + w.n;
	}
	return end;
}

/* Where what was asked ends that begins by a word, before p: the longest
 * phrase, or else the word; NULL when nothing was. */
static const char *
end_of_asked(struct words *words, const struct mark_terms *t, struct word *w,
    const char *p)
{
	const char *end = NULL;

	words_stem(words, w);
	for (size_t i = 0; i < t->phrases && w->terms > 0; i++) {
		const char *at;

		if (strcmp(t->phrase[i].key[0], words_key(w)) == 0 &&
		    (at = end_of_phrase(words, &t->phrase[i], p)) > end)
			end = at;
	}
	return end != NULL ? end : has_term(t, w) ? w->at + w->n : NULL;
}

void
mark_put(struct buf *b, struct words *words, const struct mark_terms *t,
    const struct mark_text *text, const char *open, const char *close)
{
	const char *from = text->s, *end;
	struct word w;

	for (size_t i = 0; i < text->spots; i++) {
		const char *p = text->s + text->spot[i].at;

		if (!has_hash(t, text->spot[i].hash) || p < from ||
		    text->spot[i].at >= text->n || !words_scan(&p, &w) ||
		    (end = end_of_asked(words, t, &w, p)) == NULL)
			continue;
		html_put_text(b, from, (size_t)(w.at - from));
		buf_puts(b, open);
		html_put_text(b, w.at, (size_t)(end - w.at));
		buf_puts(b, close);
		from = end;
	}
	html_put_text(b, from, (size_t)(text->s + text->n - from));
}
