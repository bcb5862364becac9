/* digest.c - SHA-256, by nettle. */

#include <stdint.h>

#include <nettle/sha2.h>

#include "crypto/digest.h"
#include "crypto/hex.h"

void
digest_sha256(char hex[DIGEST_HEX + 1], const void *bytes, size_t n)
{
	uint8_t sum[SHA256_DIGEST_SIZE];
	struct sha256_ctx ctx;

	sha256_init(&ctx);
	sha256_update(&ctx, n, bytes);
	sha256_digest(&ctx, sizeof(sum), sum);
	hex_put(hex, sum, sizeof(sum));
}
