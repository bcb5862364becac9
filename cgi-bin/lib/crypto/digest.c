/* digest.c - SHA-256, by nettle. */

#include <stdint.h>

#include "crypto/digest.h"
#include "crypto/hex.h"

void
digest_begin(struct digest *d)
{
	sha256_init(&d->ctx);
}

void
digest_add(struct digest *d, const void *bytes, size_t n)
{
	sha256_update(&d->ctx, n, bytes);
}

void
digest_end(struct digest *d, char hex[DIGEST_HEX + 1])
{
	uint8_t sum[SHA256_DIGEST_SIZE];

	sha256_digest(&d->ctx, sizeof(sum), sum);
	hex_put(hex, sum, sizeof(sum));
}

void
digest_sha256(char hex[DIGEST_HEX + 1], const void *bytes, size_t n)
{
	struct digest d;

	digest_begin(&d);
	digest_add(&d, bytes, n);
	digest_end(&d, hex);
}
