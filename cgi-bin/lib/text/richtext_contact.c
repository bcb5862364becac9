/* richtext_contact.c - mail addresses, addresses of the Web and telephone
 * numbers in plain text. */

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "text/richtext_contact.h"

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

/* Longest mail address (RFC 5321), and address of the Web that is followed. */
enum { MAX_MAIL = 254, MAX_WEB = 700 };

/* ---- mail ---- */

/* Bytes of a host with a dot in it and letters after the last one; 0: none.  A
 * full stop after it ends the sentence. */
static size_t
contact_host(const char *s)
{
	size_t n = strspn(s, LETTERS DIGITS ".-");
	size_t top;

	while (n > 0 && (s[n - 1] == '.' || s[n - 1] == '-'))
		n--;
	for (top = n; top > 0 && s[top - 1] != '.'; top--)
		if (!isalpha((unsigned char)s[top - 1]))
			return 0;
	if (top < 2 || n - top < 2 || s[0] == '.' || s[0] == '-')
		return 0;
	for (size_t i = 1; i < n; i++)
		if (s[i] == '.' && s[i - 1] == '.')
			return 0;
	return n;
}

static size_t
contact_mail(const char *s, char *href)
{
	size_t n = 0, host;

	/* By hand: most words of a text are read here, and are short. */
	while (str_is_plain(s[n]) || s[n] == '.' || s[n] == '_' ||
	    s[n] == '+' || s[n] == '-')
		n++;
	if (n == 0 || s[n] != '@' || s[0] == '.' || s[n - 1] == '.')
		return 0;
	host = contact_host(s + n + 1);
	n += 1 + host;
	if (host == 0 || n > MAX_MAIL || s[n] == '@')
		return 0;
	snprintf(href, RICHTEXT_HREF, "mailto:%.*s", (int)n, s);
	return n;
}

/* ---- the Web ---- */

/* Bytes up to what no address holds unescaped: blanks, marks of HTML, quotes
 * and dashes of typography, no-break spaces.  What is too long is not read to
 * its end. */
static size_t
contact_span(const char *s)
{
	size_t n = 0;

	for (; n <= MAX_WEB; n++) {
		unsigned char c = (unsigned char)s[n];

		if (c <= ' ' || c == 0x7f || strchr("<>\"`{}|\\^", c) != NULL)
			return n;
		if (c == 0xc2 && strchr("\xa0\xab\xbb", s[n + 1]) != NULL)
			return n;
		if (c == 0xe2 && (unsigned char)s[n + 1] == 0x80)
			return n;
	}
	return n;
}

/* Without the punctuation of the sentence that it ends; a bracket is one unless
 * it was opened within. */
static size_t
contact_trim(const char *s, size_t n)
{
	for (; n > 0; n--) {
		char c = s[n - 1];

		if (c == ')' && memchr(s, '(', n) != NULL)
			return n;
		if (strchr(".,;:!?')]*", c) == NULL)
			return n;
	}
	return 0;
}

/* Whether an "@" stands ahead of the path: what precedes it is a user's name,
 * which may look like the host that it is not ("https://gouv.fr@evil.example").
 */
bool
richtext_contact_has_user(const char *address)
{
	const char *host = strstr(address, "://");

	host = host != NULL ? host + 3 : address;
	return host[strcspn(host, "/?#\\@")] == '@';
}

static size_t
contact_web(const char *s, char *href)
{
	size_t scheme = strncasecmp(s, "https://", 8) == 0 ? 8
	    : strncasecmp(s, "http://", 7) == 0            ? 7
							   : 0;
	size_t n;

	if (scheme == 0 && strncasecmp(s, "www.", 4) != 0)
		return 0;
	n = contact_span(s);
	if (n > MAX_WEB)
		return 0;
	n = contact_trim(s, n);
	if (n <= scheme)
		return 0;
	snprintf(href, RICHTEXT_HREF, "%s%.*s", scheme == 0 ? "https://" : "",
	    (int)n, s);
	return contact_host(s + scheme) > 0 || richtext_contact_has_user(href)
	    ? n
	    : 0;
}

/* ---- telephone ---- */

/* Bytes of a separator, which *kind names: blanks of any kind and number are
 * one. */
