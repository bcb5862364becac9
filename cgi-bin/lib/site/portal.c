/* portal.c - which portal an address names. */

#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "crypto/digest.h"
#include "gen/queries/site.h"
#include "site/portal.h"

/* Of a slug, as of the table portal; of the word of a preview. */
enum { MAX_WORD = 64, MAX_HOST = 253 };

static const char below[] = "/portails/", frame[] = PORTAL_FRAME;
static const char lower[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

/* ---- the host ---- */

/* The host's name in lower case, in the pool; "?" when it is none.  A port may
 * follow (RFC 9110, 7.2). */
static char *
read_host(struct pool *pool, const char *said)
{
	bool number = said[0] == '[';
	size_t n = number ? strcspn(said, "]") + 1 : strcspn(said, ":");
	char *host;

	if (n > MAX_HOST || n > strlen(said))
		return pool_strndup(pool, "?", 1);
	host = pool_strndup(pool, said, n);
	for (char *c = host; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c += 'a' - 'A';
		else if (strchr(number ? "[]:." : ".", *c) == NULL &&
		    strchr(lower, *c) == NULL)
			return pool_strndup(pool, "?", 1);
	return host;
}

/* Whoever asks by a number named no site: those are of the local network. */
static bool
is_number(const char *host)
{
	return *host == '[' || strspn(host, "0123456789.") == strlen(host);
}

/* A name of this machine alone (RFC 6761, 6.3). */
static bool
is_local(const char *host)
{
	const char *last = strrchr(host, '.');

	return last != NULL && strcmp(last, ".localhost") == 0;
}

/* Whether the host is the one of an absolute address. */
static bool
is_host_of(const char *host, const char *url)
{
	const char *name = strstr(url, "://");
	size_t n;

	if (name == NULL)
		return false;
	name += 3;
	n = strcspn(name, ":/");
	return strlen(host) == n && strncasecmp(host, name, n) == 0;
}

const char *
portal_host(struct pool *pool, const struct conf *c, const char *said)
{
	const char *host;

	if (said == NULL || *said == '\0')
		return NULL;
	host = read_host(pool, said);
	if (is_number(host) || is_host_of(host, c->base_url) ||
	    str_has_word(c->other_hosts, host))
		return NULL;
	return is_host_of("localhost", c->base_url) && !is_local(host) ? NULL
								       : host;
}

/* ---- the path ---- */

static bool
ends_step(const char *s)
{
	return *s == '/' || *s == '?' || *s == '\0';
}

/* "SLUG/" or "SLUG~WORD/": the bytes before the slash; 0 when it is neither. */
static size_t
read_slug(struct portal_address *a, struct pool *pool, const char *s)
{
	size_t n = strspn(s, lower), word = 0;

	if (n == 0 || n > PORTAL_SLUG_MAX)
		return 0;
	if (s[n] == '~') {
		word = strspn(s + n + 1, lower);
		if (word == 0 || word > MAX_WORD)
			return 0;
		a->word = pool_strndup(pool, s + n + 1, word++);
	}
	if (!ends_step(s + n + word))
		return 0;
	a->slug = pool_strndup(pool, s, n);
	return n + word;
}

/* Whether the path ends as that of a card does. */
static bool
is_card(const char *url)
{
	static const char end[] = "/carte/";
	size_t n = strcspn(url, "?"), k = sizeof(end) - 1;

	return n > k && memcmp(url + n - k, end, k) == 0;
}

void
portal_address_read(struct portal_address *a, struct pool *pool,
    const char *url)
{
	size_t n = 0;

	if (a->host == NULL && strncmp(url, below, sizeof(below) - 1) == 0)
		n = read_slug(a, pool, url + sizeof(below) - 1);
	if (n > 0)
		n += sizeof(below) - 1;
	if ((n > 0 || a->host != NULL) &&
	    strncmp(url + n, frame, sizeof(frame) - 1) == 0 &&
	    ends_step(url + n + sizeof(frame) - 1)) {
		a->is_framed = true;
		a->is_card = is_card(url);
		n += sizeof(frame) - 1;
	}
	a->prefix = pool_strndup(pool, url, n);
}

/* The bytes of its prefix without the frame. */
static size_t
whole_prefix(const struct portal_address *a)
{
	return strlen(a->prefix) - (a->is_framed ? sizeof(frame) - 1 : 0);
}

void
portal_leave_frame(struct portal_address *a, struct pool *pool,
    struct portal *p)
{
	a->prefix = pool_strndup(pool, a->prefix, whole_prefix(a));
	a->is_framed = a->is_card = false;
	p->prefix = a->prefix;
	p->is_framed = false;
}

/* ---- the row ---- */

/* The one row of the key, from the row cache; rows is 0 without any. */
static enum rc
find_row(struct db *db, struct pool *pool, struct row_cache *rows,
    enum query_id id, enum query_arg name, const char *key, struct result *res)
{
	struct value v = { VALUE_TEXT, 0, key, strlen(key) };

	return row_cache_query(rows, db, pool, id, name, &v, 1, res);
}

static enum rc
slug_of_host(struct db *db, struct pool *pool, struct row_cache *rows,
    const char *host, const char **slug)
{
	struct result res;
	enum rc rc = find_row(db, pool, rows, Q_PORTAL_BY_HOST,
	    PORTAL_BY_HOST_IN_HOSTS, host, &res);

	if (rc != RC_OK || res.rows == 0)
		return rc != RC_OK ? rc : RC_MISDIRECTED;
	*slug = portal_by_host_row(&res, 0)->slug.s;
	return RC_OK;
}

static bool
is_digest(const char *digest, const char *of)
{
	return of != NULL && strcmp(digest, of) == 0;
}

/* Whether a reader may see it: anybody, or who has the word of a preview.  The
 * word of its numbers opens them, and of the portal what all see. */
static bool
is_open(struct portal *p, const struct portal_address *a)
{
	char digest[DIGEST_HEX + 1];

	if (a->word == NULL)
		return p->is_public;
	digest_sha256(digest, a->word, strlen(a->word));
	p->opens_stats = is_digest(digest, p->stats_word);
	return p->opens_stats ? p->is_public : is_digest(digest, p->preview);
}

const char *
portal_origin(struct pool *pool, const char *base_url, const char *host)
{
	const char *name = strstr(base_url, "://");
	const char *port;

	if (host == NULL || name == NULL)
		return base_url;
	name += 3;
	port = strchr(name + (*name == '[' ? strcspn(name, "]") : 0), ':');
	return pool_printf(pool, "%.*s%s%s", (int)(name - base_url), base_url,
	    host, port != NULL ? port : "");
}

static void
read_row(const struct portal_by_slug_row *row, const char *slug,
    const struct portal_address *a, struct portal *p)
{
	*p = (struct portal){ .id = row->id.i,
		.slug = slug,
		.host = row->host.s,
		.name = row->name.s,
		.theme = row->theme.s,
		.brand = row->brand.s,
		.query = row->query.s,
		.contact = row->contact.s,
		.operator= row->operator.s,
		.address = row->address.s,
		.director = row->director.s,
		.sites = row->sites.s,
		.preview = row->preview.s,
		.stats_word = row->stats_word.s,
		.stats_public = row->stats_public.i != 0,
		.is_public = row->public.i != 0,
		.own_canonical = row->canonical.i != 0,
		.is_framed = a->is_framed,
		.prefix = a->prefix };
}

/* Whether all find it elsewhere: on a host name of its own, or, once it is
 * public, without the word of its preview.  Before that, its host may not be
 * there yet. */
static enum rc
portal_elsewhere(const struct portal *p, const struct portal_address *a)
{
	if (a->word != NULL)
		return p->is_public && !p->opens_stats ? RC_SEE_OTHER : RC_OK;
	return p->host != NULL && a->host == NULL ? RC_MOVED : RC_OK;
}

/* Where it is, and where its pages are.  A page in a frame is one of the
 * portal's to whoever takes it away. */
static enum rc
portal_place(struct portal *p, const struct portal_address *a,
    struct pool *pool, const char *base_url)
{
	enum rc rc = portal_elsewhere(p, a);

	p->origin = portal_origin(pool, base_url,
	    a->host != NULL || rc != RC_OK ? p->host : NULL);
	if (rc == RC_OK)
		p->base = pool_printf(pool, "%s%.*s", p->origin,
		    (int)whole_prefix(a), a->prefix);
	else
		p->base = p->host != NULL
		    ? p->origin
		    : pool_printf(pool, "%s%s%s", p->origin, below, p->slug);
	return rc;
}

enum rc
portal_find(const struct portal_address *a, const char *base_url, struct db *db,
    struct pool *pool, struct row_cache *rows, struct portal *p)
{
	const char *slug = a->slug;
	struct result res = { 0 };
	enum rc rc = RC_OK;

	if (a->host != NULL)
		rc = slug_of_host(db, pool, rows, a->host, &slug);
	if (rc == RC_OK)
		rc = find_row(db, pool, rows, Q_PORTAL_BY_SLUG,
		    PORTAL_BY_SLUG_IN_SLUGS, slug, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc != RC_OK ? rc : RC_NOT_FOUND;
	read_row(portal_by_slug_row(&res, 0), slug, a, p);
	if (is_open(p, a))
		return portal_place(p, a, pool, base_url);
	return a->host != NULL ? RC_MISDIRECTED : RC_NOT_FOUND;
}
