/* place_text.c - what a reader writes as a place, taken apart. */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "gazetteer/name_key.h"
#include "gazetteer/place_text.h"

static const char digits[] = "0123456789";

/* ---- signs ---- */

/* Apostrophes, Polynesian ones included (U+02BB, U+02BC), and accents that
 * stand for them; their length in bytes. */
static size_t
apostrophe(const char *s)
{
	static const char *const all[] = { "'", "’", "‘", "ʻ", "ʼ", "ʾ", "`",
		"´" };

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strncmp(s, all[i], strlen(all[i])) == 0)
			return strlen(all[i]);
	return 0;
}

/* The article that stands after the name, between s and what closes it: "Havre
 * (Le)", "Rochelle, La"; how many bytes, *article of them folded. */
static size_t
article_after(const char *s, char article[8])
{
	size_t n = *s == '(' || *s == ',' ? 1 + strcspn(s + 1, "(),0123456789")
					  : 0;
	char inside[16], folded[16];

	if (n < 2 || n > 8)
		return 0;
	snprintf(inside, sizeof(inside), "%.*s", (int)n - 1, s + 1);
	str_fold(folded, sizeof(folded), inside);
	if (!str_has_word("l la le les", folded))
		return 0;
	snprintf(article, 8, "%.7s", folded);
	return n + (s[n] == ')');
}

/* An elision ("l'", "d'") parts two words; later in a word it is a letter. */
static bool
is_inside(const char *s, size_t n)
{
	return n >= 2 && s[n - 1] != ' ' && s[n - 2] != ' ' && s[n - 2] != '-';
}

/* Copies the text with "&" written out, and a last article put first.
 * Apostrophes are left out when joined. */
static void
rewrite(const char *s, bool joined, char *to, size_t size)
{
	char article[8] = "", body[PLACE_TEXT];
	size_t n = 0, k;

	while (*s != '\0' && n + 8 < sizeof(body)) {
		if (article[0] == '\0' && (k = article_after(s, article)) > 0) {
			body[n++] = ' ';
			s += k;
		} else if (*s == '&') {
			memcpy(body + n, " et ", 4);
			n += 4;
			s++;
		} else if (joined && (k = apostrophe(s)) > 0 &&
		    is_inside(body, n)) {
			s += k;
		} else {
			body[n++] = *s++;
		}
	}
	body[n] = '\0';
	snprintf(to, size, "%s%s%s", article, article[0] != '\0' ? " " : "",
	    body);
}

/* ---- words ---- */

enum { WORDS = 40 };

struct words {
	char *at[WORDS];
	size_t n;
};

/* "cd79": a number that follows letters is a word apart. */
static void
part_numbers(const char *s, char *to, size_t size)
{
	size_t n = 0;

	for (size_t i = 0; s[i] != '\0' && n + 2 < size; i++) {
		if (i > 1 && isdigit((unsigned char)s[i]) &&
		    isdigit((unsigned char)s[i + 1]) &&
		    isalpha((unsigned char)s[i - 1]) &&
		    isalpha((unsigned char)s[i - 2]))
			to[n++] = ' ';
		to[n++] = s[i];
	}
	to[n] = '\0';
}

static void
split(char *folded, struct words *w)
{
	char *save = NULL;

	w->n = 0;
	for (char *s = strtok_r(folded, " ", &save); s != NULL && w->n < WORDS;
	     s = strtok_r(NULL, " ", &save))
		w->at[w->n++] = s;
}

static void
drop(struct words *w, size_t i, size_t n)
{
	memmove(w->at + i, w->at + i + n, (w->n - i - n) * sizeof(*w->at));
	w->n -= n;
}

static bool
is_number(const char *s)
{
	return *s != '\0' && s[strspn(s, digits)] == '\0';
}

/* "cedex", "cedex 9": of the post alone. */
static void
drop_cedex(struct words *w)
{
	size_t i = 0, n;

	while (i < w->n) {
		if (strcmp(w->at[i], "cedex") != 0) {
			i++;
			continue;
		}
		n = i + 1 < w->n && is_number(w->at[i + 1]) &&
			strlen(w->at[i + 1]) <= 2
		    ? 2
		    : 1;
		drop(w, i, n);
	}
}

/* "3e", "12eme arrondissement", "1er". */
static bool
drop_ordinal(struct words *w)
{
	static const char ends[] = "e er ere eme em d nd";

	for (size_t i = 1; i < w->n; i++) {
		const char *s = w->at[i];
		size_t n = strspn(s, digits);

		if (n < 1 || n > 2 || s[n] == '\0' ||
		    !str_has_word(ends, s + n))
			continue;
		drop(w, i,
		    i + 1 < w->n && strncmp(w->at[i + 1], "arr", 3) == 0 ? 2
									 : 1);
		return true;
	}
	return false;
}

