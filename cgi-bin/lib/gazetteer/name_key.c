/* name_key.c - keys under which spellings of one name meet. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "gazetteer/name_key.h"

enum { WORDS = 16 }; /* of a name: the longest of France has 8 */

static const char articles[] = "d de des du l la le les";
static const char small[] =
    "a au aux d de des du en et l la le les lez pres sous sur";

static bool
is_among(const char *words, const char *s, size_t n)
{
	char word[8];

	if (n == 0 || n >= sizeof(word))
		return false;
	memcpy(word, s, n);
	word[n] = '\0';
	return str_has_word(words, word);
}

/* How many bytes of a name Django's slugify drops at s: ASCII's signs, the
 * typographic ones (U+2000 to U+203F), and the letters that no form of Unicode
 * takes apart. */
static size_t
dropped(const char *s)
{
	if (ispunct((unsigned char)*s))
		return *s != '-';
	if (strncmp(s, "\xe2\x80", 2) == 0 && s[2] != '\0')
		return 3;
	return strncmp(s, "œ", 2) == 0 || strncmp(s, "Œ", 2) == 0 ||
		strncmp(s, "æ", 2) == 0 || strncmp(s, "Æ", 2) == 0
	    ? 2
	    : 0;
}

char *
name_key_slug(char *to, size_t size, const char *name)
{
	char kept[256];
	size_t n = 0;

	while (*name != '\0' && n + 1 < sizeof(kept)) {
		size_t gone = dropped(name);

		if (gone == 0)
			kept[n++] = *name++;
		name += gone;
	}
	kept[n] = '\0';
	return str_slug(to, size, kept);
}

const char *
name_key_core(const char *folded)
{
	const char *s = folded;

	for (size_t n = strcspn(s, " ");
	     s[n] == ' ' && is_among(articles, s, n); n = strcspn(s, " "))
		s += n + 1;
	return s;
}

bool
name_key_number(char *to, size_t size, const char *folded)
{
	static const char *const words[] = { "deux", "trois", "quatre", "cinq",
		"six", "sept", "huit", "neuf" };

	for (const char *s = folded, *end; (end = strchr(s, ' ')) != NULL;
	     s = end + 1)
		for (int i = 0; i < 8; i++) {
			char digit[2] = { (char)('2' + i), '\0' };
			size_t n = (size_t)(end - s);
			bool word = is_among(words[i], s, n);

			if (word || (n == 1 && *s == *digit))
				return snprintf(to, size, "%.*s%s%s",
					   (int)(s - folded), folded,
					   word ? digit : words[i],
					   end) < (int)size;
		}
	return false;
}

char *
name_key_squeeze(char *to, size_t size, const char *folded)
{
	size_t n = 0;

	for (; *folded != '\0' && n + 1 < size; folded++)
		if (*folded != ' ')
			to[n++] = *folded;
	to[n] = '\0';
	return to;
}

