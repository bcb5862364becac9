/* normalize.c - numbers, dates and codes, to one spelling. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "text/normalize.h"

/* ---- blanks ---- */

/* Length of the blank at s: ASCII's, no-break U+00A0, U+2000 to U+200A, U+202F
 * and U+3000; 0 when there is none. */
static size_t
blank(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	if (p[0] == ' ' || (p[0] >= '\t' && p[0] <= '\r'))
		return 1;
	if (p[0] == 0xc2 && p[1] == 0xa0)
		return 2;
	if (p[0] == 0xe2 && p[1] == 0x80 &&
	    ((p[2] >= 0x80 && p[2] <= 0x8a) || p[2] == 0xaf))
		return 3;
	return p[0] == 0xe3 && p[1] == 0x80 && p[2] == 0x80 ? 3 : 0;
}

/* The copy is never longer than the text. */
char *
normalize_squeeze(struct pool *pool, const char *s)
{
	char *to = pool_take(pool, strlen(s) + 1), *p = to;

	while (*s != '\0') {
		size_t n = blank(s);

		if (n == 0)
			*p++ = *s++;
		s += n;
	}
	return to;
}

/* Of no use in a text: DS drops them too (DS 1.6). */
static bool
is_control(char c)
{
	return ((unsigned char)c < ' ' && strchr("\t\n\f\r", c) == NULL) ||
	    c == 0x7f;
}

char *
normalize_text(struct pool *pool, const char *s)
{
	char *to = pool_strdup(pool, s), *p = to, *end = to;

	str_drop_hidden(to);
	s = to;
	while (*s != '\0') {
		size_t n = blank(s), step = n > 0 ? n : 1;

		if (is_control(*s) || (n > 0 && p == to)) {
			s += step;
			continue;
		}
		for (; step > 0; step--, s++)
			*p++ = *s == '\f' ? '\n' : *s;
		if (n == 0)
			end = p;
	}
	*end = '\0';
	return to;
}

const char *
normalize_json(struct pool *pool, const json_t *v)
{
	const char *s = json_string_value(v), *from = s;
	char *to;

	if (json_is_integer(v))
		return pool_printf(pool, "%lld",
		    (long long)json_integer_value(v));
	if (json_is_boolean(v))
		return json_is_true(v) ? "true" : "false";
	if (json_is_real(v)) {
		s = pool_printf(pool, "%.15g", json_real_value(v));
		return strchr(s, 'e') == NULL ? s : NULL;
	}
	if (s == NULL || strlen(s) == json_string_length(v))
		return s;
	s = to = pool_take(pool, json_string_length(v) + 1);
	for (size_t n = json_string_length(v); n > 0; n--, from++)
		if (*from != '\0')
			*to++ = *from;
	return s;
}

/* ---- numbers ---- */

static bool
all_digits(const char *s, size_t n)
{
	return strspn(s, "0123456789") == n && s[n] == '\0';
}

/* Sign, digits, no zero ahead, no zero below zero. */
static char *
normalize_number(struct pool *pool, const char *sign, const char *digits,
    size_t n, const char *rest)
{
	while (n > 1 && *digits == '0') {
		digits++;
		n--;
	}
	if (*digits == '0' && strspn(rest, ".0") == strlen(rest))
		sign = "";
	return pool_printf(pool, "%s%.*s%s", sign, (int)n, digits, rest);
}

/* Digits are not converted: a SIRET or a long number has no size. */
char *
normalize_integer(struct pool *pool, const char *s)
{
	char *p = normalize_squeeze(pool, s);
	const char *sign = *p == '-' ? "-" : "";
	size_t n;

	p += *p == '-' || *p == '+';
	n = strlen(p);
	if (n == 0 || !all_digits(p, n))
		return NULL;
	return normalize_number(pool, sign, p, n, "");
}

char *
normalize_decimal(struct pool *pool, const char *s, int places)
{
	char *p = normalize_squeeze(pool, s), *rest;
	const char *sign = *p == '-' ? "-" : "";
	size_t n, after;

	p += *p == '-' || *p == '+';
	n = strspn(p, "0123456789");
	rest = p + n;
	if (n == 0)
		return NULL;
	if (*rest == '\0')
		return normalize_number(pool, sign, p, n, "");
	if (*rest != '.' && *rest != ',')
		return NULL;
	after = strlen(rest + 1);
	if (after == 0 || after > (size_t)places ||
	    !all_digits(rest + 1, after))
		return NULL;
	*rest = '.';
	return normalize_number(pool, sign, p, n, rest);
}

