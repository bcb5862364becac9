/* count_header.c - what of an answer is to be counted. */

#include <string.h>

#include "base/buf.h"
#include "web/count_header.h"

void
count_header_event(const struct context *ctx, const struct request *req,
    struct response *resp, const char *event)
{
	if (req->format != NULL || req->portal.word != NULL ||
	    request_page(req) > 1)
		return;
	resp->count = pool_take(ctx->pool, COUNT_HEADER_MAX + 1);
	count_header_text(resp, "event", event);
	if (ctx->portal != NULL)
		count_header_text(resp, "portal", ctx->portal->slug);
}

void
count_header_text(struct response *resp, const char *key, const char *value)
{
	struct buf b = { 0 };
	size_t n;

	if (resp->count == NULL || value == NULL || *value == '\0')
		return;
	n = strlen(resp->count);
	buf_puts(&b, n > 0 ? "; " : "");
	buf_puts(&b, key);
	buf_putc(&b, '=');
	buf_put_url(&b, value);
	if (n + b.len <= COUNT_HEADER_MAX)
		memcpy(resp->count + n, b.data, b.len + 1);
	buf_free(&b);
}

void
count_header_number(struct response *resp, const char *key, long long value)
{
	char digits[24];

	count_header_text(resp, key, buf_digits(digits, value));
}
