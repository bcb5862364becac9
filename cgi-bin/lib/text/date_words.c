/* date_words.c - a date as words: numbers, names, and the time cut off. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "text/date_words.h"
#include "text/normalize.h"

/* ---- names ---- */

/* The row of the name, in French or, after n names, in English, or of the
 * abbreviation of at least 3 letters that only one row has; n when there is
 * none. */
static size_t
name_of(const char *const *names, size_t n, const char *word)
{
	size_t length = strlen(word), found = n;

	for (size_t i = 0; i < 2 * n && length >= 3; i++) {
		if (strncmp(names[i], word, length) != 0)
			continue;
		if (found < n && found != i % n)
			return n;
		found = i % n;
	}
	return found;
}

/* 1 to 12, 0 when the word names no month. */
int
date_words_month(const char *word)
{
	static const char *const months[] = { "janvier", "fevrier", "mars",
		"avril", "mai", "juin", "juillet", "aout", "septembre",
		"octobre", "novembre", "decembre", "january", "february",
		"march", "april", "may", "june", "july", "august", "september",
		"october", "november", "december" };
	size_t i = name_of(months, 12, word);

	return i < 12 ? (int)i + 1 : 0;
}

static int
weekday_of(const char *word)
{
	static const char *const days[] = { "dimanche", "lundi", "mardi",
		"mercredi", "jeudi", "vendredi", "samedi", "sunday", "monday",
		"tuesday", "wednesday", "thursday", "friday", "saturday" };
	size_t i = name_of(days, 7, word);

	return i < 7 ? (int)i : -1;
}

/* ---- words ---- */

static size_t
digits(const char *s)
{
	return strspn(s, "0123456789");
}

/* The number of one to max digits that the word is; -1 when it is none. */
int
date_words_number(const char *word, size_t max)
{
	size_t n = digits(word);

	return n > 0 && n <= max && word[n] == '\0' ? atoi(word) : -1;
}

/* Letters, digits, and what stands between the parts of a date, but neither
 * first nor last: "-3/4/2027" and "3/4/2027 %" are none. */
static bool
is_date_text(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n >= MAX_TEXT || !str_is_xml(s, n) ||
	    strchr("/-,.", s[0]) != NULL || strchr("/-,", s[n - 1]) != NULL)
		return false;
	for (; *s != '\0'; s++)
		if ((unsigned char)*s < 0x80 && !str_is_plain(*s) &&
		    strchr(" /-,.", *s) == NULL)
			return false;
	return true;
}

/* The end of an offset at s, which "+0200", "+02:00" or "Z" is, or nothing. */
static const char *
date_offset_end(const char *s)
{
	size_t n;

	if (*s == 'Z' || *s == 'z')
		return s + 1;
	if (*s != '+' && *s != '-')
		return s;
	n = digits(++s);
	if (n == 4)
		return s + 4;
	if (n == 2 && s[2] == ':' && digits(s + 3) == 2)
		return s + 5;
	return n == 2 ? s + 2 : NULL;
}

/* The minutes of an offset that date_offset_end accepts. */
static int
offset_of(const char *s)
{
	int hours = 0, minutes = 0;

	if (*s != '+' && *s != '-')
		return 0;
	if (sscanf(s + 1, "%2d:%2d", &hours, &minutes) < 2)
		sscanf(s + 1, "%2d%2d", &hours, &minutes);
	return (*s == '-' ? -1 : 1) * (hours * 60 + minutes);
}

/* Reads the time at s, which ends the text: "10:30:05.123Z", "17h", "17 h 30".
 */
static bool
read_time(const char *s, struct date_words *w)
{
	size_t n = digits(s);

	if (n < 1 || n > 2)
		return false;
	w->hour = atoi(s);
	s += n;
	s += *s == ' ' && s[1] == 'h';
	if (*s != ':' && *s != 'h' && *s != 'H')
		return false;
	n = digits(s += 1 + (s[1] == ' '));
	if (n != 2 && (n != 0 || s[-1] == ':'))
		return false;
	w->minute = n == 2 ? atoi(s) : 0;
	s += n;
	if (*s == ':' && digits(s + 1) == 2 && s[1] < '6') {
		w->second = atoi(s + 1);
		s += 3;
	}
	if (*s == '.')
		s += 1 + digits(s + 1);
	s += *s == ' ' && (s[1] == '+' || s[1] == '-');
	if (strcmp(s, " GMT") == 0 || strcmp(s, " UTC") == 0)
		s = "Z";
	w->zone = *s;
	w->offset = offset_of(s);
	s = date_offset_end(s);
	return s != NULL && *s == '\0' && w->hour <= 24 && w->minute < 60;
}