static size_t
contact_gap(const char *s, char *kind)
{
	size_t n = 0;

	*kind = '\0';
	if (*s == '.' || *s == '-') {
		*kind = *s;
		return 1;
	}
	for (;;) {
		if (s[n] != '\0' && strchr(" \t\r\n", s[n]) != NULL)
			n++;
		else if (strncmp(s + n, "\xc2\xa0", 2) == 0)
			n += 2;
		else if (strncmp(s + n, "\xe2\x80\xaf", 3) == 0)
			n += 3;
		else
			break;
		*kind = ' ';
	}
	return n;
}

/* Bytes of groups of that many digits, digits to digits, the same separator
 * between all; 0 when s is not written so. */
static size_t
contact_groups(const char *s, const char *groups)
{
	size_t n = 0;
	char first = '\0', kind;

	for (size_t i = 0; groups[i] != '\0'; i++) {
		size_t want = (size_t)(groups[i] - '0');

		if (i > 0) {
			n += contact_gap(s + n, &kind);
			if (i == 1)
				first = kind;
			if (kind != first)
				return 0;
		}
		if (strspn(s + n, DIGITS) < want)
			return 0;
		n += want;
	}
	return n;
}

/* What follows would make it another number, or a name. */
static bool
contact_ends(const char *s)
{
	return !isalnum((unsigned char)s[0]) && s[0] != '_' && s[0] != '@' &&
	    !(strchr(".-,", s[0]) != NULL && s[0] != '\0' &&
		isdigit((unsigned char)s[1]));
}

/* Bytes of "+33 (0)5", "+33 5", "0033" and the like, up to its first digit
 * after the country; 0: none. */
static size_t
contact_country(const char *s)
{
	size_t n = s[0] == '+' ? 1 : strncmp(s, "00", 2) == 0 ? 2 : 0;
	size_t country = n > 0 ? strspn(s + n, DIGITS) : 0;
	char kind;

	/* All together: "+33549086868". */
	if (n > 0 && strncmp(s + n, "33", 2) == 0 && country > 3)
		return n + 2;
	if (country < 2 || country > 3)
		return 0;
	n += country;
	n += contact_gap(s + n, &kind);
	if (strncmp(s + n, "(0)", 3) == 0) {
		n += 3;
		n += contact_gap(s + n, &kind);
	}
	return n;
}

static size_t
contact_phone(const char *s, char *href)
{
	static const char *const home[] = { "22222", "1333", "433", "4222",
		NULL };
	static const char *const abroad[] = { "12222", "333", "32222", "222",
		"3222", NULL };
	size_t from = contact_country(s), n = 0, to = 0;
	const char *const *groups = from > 0 ? abroad : home;

	if (from == 0 && (s[0] != '0' || s[1] == '0'))
		return 0;
	while (n == 0 && *groups != NULL) {
		n = contact_groups(s + from, *groups++);
		if (n > 0 && !contact_ends(s + from + n))
			n = 0;
	}
	if (n == 0)
		return 0;
	to = (size_t)snprintf(href, RICHTEXT_HREF, "tel:%s",
	    from > 0 ? "+" : "");
	for (size_t i = from > 0 && s[0] == '0' ? 2 : 0; i < from + n; i++) {
		if (strncmp(s + i, "(0)", 3) == 0)
			i += 2;
		else if (isdigit((unsigned char)s[i]))
			href[to++] = s[i];
	}
	href[to] = '\0';
	return from + n;
}

/* ---- */

/* Whether a word or a number may begin at s, within the text. */
static bool
contact_begins(const char *text, const char *s)
{
	size_t n = (size_t)(s - text);

	if (n == 0)
		return true;
	if ((unsigned char)s[-1] < 0x80)
		return !isalnum((unsigned char)s[-1]) &&
		    strchr("._%+-@", s[-1]) == NULL;
	/* A no-break space, a quote, a dash; else a letter. */
	return (n >= 2 && s[-2] == '\xc2' &&
		   strchr("\xa0\xab\xbb", s[-1]) != NULL) ||
	    (n >= 3 && s[-3] == '\xe2' && s[-2] == '\x80');
}

const char *
richtext_contact(const char *text, size_t *n, char href[RICHTEXT_HREF])
{
	for (const char *s = text; *s != '\0'; s++) {
		if (!contact_begins(text, s))
			continue;
		*n = contact_mail(s, href);
		if (*n == 0 && (*n = contact_web(s, href)) > 0 &&
		    richtext_contact_has_user(href)) {
			s += *n - 1;
			continue;
		}
		if (*n == 0)
			*n = contact_phone(s, href);
		if (*n > 0)
			return s;
	}
	return NULL;
}
