/* record.c - the records of FastCGI, as bytes. */

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "fcgi/record.h"

static unsigned
byte_at(const char *p, size_t i)
{
	return (unsigned char)p[i];
}

/* version, type, id (2), length of content (2), length of padding, reserved */
size_t
fcgi_record_read(const char *p, size_t n, struct fcgi_record *r)
{
	if (n > 0 && byte_at(p, 0) != 1)
		return 0;
	if (n < FCGI_HEADER)
		return FCGI_HEADER;
	*r = (struct fcgi_record){ .type = byte_at(p, 1),
		.id = byte_at(p, 2) << 8 | byte_at(p, 3),
		.n = byte_at(p, 4) << 8 | byte_at(p, 5),
		.data = p + FCGI_HEADER };
	return FCGI_HEADER + r->n + byte_at(p, 6);
}

void
fcgi_record_header(char *p, enum fcgi_type type, unsigned id, size_t n)
{
	const unsigned char header[FCGI_HEADER] = { 1, (unsigned char)type,
		(unsigned char)(id >> 8), (unsigned char)id,
		(unsigned char)(n >> 8), (unsigned char)n };

	assert(n <= FCGI_CONTENT_MAX);
	memcpy(p, header, sizeof(header));
}

void
fcgi_record_short(char *p, enum fcgi_type type, unsigned id, int at,
    unsigned value)
{
	fcgi_record_header(p, type, id, FCGI_HEADER);
	memset(p + FCGI_HEADER, 0, FCGI_HEADER);
	p[FCGI_HEADER + at] = (char)value;
}

/* A length takes one byte up to 127, else four, of which the first bit is set.
 * False when they are not there. */
static bool
read_length(const char **p, const char *end, size_t *length)
{
	const char *s = *p;

	if (s == end)
		return false;
	if (byte_at(s, 0) < 128) {
		*length = byte_at(s, 0);
		*p = s + 1;
		return true;
	}
	if (end - s < 4)
		return false;
	*length = (size_t)(byte_at(s, 0) & 127) << 24 | byte_at(s, 1) << 16 |
	    byte_at(s, 2) << 8 | byte_at(s, 3);
	*p = s + 4;
	return true;
}

/* Moves n bytes of s to *to, ends them by a NUL and goes past it; NULL when
 * they hold one themselves. */
static const char *
move_text(char **to, const char *s, size_t n)
{
	char *text = *to;

	if (memchr(s, '\0', n) != NULL)
		return NULL;
	memmove(text, s, n);
	text[n] = '\0';
	*to = text + n + 1;
	return text;
}

/* Two lengths take two bytes at least, and make room for two NULs. */
int
fcgi_pairs(char *p, size_t n, struct fcgi_pair *pairs, int max)
{
	const char *s = p, *end = p + n;
	char *to = p;
	int count = 0;

	while (s < end) {
		struct fcgi_pair *pair = &pairs[count];
		size_t name, value;

		if (count == max || !read_length(&s, end, &name) ||
		    !read_length(&s, end, &value) || name > (size_t)(end - s) ||
		    value > (size_t)(end - s) - name ||
		    (pair->name = move_text(&to, s, name)) == NULL ||
		    (pair->value = move_text(&to, s + name, value)) == NULL)
			return -1;
		s += name + value;
		count++;
	}
	return count;
}
