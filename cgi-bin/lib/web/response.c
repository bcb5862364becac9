/* response.c - the response while it is made, and as it leaves. */

#include <stdio.h>

#include "base/counters.h"
#include "base/free_space.h"
#include "base/log.h"
#include "base/timing.h"
#include "web/response.h"

static const struct {
	int status;
	const char *reason;
} statuses[RC__MAX] = {
	[RC_OK] = { 200, "OK" },
	[RC_EMPTY] = { 204, "No Content" },
	[RC_UNCHANGED] = { 304, "Not Modified" },
	[RC_MOVED] = { 301, "Moved Permanently" },
	[RC_SEE_OTHER] = { 303, "See Other" },
	[RC_BAD_PARAM] = { 400, "Bad Request" },
	[RC_UNAUTHORIZED] = { 401, "Unauthorized" },
	[RC_NOT_FOUND] = { 404, "Not Found" },
	[RC_GONE] = { 410, "Gone" },
	[RC_METHOD] = { 405, "Method Not Allowed" },
	[RC_MISDIRECTED] = { 421, "Misdirected Request" },
	[RC_TOO_LONG] = { 414, "URI Too Long" },
	[RC_TOO_LARGE] = { 413, "Content Too Large" },
	[RC_UNAVAILABLE] = { 503, "Service Unavailable" },
	[RC_FAIL] = { 500, "Internal Server Error" },
};

enum rc
response_refuse(struct response *resp, const char *name, const char *value,
    const char *reason)
{
	resp->fault = (struct param_fault){ name, value, reason, 0, NULL };
	return RC_BAD_PARAM;
}

int
response_status(enum rc rc)
{
	return statuses[rc].status;
}

/* By nginx, which has an unchanged page already. */
static bool
may_be_kept(const struct response *r)
{
	return !r->passes &&
	    (r->rc == RC_UNCHANGED || !free_space_runs_short());
}

/*
 * A response with an ETag is cached, by nginx and by browsers, and asked for
 * again each time with that ETag: an answer without a body, for an unchanged
 * page.  An error is never stored.  For nginx, "@1" is a page that expired long
 * ago: no clock decides whether it is good, neither nginx's nor ours, so that
 * one that jumps leaves no page stale; while one reader asks again, others get
 * what is kept (conf/nginx-host.conf).  With "0" nginx keeps no copy: one that
 * it could not write whole would be sent to nobody.
 */
static void
put_caching(struct buf *h, const struct response *r)
{
	if (r->etag != NULL && !r->no_store && !r->is_private &&
	    (r->rc == RC_OK || r->rc == RC_UNCHANGED))
		buf_putf(h,
		    "X-Accel-Expires: %s\r\nETag: %s\r\n"
		    "Cache-Control: no-cache\r\n",
		    may_be_kept(r) ? "@1" : "0", r->etag);
	else
		buf_putf(h, "X-Accel-Expires: 0\r\nCache-Control: %s\r\n",
		    r->is_private && !r->is_secret && r->rc == RC_OK
			? "private, no-cache"
			: "no-store");
}

/* As nginx writes it of other pages (conf/nginx-http.conf), which no site may
 * frame. */
#define POLICY \
	"default-src 'none'; script-src 'self'; style-src 'self'; " \
	"img-src 'self' data:; font-src 'self'; connect-src 'self'; " \
	"form-action 'self'; base-uri 'none'; frame-ancestors "

/* Whether s has no control, which would end the header. */
static bool
is_header(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' || *s == 0x7f)
			return false;
	return true;
}

/* The web server says it of pages outside a frame.  Where it takes "/%63adre/"
 * for "/cadre/", it leaves that to us: an error bears its own. */
static void
put_policy(struct buf *h, const struct response *r)
{
	const char *sites = r->sites;

	if (sites == NULL && response_status(r->rc) >= 400)
		sites = "'none'";
	if (sites != NULL && is_header(sites))
		buf_putf(h, "Content-Security-Policy: " POLICY "%s\r\n", sites);
}

/* What readers have no need of: for the web server, and for us. */
static void
put_own(struct buf *h, const struct response *r)
{
	if (r->count != NULL && (r->rc == RC_OK || r->rc == RC_SEE_OTHER))
		buf_putf(h, "Guichet-Count: %s\r\n", r->count);
	if (timing_on())
		buf_putf(h,
		    "Server-Timing: db;dur=%.3f, xslt;dur=%.3f, "
		    "html;dur=%.3f, all;dur=%.3f\r\n",
		    timing_us(TIMING_DB) / 1e3, timing_us(TIMING_XSLT) / 1e3,
		    timing_us(TIMING_HTML) / 1e3, timing_us(TIMING_ALL) / 1e3);
}

void
response_send(struct fcgi *g, const struct response *r, const struct buf *body)
{
	struct buf h = { 0 };
	bool has_body = r->rc != RC_UNCHANGED && r->media != NULL;
	size_t n = has_body && !r->head ? body->len : 0;

	buf_putf(&h, "Status: %d %s\r\n", statuses[r->rc].status,
	    statuses[r->rc].reason);
	put_caching(&h, r);
	if ((r->rc == RC_MOVED || r->rc == RC_SEE_OTHER) &&
	    r->location != NULL && is_header(r->location))
		buf_putf(&h, "Location: %s\r\n", r->location);
	put_policy(&h, r);
	/* A preview has a secret address; nothing private is to be found. */
	if (r->is_private)
		buf_puts(&h, "X-Robots-Tag: noindex\r\n");
	if (r->rc == RC_METHOD)
		buf_puts(&h,
		    r->post_only ? "Allow: POST\r\n" : "Allow: GET, HEAD\r\n");
	if (r->rc == RC_UNAVAILABLE)
		buf_putf(&h, "Retry-After: %d\r\n",
		    r->retry_after > 0 ? r->retry_after : 10);
	if (has_body)
		buf_putf(&h, "Content-Type: %s\r\nContent-Length: %zu\r\n",
		    r->media, body->len);
	if (r->filename != NULL && r->rc == RC_OK)
		buf_putf(&h,
		    "Content-Disposition: attachment; "
		    "filename=\"%s\"\r\n",
		    r->filename);
	if (r->headers != NULL)
		buf_puts(&h, r->headers);
	put_own(&h, r);
	buf_puts(&h, "\r\n");
	if (!fcgi_respond(g, h.data, h.len, n > 0 ? body->data : "", n)) {
		log_msg("response: cut short: the web server went away");
		counters_add(COUNTER_CUT);
	}
	buf_free(&h);
}
