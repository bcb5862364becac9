/* page.c - one request, from the server's variables to the response. */

#include <stdio.h>
#include <string.h>

#include "base/counters.h"
#include "base/log.h"
#include "base/str.h"
#include "base/timing.h"
#include "db/rows.h"
#include "process/page.h"
#include "site/move.h"
#include "web/api.h"
#include "web/download.h"
#include "web/etag.h"
#include "web/multipart.h"
#include "web/query_string.h"
#include "web/url.h"
#include "xml/xml.h"
#include "xml/xml_write.h"

enum { MAX_QUERY = 16 * 1024, MAX_BODY = 256 * 1024 };

/* One request, and what is made for it. */
struct page {
	struct process *process;
	struct context ctx;
	struct request req;
	struct response resp;
	const struct route *route; /* NULL until it is found */
	struct portal portal;      /* when ctx.portal is not NULL */
	xmlDocPtr doc;
	unsigned long long version; /* of the data */
	char request_id[33], etag[24];
};

static bool
is_method(const struct page *p, const char *method)
{
	return strcmp(p->req.method, method) == 0;
}

/* ---- route ---- */

static enum rc
find_route(struct page *p)
{
	static const struct param none[] = { { 0 } };
	struct request *req = &p->req;
	const char *slashed;
	int path = (int)strcspn(req->url, "?");

	p->route = route_find(p->ctx.pool, p->process->routes,
	    request_is_of_portal(req), req->path, &req->slug, &slashed);
	if (p->route != NULL) {
		req->params = p->route->params != NULL ? p->route->params
						       : none;
		req->format = p->route->speaks;
		/* The database cannot compare other letters with slugs. */
		if (!str_is_ascii(req->slug))
			return RC_NOT_FOUND;
		if (p->route->moved == NULL)
			return RC_OK;
		p->resp.location = route_moved(p->ctx.pool, p->route, req->slug,
		    req->url[path] == '?' ? req->url + path + 1 : "");
		return RC_MOVED;
	}
	if (slashed == NULL)
		return RC_NOT_FOUND;
	/* The URL as it came: decoded, it could end a header. */
	p->resp.location = pool_printf(p->ctx.pool, "%.*s/%s", path, req->url,
	    req->url + path);
	return RC_MOVED;
}

/* Whether the method is one of the route; a body is then read whole. */
static enum rc
read_method(struct page *p, struct fcgi *g)
{
	struct request *req = &p->req;

	if (route_is_api(p->route->speaks))
		api_read_headers(req, g);
	if (!is_method(p, "POST"))
		return (is_method(p, "HEAD") || is_method(p, "GET")) &&
			(p->route->handler != NULL || p->route->post == NULL)
		    ? RC_OK
		    : RC_METHOD;
	if (p->route->post == NULL)
		return RC_METHOD;
	if (route_is_api(p->route->speaks)) { /* its headers say all */
		p->resp.no_store = true;
		return RC_OK;
	}
	req->media = fcgi_env(g, "CONTENT_TYPE");
	req->fetch_site = fcgi_env(g, "HTTP_SEC_FETCH_SITE");
	req->origin = fcgi_env(g, "HTTP_ORIGIN");
	req->referer = fcgi_env(g, "HTTP_REFERER");
	p->resp.no_store = true;
	return fcgi_read(g, p->ctx.pool,
	    multipart_is(req->media) && p->route->file_max > 0
		? p->route->file_max
		: MAX_BODY,
	    &req->body, &req->body_n);
}

/* ---- the version of the data, and what the reader has already ---- */

/* Below a portal both were read to find it, of which the texts are rows of the
 * cache: a second version in the same request would free them. */
static bool
wants_version(const struct page *p)
{
	return !p->route->no_data && p->ctx.portal == NULL;
}

/* RC_UNCHANGED when nginx or the reader has the page of this version. */
static enum rc
check_version(struct page *p, struct fcgi *g)
{
	struct process *h = p->process;
	uint64_t counts = 0;
	enum rc rc = RC_OK;

	if (wants_version(p)) {
		rc = version_read(&h->data, h->db, p->ctx.pool, h->conf.notice);
		p->version = h->data.number;
	}
	if (rc == RC_OK && p->route->shows_counts)
		rc = etag_read_counts(h->db, p->ctx.pool, &counts);
	/* Who gives a key is given a token, whatever they hold. */
	if (rc != RC_OK || is_method(p, "POST") || p->req.has_key)
		return rc;
	p->resp.etag = etag_write(p->etag,
	    site_fingerprint(h->site) ^ xsl_fingerprint(h->xsl) ^
		p->version * 0x9e3779b97f4a7c15u ^ counts ^
		(p->req.strict ? 0x5bd1e995u : 0),
	    &p->req);
	return etag_is_held(g, p->etag, &p->resp.passes) ? RC_UNCHANGED : RC_OK;
}

