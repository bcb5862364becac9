/* fragment.c - HTML rendered ahead, and its holes. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fragment.h"
#include "text.h"

/* A hole: OPEN ['?'] name [' ' of] NAMED, and for a '?' its content, CLOSE. */
struct hole {
	char	 name[32], of[96];
	bool	 holds;
};

/* Reads the hole whose OPEN is at p; what follows it, or NULL. */
static const char *
read_hole(const char *p, const char *end, struct hole *h)
{
	const char *stop = memchr(p, FRAGMENT_NAMED, (size_t)(end - p)), *of;

	if (stop == NULL || stop - p >= (long)sizeof(h->of))
		return NULL;
	h->holds = *++p == '?';
	p += h->holds;
	of = memchr(p, ' ', (size_t)(stop - p));
	snprintf(h->name, sizeof(h->name), "%.*s",
	    (int)((of != NULL ? of : stop) - p), p);
	snprintf(h->of, sizeof(h->of), "%.*s",
	    of != NULL ? (int)(stop - of - 1) : 0, of != NULL ? of + 1 : "");
	return stop + 1;
}

/* "2027-03-03 2 30", a "-" for none. */
static bool
keeps_until(const char *of, long day)
{
	char min[16] = "-", max[16] = "-", date[16] = "";
	long left;

	if (sscanf(of, "%15s %15s %15s", date, min, max) < 1)
		return false;
	left = text_day(date) - day;
	return (*min == '-' && min[1] == '\0' ? true : left >= atol(min)) &&
	    (*max == '-' && max[1] == '\0' ? true : left <= atol(max));
}

static bool
keeps(const struct fragment_filler *f, const struct hole *h)
{
	if (strcmp(h->name, "until") == 0)
		return keeps_until(h->of, f->day);
	return f->keeps != NULL && f->keeps(f->arg, h->name, h->of);
}

static void
put(struct buf *b, const struct fragment_filler *f, const struct hole *h)
{
	if (strcmp(h->name, "days") == 0)
		buf_putf(b, "%ld", text_day(h->of) - f->day);
	else if (f->put != NULL)
		f->put(f->arg, b, h->name, h->of);
}

/* Past the CLOSE of the hole whose content begins at p. */
static const char *
skip(const char *p, const char *end)
{
	for (int depth = 1; p < end; p++) {
		if (*p == FRAGMENT_OPEN && p + 1 < end && p[1] == '?')
			depth++;
		else if (*p == FRAGMENT_CLOSE && --depth == 0)
			return p + 1;
	}
	return end;
}

/* The next mark at or after p, or end. */
static const char *
next_mark(const char *p, const char *end)
{
	while (p < end && (unsigned char)*p > FRAGMENT_CLOSE)
		p++;
	return p;
}

void
fragment_fill(struct buf *b, const char *html, size_t n,
    const struct fragment_filler *f)
{
	const char *p = html, *end = html + n, *mark, *after;
	struct hole h;

	for (;;) {
		mark = next_mark(p, end);
		buf_put(b, p, (size_t)(mark - p));
		if (mark == end)
			return;
		p = mark + 1;
		if (*mark != FRAGMENT_OPEN ||
		    (after = read_hole(mark, end, &h)) == NULL)
			continue;
		p = after;
		if (!h.holds)
			put(b, f, &h);
		else if (!keeps(f, &h))
			p = skip(p, end);
	}
}
