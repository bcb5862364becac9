/* tags.c - the tags of XML and HTML from outside, before they are parsed. */

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "text/normalize.h"
#include "text/tags.h"

enum {
	MAX_TAG = 4096,
	MAX_ATTRIBUTES = 16,
	MAX_NAME = 64,
	STREAM_TAG = 1 << 20,
	STREAM_ATTRIBUTES = 100,
	FEW_ATTRIBUTES = 1000
};

static bool
tags_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* ---- XML ---- */

/* One tag, s being after its "<".  Every "<" is looked at, one in a comment or
 * in CDATA too: a tag cannot hide in what only looks like one. */
static bool
is_small(const char *s, size_t n)
{
	unsigned attributes = 0;
	char quote = '\0';

	for (size_t i = 0; i < n && i < MAX_TAG; i++) {
		if (s[i] == '<')
			return false;
		if (quote != '\0') {
			if (s[i] == quote)
				quote = '\0';
		} else if (s[i] == '>') {
			return true;
		} else if (s[i] == '"' || s[i] == '\'') {
			quote = s[i];
		} else if (s[i] == '=' && ++attributes > MAX_ATTRIBUTES) {
			return false;
		}
	}
	return false;
}

bool
tags_are_small(const char *s, size_t n)
{
	const char *end = s + n;

	while ((s = memchr(s, '<', (size_t)(end - s))) != NULL) {
		s++;
		if (s < end && strchr("/!?", *s) == NULL &&
		    !is_small(s, (size_t)(end - s)))
			return false;
	}
	return true;
}

/* What is no tag counts too: a text of so many is no text. */
bool
tags_have_few(const char *s, size_t n)
{
	unsigned attributes = 0;

	for (size_t i = 0; i < n && attributes <= FEW_ATTRIBUTES; i++)
		attributes = s[i] == '<' ? 0 : attributes + (s[i] == '=');
	return attributes <= FEW_ATTRIBUTES;
}

/* ---- HTML ---- */

/* A reading of HTML, as libxml2's parser reads it. */
struct tags {
	const char *s, *end;
};

/* The next byte; NUL at the end. */
static char
tags_peek(const struct tags *t)
{
	return t->s < t->end ? *t->s : '\0';
}

static bool
at_tag_end(const struct tags *t)
{
	return t->s == t->end || *t->s == '>' ||
	    (*t->s == '/' && t->s + 1 < t->end && t->s[1] == '>');
}

static void
skip_blanks(struct tags *t)
{
	while (t->s < t->end && tags_is_blank(*t->s))
		t->s++;
}

/* Past the first sign, or to the end. */
static void
skip_past(struct tags *t, const char *sign)
{
	const char *found = memmem(t->s, (size_t)(t->end - t->s), sign,
	    strlen(sign));

	t->s = found != NULL ? found + strlen(sign) : t->end;
}

static bool
begins_name(char c)
{
	return (str_is_plain(c) && (c < '0' || c > '9')) || c == '_' ||
	    c == ':';
}

static size_t
take_name(struct tags *t)
{
	const char *from = t->s;

	if (begins_name(tags_peek(t)))
		while (t->s < t->end &&
		    (begins_name(*t->s) || str_is_plain(*t->s) ||
			*t->s == '-' || *t->s == '.'))
			t->s++;
	return (size_t)(t->s - from);
}

/* What follows the "=": in quotes, or up to a blank. */
static void
take_value(struct tags *t, const char **value, size_t *n)
{
	char quote = tags_peek(t);

	if (quote == '"' || quote == '\'') {
		const char *end;

		*value = ++t->s;
		end = memchr(t->s, quote, (size_t)(t->end - t->s));
		*n = (size_t)((end != NULL ? end : t->end) - t->s);
		t->s = end != NULL ? end + 1 : t->end;
		return;
	}
	*value = t->s;
	while (t->s < t->end && *t->s != '>' && !tags_is_blank(*t->s))
		t->s++;
	*n = (size_t)(t->s - *value);
}

/* In quotes again, with no sign in it that could be one of a tag. */
static void
put_attribute(struct buf *out, const char *name, const char *s, size_t n)
{
	buf_putf(out, " %s=\"", name);
	for (; n > 0; s++, n--) {
		if (*s == '"')
			buf_puts(out, "&quot;");
		else if (*s == '<')
			buf_puts(out, "&lt;");
		else if (*s == '>')
			buf_puts(out, "&gt;");
		else
			buf_putc(out, *s);
	}
	buf_putc(out, '"');
}

