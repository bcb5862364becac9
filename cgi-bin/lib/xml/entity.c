/* entity.c - references of HTML in a text that is not HTML any more. */

#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "base/buf.h"
#include "xml/entity.h"

enum { MAX_NAME = 16 };

/* The character that the n bytes between "&" and ";" stand for; 0: none. */
static unsigned
character_of(const char *s, size_t n)
{
	const htmlEntityDesc *e;
	char name[MAX_NAME], *end;
	unsigned long c;

	if (n == 0 || n >= sizeof(name))
		return 0;
	memcpy(name, s, n);
	name[n] = '\0';
	if (name[0] != '#')
		return strcmp(name, "apos") == 0 ? '\''
		    : (e = htmlEntityLookup((const xmlChar *)name)) != NULL
		    ? e->value
		    : 0;
	c = name[1] == 'x' || name[1] == 'X' ? strtoul(name + 2, &end, 16)
					     : strtoul(name + 1, &end, 10);
	return *end == '\0' && end > name + 1 && IS_CHAR(c) ? (unsigned)c : 0;
}

unsigned
entity_at(const char *s, size_t *n)
{
	const char *end = *s == '&' ? memchr(s, ';', strnlen(s, MAX_NAME + 1))
				    : NULL;

	*n = end != NULL ? (size_t)(end + 1 - s) : 0;
	return end != NULL ? character_of(s + 1, *n - 2) : 0;
}

const char *
entity_decode(struct pool *pool, const char *s)
{
	struct buf b = { 0 };
	const char *copy;

	for (unsigned c; *s != '\0';) {
		xmlChar utf8[8];
		size_t n;

		if ((c = entity_at(s, &n)) == 0) {
			buf_putc(&b, *s++);
			continue;
		}
		buf_put(&b, (const char *)utf8,
		    (size_t)xmlCopyCharMultiByte(utf8, (int)c));
		s += n;
	}
	copy = pool_strndup(pool, b.len > 0 ? b.data : "", b.len);
	buf_free(&b);
	return copy;
}