/* A code of a department, "79", "2a", "974": at either end of a name. */
static bool
is_department(const char *s)
{
	size_t n = strlen(s);

	return (n == 2 &&
		   (is_number(s) || strcmp(s, "2a") == 0 ||
		       strcmp(s, "2b") == 0)) ||
	    (n == 3 && is_number(s));
}

/* Takes out the number that says where the name is. */
static void
take_number(struct words *w, char number[16])
{
	for (size_t i = 0; i < w->n; i++) {
		const char *s = w->at[i];
		size_t n = strlen(s);
		bool last = i + 1 == w->n;

		if (is_number(s) && n == 2 && !last &&
		    strlen(w->at[i + 1]) == 3 && is_number(w->at[i + 1])) {
			snprintf(number, 16, "%s%s", s, w->at[i + 1]);
			drop(w, i, 2);
		} else if (is_number(s) && (n == 5 || n == 9 || n == 14)) {
			snprintf(number, 16, "%s", s);
			drop(w, i, 1);
		} else if (is_number(s) && n == 4) {
			snprintf(number, 16, "0%s", s);
			drop(w, i, 1);
		} else if ((i == 0 || last) && is_department(s)) {
			snprintf(number, 16, "%s", s);
			for (char *c = number; *c != '\0'; c++)
				*c = (char)toupper((unsigned char)*c);
			drop(w, i, 1);
		} else {
			continue;
		}
		return;
	}
}

/* As names are folded, so that what is left compares with them byte by byte. */
static void
join(const struct words *w, char *to, size_t size)
{
	size_t n = 0;

	to[0] = '\0';
	for (size_t i = 0; i < w->n && n < size; i++)
		n += (size_t)snprintf(to + n, size - n, "%s%s",
		    i > 0 ? " " : "", w->at[i]);
}

/* Folds the text, and takes from it what is no name. */
static void
read_words(struct place_text *t, bool joined, char *to)
{
	char text[PLACE_TEXT], folded[PLACE_TEXT], parted[PLACE_TEXT];
	struct words w;

	rewrite(t->typed, joined, text, sizeof(text));
	str_fold_name(folded, sizeof(folded), text);
	part_numbers(folded, parted, sizeof(parted));
	split(parted, &w);
	drop_cedex(&w);
	t->arrondissement = drop_ordinal(&w);
	if (w.n > 1)
		take_number(&w, t->number);
	join(&w, to, PLACE_TEXT);
}

/* ---- bodies ---- */

/* Takes the body from the name; what labels it ("code postal") goes too. */
static void
take_body(const struct gazetteer *g, struct place_text *t)
{
	const struct gazetteer_body *b;
	size_t n;

	memcpy(t->name, t->whole, sizeof(t->name));
	for (int i = 0; i < 3 && t->body == NULL; i++) {
		if ((b = gazetteer_body_first(g, t->name, &n)) != NULL) {
			memmove(t->name, t->name + n, strlen(t->name + n) + 1);
		} else if ((b = gazetteer_body_last(g, t->name, &n)) != NULL) {
			t->name[strlen(t->name) - n] = '\0';
		} else {
			/* "département 79" */
			b = gazetteer_body_is(g, t->name);
			if (b == NULL || t->number[0] == '\0')
				return;
			t->name[0] = '\0';
		}
		if (!b->label)
			t->body = b;
		else
			memcpy(t->whole, t->name, sizeof(t->whole));
	}
}

void
place_text_read(const struct gazetteer *g, const char *typed,
    struct place_text *t)
{
	*t = (struct place_text){ .typed = typed };
	read_words(t, true, t->joined);
	read_words(t, false, t->whole);
	if (strcmp(t->joined, t->whole) == 0)
		t->joined[0] = '\0';
	take_body(g, t);
}

void
place_text_code(const char *typed, char *code, size_t size)
{
	size_t n = 0;
	bool digit = false;

	for (; *typed != '\0' && n + 1 < size; typed++) {
		unsigned char c = (unsigned char)*typed;

		if (str_is_plain(*typed)) {
			code[n++] = (char)toupper(c);
			digit |= isdigit(c) != 0;
		} else if (c == 0xc2 && (unsigned char)typed[1] == 0xa0) {
			typed++; /* a no-break space */
		} else if (c != ' ' && c != '.' && c != '\t') {
			n = 0;
			break;
		}
	}
	code[digit ? n : 0] = '\0';
}