static int
by_letters(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char *
name_key_bag(char *to, size_t size, const char *folded)
{
	char copy[256], *word[WORDS] = { NULL }, *save = NULL;
	size_t n = 0, len = 0;

	strncpy(copy, folded, sizeof(copy) - 1);
	copy[sizeof(copy) - 1] = '\0';
	for (char *w = strtok_r(copy, " ", &save); w != NULL && n < WORDS;
	     w = strtok_r(NULL, " ", &save))
		if (!is_among(small, w, strlen(w)))
			word[n++] = w;
	qsort(word, n, sizeof(*word), by_letters);
	for (size_t i = 0; i < n; i++) {
		size_t k = strlen(word[i]);

		if (len + k + 2 > size)
			break;
		memcpy(to + len, word[i], k);
		len += k;
		to[len++] = ' ';
	}
	to[len > 0 ? len - 1 : 0] = '\0';
	return to;
}

/* ---- sound ---- */

/* Spellings of one sound, the longest first where one begins another. */
static const struct {
	const char *written, *heard;
} sounds[] = {
	{ "aix", "e" },
	{ "eaux", "o" },
	{ "eau", "o" },
	{ "aux", "o" },
	{ "au", "o" },
	{ "ault", "o" },
	{ "ain", "1" },
	{ "ein", "1" },
	{ "aim", "1" },
	{ "yn", "1" },
	{ "in", "1" },
	{ "im", "1" },
	{ "un", "1" },
	{ "an", "2" },
	{ "am", "2" },
	{ "en", "2" },
	{ "em", "2" },
	{ "on", "3" },
	{ "om", "3" },
	{ "ph", "f" },
	{ "th", "t" },
	{ "rh", "r" },
	{ "ch", "h" },
	{ "sch", "h" },
	{ "sh", "h" },
	{ "gn", "n" },
	{ "gu", "g" },
	{ "ge", "j" },
	{ "gi", "ji" },
	{ "qu", "k" },
	{ "ck", "k" },
	{ "ce", "se" },
	{ "ci", "si" },
	{ "cy", "si" },
	{ "ai", "e" },
	{ "ei", "e" },
	{ "ey", "e" },
	{ "ay", "e" },
	{ "ez", "e" },
	{ "er", "er" },
	{ "oi", "4" },
	{ "oy", "4" },
	{ "ou", "u" },
	{ "y", "i" },
	{ "z", "s" },
	{ "c", "k" },
	{ "q", "k" },
	{ "x", "s" },
	{ "h", "" },
	{ "w", "v" },
};

/* The spelling that s begins with, the longest; -1: a letter alone. */
static int
sound_find(const char *s)
{
	size_t longest = 0;
	int found = -1;

	for (size_t i = 0; i < sizeof(sounds) / sizeof(sounds[0]); i++) {
		size_t n;

		if (sounds[i].written[0] != *s)
			continue;
		n = strlen(sounds[i].written);
		if (n > longest && strncmp(s, sounds[i].written, n) == 0) {
			longest = n;
			found = (int)i;
		}
	}
	return found;
}

/* A silent end of a word is not heard, nor is a letter twice. */
static size_t
sound_end(const char *to, size_t from, size_t n)
{
	while (n > from + 2 && strchr("estdp", to[n - 1]) != NULL)
		n--;
	return n;
}

char *
name_key_sound(char *to, size_t size, const char *folded)
{
	size_t n = 0, word = 0;

	while (*folded != '\0' && n + 3 < size) {
		int i = sound_find(folded);
		char one[2] = { *folded, '\0' };
		const char *heard = i >= 0 ? sounds[i].heard : one;

		if (*folded == ' ') {
			n = word = sound_end(to, word, n);
			folded++;
			continue;
		}
		folded += i >= 0 ? strlen(sounds[i].written) : 1;
		for (; *heard != '\0'; heard++)
			if (n == 0 || to[n - 1] != *heard)
				to[n++] = *heard;
	}
	to[sound_end(to, word, n)] = '\0';
	return to;
}

/* ---- letters ---- */

uint32_t
name_key_letters(const char *s)
{
	uint32_t set = 0;

	for (; *s != '\0'; s++)
		if (*s >= 'a' && *s <= 'z')
			set |= 1u << (*s - 'a');
		else if (*s != ' ')
			set |= 1u << 26;
	return set;
}

/* The number of a letter or a digit. */
static int
place_of(char c)
{
	return c >= 'a' && c <= 'z' ? c - 'a'
	    : c >= '0' && c <= '9'  ? 26 + c - '0'
				    : 36;
}

void
name_key_near(struct name_key_near *k, const char *s)
{
	memset(k, 0, sizeof(*k));
	for (; *s != '\0' && k->n < 63; s++)
		if (*s != ' ')
			k->at[place_of(*s)] |= UINT64_C(1) << k->n++;
}

/* Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
 * distances", 2003: a column of the matrix is a word. */
int
name_key_distance(const struct name_key_near *k, const char *s)
{
	uint64_t up = ~UINT64_C(0), down = 0, same = 0, before = 0;
	uint64_t last = UINT64_C(1) << (k->n > 0 ? k->n - 1 : 0);
	int d = k->n;

	for (; *s != '\0'; s++) {
		uint64_t at, swap, plus, minus;

		if (*s == ' ')
			continue;
		at = k->at[place_of(*s)];
		swap = (~same & at) << 1 & before;
		same = (((at & up) + up) ^ up) | at | down | swap;
		plus = down | ~(same | up);
		minus = same & up;
		d += (plus & last) != 0;
		d -= (minus & last) != 0;
		plus = plus << 1 | 1;
		minus <<= 1;
		up = minus | ~(same | plus);
		down = plus & same;
		before = at;
	}
	return d;
}
