/*
 * portal_query_part.c - the question in an address that was copied.
 *
 * People copy what their browser shows: which page of the list they were on
 * comes along, and what the mail that led there added.
 */

#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "portals/portal_query.h"
#include "web/param.h"

/* Parameters of lists, of Aides-territoires and of its forms that filter
 * nothing; then those that mails, networks and advertisers add to follow
 * readers. */
static const char idle[] =
    "page format order orderBy order_by newIntegration forceOrganizationType "
    "vapp_description integration action origin_url _token "
    "fbclid gclid gbraid wbraid dclid msclkid yclid twclid ttclid li_fat_id "
    "igshid igsh mkt_tok srsltid xtor _ga _gl _hsenc _hsmi";

/* How the names of whole families of the latter begin. */
static const char *const families[] = { "utm_", "mc_", "mtm_", "pk_", "piwik_",
	"matomo_", "hsa_", "at_" };

bool
portal_query_is_idle(const char *name)
{
	for (size_t i = 0; i < sizeof(families) / sizeof(families[0]); i++)
		if (strncmp(name, families[i], strlen(families[i])) == 0)
			return true;
	return str_has_word(idle, name);
}

/* Past the scheme, the host and the portal of an address: its page. */
static const char *
skip_site(const char *s)
{
	static const char portals[] = "/portails/";
	const char *host = strstr(s, "://");

	if (host != NULL)
		s = host + 3 + strcspn(host + 3, "/?#");
	if (strncmp(s, portals, sizeof(portals) - 1) == 0) {
		s += sizeof(portals) - 1;
		s += strcspn(s, "/?#");
	}
	return s;
}

/* What the path of a page asks by itself: a programme, a backer; "" for that of
 * a search; NULL for others, whose address says no question. */
static const char *
asked_by_path(struct pool *pool, const char *path, size_t n)
{
	static const char programs[] = "/programmes/";
	static const char backers[] = "/partenaires/";
	const char *s = pool_strndup(pool, path, n), *of;

	if (n == 0 || strcmp(s, "/") == 0 || strcmp(s, "/aides/") == 0)
		return "";
	if (strncmp(s, programs, sizeof(programs) - 1) == 0) {
		of = s + sizeof(programs) - 1;
		return pool_printf(pool, "programs=%.*s", (int)strcspn(of, "/"),
		    of);
	}
	if (strncmp(s, backers, sizeof(backers) - 1) != 0)
		return NULL;
	of = s + sizeof(backers) - 1;
	return pool_printf(pool, "backer_ids=%.*s",
	    (int)strspn(of, "0123456789"), of);
}

/* The query string, whole: of an address, with what its path asks.  NULL: none.
 */
static const char *
whole_part(struct pool *pool, const char *s)
{
	const char *path, *own;
	size_t n;

	if (strstr(s, "://") == NULL && s[0] != '/') {
		s += s[0] == '?';
		return pool_strndup(pool, s, strcspn(s, "#"));
	}
	path = skip_site(s);
	n = strcspn(path, "?#");
	own = asked_by_path(pool, path, n);
	s = path[n] == '?' ? path + n + 1 : "";
	s = pool_strndup(pool, s, strcspn(s, "#"));
	if (own == NULL)
		return NULL;
	return pool_printf(pool, "%s%s%s", own,
	    *own != '\0' && *s != '\0' ? "&" : "", s);
}

const char *
portal_query_part(struct pool *pool, const char *s, const char **left)
{
	struct buf kept = { 0 }, names = { 0 };
	struct param_fault unseen = { 0 };
	struct param_pairs pairs = { NULL, 0 };
	const char *all = whole_part(pool, s);

	*left = NULL;
	/* What cannot be split is for portal_query_check to tell. */
	if (all == NULL || param_split(pool, all, &pairs, &unseen) != RC_OK)
		return all;
	for (size_t i = 0; i < pairs.n; i++) {
		const struct param_pair *p = &pairs.pair[i];

		if (p->value == NULL || *p->value == '\0')
			continue;
		if (portal_query_is_idle(p->name)) {
			if (names.len == 0 ||
			    !str_has_word(names.data, p->name))
				buf_putf(&names, "%s%s",
				    names.len > 0 ? " " : "", p->name);
			continue;
		}
		if (kept.len > 0)
			buf_putc(&kept, '&');
		buf_put_url(&kept, p->name);
		buf_putf(&kept, "=%s", p->value);
	}
	if (names.len > 0)
		*left = pool_strndup(pool, names.data, names.len);
	all = kept.len > 0 ? pool_strndup(pool, kept.data, kept.len) : NULL;
	buf_free(&kept);
	buf_free(&names);
	return all;
}