static enum rc
put_frame(struct page *p)
{
	struct process *h = p->process;

	if (p->ctx.portal != NULL)
		return frame_append_portal(&h->frame, h->site, p->ctx.portal,
		    h->xsl, h->db, h->pool, h->rows, p->resp.root);
	frame_append(&h->frame, p->resp.root, p->version != 0);
	return RC_OK;
}

/* A document with what every page has: <site>, <request>, HTML's frame. */
static enum rc
begin_doc(struct page *p, const char *name)
{
	xmlNodePtr n;

	p->doc = xml_page(p->ctx.pool, name);
	p->resp.root = xmlDocGetRootElement(p->doc);
	site_append(p->process->site, p->ctx.portal, p->resp.root);
	n = xml_add(p->resp.root, "request");
	xml_set(n, "id", p->request_id);
	xml_set(n, "path", p->req.path);
	xml_set(n, "url", p->req.url);
	xml_set(n, "today", p->req.today);
	xml_set_int(n, "version", (long long)p->version);
	return p->req.format == NULL ? put_frame(p) : RC_OK;
}

/* Runs the queries of the route, then its handler. */
static enum rc
make_doc(struct page *p)
{
	const struct route *route = p->route;
	const enum query_id *q = route->queries;
	struct context *ctx = &p->ctx;
	route_handler *handler = is_method(p, "POST") ? route->post
						      : route->handler;
	enum rc rc = begin_doc(p, route->page);
	unsigned n;

	p->resp.asked = xml_add(p->resp.root, "asked");
	if (route->handler == NULL)
		request_put_asked(&p->req, p->resp.asked);
	for (; rc == RC_OK && q != NULL && *q != Q_NONE; q++) {
		rc = context_rows(ctx, *q, p->resp.root, &n);
		if (rc == RC_OK && n == 0 && *q == route->missing)
			rc = RC_NOT_FOUND;
	}
	return rc == RC_OK && handler != NULL ? handler(ctx, &p->req, &p->resp)
					      : rc;
}

/* Whose page it is.  Before it is public, only the browser may store it. */
static enum rc
find_portal(struct page *p)
{
	struct portal_address *at = &p->req.portal;
	struct context *ctx = &p->ctx;
	enum rc rc = portal_find(at, ctx->conf->base_url, ctx->db, ctx->pool,
	    ctx->rows, &p->portal);

	p->resp.sites = at->is_framed ? "'none'" : NULL;
	p->resp.is_private = at->word != NULL;
	if (rc == RC_MOVED || rc == RC_SEE_OTHER)
		p->resp.location = pool_printf(ctx->pool, "%s%s%s",
		    p->portal.base, at->is_framed ? PORTAL_FRAME : "",
		    p->req.url);
	if (rc != RC_OK)
		return rc;
	ctx->portal = &p->portal;
	arg_int(ctx->pool, &ctx->args, ARG_PORTAL, p->portal.id);
	ctx->base = p->portal.base;
	ctx->origin = p->portal.origin;
	if (at->is_framed && p->portal.sites != NULL)
		p->resp.sites = p->portal.sites;
	if (!at->is_framed || p->portal.sites != NULL)
		return RC_OK;
	portal_leave_frame(at, ctx->pool, &p->portal);
	return RC_NOT_FOUND;
}

/* Before all else, for errors are under its name too, and the policy of its
 * frame goes with any answer; by rows of the last version when need be. */
static enum rc
enter_portal(struct page *p)
{
	struct process *h = p->process;
	enum rc rc, found;

	if (!request_is_of_portal(&p->req))
		return RC_OK;
	rc = version_read(&h->data, h->db, p->ctx.pool, h->conf.notice);
	if (rc == RC_OK && (rc = process_refresh(h)) == RC_OK)
		p->version = h->data.number;
	found = version_may_read(&h->data) ? find_portal(p) : rc;
	return rc != RC_OK ? rc : found;
}

/* Makes the document, or says by its code which other answer to give. */
static enum rc
page_build(struct page *p, struct fcgi *g)
{
	enum rc rc;

	if (p->req.method == NULL)
		return RC_METHOD;
	if ((rc = enter_portal(p)) != RC_OK)
		return rc;
	if (strlen(p->req.query) > MAX_QUERY)
		return RC_TOO_LONG;
	/* Of any address: what is there is for the request after it to find. */
	if (route_is_api(p->process->program->by_default.speaks) &&
	    is_method(p, "OPTIONS"))
		return RC_EMPTY;
	if ((rc = find_route(p)) != RC_OK ||
	    (rc = read_method(p, g)) != RC_OK ||
	    (rc = query_string_read(&p->ctx, p->route, &p->req, &p->resp)) !=
		RC_OK ||
	    (rc = check_version(p, g)) != RC_OK ||
	    (wants_version(p) && (rc = process_refresh(p->process)) != RC_OK))
		return rc;
	rc = make_doc(p);
	return rc == RC_OK && p->resp.etag != NULL && !p->resp.unwell &&
		etag_is_any(g, &p->resp.passes)
	    ? RC_UNCHANGED
	    : rc;
}