/* The sign of a time, ":" or "h", or the end: the "h" of a name, as in "march",
 * has no digit before it. */
static char *
sign_of_time(char *s)
{
	char *c = s + strcspn(s, ":hH");

	while (*c != '\0' && *c != ':' &&
	    !(c > s && isdigit((unsigned char)c[-1])) &&
	    !(c > s + 1 && c[-1] == ' ' && isdigit((unsigned char)c[-2])))
		c += 1 + strcspn(c + 1, ":hH");
	return c;
}

/* Cuts the time of a moment off: what follows "T", a blank, or " à ". */
static bool
cut_time(char *s, struct date_words *w)
{
	char *colon = sign_of_time(s), *p = colon, *end;

	w->zone = '\0';
	w->timed = false;
	w->hour = w->minute = w->second = w->offset = 0;
	if (*colon == '\0' || colon == s)
		return true;
	p -= p[-1] == ' ';
	while (p > s && isdigit((unsigned char)p[-1]))
		p--;
	if (p == colon || p == s || !read_time(p, w))
		return false;
	end = p - 1;
	if (*end == ' ' && end - s > 3 && memcmp(end - 3, " à", 3) == 0)
		end -= 3;
	else if (*end != 'T' && *end != 't' && *end != ' ')
		return false;
	/* "31 déc. 2026 - 12h00" */
	if (end - s > 2 && memcmp(end - 2, " -", 2) == 0)
		end -= 2;
	end -= end > s && end[-1] == ',';
	*end = '\0';
	w->timed = true;
	return true;
}

/* What may stand before a date, and after it: the field that asks says whether
 * something begins or ends then, and a month has no other parts here. */
static const char *const leads[] = { "au plus tard ", "au ", "jusqu'au ",
	"jusqu’au ", "à partir du ", "dès ", "fin ", "mi-", "début ",
	"courant " };
static const char *const tails[] = { " inclus", " (inclus)", " à minuit",
	" minuit", " à midi", " midi", " au plus tard", " (heure de Paris)" };

static char *
skip_lead(char *s)
{
	for (size_t i = 0; i < sizeof(leads) / sizeof(leads[0]); i++) {
		size_t n = strlen(leads[i]);

		if (strncasecmp(s, leads[i], n) == 0)
			return s + n;
	}
	return s;
}

static void
cut_tail(char *s)
{
	size_t length = strlen(s);

	for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
		size_t n = strlen(tails[i]);

		if (n < length && strcasecmp(s + length - n, tails[i]) == 0) {
			s[length - n] = '\0';
			return;
		}
	}
}

/* Parts the date into words; false when it cannot be one. */
bool
date_words_split(struct pool *pool, const char *s, struct date_words *w)
{
	char *text = skip_lead(normalize_text(pool, s)), *next = w->text;
	char *word;

	w->n = 0;
	w->weekday = -1;
	cut_tail(text);
	if (strlen(text) >= MAX_TEXT || !cut_time(text, w) ||
	    !is_date_text(text))
		return false;
	w->hyphens = strchr(text, '-') != NULL;
	str_fold(w->text, sizeof(w->text), text);
	while ((word = strsep(&next, " ")) != NULL) {
		if (w->n == 0 && w->weekday < 0 && strcmp(word, "le") == 0)
			continue;
		if (w->n == 0 && w->weekday < 0 && !isdigit(*word) &&
		    (w->weekday = weekday_of(word)) >= 0)
			continue;
		/* "1er", "1 er": of the first alone */
		if (w->n == 1 && strcmp(word, "er") == 0 &&
		    date_words_number(w->word[0], 2) == 1)
			continue;
		if (w->n == 0 &&
		    (strcmp(word, "1er") == 0 || strcmp(word, "01er") == 0))
			word[strlen(word) - 2] = '\0';
		if (w->n == 0 && strcmp(word, "premier") == 0)
			word[0] = '1', word[1] = '\0';
		if (w->n == MAX_WORDS)
			return false;
		w->word[w->n++] = word;
	}
	return true;
}
