/* multipart.c - what an HTML form with a file sent. */

#include <string.h>
#include <strings.h>

#include "web/multipart.h"

static const char form_data[] = "multipart/form-data";

/* RFC 2046: a boundary has 70 characters at most. */
enum { MAX_BOUNDARY = 70 };

bool
multipart_is(const char *media)
{
	size_t n = sizeof(form_data) - 1;

	return media != NULL && strncasecmp(media, form_data, n) == 0 &&
	    strchr("; \t", media[n]) != NULL;
}

/* The value of a parameter ("; name=x", "; name=\"x\"") of a header of n bytes;
 * NULL when it is not there. */
static char *
value_of(struct pool *pool, const char *header, size_t n, const char *name)
{
	char *s = pool_strndup(pool, header, n), *at = s;
	size_t len = strlen(name);

	while ((at = strchr(at, ';')) != NULL) {
		at += 1 + strspn(at + 1, " \t");
		if (strncasecmp(at, name, len) != 0 || at[len] != '=')
			continue;
		at += len + 1;
		if (*at != '"')
			return pool_strndup(pool, at, strcspn(at, "; \t\r\n"));
		at++;
		return strchr(at, '"') != NULL
		    ? pool_strndup(pool, at, strcspn(at, "\""))
		    : NULL;
	}
	return NULL;
}

/* Reads one part: headers, an empty line, bytes.  False when it is none.  Of
 * its headers only the names count: a browser tells the type of a file by the
 * end of its name, and it is read as what it is here. */
static bool
read_part(struct pool *pool, const char *s, size_t n, struct multipart_part *to)
{
	static const char disposition[] = "Content-Disposition:";
	size_t len = sizeof(disposition) - 1;
	const char *end = memmem(s, n, "\r\n\r\n", 4), *line = s, *eol;

	if (end == NULL)
		return false;
	*to = (struct multipart_part){ .data = end + 4,
		.n = (size_t)(s + n - end) - 4 };
	for (; to->name == NULL && line < end; line = eol + 2) {
		eol = memmem(line, (size_t)(end + 2 - line), "\r\n", 2);
		if ((size_t)(eol - line) <= len ||
		    strncasecmp(line, disposition, len) != 0)
			continue;
		to->name = value_of(pool, line, (size_t)(eol - line), "name");
		to->file = value_of(pool, line, (size_t)(eol - line),
		    "filename");
	}
	return to->name != NULL;
}

enum rc
multipart_read(struct pool *pool, const char *media, const char *body, size_t n,
    struct multipart *to)
{
	const char *boundary = value_of(pool, media, strlen(media), "boundary"),
		   *mark, *at = body, *end = body + n, *next;
	size_t len;

	to->n = 0;
	if (boundary == NULL || *boundary == '\0' ||
	    strlen(boundary) > MAX_BOUNDARY)
		return RC_BAD_PARAM;
	/* The first line has no other before it. */
	mark = pool_printf(pool, "\r\n--%s", boundary);
	len = strlen(mark);
	if (n < len || memcmp(body, mark + 2, len - 2) != 0)
		return RC_BAD_PARAM;
	for (at += len - 2; end - at < 2 || memcmp(at, "--", 2) != 0;
	     at = next + len) {
		if (end - at < 2 || memcmp(at, "\r\n", 2) != 0 ||
		    to->n == MULTIPART_PARTS)
			return RC_BAD_PARAM;
		at += 2;
		next = memmem(at, (size_t)(end - at), mark, len);
		if (next == NULL ||
		    !read_part(pool, at, (size_t)(next - at),
			&to->part[to->n++]))
			return RC_BAD_PARAM;
	}
	return RC_OK;
}

const struct multipart_part *
multipart_get(const struct multipart *m, const char *name)
{
	for (size_t i = 0; i < m->n; i++)
		if (strcmp(m->part[i].name, name) == 0)
			return &m->part[i];
	return NULL;
}
