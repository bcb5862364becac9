/* member_codes.c - the codes of the territories of a list. */

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "programs/member_codes.h"
#include "table/csv_rows.h"
#include "table/csv_titles.h"
#include "territory/perimeter_row.h"

enum { MAX_CODE = 9, MAX_TOLD = 20 };

struct member_reader {
	bool titled; /* its next row has the titles of its columns */
	bool bare;   /* it has none: a code begins each row */
	int column;  /* of the codes, from 0 */
	unsigned long faults;
	struct buf *json;
};

/* ---- codes ---- */

/* How many bytes of s are what may stand around the digits of a code: a blank,
 * also one that does not break; and what spreadsheets put for a text to stay
 * one, ="01004" or '01004. */
static size_t
padding(const char *s)
{
	if (*s != '\0' && strchr(" \t=\"'", *s) != NULL)
		return 1;
	return strncmp(s, "\u00a0", 2) == 0 ? 2
	    : strncmp(s, "\u202f", 3) == 0  ? 3
					    : 0;
}

/* The code that is the cell of n bytes; false when it is none.  A spreadsheet
 * took the zero that began an INSEE code. */
static bool
code_of(char code[MAX_CODE + 2], const char *cell, size_t n)
{
	const char *end = cell + n;
	char bare[MAX_CODE + 1];
	size_t len = 0, skip;

	for (; cell < end && len < sizeof(bare); cell += skip + (skip == 0)) {
		skip = padding(cell);
		if (skip == 0)
			bare[len++] = *cell == 'a' || *cell == 'b'
			    ? (char)(*cell - 'a' + 'A')
			    : *cell;
	}
	if (len == sizeof(bare))
		return false;
	bare[len] = '\0';
	snprintf(code, MAX_CODE + 2, "%s%s", str_lost_zero(bare), bare);
	return perimeter_row_is_insee(code) || perimeter_row_is_siren(code);
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

/* Where the code ends that begins a line without titles: what follows it is
 * whatever they wrote. */
static size_t
bare_length(const char *s, size_t n)
{
	size_t k = 0;

	while (k < n && strchr(";,\t\r\n", s[k]) == NULL)
		k++;
	return k;
}

/* Past what is no row, to the titles when there are any: the first line is of
 * titles unless it begins with a code.  *before: lines passed. */
static void
find_titles(struct member_reader *m, struct csv_text *t, unsigned long *before)
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
	m->bare = code_of(code, s, bare_length(s, n));
	if (m->bare)
		return;
	m->titled = csv_titles_find(t, is_title, NULL, &passed);
	m->bare = !m->titled;
	*before += passed;
}

/* ---- rows ---- */

static void
take_titles(struct member_reader *m, const struct csv_row *row)
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
	struct member_reader *m = arg;
	const char *cell = m->column < row->n ? row->field[m->column] : "";
	size_t n = strlen(cell);
	char code[MAX_CODE + 2];

	if (m->bare)
		n = bare_length(cell, n);
	if (m->titled)
		take_titles(m, row);
	else if (row->field[0][0] == '#')
		;
	else if (code_of(code, cell, n))
		buf_putf(m->json, "%s\"%s\"", m->json->len > 1 ? "," : "",
		    code);
	else if (m->faults++ < MAX_TOLD)
		log_msg(_("line %lu, column %d: \"%.60s\" is neither an INSEE "
			  "code nor a SIREN"),
		    row->line, m->column + 1, cell);
	return RC_OK;
}

enum rc
member_codes_read(struct csv_source *in, struct buf *json)
{
	struct member_reader m = { .json = json };
	unsigned long before;
	struct csv_text t;
	enum rc rc = csv_text_open(&t, in);

	buf_putc(json, '[');
	if (rc == RC_OK) {
		find_titles(&m, &t, &before);
		rc = csv_rows_read(&t, before, take_row, &m);
	}
	csv_text_free(&t);
	buf_putc(json, ']');
	if (m.faults == 0)
		return rc;
	log_msg(ngettext("%lu line has no code: it wants one of 5 characters "
			 "(INSEE) or 9 digits (SIREN), first or below a title "
			 "that says \"insee\" or \"siren\"",
		    "%lu lines have no code: each wants one of 5 characters "
		    "(INSEE) or 9 digits (SIREN), first or below a title that "
		    "says \"insee\" or \"siren\"",
		    m.faults),
	    m.faults);
	return RC_BAD_PARAM;
}
