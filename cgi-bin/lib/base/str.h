#ifndef STR_H
#define STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* UTF-8 as it comes from outside: checked, cleaned, folded. */

/* Whether no byte of the string is over 0x7f. */
bool str_is_ascii(const char *);

/* True when the n bytes are well-formed UTF-8 of characters that XML 1.0 can
 * carry: no surrogate, no control but tab, LF and CR, no U+FFFE or U+FFFF. */
bool str_is_xml(const char *s, size_t n);

/* How many of the n bytes come before the first that it would refuse. */
size_t str_xml_run(const char *s, size_t n);

/* Cleans in place what comes from the database or a file: each byte that
 * str_is_xml would refuse becomes '?'.  Returns s. */
char *str_clean(char *s);

/* Takes out in place what no text has, and what misleads: the noncharacters of
 * Unicode (U+FDD0 to U+FDEF, the last two of each plane), which programs keep
 * for themselves, and marks that turn the direction of what follows (U+202A to
 * U+202E, U+2066 to U+2069).  s is UTF-8.  Returns its length. */
size_t str_drop_hidden(char *s);

/* Whether the text begins with a control character, of one byte or of two: to a
 * terminal it may be an order. */
static inline bool
str_is_control(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	return p[0] < ' ' || p[0] == 0x7f ||
	    (p[0] == 0xc2 && p[1] >= 0x80 && p[1] < 0xa0);
}

/* Makes in place one line, for a terminal, of what may come from outside:
 * cleaned, without what is hidden, a blank for each control character but the
 * tab.  Returns s. */
char *str_line(char *s);

/* Whether two texts are the same: for looking up names in short lists, where
 * most differ in their first byte. */
static inline bool
str_is(const char *a, const char *b)
{
	return *a == *b && strcmp(a, b) == 0;
}

/* Whether the byte is a letter or a digit of ASCII: a table, for it is asked of
 * each byte of the texts of a list. */
extern const bool str_plain[256];
static inline bool
str_is_plain(char c)
{
	return str_plain[(unsigned char)c];
}

/* The code point at *s, and moves *s past it; the text must be valid. */
unsigned str_next(const char **s);

/*
 * Folds a name or a word to what a hand types: lower-case ASCII letters and
 * digits, accents and ligatures undone, everything else one blank, no blank at
 * the ends.  With names, "st" and "ste" become "saint" and "sainte"
 * ("St-Jean").  Returns dst, of at most size bytes with its NUL; a longer
 * result is cut.
 */
char *str_fold(char *dst, size_t size, const char *s);
char *str_fold_name(char *dst, size_t size, const char *s);

/* Folds one code point: writes up to 2 ASCII letters or digits in out and
 * returns how many; 0 for a combining mark, -1 for what parts words. */
int str_fold_char(unsigned c, char out[2]);

/* "Échiré, la Fête" to "echire-la-fete": the slug of a name. */
char *str_slug(char *dst, size_t size, const char *s);

/* Decodes %XX and + of a form value in place.  Returns false on a NUL byte or
 * a broken escape. */
bool str_url_decode(char *s);

/* Whether words, separated by single spaces, has that word; NULL has none. */
bool str_has_word(const char *words, const char *word);

/* Goes on with a 64-bit FNV-1a hash; STR_HASH begins one.  NULL is "". */
#define STR_HASH 14695981039346656037u
uint64_t str_hash(uint64_t hash, const char *s);

/* Length in bytes of the longest start of s that is at most n bytes and does
 * not cut a character. */
size_t str_cut(const char *s, size_t n);

/* How many characters it has, not bytes; s is UTF-8. */
size_t str_characters(const char *s);

/* "0" before a code of a place that a spreadsheet made a number of, "04" or
 * "01004" before: no place has a code of one digit or four.  Else "". */
const char *str_lost_zero(const char *code);

/* Days since 1 January 1970 of a date "2027-03-03"; 0 when it is none. */
long str_day(const char *date);

#endif
