/* request.c - what a reader asks. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/str.h"
#include "crypto/hex.h"
#include "text/day.h"
#include "web/request.h"
#include "xml/xml.h"

/* In ms.  A search by common words with hundreds of synonyms may take seconds
 * on a cold cache; past this a reader has the best found so far, and is
 * told. */
static const double PATIENCE = 300;

void
request_begin(struct request *req, struct pool *pool)
{
	char today[11];

	req->day = day_today(today);
	req->today = pool_strdup(pool, today);
	request_wait(req);
}

void
request_wait(struct request *req)
{
	const char *fixed = getenv("GUICHET_PATIENCE");

	req->deadline = clock_coarse_ms() +
	    (fixed != NULL ? atof(fixed) : PATIENCE);
}

void
request_set_url(struct request *req, struct pool *pool, const char *uri,
    const char *query)
{
	char *path = pool_strdup(pool, uri != NULL ? uri : "/");

	portal_address_read(&req->portal, pool, path);
	path += strlen(req->portal.prefix);
	req->url = str_clean(pool_strdup(pool, path));
	req->query = query != NULL ? query : "";
	path[strcspn(path, "?")] = '\0';
	/* No route has a "?": the page is then not found. */
	req->path = str_url_decode(path) && str_is_xml(path, strlen(path))
	    ? path
	    : "/?";
}

bool
request_is_late(const struct request *req)
{
	return clock_coarse_ms() >= req->deadline;
}

bool
request_is_of_portal(const struct request *req)
{
	return req->portal.slug != NULL || req->portal.host != NULL;
}

/* Whether an address is that of the site, or of a page of it. */
static bool
request_is_of(const char *address, const char *base_url)
{
	size_t n = strlen(base_url);

	return strncasecmp(address, base_url, n) == 0 &&
	    (address[n] == '\0' || address[n] == '/');
}

static bool
is_said(const char *header)
{
	return header != NULL && *header != '\0';
}

bool
request_is_ours(const struct request *req, const char *base_url)
{
	const char *site = req->fetch_site;

	if (is_said(site))
		return strcmp(site, "same-origin") == 0 ||
		    strcmp(site, "none") == 0;
	if (is_said(req->origin))
		return request_is_of(req->origin, base_url);
	return is_said(req->referer) && request_is_of(req->referer, base_url);
}

struct param_values
request_values(const struct request *req, const char *name)
{
	for (int i = 0; req->params[i].name != NULL; i++)
		if (str_is(req->params[i].name, name))
			return req->values[i];
	return (struct param_values){ NULL, 0 };
}

size_t
request_page(const struct request *req)
{
	struct param_values v = request_values(req, "page");

	return v.n > 0 ? (size_t)v.v[0].i : 1;
}

void
request_ignore(const struct request *req, struct pool *pool, xmlNodePtr asked,
    const char *name, const char *value)
{
	struct param_values kept = { NULL, 0 }, *v = req->values;
	xmlNodePtr n = xml_add(asked, "ignored");
	int i = 0;

	xml_set(n, "param", name);
	xml_set(n, "value", value);
	while (req->params[i].name != NULL &&
	    strcmp(req->params[i].name, name) != 0)
		i++;
	if (req->params[i].name == NULL)
		return;
	/* Another array: whoever reads the values is still in this one. */
	kept.v = pool_take(pool, (v[i].n + 1) * sizeof(*kept.v));
	for (size_t k = 0; k < v[i].n; k++)
		if (strcmp(v[i].v[k].s, value) != 0)
			kept.v[kept.n++] = v[i].v[k];
	v[i] = kept;
}

enum rc
request_with_query(const struct request *req, struct pool *pool,
    const struct param *params, const char *query, struct request *to,
    struct param_fault *fault)
{
	struct param_pairs pairs;
	enum rc rc = param_split(pool, query, &pairs, fault);

	*to = *req;
	to->query = query;
	to->params = params;
	return rc == RC_OK
	    ? param_read(pool, params, &pairs, &to->values, fault)
	    : rc;
}

void
request_name(char name[33], const char *given)
{
	if (given != NULL && strlen(given) == 32 && hex_span(given) == 32)
		memcpy(name, given, 33);
	else
		hex_random(name, 16);
}

void
request_put_asked(const struct request *req, xmlNodePtr asked)
{
	for (int i = 0; req->params[i].name != NULL; i++)
		for (size_t k = 0; k < req->values[i].n; k++)
			xml_add_text(asked, req->params[i].name,
			    req->values[i].v[k].s);
}
