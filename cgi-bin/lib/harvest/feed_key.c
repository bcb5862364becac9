/* feed_key.c - what a feed must be told to answer. */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "base/log.h"
#include "base/say.h"
#include "harvest/feed_key.h"
#include "harvest/feed_reach.h"

enum { MAX_HEADERS = 8, MAX_LINE = 8000, MAX_TOKEN = 16 << 10, SECONDS = 60 };

/* A line is sent as it stands: a header and nothing else. */
static bool
is_header(const char *s)
{
	size_t name = strcspn(s, ":");

	return name > 0 && s[name] == ':' &&
	    strcspn(s, " \t\"(),/;<=>?@[]{}") >= name;
}

/* Lines that are empty, or begin with "#", are for who keeps the file.  What
 * was read of it is not left on the stack. */
static const char *const *
read_headers(struct pool *pool, const char *path, const char **why)
{
	const char **list = pool_take(pool, (MAX_HEADERS + 1) * sizeof(*list));
	char line[MAX_LINE];
	const char *open = feed_reach_key_fault(pool, path);
	FILE *f = fopen(path, "re");
	int n = 0;

	if (f == NULL) {
		*why = pool_printf(pool, _("cannot read \"%s\": %s"), path,
		    say_error(errno));
		return NULL;
	}
	if (open != NULL)
		log_msg("%s", open);
	while (fgets(line, sizeof(line), f) != NULL && *why == NULL) {
		line[strcspn(line, "\r\n")] = '\0';
		if (*line == '\0' || *line == '#')
			continue;
		if (n == MAX_HEADERS || !is_header(line))
			*why = pool_printf(pool,
			    _("\"%s\": a line is \"Name: value\", 8 at most"),
			    path);
		else
			list[n++] = pool_strdup(pool, line);
	}
	memset(line, 0, sizeof(line));
	fclose(f);
	return *why == NULL ? list : NULL;
}

/* The token of an answer {"token": "..."}; NULL when it has none. */
static const char *
token_of(struct pool *pool, FILE *f)
{
	json_t *v;
	const char *s;

	rewind(f);
	v = json_loadf(f, JSON_DISABLE_EOF_CHECK, NULL);
	if ((s = json_string_value(json_object_get(v, "token"))) == NULL)
		s = json_string_value(json_object_get(v, "access_token"));
	s = s != NULL && strpbrk(s, " \r\n") == NULL
	    ? pool_printf(pool, "Authorization: Bearer %s", s)
	    : NULL;
	json_decref(v);
	return s;
}

/* Gives the headers for a token, once a run. */
static const char *const *
exchange(struct pool *pool, struct fetch *fetch, const char *address,
    const char *const *headers, const char **why)
{
	const struct fetch_want want = { .address = address,
		.header = headers,
		.post = "",
		.max_bytes = MAX_TOKEN,
		.max_seconds = SECONDS };
	const char **list = pool_take(pool, 2 * sizeof(*list));
	struct fetch_got got = { 0 };
	FILE *f = tmpfile();

	if (f == NULL) {
		*why = say_error(errno);
		return NULL;
	}
	if (fetch_get(fetch, &want, f, &got) != FETCH_FETCHED)
		*why = pool_strdup(pool, got.why);
	else if ((list[0] = token_of(pool, f)) == NULL)
		*why = _("the address of tokens gave none: is the key right?");
	fclose(f);
	return *why == NULL ? list : NULL;
}

const char *const *
feed_key_headers(struct pool *pool, struct fetch *fetch,
    const struct feed_settings *feed, const char **why)
{
	const char *path = feed->field[FEED_KEY_FILE];
	const char *address = feed->field[FEED_TOKEN_ADDRESS];
	const char *const *list = *path != '\0' ? read_headers(pool, path, why)
						: NULL;

	return *why == NULL && *address != '\0'
	    ? exchange(pool, fetch, address, list, why)
	    : list;
}
