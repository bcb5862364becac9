/* place_text.c - what a reader writes as a place, taken apart. */

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "gazetteer/name_key.h"
#include "gazetteer/place_parts.h"
#include "gazetteer/place_text.h"
#include "gen/constants.h"

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

/* A point within initials: "P.A.C.A."; s begins at from. */
static bool
is_initial(const char *from, const char *s)
{
	return *s == '.' && s > from && isalpha((unsigned char)s[-1]) &&
	    (s - 1 == from || strchr(" .(", s[-2]) != NULL) &&
	    isalpha((unsigned char)s[1]) && !isalnum((unsigned char)s[2]) &&
	    !(s[2] & 0x80);
}

/* A slash that is read as a word: "s/ Marne", "s/s Bois", and when it is
 * joined "Champigny/Marne"; how many bytes, *word what is read. */
static size_t
slash(const char *from, const char *s, bool joined, const char **word)
{
	bool first = s == from || s[-1] == ' ';

	*word = " sur ";
	if (first && strncasecmp(s, "s/s", 3) == 0 &&
	    strchr(" /", s[3]) != NULL) {
		*word = " sous ";
		return 3;
	}
	if (first && strncasecmp(s, "s/", 2) == 0)
		return 2;
	return joined && *s == '/' && s > from &&
		isalpha((unsigned char)s[-1]) &&
		!isdigit((unsigned char)s[1]) && s[1] != ' '
	    ? 1
	    : 0;
}

/* The end of the text but for a country after it: "Nevers, France". */
static const char *
before_country(const char *s)
{
	const char *end = s + strlen(s), *at = end;
	char folded[16];

	while (at > s && at[-1] != ',' && at[-1] != '(' &&
	    !(at[-1] == '-' && *at == ' '))
		at--;
	if (at == s || end - at > 10)
		return end;
	str_fold(folded, sizeof(folded), at);
	return str_has_word("fr france", folded) ? at - 1 : end;
}

/* Copies the text with signs that are words written out, and a last article
 * put first.  Apostrophes are left out when joined. */
