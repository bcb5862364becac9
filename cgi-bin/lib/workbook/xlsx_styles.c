/* xlsx_styles.c - how a workbook shows its numbers. */

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "text/day.h"
#include "workbook/xlsx_styles.h"

enum { MAX_STYLES = 65536, MAX_FORMATS = 4096, DAY_SECONDS = 86400 };

/* Days from 1899-12-30, from which Excel counts after a 29 February 1900 that
 * was none, and from 1904-01-01, to 1970-01-01; and the last, of 9999-12-31. */
enum { FROM_1900 = 25569, FROM_1904 = 24107, LAST = 2958465, AFTER_NONE = 61 };

struct format {
	unsigned long id;
	enum xlsx_kind kind;
};

struct formats {
	struct format of[MAX_FORMATS];
	size_t n;
};

/* ---- formats ---- */

enum xlsx_kind
xlsx_format_kind(const char *s)
{
	enum xlsx_kind kind = XLSX_NUMBER;
	bool quoted = false, bracket = false;

	for (; *s != '\0' && *s != ';'; s++) {
		if (*s == '"')
			quoted = !quoted;
		else if (!quoted && *s == '[')
			bracket = true;
		else if (*s == ']')
			bracket = false;
		else if (quoted || bracket)
			continue;
		else if ((*s == '\\' || *s == '_' || *s == '*') && s[1] != '\0')
			s++;
		else if (strchr("yYdDjJ", *s) != NULL)
			return XLSX_DAY;
		else if (*s == '%')
			kind = XLSX_PERCENT;
	}
	return kind;
}

/* The formats that every workbook has; those of 27 to 58 are days in the Far
 * East, and free elsewhere. */
static enum xlsx_kind
own_kind(unsigned long id)
{
	return id == 9 || id == 10 ? XLSX_PERCENT
	    : (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) ||
		id == 36 || (id >= 50 && id <= 58)
	    ? XLSX_DAY
	    : XLSX_NUMBER;
}

static enum xlsx_kind
kind_of(const struct formats *f, unsigned long id)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->of[i].id == id)
			return f->of[i].kind;
	return own_kind(id);
}

/* ---- the part ---- */

static void
take_format(struct formats *f, struct xlsx_part *p)
{
	const char *format = xlsx_part_said(p, "formatCode");

	if (f->n == MAX_FORMATS)
		p->why = N_("it has over 4,096 formats");
	else if (format != NULL)
		f->of[f->n++] = (struct format){ xlsx_part_number(p, "numFmtId",
						     UINT16_MAX),
			xlsx_format_kind(format) };
}

static void
take_style(struct xlsx_styles *s, const struct formats *f, struct xlsx_part *p)
{
	if (s->n == MAX_STYLES)
		p->why = N_("it has over 65,536 styles");
	else
		s->kind[s->n++] = (unsigned char)kind_of(f,
		    xlsx_part_number(p, "numFmtId", UINT16_MAX));
}

/* Formats come before the styles of cells, and named styles, which are as many
 * of the same element, stand apart. */
static void
read_styles(struct xlsx_styles *s, struct formats *f, struct xlsx_part *p)
{
	bool cells = false;

	while (xlsx_part_next(p)) {
		if (xlsx_part_begins(p, "cellXfs"))
			cells = true;
		if (xlsx_part_ends(p, "cellXfs"))
			cells = false;
		if (xlsx_part_begins(p, "numFmt"))
			take_format(f, p);
		else if (cells && xlsx_part_begins(p, "xf"))
			take_style(s, f, p);
	}
}

enum rc
xlsx_styles_read(struct xlsx_styles *s, struct xlsx_package *package,
    const char *name)
{
	struct formats *f = calloc(1, sizeof(*f));
	struct xlsx_part p;
	enum rc rc = RC_OK;

	s->n = 0;
	s->kind = calloc(1, MAX_STYLES);
	if (f == NULL || s->kind == NULL)
		log_die("xlsx: out of memory");
	if (name != NULL && xlsx_part_open(&p, package, name)) {
		read_styles(s, f, &p);
		rc = xlsx_part_close(&p);
	}
	free(f);
	return rc;
}

void
xlsx_styles_free(struct xlsx_styles *s)
{
	free(s->kind);
	s->kind = NULL;
	s->n = 0;
}

/* ---- numbers ---- */

/* False when there is no such day. */
static bool
put_day(const struct xlsx_styles *s, double number, struct buf *to)
{
	long long moment;
	long day, second;
	char text[11];

	if (!(number >= 0 && number <= LAST) ||
	    (!s->from_1904 && number < AFTER_NONE))
		return false;
	moment = llround(number * DAY_SECONDS);
	day = (long)(moment / DAY_SECONDS) -
	    (s->from_1904 ? FROM_1904 : FROM_1900);
	second = (long)(moment % DAY_SECONDS);
	day_write(day, text);
	buf_puts(to, text);
	if (second > 0)
		buf_putf(to, "T%02ld:%02ld:%02ld", second / 3600,
		    second / 60 % 60, second % 60);
	return true;
}

void
xlsx_number_put(const struct xlsx_styles *s, unsigned long style,
    const char *number, struct buf *to)
{
	unsigned kind = style < s->n ? s->kind[style] : XLSX_NUMBER;
	char *end;
	double n = strtod(number, &end);

	if (end == number || *end != '\0' || !isfinite(n))
		buf_puts(to, number);
	else if (kind == XLSX_PERCENT)
		buf_putf(to, "%.15g%%", n * 100);
	else if (kind != XLSX_DAY || !put_day(s, n, to))
		buf_putf(to, "%.15g", n);
}
