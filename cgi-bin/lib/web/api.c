/* api.c - what the answers of the API have in common. */

#include <string.h>

#include "base/str.h"
#include "web/api.h"
#include "xml/xml.h"

/* Bytes of the header that names what was left out, and of a value that is
 * shown. */
enum { MAX_NAMES = 1000, MAX_SHOWN = 100 };

void
api_read_headers(struct request *req, const struct fcgi *g)
{
	const char *prefer = fcgi_env(g, "HTTP_PREFER");
	const char *key = fcgi_env(g, "HTTP_X_AUTH_TOKEN");

	req->strict = prefer != NULL &&
	    strcasestr(prefer, "handling=strict") != NULL;
	req->lenient = prefer != NULL &&
	    strcasestr(prefer, "handling=lenient") != NULL;
	req->has_key = key != NULL && *key != '\0';
}

/* ---- what is left out ---- */

static void
leave_out(struct pool *pool, struct response *resp, const char *name,
    const char *value, const char *reason)
{
	struct param_fault *f = pool_take(pool, sizeof(*f));
	const struct param_fault **last = &resp->ignored;

	/* In the order of the address. */
	while (*last != NULL)
		last = (const struct param_fault **)&(*last)->next;
	*f = (struct param_fault){ name, value, reason, 0, NULL };
	*last = f;
}

/* Whether the name is of a parameter that AT's API has not. */
static bool
is_strict(const struct param *spec, const char *name)
{
	const char *own = name != NULL ? param_name(spec, name) : NULL;

	for (; own != NULL && spec->name != NULL; spec++)
		if (spec->name == own)
			return spec->strict;
	return false;
}

enum rc
api_leave_out(struct pool *pool, const struct request *req,
    struct response *resp)
{
	const struct param_fault *first = resp->fault.reason != NULL
	    ? &resp->fault
	    : NULL;

	for (const struct param_fault *f = first; f != NULL; f = f->next)
		if (is_strict(req->params, f->name))
			return RC_BAD_PARAM;
	for (const struct param_fault *f = first; f != NULL; f = f->next)
		leave_out(pool, resp, f->name, f->value, f->reason);
	resp->fault = (struct param_fault){ NULL };
	return RC_OK;
}

/* The value as it was sent, when an answer can show it. */
static const char *
value_sent(struct pool *pool, const struct param_pair *p)
{
	char *s = p->value != NULL ? pool_strdup(pool, p->value) : NULL;

	return s != NULL && str_url_decode(s) && str_is_xml(s, strlen(s)) &&
		strlen(s) <= MAX_SHOWN
	    ? s
	    : NULL;
}

void
api_leave_out_names(struct pool *pool, const struct request *req,
    const struct param_pairs *pairs, struct response *resp)
{
	for (size_t i = 0; i < pairs->n; i++) {
		const char *name = pairs->pair[i].name;

		/* An empty one is only two signs beside one another. */
		if (*name != '\0' && param_name(req->params, name) == NULL)
			leave_out(pool, resp, name,
			    value_sent(pool, &pairs->pair[i]), "unknown-name");
		else if (is_strict(req->params, name) &&
		    request_values(req, param_name(req->params, name)).n == 0)
			leave_out(pool, resp, name, NULL, "empty");
	}
}

/* Whether a pair has that value, which may have been folded as slugs are. */
static bool
has_value(struct pool *pool, const struct param_pair *p, const char *value)
{
	char *s;

	if (p->value == NULL || value == NULL)
		return false;
	s = pool_strdup(pool, p->value);
	if (!str_url_decode(s))
		return false;
	for (char *c = s; *c != '\0'; c++)
		if (*c == '_' && strchr(value, '_') == NULL)
			*c = '-';
	return strcasecmp(s, value) == 0;
}

/* As the caller wrote the name of a parameter, which has other names: beside
 * that value. */
