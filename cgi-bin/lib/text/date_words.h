#ifndef DATE_WORDS_H
#define DATE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"

/* The words of a date, for date_read.c alone. */

enum { MAX_TEXT = 80, MAX_WORDS = 5 };

/* Numbers and names, in lower case, without accents; the weekday and the time
 * are cut off. */
struct date_words {
	char text[MAX_TEXT];
	const char *word[MAX_WORDS];
	size_t n;
	bool hyphens; /* between words */
	int weekday;  /* 0: Sunday; -1: none said */
	bool timed;   /* a moment */
	char zone;    /* 'Z', '+' or '-'; '\0': none said */
	int hour, minute, second;
	int offset; /* minutes before UTC */
};

/* Parts the text into words; false when it cannot be a date. */
bool date_words_split(struct pool *, const char *s, struct date_words *);

/* The number of one to max digits that the word is; -1 when it is none. */
int date_words_number(const char *word, size_t max);

/* 1 to 12, by the name or what it begins with; 0 when the word names no month.
 */
int date_words_month(const char *word);

#endif