/* Rounds half away from zero; the text is what normalize_decimal made. */
char *
normalize_whole(struct pool *pool, const char *decimal)
{
	const char *dot = strchr(decimal, '.');
	long long n = strtoll(decimal, NULL, 10);

	if (dot != NULL && dot[1] >= '5')
		n += *decimal == '-' ? -1 : 1;
	return pool_printf(pool, "%lld", n);
}

/* ---- codes ---- */

char *
normalize_email(struct pool *pool, const char *s)
{
	char *p = normalize_text(pool, s), *at = strchr(p, '@');
	const char *host = at != NULL ? at + 1 : "", *dot = strrchr(host, '.');

	if (at == NULL || at == p || strchr(host, '@') != NULL ||
	    strlen(p) > 254 || dot == NULL || dot == host ||
	    strlen(dot + 1) < 2 || host[0] == '.' || strstr(host, "..") != NULL)
		return NULL;
	for (const char *c = p; *c != '\0'; c++)
		if (blank(c) > 0 || strchr("<>()[],;:\\\"", *c) != NULL)
			return NULL;
	return p;
}

/* A number that France's plan begins with 0 has ten digits, after +33 nine of
 * them; the six of an overseas territory and those abroad begin otherwise. */
static bool
is_whole_phone(const char *digits, bool abroad)
{
	size_t n = strlen(digits);

	if (!abroad && strncmp(digits, "00", 2) == 0) {
		abroad = true;
		digits += 2;
	}
	if (abroad && strncmp(digits, "33", 2) == 0)
		return strlen(digits + 2 + (digits[2] == '0')) == 9;
	if (!abroad && *digits == '0')
		return n == 10;
	return n >= 6 && n <= 15;
}

char *
normalize_phone(struct pool *pool, const char *s)
{
	char *p = normalize_text(pool, s), *q = normalize_squeeze(pool, p);
	char *digits = pool_take(pool, strlen(q) + 1);
	size_t n = 0;

	for (const char *c = q; *c != '\0'; c++) {
		if (isdigit((unsigned char)*c))
			digits[n++] = *c;
		else if (strchr(".-/()", *c) == NULL && (*c != '+' || c != q))
			return NULL;
	}
	digits[n] = '\0';
	return is_whole_phone(digits, *q == '+') ? p : NULL;
}

/* ISO 13616: the first four characters go to the end, letters count from 10,
 * and the number must be 1 modulo 97. */
char *
normalize_iban(struct pool *pool, const char *s)
{
	char *p = normalize_squeeze(pool, s);
	size_t n = strlen(p);
	unsigned rest = 0;

	for (char *c = p; *c != '\0'; c++)
		*c = (char)toupper((unsigned char)*c);
	if (n < 15 || n > 34)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)p[(i + 4) % n];

		if (isdigit(c))
			rest = (rest * 10 + c - '0') % 97;
		else if (c >= 'A' && c <= 'Z')
			rest = (rest * 100 + c - 'A' + 10) % 97;
		else
			return NULL;
	}
	return rest == 1 ? p : NULL;
}

/* Every second digit from the right is doubled, minus 9 when over 9; the sum
 * must be a multiple of 10. */
bool
normalize_is_luhn(const char *s, size_t n)
{
	unsigned sum = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned d = (unsigned)(s[n - 1 - i] - '0') * (1 + i % 2);

		sum += d > 9 ? d - 9 : d;
	}
	return sum % 10 == 0;
}

/* A SIREN's last digit is a check digit of Luhn's algorithm (INSEE). */
char *
normalize_siren(struct pool *pool, const char *s)
{
	char *p = normalize_squeeze(pool, s);

	return all_digits(p, 9) && normalize_is_luhn(p, 9) ? p : NULL;
}

/* The offices of La Poste: the sum of their digits is a multiple of 5. */
static bool
is_post_office(const char *s)
{
	unsigned sum = 0;

	for (int i = 0; i < 14; i++)
		sum += (unsigned)(s[i] - '0');
	return strncmp(s, "356000000", 9) == 0 && sum % 5 == 0;
}

/* A SIRET is a SIREN, five digits of the establishment (NIC), the last of which
 * makes a check digit of the whole. */
char *
normalize_siret(struct pool *pool, const char *s)
{
	char *p = normalize_squeeze(pool, s);

	return all_digits(p, 14) && normalize_is_luhn(p, 9) &&
		(normalize_is_luhn(p, 14) || is_post_office(p))
	    ? p
	    : NULL;
}
