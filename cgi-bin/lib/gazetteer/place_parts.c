/* place_parts.c - words around the name of a place: people paste what stands on
 * their letters, and codes as their tables print them. */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "gazetteer/place_parts.h"

static bool
is_number(const char *s)
{
	return *s != '\0' && s[strspn(s, "0123456789")] == '\0';
}

/* The end of a number that parts from letters: two digits, or "2a". */
static bool
is_parted(const char *s)
{
	return isdigit((unsigned char)*s) &&
	    (isdigit((unsigned char)s[1]) ||
		(*s == '2' && (s[1] == 'a' || s[1] == 'b') &&
		    !isalnum((unsigned char)s[2])));
}

void
place_parts_numbers(const char *folded, char *to, size_t size)
{
	size_t n = 0;

	for (size_t i = 0; folded[i] != '\0' && n + 2 < size; i++) {
		if (i > 1 && is_parted(folded + i) &&
		    isalpha((unsigned char)folded[i - 1]) &&
		    isalpha((unsigned char)folded[i - 2]))
			to[n++] = ' ';
		to[n++] = folded[i];
	}
	to[n] = '\0';
}

void
place_parts_split(char *folded, struct place_parts *w)
{
	char *save = NULL;

	w->n = 0;
	for (char *s = strtok_r(folded, " ", &save);
	     s != NULL && w->n < PLACE_PARTS; s = strtok_r(NULL, " ", &save))
		w->at[w->n++] = s;
}

void
place_parts_full(const struct gazetteer *g, struct place_parts *w)
{
	for (size_t i = 0; i < w->n; i++)
		for (size_t k = 0; k < g->abbreviations; k++)
			if (strcmp(w->at[i],
				g->text + g->abbreviation[k].words) == 0)
				w->at[i] = g->text + g->abbreviation[k].meaning;
}

/* Those behind move up: the caller looks at the same index again. */
static void
drop(struct place_parts *w, size_t i, size_t n)
{
	memmove(w->at + i, w->at + i + n, (w->n - i - n) * sizeof(*w->at));
	w->n -= n;
}

/* What stands before a number of the post; of "cedex" that has two digits. */
void
place_parts_post(struct place_parts *w)
{
	size_t i = 0;

	while (i < w->n) {
		bool cedex = strcmp(w->at[i], "cedex") == 0;
		bool box = str_has_word("bp cs tsa", w->at[i]);
		bool number = i + 1 < w->n && is_number(w->at[i + 1]) &&
		    (box || strlen(w->at[i + 1]) <= 2);

		if (cedex || (box && number))
			drop(w, i, number ? 2 : 1);
		else if (i > 1 && strcmp(w->at[i], "sp") == 0)
			drop(w, i, 1);
		else
			i++;
	}
}

/* "3e" after any name; "xve" of the cities that have so many. */
static bool
is_ordinal(const struct place_parts *w, size_t i)
{
	static const char ends[] = "e er ere eme em d nd";
	const char *s = w->at[i];
	size_t n = strspn(s, "0123456789");

	if (n == 0 && str_has_word("paris lyon marseille", w->at[i - 1]))
		n = strspn(s, "ivx");
	return n > 0 && s[n] != '\0' && n < 6 && str_has_word(ends, s + n);
}

bool
place_parts_ordinal(struct place_parts *w)
{
	for (size_t i = 1; i < w->n; i++) {
		if (!is_ordinal(w, i))
			continue;
		drop(w, i,
		    i + 1 < w->n && strncmp(w->at[i + 1], "arr", 3) == 0 ? 2
									 : 1);
		return true;
	}
	return false;
}

/* How many numbers from i on are one of so many digits that blanks part: "217
 * 901 917", "79 000"; 0. */
static size_t
run(const struct place_parts *w, size_t i, size_t digits)
{
	size_t n = 0, len = 0;

	while (len < digits && i + n < w->n && is_number(w->at[i + n]))
		len += strlen(w->at[i + n++]);
	return len == digits && (digits > 5 || n < 3) ? n : 0;
}

/* A code of a department or a special body, "79", "2a", "974", "69m": at
 * either end of a name. */
static bool
is_code(const struct gazetteer *g, const char *s, char code[16])
{
	const struct gazetteer_word *w;
	size_t n = strlen(s);

	if (n < 2 || n > 5 || strcspn(s, "0123456789") == n)
		return false;
	for (size_t i = 0; i <= n; i++)
		code[i] = (char)toupper((unsigned char)s[i]);
	return (n == 2 && is_number(s)) || (n == 3 && is_number(s)) ||
	    gazetteer_equal(g, g->code, g->codes, code, &w) > 0 ||
	    gazetteer_equal(g, g->past, g->pasts, code, &w) > 0;
}

/* One or two digits that are left beside a postal code: "75007 Paris 07". */
static void
drop_small(struct place_parts *w)
{
	for (size_t i = 0; i < w->n;)
		if (is_number(w->at[i]) && strlen(w->at[i]) < 3 && w->n > 1)
			drop(w, i, 1);
		else
			i++;
}

/* Takes out a SIRET, a SIREN or a postal code; a lost first zero is put. */
static bool
take_long(struct place_parts *w, char number[16])
{
	static const size_t lengths[] = { 14, 9, 5, 4 };

	for (size_t i = 0; i < w->n; i++)
		for (size_t k = 0; k < 4; k++) {
			size_t n = run(w, i, lengths[k]), len = 0;

			if (n == 0)
				continue;
			if (lengths[k] == 4)
				number[len++] = '0';
			for (size_t j = 0; j < n; j++)
				len += (size_t)snprintf(number + len, 16 - len,
				    "%s", w->at[i + j]);
			drop(w, i, n);
			drop_small(w);
			return true;
		}
	return false;
}

void
place_parts_number(const struct gazetteer *g, struct place_parts *w,
    char number[16])
{
	if (take_long(w, number))
		return;
	for (size_t i = 0; i<w->n; i += w->n> 1 ? w->n - 1 : 1)
		if (is_code(g, w->at[i], number)) {
			drop(w, i, 1);
			return;
		}
	number[0] = '\0';
}

void
place_parts_join(const struct place_parts *w, char *to, size_t size)
{
	size_t n = 0;

	to[0] = '\0';
	for (size_t i = 0; i < w->n && n < size; i++)
		n += (size_t)snprintf(to + n, size - n, "%s%s",
		    i > 0 ? " " : "", w->at[i]);
}
