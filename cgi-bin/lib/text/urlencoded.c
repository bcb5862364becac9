/* urlencoded.c - what an HTML form sent. */

#include <string.h>

#include "base/str.h"
#include "text/urlencoded.h"

enum { MAX_FIELDS = 600 };

/* A textarea sends CRLF: the CR go. */
static void
drop_cr(char *s)
{
	char *to = s;

	for (; *s != '\0'; s++)
		if (*s != '\r')
			*to++ = *s;
	*to = '\0';
}

enum rc
urlencoded_read(struct pool *pool, const char *body, struct urlencoded *f)
{
	char *copy = pool_strdup(pool, body), *pair;

	f->field = pool_take(pool, MAX_FIELDS * sizeof(*f->field));
	f->n = 0;
	while (*body != '\0' && (pair = strsep(&copy, "&")) != NULL) {
		char *value = strchr(pair, '=');

		if (value == NULL)
			value = pair + strlen(pair);
		else
			*value++ = '\0';
		if (f->n == MAX_FIELDS || !str_url_decode(pair) ||
		    !str_url_decode(value) || !str_is_xml(pair, strlen(pair)) ||
		    !str_is_xml(value, strlen(value)))
			return RC_BAD_PARAM;
		drop_cr(value);
		str_drop_hidden(value);
		f->field[f->n++] = (struct urlencoded_field){ pair, value };
	}
	return RC_OK;
}

const char *
urlencoded_get(const struct urlencoded *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++)
		if (strcmp(f->field[i].name, name) == 0)
			return f->field[i].value;
	return NULL;
}
