/* str.c - UTF-8 from outside: checked, cleaned, folded. */

#include <endian.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"

/* clang-format off */
const bool str_plain[256] = {
	['0'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['A'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
		1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['a'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
		1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
};
/* clang-format on */

/* Bytes of the character at s, or 0 when it is not one that XML can carry. */
static size_t
char_len(const unsigned char *s, size_t n)
{
	unsigned c;

	if (s[0] < 0x80)
		return s[0] >= 0x20 || s[0] == '\t' || s[0] == '\n' ||
		    s[0] == '\r';
	if (s[0] >= 0xc2 && s[0] <= 0xdf)
		return n >= 2 && (s[1] & 0xc0) == 0x80 ? 2 : 0;
	if ((s[0] & 0xf0) == 0xe0 && n >= 3 && (s[1] & 0xc0) == 0x80 &&
	    (s[2] & 0xc0) == 0x80) {
		c = (s[0] & 0x0fu) << 12 | (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu);
		return c >= 0x800 && (c < 0xd800 || c > 0xdfff) && c < 0xfffe
		    ? 3
		    : 0;
	}
	if (s[0] >= 0xf0 && s[0] <= 0xf4 && n >= 4 && (s[1] & 0xc0) == 0x80 &&
	    (s[2] & 0xc0) == 0x80 && (s[3] & 0xc0) == 0x80) {
		c = (s[0] & 7u) << 18 | (s[1] & 0x3fu) << 12 |
		    (s[2] & 0x3fu) << 6 | (s[3] & 0x3fu);
		return c >= 0x10000 && c <= 0x10ffff ? 4 : 0;
	}
	return 0;
}

/* How many bytes from s on are printable ASCII, most of a text: by eights, then
 * one by one at its end. */
static size_t
plain_run(const unsigned char *s, size_t n)
{
	const uint64_t high = 0x8080808080808080u, blank = 0x2020202020202020u;
	size_t k = 0;
	uint64_t w;

	for (; k + sizeof(w) <= n; k += sizeof(w)) {
		memcpy(&w, s + k, sizeof(w));
		w = le64toh(w);
		if ((w = (w | (w - blank)) & high) != 0)
			return k + (size_t)__builtin_ctzll(w) / 8;
	}
	while (k < n && s[k] >= 0x20 && s[k] < 0x80)
		k++;
	return k;
}

bool
str_is_ascii(const char *s)
{
	while (*s != '\0' && (unsigned char)*s < 0x80)
		s++;
	return *s == '\0';
}

size_t
str_xml_run(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s;
	size_t step, left = n;

	for (; left > 0; p += step, left -= step)
		if ((step = plain_run(p, left)) == 0 &&
		    (step = char_len(p, left)) == 0)
			break;
	return n - left;
}

bool
str_is_xml(const char *s, size_t n)
{
	return str_xml_run(s, n) == n;
}

char *
str_clean(char *s)
{
	unsigned char *p = (unsigned char *)s;
	size_t n = strlen(s), step;

	for (; n > 0; p += step, n -= step) {
		if ((step = char_len(p, n)) == 0) {
			*p = '?';
			step = 1;
		}
	}
	return s;
}

unsigned
str_next(const char **s)
{
	const unsigned char *p = (const unsigned char *)*s;
	unsigned c = p[0];
	size_t n = 1;

	if (c >= 0xf0 && p[1] && p[2] && p[3]) {
		c = (c & 7) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 |
		    (p[3] & 0x3fu);
		n = 4;
	} else if (c >= 0xe0 && p[1] && p[2]) {
		c = (c & 15) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
		n = 3;
	} else if (c >= 0xc0 && p[1]) {
		c = (c & 31) << 6 | (p[1] & 0x3fu);
		n = 2;
	}
	*s += n;
	return c;
}

static bool
is_hidden(unsigned c)
{
	return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe ||
	    (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Only a character of three bytes or four can be one. */
size_t
str_drop_hidden(char *s)
{
	char *to = s;
	const char *from = s;

	while (*from != '\0') {
		const char *start = from;

		if ((unsigned char)*from < 0xe0)
			*to++ = *from++;
		else if (!is_hidden(str_next(&from)))
			while (start < from)
				*to++ = *start++;
	}
	*to = '\0';
	return (size_t)(to - s);
}

char *
str_line(char *s)
{
	str_drop_hidden(str_clean(s));
	for (char *p = s; *p != '\0'; p++) {
		if (!str_is_control(p) || *p == '\t')
			continue;
		if ((unsigned char)*p == 0xc2)
			p[1] = ' ';
		*p = ' ';
	}
	return s;
}

/* U+00C0 to U+017F without their accents; '?' stands for the ligatures and
 * '_' for a sign that is no letter. */
static const char latin[] =
    "aaaaaa?ceeeeiiiidnooooo_ouuuuy??aaaaaa?ceeeeiiiidnooooo_ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkklllllll"
    "lllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static int
ligature(unsigned c, char out[2])
{
	static const struct {
		unsigned c;
		char s[3];
	} pairs[] = {
		{ 0xc6, "ae" },
		{ 0xe6, "ae" },
		{ 0xde, "th" },
		{ 0xfe, "th" },
		{ 0xdf, "ss" },
		{ 0x132, "ij" },
		{ 0x133, "ij" },
		{ 0x152, "oe" },
		{ 0x153, "oe" },
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		if (pairs[i].c == c) {
			memcpy(out, pairs[i].s, 2);
			return 2;
		}
	}
	return -1;
}

int
str_fold_char(unsigned c, char out[2])
{
	if (c < 0x80) {
		out[0] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
		return (out[0] >= 'a' && out[0] <= 'z') ||
			(out[0] >= '0' && out[0] <= '9')
		    ? 1
		    : -1;
	}
	if (c >= 0xc0 && c <= 0x17f) {
		out[0] = latin[c - 0xc0];
		return out[0] == '?' ? ligature(c, out)
		    : out[0] == '_'  ? -1
				     : 1;
	}
	if ((c >= 0x300 && c <= 0x36f) || c == 0xad || c == 0x200d)
		return 0;
	return -1;
}

char *
str_fold(char *dst, size_t size, const char *s)
{
	size_t n = 0;
	char out[2];
	int k;

	while (*s != '\0' && n + 3 < size) {
		if ((k = str_fold_char(str_next(&s), out)) > 0) {
			memcpy(dst + n, out, (size_t)k);
			n += (size_t)k;
		} else if (k < 0 && n > 0 && dst[n - 1] != ' ') {
			dst[n++] = ' ';
		}
	}
	if (n > 0 && dst[n - 1] == ' ')
		n--;
	dst[n] = '\0';
	return dst;
}

char *
str_fold_name(char *dst, size_t size, const char *s)
{
	char plain[512];
	size_t n = 0, len;

	str_fold(plain, sizeof(plain), s);
	for (const char *p = plain; *p != '\0'; p += len + (p[len] == ' ')) {
		const char *word = p, *full = NULL;

		len = strcspn(p, " ");
		if (len == 2 && memcmp(p, "st", 2) == 0)
			full = "saint";
		else if (len == 3 && memcmp(p, "ste", 3) == 0)
			full = "sainte";
		if (full != NULL)
			word = full;
		size_t k = full != NULL ? strlen(full) : len;
		if (n + k + 2 > size)
			break;
		if (n > 0)
			dst[n++] = ' ';
		memcpy(dst + n, word, k);
		n += k;
	}
	dst[n] = '\0';
	return dst;
}

char *
str_slug(char *dst, size_t size, const char *s)
{
	str_fold(dst, size, s);
	for (char *p = dst; *p != '\0'; p++)
		if (*p == ' ')
			*p = '-';
	return dst;
}

static int
hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0'
	    : c >= 'a' && c <= 'f'  ? c - 'a' + 10
	    : c >= 'A' && c <= 'F'  ? c - 'A' + 10
				    : -1;
}

bool
str_url_decode(char *s)
{
	char *to = s;

	for (; *s != '\0'; s++, to++) {
		if (*s == '+') {
			*to = ' ';
		} else if (*s == '%') {
			if (hex(s[1]) < 0 || hex(s[2]) < 0)
				return false;
			*to = (char)(hex(s[1]) * 16 + hex(s[2]));
			if (*to == '\0')
				return false;
			s += 2;
		} else {
			*to = *s;
		}
	}
	*to = '\0';
	return true;
}

size_t
str_cut(const char *s, size_t n)
{
	size_t len = strnlen(s, n + 1);

	if (len <= n)
		return len;
	for (len = n; len > 0 && ((unsigned char)s[len] & 0xc0) == 0x80; len--)
		;
	return len;
}

bool
str_has_word(const char *words, const char *word)
{
	size_t n = strlen(word);

	while (words != NULL && *words != '\0') {
		size_t k = strcspn(words, " ");

		if (k == n && memcmp(words, word, n) == 0)
			return true;
		words += k + (words[k] == ' ');
	}
	return false;
}

uint64_t
str_hash(uint64_t hash, const char *s)
{
	for (; s != NULL && *s != '\0'; s++)
		hash = (hash ^ (unsigned char)*s) * 1099511628211u;
	return hash;
}

size_t
str_characters(const char *s)
{
	size_t n = 0;

	while (*s != '\0')
		n += (*s++ & 0xc0) != 0x80;
	return n;
}

const char *
str_lost_zero(const char *code)
{
	size_t n = strspn(code, "0123456789");

	return code[n] == '\0' && (n == 1 || n == 4) ? "0" : "";
}

long
str_day(const char *date)
{
	long y = 0, m = 1, d = 1;

	if (sscanf(date, "%ld-%ld-%ld", &y, &m, &d) != 3)
		return 0;
	/* Years from March, as leap days then come last. */
	y -= m <= 2;
	return y * 365 + y / 4 - y / 100 + y / 400 +
	    (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 719469;
}
