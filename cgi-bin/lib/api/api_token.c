/* api_token.c - tokens for callers who want one. */

#include <nettle/base64.h>
#include <string.h>

#include "api/api_token.h"
#include "crypto/hex.h"
#include "text/day.h"
#include "xml/xml.h"

enum { TOKEN_SECONDS = 24 * 60 * 60, SIGNATURE = 16 };

/* Without the padding, as RFC 7515 wants. */
static const char *
base64(struct pool *pool, const char *s)
{
	size_t n = strlen(s), put;
	char *out = pool_take(pool,
	    BASE64_ENCODE_LENGTH(n) + BASE64_ENCODE_FINAL_LENGTH + 1);
	struct base64_encode_ctx ctx;

	base64url_encode_init(&ctx);
	put = base64_encode_update(&ctx, out, n, (const uint8_t *)s);
	put += base64_encode_final(&ctx, out + put);
	while (put > 0 && out[put - 1] == '=')
		put--;
	out[put] = '\0';
	return out;
}

const char *
api_token(struct pool *pool)
{
	long now = (long)day_clock();
	char sign[2 * SIGNATURE + 1];

	if (!hex_random(sign, SIGNATURE))
		memset(sign, '0', sizeof(sign) - 1);
	return pool_printf(pool, "%s.%s.%s",
	    base64(pool, "{\"typ\":\"JWT\",\"alg\":\"RS256\"}"),
	    base64(pool,
		pool_printf(pool, "{\"iat\":%ld,\"exp\":%ld}", now,
		    now + TOKEN_SECONDS)),
	    base64(pool, sign));
}

enum rc
api_token_give(struct context *ctx, const struct request *req,
    struct response *resp)
{
	if (!req->has_key)
		return RC_UNAUTHORIZED;
	xml_set(xml_add(resp->root, "answer"), "token", api_token(ctx->pool));
	return RC_OK;
}