/* The bit of an attribute that is kept, and its name; 0 for the others. */
static unsigned
kept_attribute(const char *s, size_t n, const char **name)
{
	static const char *const kept[] = { "href", "scope", "colspan",
		"rowspan" };

	for (unsigned i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
		if (strlen(kept[i]) == n && strncasecmp(s, kept[i], n) == 0) {
			*name = kept[i];
			return 1U << i;
		}
	return 0;
}

/* Up to the end of the tag, which is put as it was. */
static void
put_attributes(struct buf *out, struct tags *t)
{
	unsigned had = 0, is;

	for (skip_blanks(t); !at_tag_end(t); skip_blanks(t)) {
		const char *name = t->s, *value = NULL;
		size_t len = take_name(t), n = 0;

		if (len == 0) {
			while (!at_tag_end(t) && !tags_is_blank(*t->s))
				t->s++;
			continue;
		}
		skip_blanks(t);
		if (tags_peek(t) == '=') {
			t->s++;
			skip_blanks(t);
			take_value(t, &value, &n);
		}
		is = kept_attribute(name, len, &name) & ~had;
		had |= is;
		if (is != 0 && value != NULL && n < MAX_TAG)
			put_attribute(out, name, value, n);
	}
	if (tags_peek(t) == '/') {
		buf_putc(out, '/');
		t->s++;
	}
	if (t->s < t->end)
		t->s++;
	buf_putc(out, '>');
}

/* What a script or a style holds is not HTML, up to its own end. */
static void
skip_raw(struct tags *t, const char *name, size_t len)
{
	for (; t->s < t->end; t->s++)
		if (*t->s == '<' && (size_t)(t->end - t->s) >= len + 2 &&
		    t->s[1] == '/' && strncasecmp(t->s + 2, name, len) == 0)
			return;
}

static bool
is_raw(const char *name, size_t len)
{
	return (len == 6 && strncasecmp(name, "script", len) == 0) ||
	    (len == 5 && strncasecmp(name, "style", len) == 0);
}

/* After "<", or "</". */
static void
put_tag(struct buf *out, struct tags *t, bool ends)
{
	const char *name = t->s;
	size_t len = take_name(t);

	buf_puts(out, ends ? "</" : "<");
	buf_put(out, name, len < MAX_NAME ? len : MAX_NAME);
	if (ends) {
		skip_past(t, ">");
		buf_putc(out, '>');
		return;
	}
	put_attributes(out, t);
	if (is_raw(name, len) && out->data[out->len - 2] != '/')
		skip_raw(t, name, len);
}

/* Where a "<" stands.  One that opens nothing is a sign of the text, and
 * written so: a name may come after it, once what parts them is left out. */
static void
put_sign(struct buf *out, struct tags *t)
{
	char c;

	t->s++;
	c = tags_peek(t);
	if (begins_name(c)) {
		put_tag(out, t, false);
	} else if (c == '/' && t->s + 1 < t->end && begins_name(t->s[1])) {
		t->s++;
		put_tag(out, t, true);
	} else if (t->end - t->s >= 3 && strncmp(t->s, "!--", 3) == 0) {
		t->s += 3;
		skip_past(t, "-->");
	} else if (c == '!' || c == '?') {
		skip_past(t, ">");
	} else {
		buf_puts(out, c == '/' ? "" : "&lt;");
		t->s += c == '/';
	}
}

void
tags_put_bare(struct buf *out, const char *s, size_t n)
{
	struct tags t = { s, s + n };

	while (t.s < t.end) {
		const char *sign = memchr(t.s, '<', (size_t)(t.end - t.s));
		const char *to = sign != NULL ? sign : t.end;

		buf_put(out, t.s, (size_t)(to - t.s));
		t.s = to;
		if (sign != NULL)
			put_sign(out, &t);
	}
}

/* ---- a line of text ---- */

/* The length of the tag of HTML that s begins with; 0: it is none.  *line: it
 * stands between lines. */
static size_t
tag_length(const char *s, bool *line)
{
	const char *name = s + 1 + (s[0] == '<' && s[1] == '/'), *end;
	char lower[8];
	size_t n = 0;

	if (*s != '<' || (end = strchr(s, '>')) == NULL)
		return 0;
	for (; n + 1 < sizeof(lower) && str_is_plain(name[n]); n++)
		lower[n] = (char)tolower((unsigned char)name[n]);
	lower[n] = '\0';
	*line = n > 0 && str_has_word("br div h1 h2 h3 p", lower);
	return n > 0 && strchr(" />", name[n]) != NULL &&
		(*line ||
		    str_has_word("a b em font i small span strong sub sup u",
			lower))
	    ? (size_t)(end - s) + 1
	    : 0;
}

const char *
tags_drop(struct pool *pool, const char *s)
{
	char *all, *to;
	bool line;

	if (strchr(s, '<') == NULL)
		return s;
	all = to = pool_strdup(pool, s);
	while (*s != '\0') {
		size_t n = tag_length(s, &line);

		if (n == 0)
			*to++ = *s++;
		else if (line)
			*to++ = '\n';
		s += n;
	}
	*to = '\0';
	return normalize_text(pool, all);
}

/* ---- a stream ---- */

/* A byte of a tag that is open. */
static void
take_byte(struct tag_stream *t, char c)
{
	t->n++;
	if (t->quote != '\0') {
		if (c == t->quote)
			t->quote = '\0';
	} else if (c == '"' || c == '\'') {
		t->quote = c;
	} else if (c == '>') {
		t->open = false;
	} else {
		t->attributes += c == '=';
	}
}

/* No value of an attribute holds "<": it begins a tag wherever it stands. */
bool
tag_stream_is_small(struct tag_stream *t, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '<') {
			*t = (struct tag_stream){ .begins = true };
			continue;
		}
		if (t->begins)
			t->open = isalpha((unsigned char)s[i]) || s[i] == '_' ||
			    s[i] == ':' || (s[i] & 0x80) != 0;
		t->begins = false;
		if (t->open)
			take_byte(t, s[i]);
		if (t->n > STREAM_TAG || t->attributes > STREAM_ATTRIBUTES)
			return false;
	}
	return true;
}
