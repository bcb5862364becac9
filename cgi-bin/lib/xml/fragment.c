/* fragment.c - templates: HTML rendered ahead, and its placeholders. */

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "gen/constants.h"
#include "xml/fragment.h"

/* A placeholder: OPEN ['?'] name [' ' of] NAMED, and for a '?' its content,
 * CLOSE. */
struct placeholder {
	char name[128];
	const char *of; /* behind the name */
	bool holds;
};

/* Reads the placeholder whose OPEN is at p; what follows it, or NULL. */
static const char *
read_placeholder(const char *p, const char *end, struct placeholder *h)
{
	const char *stop = memchr(p, FRAGMENT_NAMED, (size_t)(end - p));
	char *blank;
	size_t n;

	if (stop == NULL)
		return NULL;
	h->holds = *++p == '?';
	p += h->holds;
	if ((n = (size_t)(stop - p)) >= sizeof(h->name))
		return NULL;
	memcpy(h->name, p, n);
	h->name[n] = '\0';
	h->of = h->name + n;
	if ((blank = memchr(h->name, ' ', n)) != NULL) {
		*blank = '\0';
		h->of = blank + 1;
	}
	return stop + 1;
}

/* The next number of *s, and moves past it; no number ("-") is def. */
static long
next_number(const char **s, long def)
{
	const char *p = *s;
	bool minus = *p == '-';
	long n = 0;

	for (p += minus; *p >= '0' && *p <= '9' && n < LONG_MAX / 20; p++)
		n = 10 * n + (*p - '0');
	if (p == *s + minus)
		n = def;
	else if (minus)
		n = -n;
	p += strcspn(p, " ");
	*s = p + (*p == ' ');
	return n;
}

/* "20881 2 30", the day and how many are left at least and at most. */
static bool
keeps_until(const char *of, long day)
{
	long left = next_number(&of, LONG_MIN / 2) - day;
	long min = next_number(&of, LONG_MIN), max = next_number(&of, LONG_MAX);

	return left >= min && left <= max;
}

/* Notes the word, unless it was there before. */
static bool
keeps_first(struct buf *said, const char *of)
{
	size_t had;
	bool first;

	if (said == NULL)
		return true;
	had = said->len;
	buf_putc(said, ' ');
	buf_puts(said, of);
	buf_putc(said, ' ');
	first = strstr(said->data, said->data + had) == said->data + had;
	if (!first)
		said->data[said->len = had] = '\0';
	return first;
}

static bool
keeps(const struct fragment_filler *f, const struct placeholder *h)
{
	if (strcmp(h->name, PLACEHOLDER_UNTIL) == 0)
		return keeps_until(h->of, f->day);
	if (strcmp(h->name, PLACEHOLDER_FIRST) == 0)
		return keeps_first(f->said, h->of);
	return f->keeps != NULL && f->keeps(f->arg, h->name, h->of);
}

/* Writes a value: one that is filled here, or the caller's. */
static void
fragment_put(struct buf *b, const struct fragment_filler *f,
    const struct placeholder *h)
{
	if (strcmp(h->name, PLACEHOLDER_DAYS) == 0)
		buf_put_int(b, atol(h->of) - f->day);
	else if (f->put != NULL)
		f->put(f->arg, b, h->name, h->of);
}

/* The next mark at or after p, or end. */
static const char *
next_mark(const char *p, const char *end)
{
	static const char marks[] = { FRAGMENT_OPEN, FRAGMENT_NAMED,
		FRAGMENT_CLOSE, '\0' };
	size_t n = strcspn(p, marks);

	return n < (size_t)(end - p) ? p + n : end;
}

/* Past the CLOSE of the placeholder whose content begins at p. */
static const char *
skip(const char *p, const char *end)
{
	for (int depth = 1; (p = next_mark(p, end)) < end; p++) {
		if (*p == FRAGMENT_OPEN && p + 1 < end && p[1] == '?')
			depth++;
		else if (*p == FRAGMENT_CLOSE && --depth == 0)
			return p + 1;
	}
	return end;
}

void
fragment_fill(struct buf *b, const char *html, size_t n,
    const struct fragment_filler *f)
{
	const char *p = html, *end = html + n, *mark, *after;
	struct placeholder h;

	for (;;) {
		mark = next_mark(p, end);
		buf_put(b, p, (size_t)(mark - p));
		if (mark == end)
			return;
		p = mark + 1;
		if (*mark != FRAGMENT_OPEN ||
		    (after = read_placeholder(mark, end, &h)) == NULL)
			continue;
		p = after;
		if (!h.holds)
			fragment_put(b, f, &h);
		else if (!keeps(f, &h))
			p = skip(p, end);
	}
}

/* ---- placeholders read once ---- */

enum { DEPTH = 16 };

static struct fragment_piece *
add_piece(struct fragment *f, const char *html, const char *end)
{
	struct fragment_piece *p;

	/* By powers of two. */
	if ((f->pieces & (f->pieces - 1)) == 0) {
		p = realloc(f->piece, (f->pieces * 2 + 1) * sizeof(*p));
		if (p == NULL)
			log_die("fragment: out of memory");
		f->piece = p;
	}
	p = &f->piece[f->pieces++];
	*p = (struct fragment_piece){ html, (size_t)(end - html), -1,
		f->pieces };
	return p;
}

void
fragment_read(struct fragment *f,
    int (*number)(void *arg, const char *name, const char *of), void *arg)
{
	const char *p = f->html.data, *end = p + f->html.len, *mark, *after;
	size_t open[DEPTH];
	int depth = 0;
	struct placeholder h;

	f->pieces = 0;
	while (p < end) {
		struct fragment_piece *piece;

		mark = next_mark(p, end);
		piece = add_piece(f, p, mark);
		p = mark < end ? mark + 1 : end;
		if (mark == end)
			break;
		if (*mark == FRAGMENT_CLOSE && depth > 0)
			f->piece[open[--depth]].after = f->pieces;
		if (*mark != FRAGMENT_OPEN ||
		    (after = read_placeholder(mark, end, &h)) == NULL)
			continue;
		p = after;
		piece->placeholder = number(arg, h.name, h.of);
		if (h.holds && depth < DEPTH)
			open[depth++] = f->pieces - 1;
	}
	while (depth > 0)
		f->piece[open[--depth]].after = f->pieces;
}

void
fragment_free(struct fragment *f)
{
	buf_free(&f->html);
	free(f->piece);
	*f = (struct fragment){ .pieces = 0 };
}
