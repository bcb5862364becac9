/* xlsx_strings.c - the texts that cells share. */

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/say.h"
#include "table/csv_source.h"
#include "table/csv_text.h"
#include "workbook/xlsx_strings.h"

/* ---- a text ---- */

/* The code of "_x000D_" at s; -1: it is no such thing. */
static int
escape_at(const char *s)
{
	int code = 0;

	if (s[0] != '_' || s[1] != 'x')
		return -1;
	for (int i = 2; i < 6; i++) {
		if (!isxdigit((unsigned char)s[i]))
			return -1;
		code = 16 * code +
		    (isdigit((unsigned char)s[i])
			    ? s[i] - '0'
			    : tolower((unsigned char)s[i]) - 'a' + 10);
	}
	return s[6] == '_' ? code : -1;
}

/* The character at *s, of one byte, and moves past it; what is of more bytes
 * goes by one after another.  0: none. */
static int
take(const char **s)
{
	int code = escape_at(*s), c;

	if (code >= 0 && code < 0x80) {
		*s += 7;
		return code >= ' ' || strchr("\t\n\r", code) != NULL ? code : 0;
	}
	c = (unsigned char)**s;
	*s += 1;
	return c;
}

void
xlsx_text_put(struct buf *b, const char *s)
{
	int before = 0;

	while (*s != '\0') {
		int c = take(&s);

		if (c == '\r' || (c == '\n' && before != '\r'))
			buf_puts(b, XLSX_LINE);
		else if (c != '\0' && c != '\n')
			buf_putc(b, (char)c);
		before = c;
	}
}

/* ---- the texts ---- */

/* The next one is to begin there. */
static void
note_begin(struct xlsx_strings *s, uint64_t at)
{
	if (s->n + 1 >= s->size) {
		s->size = s->size > 0 ? 2 * s->size : 1024;
		s->at = realloc(s->at, s->size * sizeof(*s->at));
		if (s->at == NULL)
			log_die("xlsx: out of memory");
	}
	s->at[s->n] = at;
}

/* Reads one text, up to the end of its element: what it tells to pronounce it
 * is none of it. */
static void
read_text(struct xlsx_part *p, struct buf *text)
{
	bool told = false, aside = false;

	buf_reset(text);
	if (xlsx_part_ends(p, "si"))
		return;
	while (xlsx_part_next(p) && !xlsx_part_ends(p, "si")) {
		const char *s = xlsx_part_text(p);

		if (xlsx_part_begins(p, "rPh") || xlsx_part_begins(p, "t"))
			*(xlsx_part_begins(p, "t") ? &told : &aside) = true;
		if (xlsx_part_ends(p, "rPh") || xlsx_part_ends(p, "t"))
			*(xlsx_part_ends(p, "t") ? &told : &aside) = false;
		if (s != NULL && told && !aside)
			xlsx_text_put(text, s);
		if (text->len > CSV_ROW_MAX)
			p->why = N_("a text is over 8 MB");
	}
}

static void
read_texts(struct xlsx_strings *s, struct xlsx_part *p, FILE *to)
{
	struct buf text = { 0 };
	uint64_t at = 0;

	note_begin(s, at);
	while (xlsx_part_next(p)) {
		if (!xlsx_part_begins(p, "si"))
			continue;
		read_text(p, &text);
		fwrite(text.len > 0 ? text.data : "", 1, text.len, to);
		s->n++;
		note_begin(s, at += text.len);
		if (s->n > XLSX_STRINGS_MAX)
			p->why = N_("it has over 4,000,000 texts");
	}
	buf_free(&text);
}

enum rc
xlsx_strings_read(struct xlsx_strings *s, struct xlsx_package *package,
    const char *name)
{
	struct xlsx_part p;
	FILE *to = NULL;

	*s = (struct xlsx_strings){ .fd = -1 };
	if (name == NULL || !xlsx_part_open(&p, package, name))
		return RC_OK;
	if ((s->fd = csv_source_unnamed()) < 0 ||
	    (to = fdopen(dup(s->fd), "we")) == NULL)
		p.why = say_error(errno);
	if (p.why == NULL)
		read_texts(s, &p, to);
	if (to != NULL && fclose(to) != 0 && p.why == NULL)
		p.why = say_error(errno);
	return xlsx_part_close(&p);
}

void
xlsx_strings_free(struct xlsx_strings *s)
{
	if (s->fd >= 0)
		close(s->fd);
	free(s->at);
	*s = (struct xlsx_strings){ .fd = -1 };
}

/* The text of that number; false when there is none. */
static bool
find_text(const struct xlsx_strings *s, const char *number, unsigned long *i)
{
	char *end;

	*i = strtoul(number, &end, 10);
	return end != number && *end == '\0' && *i < s->n;
}

bool
xlsx_strings_has(const struct xlsx_strings *s, const char *number)
{
	unsigned long i;

	return find_text(s, number, &i) && s->at[i + 1] > s->at[i];
}

bool
xlsx_strings_put(const struct xlsx_strings *s, const char *number,
    struct buf *to)
{
	unsigned long i;
	size_t n;

	if (!find_text(s, number, &i))
		return false;
	n = (size_t)(s->at[i + 1] - s->at[i]);
	buf_reserve(to, n + 1);
	if (pread(s->fd, to->data + to->len, n, (off_t)s->at[i]) != (ssize_t)n)
		return false;
	to->len += n;
	to->data[to->len] = '\0';
	return true;
}
