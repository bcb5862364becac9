/* api_page.c - the envelope of lists. */

#include <ctype.h>
#include <limits.h>
#include <string.h>

#include "api/api_page.h"
#include "api/api_token.h"
#include "base/buf.h"
#include "base/str.h"
#include "xml/xml.h"

enum { MAX_LINK = 1500, PER_PAGE = 50, MAX_PER_PAGE = 100 };

/* Past this no list has rows. */
static const size_t MAX_ROWS = 1 << 30;

struct api_page
api_page_read(const struct request *req)
{
	struct param_values page = request_values(req, "page");
	struct param_values per = request_values(req, "size");
	struct api_page p = { 1, PER_PAGE, 0 };

	if (per.n == 0)
		per = request_values(req, "itemsPerPage");
	if (per.n > 0)
		p.per = per.v[0].i < MAX_PER_PAGE ? (size_t)per.v[0].i
						  : MAX_PER_PAGE;
	if (page.n > 0)
		p.page = (size_t)page.v[0].i;
	p.from = p.page - 1 < MAX_ROWS / p.per ? (p.page - 1) * p.per
					       : MAX_ROWS;
	return p;
}

size_t
api_page_window(const struct api_page *p, size_t total)
{
	if (p->from >= total)
		return 0;
	return total - p->from < p->per ? total - p->from : p->per;
}

/* ---- addresses ---- */

/* Whether the pair, "page=2" or "page%5B%5D=2", is of one of those names. */
static bool
is_named(struct pool *pool, const char *pair, size_t n, const char *names)
{
	char *name = pool_strndup(pool, pair, n);

	name[strcspn(name, "=")] = '\0';
	if (!str_url_decode(name))
		return false;
	name[strcspn(name, "[")] = '\0';
	return *name != '\0' && str_has_word(names, name);
}

/* Appends a part of a query string as it came, what no address has encoded
 * (RFC 3986): "a[]=1". */
static void
put_part(struct buf *b, const char *s, size_t n)
{
	for (const char *end = s + n; s < end; s++)
		if (*s <= ' ' || *s >= 0x7f ||
		    strchr("<>\"\\^`{|}[]", *s) != NULL ||
		    (*s == '%' &&
			(end - s < 3 || !isxdigit((unsigned char)s[1]) ||
			    !isxdigit((unsigned char)s[2]))))
			buf_putf(b, "%%%02X", (unsigned char)*s);
		else
			buf_putc(b, *s);
}

const char *
api_page_address(struct context *ctx, const struct request *req,
    const char *without, const char *more)
{
	struct buf b = { 0 };
	const char *s = req->query, *address;
	char sign = '?';

	buf_puts(&b, ctx->base);
	put_part(&b, req->url, strcspn(req->url, "?"));
	for (size_t n; *s != '\0'; s += n + (s[n] == '&')) {
		n = strcspn(s, "&");
		if (n == 0 || is_named(ctx->pool, s, n, without))
			continue;
		buf_putc(&b, sign);
		put_part(&b, s, n);
		sign = '&';
	}
	if (more != NULL && *more != '\0')
		buf_putf(&b, "%c%s", sign, more);
	address = pool_strndup(ctx->pool, b.data, b.len);
	buf_free(&b);
	return address;
}

static void
put_link(struct pool *pool, struct response *resp, const char *address,
    const char *rel)
{
	/* nginx takes 16 kB of headers; the body says it too. */
	if (strlen(address) > MAX_LINK)
		return;
	resp->links = pool_printf(pool, "%s%s<%s>; rel=\"%s\"",
	    resp->links != NULL ? resp->links : "",
	    resp->links != NULL ? ", " : "", address, rel);
}

static void
put_beside(struct context *ctx, const struct request *req,
    struct response *resp, xmlNodePtr answer, size_t page, const char *extra,
    const char *name)
{
	const char *more = pool_printf(ctx->pool, "page=%zu%s%s", page,
	    extra != NULL ? "&" : "", extra != NULL ? extra : "");
	const char *to = api_page_address(ctx, req, "page after", more);

	xml_set(answer, name, to);
	put_link(ctx->pool, resp, to,
	    strcmp(name, "previous") == 0 ? "prev" : name);
}

void
api_page_put_next(struct context *ctx, struct response *resp, xmlNodePtr answer,
    const char *address)
{
	xml_set(answer, "next", address);
	put_link(ctx->pool, resp, address, "next");
}

xmlNodePtr
api_page_put(struct context *ctx, const struct request *req,
    struct response *resp, const struct api_page *p, size_t total,
    const char *extra)
{
	xmlNodePtr answer = xml_add(resp->root, "answer");

	xml_set_int(answer, "count", (long long)total);
	if (req->has_key)
		xml_set(answer, "token", api_token(ctx->pool));
	if (p != NULL && p->page > 1)
		put_beside(ctx, req, resp, answer, p->page - 1, NULL,
		    "previous");
	if (p != NULL && p->from + p->per < total)
		put_beside(ctx, req, resp, answer, p->page + 1, extra, "next");
	put_link(ctx->pool, resp,
	    pool_printf(ctx->pool, "%s/api/openapi.json", ctx->base),
	    "service-desc");
	return answer;
}
