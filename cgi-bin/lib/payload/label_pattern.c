/* label_pattern.c - words that are looked for in labels. */

#include <string.h>

#include "base/str.h"
#include "payload/label_pattern.h"

/* Folded, a blank at each end and no "s" or "x" at the end of a word of four
 * letters or more: a plural is its singular, "travaux" and "prix" are cut alike
 * on both sides. */
static char *
fold(struct pool *pool, const char *s, size_t n)
{
	size_t size = 2 * n + 4, to = 1;
	char *plain = pool_take(pool, size), *p = pool_take(pool, size + 2);

	str_fold(plain, size, pool_strndup(pool, s, n));
	p[0] = ' ';
	for (const char *word = plain; *word != '\0';) {
		size_t len = strcspn(word, " "), keep = len;

		if (len > 3 && (word[len - 1] == 's' || word[len - 1] == 'x'))
			keep--;
		memcpy(p + to, word, keep);
		to += keep;
		p[to++] = ' ';
		word += len + (word[len] == ' ');
	}
	p[to] = '\0';
	return p;
}

char *
label_pattern_fold(struct pool *pool, const char *label)
{
	return fold(pool, label, strlen(label));
}

/* How many parts the n bytes of s have.  Empty parts count too: it is an upper
 * bound, for the size of arrays. */
static size_t
label_pattern_count(const char *s, size_t n, char by)
{
	size_t k = 1;

	for (size_t i = 0; i < n; i++)
		k += s[i] == by;
	return k;
}

static void
read_all(struct pool *pool, const char *s, size_t n,
    struct label_pattern_all *to)
{
	const char *end = s + n;

	to->word = pool_take(pool,
	    label_pattern_count(s, n, '+') * sizeof(*to->word));
	while (s < end) {
		const char *plus = memchr(s, '+', (size_t)(end - s));
		size_t len = (size_t)((plus != NULL ? plus : end) - s);
		char *word = fold(pool, s, len);

		if (strcmp(word, " ") != 0)
			to->word[to->n++] = word;
		s += len + 1;
	}
}

void
label_pattern_read(struct pool *pool, const char *text,
    struct label_pattern *to)
{
	size_t n = strlen(text);

	*to = (struct label_pattern){ .any = pool_take(pool,
					  label_pattern_count(text, n, '|') *
					      sizeof(*to->any)) };
	for (;;) {
		size_t len = strcspn(text, "|");
		struct label_pattern_all *all = &to->any[to->n];

		read_all(pool, text, len, all);
		to->n += all->n > 0;
		if (text[len] == '\0')
			break;
		text += len + 1;
	}
}

/* A search for a substring finds whole words only, because words and labels
 * have a blank at each end. */
bool
label_pattern_matches(const struct label_pattern *w, const char *label)
{
	for (size_t i = 0; i < w->n; i++) {
		const struct label_pattern_all *all = &w->any[i];
		size_t k = 0;

		while (k < all->n && strstr(label, all->word[k]) != NULL)
			k++;
		if (k == all->n)
			return true;
	}
	return false;
}
