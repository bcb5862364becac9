/* url.c - addresses of a page. */

#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "web/url.h"
#include "xml/xml.h"

static void
put_pair(struct buf *b, const char *name, const char *value)
{
	buf_putc(b, memchr(b->data, '?', b->len) != NULL ? '&' : '?');
	buf_put_url(b, name);
	buf_putc(b, '=');
	buf_put_url(b, value);
}

const char *
url_with(struct pool *pool, const struct request *req, const char *drop,
    const char *value, const char *set, const char *to)
{
	const struct param *p = req->params;
	struct buf b = { 0 };
	bool refused = false;
	const char *url;

	buf_puts(&b, req->path);
	for (int i = 0; p != NULL && p[i].name != NULL; i++) {
		bool hit;

		if (set != NULL && strcmp(p[i].name, set) == 0) {
			refused |= p[i].type == PARAM_TEXT &&
			    strlen(to) > (size_t)p[i].max;
			continue;
		}
		if (req->values[i].n == 0 || strcmp(p[i].name, "page") == 0)
			continue;
		hit = str_has_word(drop, p[i].name);
		for (size_t k = 0; k < req->values[i].n; k++)
			if (!hit ||
			    (value != NULL &&
				strcmp(value, req->values[i].v[k].s) != 0))
				put_pair(&b, p[i].name, req->values[i].v[k].s);
	}
	if (set != NULL)
		put_pair(&b, set, to);
	url = refused ? NULL : pool_strndup(pool, b.data, b.len);
	buf_free(&b);
	return url;
}

const char *
url_only(struct pool *pool, const struct request *req, const char *name)
{
	struct param_values v = request_values(req, name);
	struct buf b = { 0 };
	const char *url;

	buf_puts(&b, req->path);
	for (size_t k = 0; k < v.n; k++)
		put_pair(&b, name, v.v[k].s);
	url = pool_strndup(pool, b.data, b.len);
	buf_free(&b);
	return url;
}

const char *
url_query(struct pool *pool, const char *name, const char *value)
{
	struct buf b = { 0 };
	const char *query;

	buf_put_url(&b, name);
	buf_putc(&b, '=');
	buf_put_url(&b, value);
	query = pool_strndup(pool, b.data, b.len);
	buf_free(&b);
	return query;
}

void
url_put_fault(struct pool *pool, const struct request *req,
    const struct param_fault *f, xmlNodePtr error)
{
	xmlNodePtr n = xml_add(error, "param");
	const char *rest;

	xml_set(n, "name", f->name);
	xml_set(n, "value", f->value);
	xml_set(n, "reason", f->reason);
	if (f->max > 0)
		xml_set_int(n, "max", f->max);
	/* What is posted is in no address. */
	if (req->values == NULL || req->body != NULL)
		return;
	rest = url_with(pool, req, f->name, f->value, NULL, NULL);
	if (strchr(rest, '?') != NULL)
		xml_set(n, "rest", rest);
}