static const char *
name_written(struct pool *pool, const struct request *req, const char *name,
    const char *value)
{
	struct param_fault fault;
	struct param_pairs pairs;
	const char *written = name;

	param_split(pool, req->query, &pairs, &fault);
	for (size_t i = 0; i < pairs.n; i++) {
		const struct param_pair *p = &pairs.pair[i];
		const char *own = param_name(req->params, p->name);

		if (own == NULL || !str_is(own, name))
			continue;
		if (has_value(pool, p, value))
			return p->name;
		if (written == name)
			written = p->name;
	}
	return written;
}

/* A value that is well-formed and unknown: see request_ignore. */
static void
take_ignored(struct pool *pool, const struct request *req,
    struct response *resp)
{
	xmlNodePtr n = resp->asked != NULL ? resp->asked->children : NULL;

	for (; n != NULL; n = n->next) {
		const char *value;

		if (strcmp((const char *)n->name, "ignored") != 0)
			continue;
		value = xml_get(pool, n, "value");
		leave_out(pool, resp,
		    name_written(pool, req, xml_get(pool, n, "param"), value),
		    value, "unknown-value");
	}
}

/* A name as a header can have it. */
static const char *
plain_name(const char *s)
{
	return s != NULL && *s != '\0' && strlen(s) <= 60 &&
		s[strspn(s,
		    "abcdefghijklmnopqrstuvwxyz"
		    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.")] == '\0'
	    ? s
	    : "?";
}

/* Each name once. */
static void
put_names(struct buf *h, const struct param_fault *f)
{
	struct buf words = { 0 };

	for (; f != NULL && words.len < MAX_NAMES; f = f->next) {
		const char *name = plain_name(f->name);

		if (words.len > 0 && str_has_word(words.data, name))
			continue;
		buf_puts(h, words.len > 0 ? ", " : "X-Ignored-Parameters: ");
		buf_puts(h, name);
		buf_putf(&words, words.len > 0 ? " %s" : "%s", name);
	}
	buf_puts(h, words.len > 0 ? "\r\n" : "");
	buf_free(&words);
}

/* The same in the answer, for who asked: what depends on a header is not
 * stored. */
static void
put_ignored(struct response *resp)
{
	xmlNodePtr ignored = xml_add(resp->root, "ignored");
	const struct param_fault *f = resp->ignored;

	for (; f != NULL; f = f->next)
		xml_set(xml_add(ignored, "param"), "name",
		    f->name != NULL ? f->name : "");
	resp->no_store = true;
}

/* ---- headers ---- */

static const char cors[] =
    "Access-Control-Allow-Origin: *\r\n"
    "Access-Control-Expose-Headers: ETag, Link, Last-Modified, Retry-After, "
    "RateLimit-Policy, X-Data-Version, X-Ignored-Parameters\r\n"
    "Access-Control-Allow-Methods: GET, HEAD, POST, OPTIONS\r\n"
    "Access-Control-Allow-Headers: X-AUTH-TOKEN, Content-Type, Authorization, "
    "If-None-Match, Prefer, Range\r\n"
    "Access-Control-Max-Age: 3600\r\n";

enum rc
api_finish(struct pool *pool, const struct request *req, struct response *resp,
    unsigned long long version, enum rc rc)
{
	struct buf h = { 0 };

	if (rc == RC_OK)
		take_ignored(pool, req, resp);
	if (rc == RC_OK && req->strict && resp->ignored != NULL) {
		resp->fault = *resp->ignored;
		rc = RC_BAD_PARAM;
	}
	if (rc == RC_OK && req->lenient)
		put_ignored(resp);
	/* What carries a token is one caller's. */
	if (req->has_key)
		resp->no_store = true;
	buf_puts(&h, cors);
	if (rc == RC_OK && version > 0)
		buf_putf(&h, "X-Data-Version: %llu\r\n", version);
	if (rc == RC_OK)
		put_names(&h, resp->ignored);
	if (rc == RC_OK && resp->links != NULL)
		buf_putf(&h, "Link: %s\r\n", resp->links);
	resp->headers = pool_strndup(pool, h.data, h.len);
	buf_free(&h);
	return rc;
}