/* ---- the answer ---- */

/* What all answers are in; NULL: HTML. */
static const char *
page_speaks(const struct page *p)
{
	return p->route != NULL ? p->route->speaks
				: p->process->program->by_default.speaks;
}

/* The document of an error page, in place of the one made so far. */
static void
begin_error(struct page *p, enum rc why)
{
	xmlNodePtr error;

	p->req.format = page_speaks(p);
	p->resp.bytes = NULL;
	if (begin_doc(p, "error") != RC_OK) {
		p->ctx.portal = NULL; /* at least the site's */
		begin_doc(p, "error");
	}
	error = xml_add(p->resp.root, "error");
	xml_set_int(error, "status", response_status(why));
	xml_set(error, "why", p->resp.why);
	for (const struct param_fault *f = &p->resp.fault;
	     why == RC_BAD_PARAM && f != NULL && f->reason != NULL;
	     f = route_is_api(p->req.format) ? f->next : NULL)
		url_put_fault(p->ctx.pool, &p->req, f, error);
	if (p->resp.suggest != Q_NONE)
		rows_query(p->ctx.db, p->ctx.pool, p->resp.suggest, p->ctx.args,
		    p->resp.root, NULL, NULL);
}

static enum rc
page_move(const struct page *p, struct buf *out)
{
	if (p->ctx.portal != NULL)
		move_addresses(out, &p->req.portal);
	return RC_OK;
}

/* The document by the stylesheet of its name and format. */
static enum rc
page_render(struct page *p, const char *name, struct buf *out)
{
	const char *format = p->req.format;
	const struct xsl_sheet *sheet;
	enum rc rc;

	if (p->resp.bytes != NULL) {
		buf_put(out, p->resp.bytes, p->resp.bytes_n);
		return RC_OK;
	}
	if (format != NULL && strcmp(format, "xml") == 0) {
		xml_write(out, p->doc);
		p->resp.media = "application/xml; charset=utf-8";
		return page_move(p, out);
	}
	sheet = xsl_find(p->process->xsl, name, download_sheet(format));
	if (sheet == NULL) {
		log_msg("page: no stylesheet for \"%s\"", name);
		return RC_FAIL;
	}
	rc = xsl_apply(sheet, p->doc, out, &p->resp.media);
	if (rc == RC_OK && format == NULL)
		return page_move(p, out);
	return rc == RC_OK ? download_finish(format, out, &p->resp.media) : rc;
}

/* Makes the answer of that code, an error page when it is an error. */
static void
page_finish(struct page *p, enum rc rc, struct buf *body)
{
	if (route_is_api(page_speaks(p)))
		rc = api_finish(p->ctx.pool, &p->req, &p->resp, p->version, rc);
	if (p->resp.location != NULL)
		p->resp.location = move_location(p->ctx.pool, p->resp.location,
		    &p->req.portal);
	if (rc == RC_OK && (rc = page_render(p, p->route->page, body)) != RC_OK)
		buf_reset(body);
	p->resp.rc = rc == RC_OK && p->resp.unwell ? RC_UNAVAILABLE : rc;
	p->resp.post_only = p->route != NULL && p->route->handler == NULL &&
	    p->route->post != NULL;
	if (rc == RC_OK && p->resp.filename == NULL)
		p->resp.filename = download_name(&p->ctx, &p->req, &p->resp);
	if (response_status(rc) < 400)
		return;
	begin_error(p, rc);
	if (page_render(p, "error", body) == RC_OK)
		return;
	/* Not even the error page can be made. */
	buf_reset(body);
	buf_putf(body, "%d\n%s\n", response_status(rc), p->request_id);
	p->resp.media = "text/plain; charset=utf-8";
}

/* ---- the request ---- */

void
page_serve(struct fcgi *g, void *arg)
{
	struct process *h = arg;
	struct page p = { .process = h,
		.ctx = process_context(h),
		.req = { .slug = "",
		    .method = fcgi_env(g, "REQUEST_METHOD"),
		    .client = fcgi_env(g, "REMOTE_ADDR") } };

	timing_reset();
	timing_start(TIMING_ALL);
	buf_reset(&h->body);
	request_name(p.request_id, fcgi_env(g, "REQUEST_ID"));
	log_request(p.request_id);
	request_begin(&p.req, h->pool);
	p.req.portal.host = portal_host(h->pool, &h->conf,
	    fcgi_env(g, "HTTP_HOST"));
	request_set_url(&p.req, h->pool, fcgi_env(g, "REQUEST_URI"),
	    fcgi_env(g, "QUERY_STRING"));
	p.resp.head = p.req.method != NULL && is_method(&p, "HEAD");
	page_finish(&p, page_build(&p, g), &h->body);
	timing_stop(TIMING_ALL);
	response_send(g, &p.resp, &h->body);
	counters_answer(route_number(h->routes, p.route),
	    response_status(p.resp.rc));
	pool_reset(h->pool);
	log_request(NULL);
}