static void
rewrite(const char *s, bool joined, char *to, size_t size)
{
	char article[8] = "", body[PLACE_TEXT];
	const char *from = s, *end = before_country(s), *word;
	size_t n = 0, k;

	while (s < end && n + 8 < sizeof(body)) {
		if (article[0] == '\0' && (k = article_after(s, article)) > 0) {
			body[n++] = ' ';
			s += k;
		} else if (*s == '&') {
			memcpy(body + n, " et ", 4);
			n += 4;
			s++;
		} else if ((k = slash(from, s, joined, &word)) > 0) {
			n += (size_t)sprintf(body + n, "%s", word);
			s += k;
		} else if (is_initial(from, s)) {
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

/* A name of a place by itself: "Val 81", "Agglo2B".  Its numbers are no code,
 * and its words no body. */
static bool
is_name(const struct gazetteer *g, const char *folded)
{
	const struct gazetteer_word *w;
	size_t n = gazetteer_equal(g, g->word, g->words, folded, &w);

	while (n > 0 && w->inside) {
		n--;
		w++;
	}
	return n > 0;
}

/* Folds the text, and takes from it what is no name; a name is left whole. */
static void
read_words(const struct gazetteer *g, struct place_text *t, bool joined,
    char *to)
{
	char text[PLACE_TEXT], folded[PLACE_TEXT], parted[PLACE_TEXT];
	struct place_parts w;

	rewrite(t->typed, joined, text, sizeof(text));
	str_fold_name(folded, sizeof(folded), text);
	place_parts_numbers(folded, parted, sizeof(parted));
	if (is_name(g, folded) || is_name(g, parted)) {
		snprintf(to, PLACE_TEXT, "%s",
		    is_name(g, folded) ? folded : parted);
		return;
	}
	place_parts_split(parted, &w);
	place_parts_full(g, &w);
	place_parts_post(&w);
	t->arrondissement = place_parts_ordinal(&w);
	if (w.n > 1)
		place_parts_number(g, &w, t->number);
	place_parts_join(&w, to, PLACE_TEXT);
}

/* ---- bodies ---- */

/* How much of the name stands before articles that end it: "Niort, mairie
 * de la". */
static size_t
before_article(const char *s)
{
	size_t n = strlen(s), k = n;

	for (;;) {
		char word[8];

		while (k > 0 && s[k - 1] != ' ')
			k--;
		if (k == 0 || n - k >= sizeof(word))
			return n;
		snprintf(word, sizeof(word), "%.*s", (int)(n - k), s + k);
		if (!str_has_word("d de des du l la le les", word))
			return n;
		n = --k;
	}
}

/* The body that a name begins with, behind an article: "la ville de". */
static const struct gazetteer_body *
body_first(const struct gazetteer *g, const char *name, size_t *n)
{
	const char *core = name_key_core(name);
	const struct gazetteer_body *b = gazetteer_body_first(g, name, n);

	if (b != NULL || core == name || is_name(g, name))
		return b;
	b = gazetteer_body_first(g, core, n);
	*n += (size_t)(core - name);
	return b;
}

/* Which of two bodies is taken: what leaves a name of a place, else the
 * longer.  In "Pays de la Loire région" that is the last. */
static bool
is_last_taken(const struct gazetteer *g, const struct gazetteer_body *first,
    const struct gazetteer_body *last, const char *behind, const char *before)
{
	if (first == NULL || last == NULL || is_name(g, behind))
		return first == NULL;
	if (is_name(g, before))
		return true;
	/* "Collectivité de Corse (région)": what says more. */
	if ((first->scale == 0) != (last->scale == 0))
		return first->scale == 0;
	return last->n >= first->n;
}

/* Takes a body from the beginning or the end of the name; NULL: none is there.
 */
static const struct gazetteer_body *
cut_body(const struct gazetteer *g, char *name)
{
	char ended[PLACE_TEXT];
	const struct gazetteer_body *first, *last;
	size_t n, k;

	snprintf(ended, sizeof(ended), "%.*s", (int)before_article(name), name);
	first = body_first(g, name, &n);
	if ((last = gazetteer_body_last(g, ended, &k)) == NULL)
		last = gazetteer_body_last(g, name, &k);
	else
		k += strlen(name) - strlen(ended);
	snprintf(ended, sizeof(ended), "%.*s",
	    (int)(strlen(name) - (last != NULL ? k : 0)), name);
	if (is_last_taken(g, first, last, first != NULL ? name + n : "", ended))
		snprintf(name, PLACE_TEXT, "%s", ended);
	else
		memmove(name, name + n, strlen(name + n) + 1), last = first;
	return last;
}

/* "département 79", "CD 1": what is left is a number. */
static void
number_left(const struct gazetteer *g, struct place_text *t)
{
	size_t n = strlen(t->name);

	if (t->body == NULL || t->number[0] != '\0' || n == 0 || n > 3 ||
	    strspn(t->name, "0123456789") != n || is_name(g, t->whole))
		return;
	snprintf(t->number, sizeof(t->number), "%s%s", n == 1 ? "0" : "",
	    t->name);
	t->name[0] = '\0';
}

/* "Le 93", "dans le 93": an article and a number name nothing else. */
static void
article_left(struct place_text *t)
{
	size_t in = strncmp(t->name, "dans ", 5) == 0 ? 5 : 0;

	if (t->number[0] != '\0' &&
	    str_has_word("d de des du en l la le les", t->name + in))
		t->name[0] = '\0';
}

/* The kind of EPCI may stand at both ends: "CU Le Havre Seine Métropole".  Of
 * names in the gazetteer both are cut, too: see gazetteer.c. */
static void
cut_kind(const struct gazetteer *g, struct place_text *t)
{
	const struct gazetteer_body *b;
	size_t n;

	if (t->body == NULL || t->body->scale != SCALE_EPCI ||
	    is_name(g, t->name))
		return;
	if ((b = gazetteer_body_last(g, t->name, &n)) != NULL &&
	    b->scale == SCALE_EPCI)
		t->name[strlen(t->name) - n] = '\0';
}

/* Takes the body from the name; what labels it ("code postal") goes too. */
static void
take_body(const struct gazetteer *g, struct place_text *t)
{
	const struct gazetteer_body *b;

	bool named = is_name(g, t->whole);

	memcpy(t->name, t->whole, sizeof(t->name));
	for (int i = 0; i < 3 && t->body == NULL; i++) {
		if ((b = cut_body(g, t->name)) == NULL) {
			b = gazetteer_body_is(g, name_key_core(t->name));
			if (b == NULL || t->number[0] == '\0')
				return;
			t->name[0] = '\0';
		}
		/* "Collectivité européenne d'Alsace" is its name. */
		if (named && (b->label || b->scale == 0)) {
			memcpy(t->name, t->whole, sizeof(t->name));
			return;
		}
		if (!b->label)
			t->body = b;
		else
			memcpy(t->whole, t->name, sizeof(t->whole));
	}
	number_left(g, t);
	cut_kind(g, t);
}

void
place_text_read(const struct gazetteer *g, const char *typed,
    struct place_text *t)
{
	*t = (struct place_text){ .typed = typed };
	read_words(g, t, true, t->joined);
	t->number[0] = '\0';
	read_words(g, t, false, t->whole);
	if (strcmp(t->joined, t->whole) == 0)
		t->joined[0] = '\0';
	take_body(g, t);
	article_left(t);
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
		} else if (strchr(" .\t()[]", c) == NULL) {
			n = 0;
			break;
		}
	}
	code[digit ? n : 0] = '\0';
}
