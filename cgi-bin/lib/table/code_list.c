/* code_list.c - the codes of a list of territories. */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "table/code_list.h"
#include "table/csv_rows.h"
#include "table/csv_titles.h"

enum { MAX_CODE = 9, MAX_TOLD = 20 };

struct code_reader {
	bool titled; /* its next row has the titles of its columns */
	bool bare;   /* it has none: a code begins each row */
	int column;  /* of the codes, from 0 */
	bool (*is_code)(const char *);
	unsigned long faults;
	struct buf *codes;
};

/* ---- codes ---- */

/* How many bytes of s are what may stand around the digits of a code: a blank,
 * also one that does not break; and what spreadsheets put for a text to stay
 * one, ="01004" or '01004. */
static size_t
padding(const char *s)
{
	if (*s != '\0' && strchr(" =\"'", *s) != NULL)
		return 1;
	return strncmp(s, "\u00a0", 2) == 0 ? 2
	    : strncmp(s, "\u202f", 3) == 0  ? 3
					    : 0;
}

/* Whether c goes on with a code that has n signs: 79191, 2A004, R75. */
static bool
goes_on(char c, size_t n)
{
	return (c >= '0' && c <= '9') || (n == 0 && c == 'R') ||
	    (n == 1 && (c == 'A' || c == 'B'));
}

/* Copies to bare, as a code is written, the signs of one that begins the n
 * bytes of s; *gap: how many there are before a blank that parts them, 0
 * without one; *padded: a blank is the last that was read.  Returns how many
 * bytes that were. */
static size_t
take_signs(char bare[MAX_CODE + 2], const char *s, size_t n, size_t *gap,
    bool *padded)
{
	size_t len = 0, i = 0;

	*gap = 0;
	*padded = false;
	while (i < n && len <= MAX_CODE) {
		char c = (char)toupper((unsigned char)s[i]);
		size_t skip = padding(s + i);

		/* A blank after nine signs ends them. */
		if (skip == 0 &&
		    (!goes_on(c, len) || (*padded && len == MAX_CODE)))
			break;
		if (skip == 0 && *padded && *gap == 0)
			*gap = len;
		if (skip == 0)
			bare[len++] = c;
		*padded = skip > 0;
		i += skip > 0 ? skip : 1;
	}
	bare[len] = '\0';
	return i;
}

/* The code that begins the n bytes of s, and all of them but for their padding
 * when whole; false when it is none.  Blanks part the digits of a SIREN alone,
 * by threes.  A spreadsheet took the zero that began an INSEE code. */
static bool
code_of(const struct code_reader *r, char code[MAX_CODE + 2], const char *s,
    size_t n, bool whole)
{
	char bare[MAX_CODE + 2];
	bool padded;
	size_t gap, taken = take_signs(bare, s, n, &gap, &padded);
	bool cut = gap > 0 && (gap != 3 || strlen(bare) != MAX_CODE);

	if (cut)
		bare[gap] = '\0';
	if ((whole && (cut || taken < n)) ||
	    (!cut && taken < n && strchr(";,\t\r\n", s[taken]) == NULL &&
		!padded))
		return false;
	if (strlen(bare) > MAX_CODE)
		return false;
	snprintf(code, MAX_CODE + 2, "%s%s", str_lost_zero(bare), bare);
	return r->is_code(code);
}

/* ---- titles ---- */

static bool
is_title(void *arg, int column, const char *folded)
{
	static const char *const others[] = { "inseedep", "inseereg",
		"departement", "region" };

	(void)arg;
	(void)column;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (strstr(folded, others[i]) != NULL)
			return false;
	return strstr(folded, "insee") != NULL ||
	    strstr(folded, "siren") != NULL;
}

/* Past what is no row, to the titles when there are any: the first line is of
 * titles unless it begins with a code.  *before: lines passed. */
static void
find_titles(struct code_reader *m, struct csv_text *t, unsigned long *before)
{
	char code[MAX_CODE + 2];
	unsigned long passed;
	size_t n, have;
	const char *s;

	*before = 0;
	while (s = csv_text_ahead(t, 1, &n), n > 0 && strchr("#\r\n", *s)) {
		csv_text_line(t, &s);
		++*before;
	}
	if (*before > 0)
		csv_text_find_delim(t);
	n = csv_text_span(t, 0);
	s = csv_text_ahead(t, n, &have);
	m->bare = code_of(m, code, s, n, false);
	if (m->bare)
		return;
	m->titled = csv_titles_find(t, is_title, NULL, &passed);
	m->bare = !m->titled;
	*before += passed;
}

/* ---- rows ---- */

static void
take_titles(struct code_reader *m, const struct csv_row *row)
{
	char folded[CSV_TITLE_MAX];

	m->titled = false;
	while (m->column < row->n && m->column < CSV_FIELDS - 1 &&
	    !is_title(NULL, m->column,
		csv_title_fold(folded, sizeof(folded), row->field[m->column])))
		m->column++;
}

static enum rc
take_row(void *arg, const struct csv_row *row)
{
	struct code_reader *m = arg;
	const char *cell = m->column < row->n ? row->field[m->column] : "";
	char code[MAX_CODE + 2];

	if (m->titled)
		take_titles(m, row);
	else if (row->field[0][0] == '#')
		;
	else if (code_of(m, code, cell, strlen(cell), !m->bare))
		buf_putf(m->codes, "%s\n", code);
	else if (m->faults++ < MAX_TOLD)
		log_msg(_("line %lu, column %d: \"%.60s\" is neither an INSEE "
			  "code nor a SIREN"),
		    row->line, m->column + 1, cell);
	return RC_OK;
}

enum rc
code_list_read(struct csv_source *in, bool (*is_code)(const char *),
    struct buf *codes)
{
	struct code_reader m = { .is_code = is_code, .codes = codes };
	unsigned long before;
	struct csv_text t;
	enum rc rc = csv_text_open(&t, in);

	if (rc == RC_OK) {
		find_titles(&m, &t, &before);
		rc = csv_rows_read(&t, before, take_row, &m);
	}
	csv_text_free(&t);
	if (m.faults == 0)
		return rc;
	log_msg(ngettext("%lu line has no code: it wants one such as 79191 "
			 "(INSEE) or 200041317 (SIREN), first or below a title "
			 "that says \"insee\" or \"siren\"",
		    "%lu lines have no code: each wants one such as 79191 "
		    "(INSEE) or 200041317 (SIREN), first or below a title that "
		    "says \"insee\" or \"siren\"",
		    m.faults),
	    m.faults);
	return RC_BAD_PARAM;
}
