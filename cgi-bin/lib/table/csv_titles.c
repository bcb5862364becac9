/* csv_titles.c - the line of a table that names its columns. */

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <csv.h>

#include "base/log.h"
#include "base/str.h"
#include "table/csv_titles.h"

/* The bound on a line of titles keeps the search short in a file whose first
 * lines are long texts. */
enum { MAX_LINES = 20, MAX_LINE = 8192, PIECE = 512 };

/* A line that may be that of the titles. */
struct title_line {
	csv_title_known *known;
	void *arg;
	int column, n; /* n: titles known so far */
	bool ended;
};

/* How many of the n letters of a word are its singular's: without the "s" of a
 * plural, be it alone ("Thème(s)"), or the "x" of "lieux". */
static size_t
singular(const char *word, size_t n)
{
	if (n > 0 && word[n - 1] == 's')
		return n - 1;
	return n > 2 && word[n - 1] == 'x' && word[n - 2] == 'u' ? n - 1 : n;
}

char *
csv_title_fold(char *dst, size_t size, const char *title)
{
	const char *rest = title + strspn(title, " ");
	char whole[CSV_TITLE_MAX], *to = dst;

	if (strncasecmp(rest, "n\u00b0", 3) == 0 ||
	    strncasecmp(rest, "n\u00ba", 3) == 0) {
		snprintf(whole, sizeof(whole), "numero %s", rest + 3);
		title = whole;
	}
	str_fold(dst, size, title);
	for (const char *s = dst + strspn(dst, " "); *s != '\0';) {
		size_t n = strcspn(s, " "), kept = singular(s, n);

		memmove(to, s, kept);
		to += kept;
		s += n + strspn(s + n, " ");
	}
	*to = '\0';
	return dst;
}

static void
on_cell(void *s, size_t n, void *arg)
{
	struct title_line *l = arg;
	char folded[CSV_TITLE_MAX];

	if (!l->ended && s != NULL && n < sizeof(folded) &&
	    *csv_title_fold(folded, sizeof(folded), s) != '\0')
		l->n += l->known(l->arg, l->column, folded);
	l->column++;
}

static void
on_end(int c, void *arg)
{
	struct title_line *l = arg;

	(void)c;
	l->ended = true;
}

/* How many known titles the row at s has, of which n bytes are left: it may go
 * on over several lines, and what comes after it is not read. */
static int
count_known(const char *s, size_t n, char delim, const struct title_line *of)
{
	const size_t max = n < MAX_LINE ? n : MAX_LINE;
	struct title_line l = *of;
	struct csv_parser p;

	if (csv_init(&p, CSV_APPEND_NULL) != 0)
		log_die("table: out of memory");
	csv_set_delim(&p, (unsigned char)delim);
	for (size_t at = 0, piece; at < max && !l.ended; at += piece) {
		piece = max - at < PIECE ? max - at : PIECE;
		csv_parse(&p, s + at, piece, on_cell, on_end, &l);
	}
	/* A cell that the bound cuts is left out: it may end in a letter. */
	if (n <= MAX_LINE)
		csv_fini(&p, on_cell, on_end, &l);
	csv_free(&p);
	return l.n;
}

bool
csv_titles_find(struct csv_text *t, csv_title_known *known, void *arg,
    unsigned long *before)
{
	const char delims[] = { t->delim, ';', '\t', ',' };
	const struct title_line none = { .known = known, .arg = arg };
	unsigned long long begin = csv_text_tell(t), best = begin;
	int most = 0, n;
	size_t at = 0, have;

	*before = 0;
	for (unsigned long i = 0; i < MAX_LINES && at < CSV_ROW_MAX; i++) {
		const char *s = csv_text_ahead(t, at + MAX_LINE + 1, &have);

		if (have <= at)
			break;
		for (size_t k = 0; k < sizeof(delims); k++) {
			n = count_known(s + at, have - at, delims[k], &none);
			if (n <= most)
				continue;
			most = n;
			*before = i;
			best = begin + at;
			t->delim = delims[k];
		}
		at += csv_text_span(t, at);
	}
	csv_text_seek(t, best);
	return most > 0;
}
