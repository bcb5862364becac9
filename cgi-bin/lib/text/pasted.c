/* pasted.c - what programs leave in a pasted text, to what it meant. */

#include <stdint.h>
#include <string.h>

#include "base/str.h"
#include "text/pasted.h"

/* Windows-1252, from 0x80 on; 0: none. */
static const uint16_t windows[32] = { 0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026,
	0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
	0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122,
	0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178 };

/* What the character meant; 0: nothing. */
static unsigned
meant(unsigned c)
{
	if (c >= 0x80 && c < 0xa0)
		return windows[c - 0x80];
	switch (c) {
	case '\v':
	case '\f':
	case 0x2028:
	case 0x2029:
		return ' ';
	case 0x1e: /* Word's no-break hyphen */
		return '-';
	case 0xf0a7:
	case 0xf0b7:
		return 0x2022;
	case 0x7f:
	case 0xad:
	case 0x200b:
	case 0xfeff:
		return 0;
	default:
		return c < ' ' && c != '\t' && c != '\n' && c != '\r' ? 0 : c;
	}
}

static char *
put_character(char *to, unsigned c)
{
	if (c < 0x80) {
		*to++ = (char)c;
	} else if (c < 0x800) {
		*to++ = (char)(0xc0 | c >> 6);
		*to++ = (char)(0x80 | (c & 0x3f));
	} else {
		*to++ = (char)(0xe0 | c >> 12);
		*to++ = (char)(0x80 | (c >> 6 & 0x3f));
		*to++ = (char)(0x80 | (c & 0x3f));
	}
	return to;
}

/* Letters of French that a Mac gives in two: the letter, then its accent. */
static const struct {
	char letter;
	uint16_t accent, whole;
} composed[] = { { 'a', 0x300, 0xe0 }, { 'e', 0x300, 0xe8 },
	{ 'u', 0x300, 0xf9 }, { 'e', 0x301, 0xe9 }, { 'a', 0x302, 0xe2 },
	{ 'e', 0x302, 0xea }, { 'i', 0x302, 0xee }, { 'o', 0x302, 0xf4 },
	{ 'u', 0x302, 0xfb }, { 'e', 0x308, 0xeb }, { 'i', 0x308, 0xef },
	{ 'u', 0x308, 0xfc }, { 'c', 0x327, 0xe7 } };

/* The letter that last and an accent make; 0: none.  Capitals are 0x20 less. */
static unsigned
compose(char last, unsigned accent)
{
	unsigned capital = last >= 'A' && last <= 'Z' ? 0x20 : 0;

	for (size_t i = 0; i < sizeof(composed) / sizeof(composed[0]); i++)
		if (composed[i].accent == accent &&
		    composed[i].letter == (char)(last + (int)capital))
			return composed[i].whole - capital;
	return 0;
}

/* Two bytes may become three. */
char *
pasted_clean(struct pool *pool, const char *s)
{
	char *out = pool_take(pool, strlen(s) * 3 / 2 + 4), *to = out;

	while (*s != '\0') {
		const char *from = s;
		unsigned c = str_next(&s), is = meant(c);
		unsigned whole = to > out ? compose(to[-1], c) : 0;

		if (whole != 0) {
			to = put_character(to - 1, whole);
		} else if (is == c) {
			memcpy(to, from, (size_t)(s - from));
			to += s - from;
		} else if (is != 0 &&
		    (is != ' ' || (*s != ' ' && to > out && to[-1] != ' '))) {
			/* A blank beside another adds nothing. */
			to = put_character(to, is);
		}
	}
	*to = '\0';
	return out;
}
