/* move.c - the addresses of a page, below a portal. */

#include <string.h>

#include "site/move.h"

static const char assets[] = "/static/";

struct mover {
	const struct portal_address *at;
	size_t n;     /* bytes of the prefix */
	size_t whole; /* of it without the frame */
};

static bool
begins(const char *s, const char *end, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(end - s) >= n && memcmp(s, with, n) == 0;
}

/* Whether an address of the site is one of the pages that portals have. */
static bool
is_page(const char *s, const char *end)
{
	return begins(s, end, "/") && !begins(s, end, "//") &&
	    !begins(s, end, assets);
}

/* Whether an address has a scheme or a host (RFC 3986, 4.2), and so is of
 * another site. */
static bool
is_elsewhere(const char *s, const char *end)
{
	while (s < end && strchr(":/?#", *s) == NULL)
		s++;
	return begins(s, end, ":") || begins(s, end, "//");
}

/* Whether what is there is done in the whole window. */
static bool
leaves_frame(const char *s, const char *end)
{
	const char *path = memchr(s, '?', (size_t)(end - s));
	size_t n = (size_t)((path != NULL ? path : end) - s);

	return is_elsewhere(s, end) || begins(s, end, "/demarches/") ||
	    memmem(s, n, "/candidater/", 12) != NULL ||
	    memmem(s, n, "/vers/", 6) != NULL;
}

static bool
is_named(const char *start, const char *value)
{
	static const char *const names[] = { " href=\"", " src=\"",
		" action=\"", " formaction=\"", " data-suggest=\"" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t n = strlen(names[i]);

		if ((size_t)(value - start) > n &&
		    memcmp(value - n, names[i], n) == 0)
			return true;
	}
	return false;
}

/* The last < or > before s, from where it was sought last: no byte is read
 * twice, whatever a text repeats. */
static const char *
last_tag(const char *tag, const char *from, const char *s)
{
	for (const char *c = s; c-- > from;)
		if (*c == '<' || *c == '>')
			return c;
	return tag;
}

/* Appends what comes before an address, whose attribute is written up to its
 * quote. */
static void
put_before(struct buf *out, const struct mover *m, const char *s,
    const char *end, bool link)
{
	static const char top[] = "_top\" href=\"";
	static const char href[] = "href=\"";
	bool leaves = m->at->is_framed &&
	    ((m->at->is_card && *s != '#') || leaves_frame(s, end));

	if (leaves && link && out->len > sizeof(href)) {
		out->len -= sizeof(href) - 1;
		buf_puts(out, "target=\"");
		buf_put(out, top, sizeof(top) - 1);
	}
	if (is_page(s, end))
		buf_put(out, m->at->prefix, leaves ? m->whole : m->n);
}

static struct mover
mover_of(const struct portal_address *p)
{
	size_t n = strlen(p->prefix);

	return (
	    struct mover){ p, n, p->is_framed ? n - strlen(PORTAL_FRAME) : n };
}

/* The next ="/ from s on, or =" in a frame; NULL at the end.  Of these signs
 * the first is the rarest. */
static const char *
next_value(const char *s, const char *end, bool any)
{
	while (end - s >= 3 &&
	    (s = memchr(s, '=', (size_t)(end - s - 2))) != NULL) {
		if (s[1] == '"' && (any || s[2] == '/'))
			return s;
		s++;
	}
	return NULL;
}

void
move_addresses(struct buf *page, const struct portal_address *p)
{
	struct mover m = mover_of(p);
	const char *from = page->data, *end = page->data + page->len, *at;
	const char *tag = from, *seen = from, *s = from;
	struct buf out = { 0 };

	if (m.n == 0 || page->len == 0)
		return;
	buf_reserve(&out, page->len + page->len / 8);
	while ((at = next_value(s, end, p->is_framed)) != NULL) {
		s = at + 2;
		if (!is_named(page->data, s))
			continue;
		tag = last_tag(tag, seen, s);
		seen = s;
		/* Our writers write a quote, but no < and no >, in a text or a
		 * value as they are. */
		if (*tag != '<')
			continue;
		buf_put(&out, from, (size_t)(s - from));
		put_before(&out, &m, s, s + strcspn(s, "\""),
		    tag[1] == 'a' && tag[2] == ' ');
		from = s;
	}
	buf_put(&out, from, (size_t)(end - from));
	buf_free(page);
	*page = out;
}

const char *
move_location(struct pool *pool, const char *location,
    const struct portal_address *p)
{
	struct mover m = mover_of(p);
	const char *end = location + strlen(location);
	bool leaves = p->is_framed && leaves_frame(location, end);

	return is_page(location, end)
	    ? pool_printf(pool, "%.*s%s", (int)(leaves ? m.whole : m.n),
		  p->prefix, location)
	    : location;
}
