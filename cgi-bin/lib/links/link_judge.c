/* link_judge.c - what a visit says of a link. */

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "gen/constants.h"
#include "links/link_judge.h"

/* The parts of an address that are compared. */
struct place {
	const char *host, *path;   /* where they begin */
	size_t host_len, path_len; /* the path without its last slash */
	bool has_query;
};

/* A home page may also be that of a language, or bear a name. */
static const char *const homes[] = { "", "/accueil", "/home", "/index",
	"/default" };

static struct place
read_place(const char *url)
{
	const char *s = strstr(url, "://");
	struct place p = { .host = s != NULL ? s + 3 : url };

	p.host_len = strcspn(p.host, "/?#");
	p.path = p.host + p.host_len;
	p.path_len = strcspn(p.path, "#");
	p.has_query = memchr(p.path, '?', p.path_len) != NULL;
	while (p.path_len > 0 && p.path[p.path_len - 1] == '/')
		p.path_len--;
	if (p.host_len > 4 && strncasecmp(p.host, "www.", 4) == 0) {
		p.host += 4;
		p.host_len -= 4;
	}
	return p;
}

static bool
is_same(const struct place *a, const struct place *b)
{
	return a->host_len == b->host_len && a->path_len == b->path_len &&
	    strncasecmp(a->host, b->host, a->host_len) == 0 &&
	    memcmp(a->path, b->path, a->path_len) == 0;
}

/* "/fr", "/fr-fr" */
static bool
is_language(const char *s, size_t n)
{
	return (n == 3 || (n == 6 && s[3] == '-')) && s[0] == '/' &&
	    isalpha((unsigned char)s[1]) && isalpha((unsigned char)s[2]);
}

static bool
is_home(const struct place *p)
{
	const char *dot = memchr(p->path, '.', p->path_len);
	size_t n = dot != NULL ? (size_t)(dot - p->path) : p->path_len;

	if (p->has_query)
		return false;
	if (n > 3 && is_language(p->path, 3) && p->path[3] == '/')
		return is_home(&(struct place){ .path = p->path + 3,
		    .path_len = p->path_len - 3 });
	for (size_t i = 0; i < sizeof(homes) / sizeof(homes[0]); i++)
		if (n == strlen(homes[i]) &&
		    strncasecmp(p->path, homes[i], n) == 0)
			return true;
	return is_language(p->path, n);
}

enum link_found
link_judge(const struct fetch_seen *seen, const char **wrong)
{
	struct place from = read_place(seen->address);
	struct place to = read_place(seen->url);
	bool moved = !is_same(&from, &to);

	*wrong = NULL;
	if (seen->end == FETCH_SEEN_UNSURE)
		return LINK_FOUND_UNSURE;
	*wrong = seen->end == FETCH_SEEN_AWAY          ? LINK_DEAD
	    : moved && is_home(&to) && !is_home(&from) ? LINK_HOME
	    : moved && seen->is_permanent              ? LINK_MOVED
						       : NULL;
	return *wrong != NULL ? LINK_FOUND_WRONG : LINK_FOUND_GOOD;
}
