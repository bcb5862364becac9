/*
 * mark.c - highlighting: marking the words that were asked.
 *
 * A word of the text is marked when its stem is a term of the question, or when
 * a phrase of the question begins there.
 * Stemming costs most, so that most words must be ruled out before: a bit set
 * of the first letters of all terms tells, from the bytes of the text, whether
 * a word may be one.
 */

#include <stdbool.h>
#include <string.h>

#include "base/str.h"
#include "question/mark.h"
#include "xml/html.h"

/* The first two or three letters of a word as a number; stems differ little
 * from their words, and have at least two of its letters. */
static unsigned
mark_start_of(const char *s, int letters)
{
	return (s[0] & 31u) << 10 | (s[1] & 31u) << 5 |
	    (letters > 2 ? s[2] & 31u : 0);
}

static bool
has_start(const struct mark_terms *t, unsigned start)
{
	return t->start[start / 64] >> start % 64 & 1;
}

/* Whether a term begins as the word does. */
static bool
may_be_asked(const struct mark_terms *t, const struct word *w)
{
	size_t n = strlen(w->folded);

	return n >= 2 &&
	    (has_start(t, mark_start_of(w->folded, 2)) ||
		(n >= 3 && has_start(t, mark_start_of(w->folded, 3))));
}

void
mark_add(struct mark_terms *t, const char *term)
{
	int n = (int)strnlen(term, 3);
	unsigned start;

	if (t->n == MARK_TERMS || n < 2)
		return;
	start = mark_start_of(term, n);
	/* It can only be there already if one begins as it does. */
	if (has_start(t, start))
		for (size_t i = 0; i < t->n; i++)
			if (strcmp(t->term[i], term) == 0)
				return;
	memcpy(t->term[t->n++], term, strlen(term) + 1);
	t->start[start / 64] |= 1ull << start % 64;
}

void
mark_add_phrase(struct mark_terms *t, const char *const *key, int n)
{
	int letters = (int)strnlen(key[0], 3);
	unsigned start;

	if (t->phrases == MARK_PHRASES || letters < 2)
		return;
	start = mark_start_of(key[0], letters);
	t->start[start / 64] |= 1ull << start % 64;
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

	if (!may_be_asked(t, w))
		return NULL;
	words_stem(words, w);
	for (size_t i = 0; i < t->phrases && w->terms > 0; i++) {
		const char *at;

		if (strcmp(t->phrase[i].key[0], words_key(w)) == 0 &&
		    (at = end_of_phrase(words, &t->phrase[i], p)) > end)
			end = at;
	}
	return end != NULL ? end : has_term(t, w) ? w->at + w->n : NULL;
}

/* The same as may_be_asked for a word not folded yet. */
static bool
may_begin_accented(const struct mark_terms *t, const char *s)
{
	char first[4] = ""; /* a ligature may be one too many */
	int n = 0, k;

	while (n < 3 && (k = str_fold_char(str_next(&s), first + n)) >= 0)
		n += k;
	return n >= 2 &&
	    (has_start(t, mark_start_of(first, 2)) ||
		(n >= 3 && has_start(t, mark_start_of(first, 3))));
}

/* The same, of which the first letter has no accent: mostly by its bytes. */
static bool
may_begin(const struct mark_terms *t, const char *s)
{
	int n = 1;

	while (n < 3 && str_is_plain(s[n]))
		n++;
	/* An acronym with dots, or a per cent sign, may follow. */
	if (n == 1 && (s[1] == '.' || s[1] == '&' || *s <= '9'))
		return true;
	if (n < 3 && (unsigned char)s[n] >= 0x80)
		return may_begin_accented(t, s);
	return n >= 2 &&
	    (has_start(t, mark_start_of(s, 2)) ||
		(n == 3 && has_start(t, mark_start_of(s, 3))));
}

/* The end of a word from within it. */
static const char *
end_of_word(const char *p)
{
	const char *after;
	char out[2];

	for (;; p = after) {
		while (str_is_plain(*p))
			p++;
		after = p;
		if ((unsigned char)*p < 0x80 ||
		    str_fold_char(str_next(&after), out) < 0)
			return p;
	}
}

/* The next word that may be asked, or the end of the text: most words are ruled
 * out by their first letters, which is cheaper than to fold them. */
static const char *
next_likely(const struct mark_terms *t, const char *p)
{
	char out[2];

	while (*p != '\0') {
		const char *after = p;

		if (str_is_plain(*p)) {
			if (may_begin(t, p))
				return p;
		} else if ((unsigned char)*p < 0x80) {
			p++;
			continue;
		} else if (str_fold_char(str_next(&after), out) < 0) {
			p = after;
			continue;
		} else if (may_begin_accented(t, p)) {
			return p;
		}
		p = end_of_word(p);
	}
	return p;
}

void
mark_put(struct buf *b, struct words *words, struct mark_terms *t,
    const char *text, const char *open, const char *close)
{
	const char *from = text, *p = text, *end;
	struct word w;

	while (t->n + t->phrases > 0) {
		p = next_likely(t, p);
		if (!words_scan(&p, &w))
			break;
		if ((end = end_of_asked(words, t, &w, p)) == NULL)
			continue;
		html_put_text(b, from, (size_t)(w.at - from));
		buf_puts(b, open);
		html_put_text(b, w.at, (size_t)(end - w.at));
		buf_puts(b, close);
		from = p = end;
	}
	html_put_text(b, from, strlen(from));
}
