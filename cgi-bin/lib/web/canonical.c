/* canonical.c - the one spelling of a query string. */

#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "web/canonical.h"

bool
canonical_is_file(const char *format)
{
	/* As nginx knows them: conf/nginx-http.conf. */
	return format != NULL && str_has_word("csv xlsx atom ics", format);
}

/* The last pair that says a format: it is the one that counts. */
static size_t
last_format(const struct param_pairs *pairs)
{
	size_t last = pairs->n;

	for (size_t i = 0; i < pairs->n; i++)
		if (strcmp(pairs->pair[i].name, "format") == 0 &&
		    pairs->pair[i].value != NULL &&
		    *pairs->pair[i].value != '\0')
			last = i;
	return last;
}

/* Whether a name has a value, and whether it was given without one. */
static bool
is_said(const struct param_pairs *pairs, const char *name, bool *empty)
{
	bool said = false;

	*empty = false;
	for (size_t i = 0; i < pairs->n; i++) {
		const char *s = pairs->pair[i].value;

		if (s == NULL || strcmp(pairs->pair[i].name, name) != 0)
			continue;
		said |= s[strspn(s, "+ ")] != '\0';
		*empty = true;
	}
	*empty = *empty && !said;
	return said;
}

/* The value of which a reader has emptied the text that the form shows: without
 * a script, the form sends it all the same.  NULL: there is none. */
static const struct param *
emptied(const struct param *spec, const struct param_pairs *pairs)
{
	bool empty;

	for (; spec->name != NULL; spec++)
		if (spec->shown != NULL && is_said(pairs, spec->name, &empty) &&
		    !is_said(pairs, spec->shown, &empty) && empty)
			return spec;
	return NULL;
}

/* Whether the pair, of that text, says something to the page. */
static bool
is_kept(const struct param *spec, const struct param_pair *pair,
    const char *text, size_t n, bool file)
{
	bool named = strcmp(pair->name, "format") == 0;

	if (n == 0)
		return !file; /* "a=1&" says nothing more */
	return pair->value != NULL &&
	    (named || param_name(spec, pair->name) != NULL) &&
	    !(file && text[n - 1] == '=');
}

const char *
canonical_query(struct pool *pool, const struct param *spec, const char *query,
    const struct param_pairs *pairs, const char *format)
{
	bool file = canonical_is_file(format);
	const struct param *gone = emptied(spec, pairs);
	size_t last = last_format(pairs), n;
	const char *s = query, *to = NULL;
	struct buf b = { 0 };

	buf_puts(&b, "");
	/* A pair of each part between two "&": param_split left none out. */
	for (size_t i = 0; i < pairs->n; i++, s += n + (s[n] != '\0')) {
		const struct param_pair *pair = &pairs->pair[i];
		bool said = file && strcmp(pair->name, "format") == 0;

		n = strcspn(s, "&");
		if (!is_kept(spec, pair, s, n, file) || (said && i != last) ||
		    (gone != NULL &&
			(strcmp(pair->name, gone->name) == 0 ||
			    strcmp(pair->name, gone->shown) == 0)))
			continue;
		if (b.len > 0)
			buf_putc(&b, '&');
		buf_puts(&b, said ? "format=" : "");
		buf_put(&b, said ? format : s, said ? strlen(format) : n);
	}
	if (strcmp(b.data, query) != 0)
		to = pool_strdup(pool, b.data);
	buf_free(&b);
	return to;
}
