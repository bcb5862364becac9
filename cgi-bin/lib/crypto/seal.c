/* seal.c - marks and sealed texts, by nettle. */

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include <nettle/chacha-poly1305.h>
#include <nettle/hmac.h>
#include <nettle/memops.h>

#include "crypto/hex.h"
#include "crypto/seal.h"

enum {
	KEY = CHACHA_POLY1305_KEY_SIZE,
	NONCE = CHACHA_POLY1305_NONCE_SIZE,
	TAG = CHACHA_POLY1305_DIGEST_SIZE
};

/* The purpose with its NUL, then the text: none can be taken for another. */
static void
seal_hmac(uint8_t sum[SHA256_DIGEST_SIZE], const void *secret, size_t n,
    const char *purpose, const char *text)
{
	struct hmac_sha256_ctx ctx;

	hmac_sha256_set_key(&ctx, n, secret);
	hmac_sha256_update(&ctx, strlen(purpose) + 1, (const uint8_t *)purpose);
	hmac_sha256_update(&ctx, strlen(text), (const uint8_t *)text);
	hmac_sha256_digest(&ctx, SHA256_DIGEST_SIZE, sum);
}

void
seal_mac(char mac[SEAL_MAC + 1], const void *secret, size_t n,
    const char *purpose, const char *text)
{
	uint8_t sum[SHA256_DIGEST_SIZE];

	seal_hmac(sum, secret, n, purpose, text);
	hex_put(mac, sum, SEAL_MAC / 2);
}

bool
seal_is_mac(const char *a, const char *b)
{
	return strlen(a) == SEAL_MAC && strlen(b) == SEAL_MAC &&
	    memeql_sec(a, b, SEAL_MAC);
}

/* A key of its own for each secret and purpose. */
static void
seal_set_key(struct chacha_poly1305_ctx *ctx, const char *secret,
    const char *purpose)
{
	uint8_t key[SHA256_DIGEST_SIZE];

	_Static_assert(sizeof(key) == KEY, "a key is a digest");
	seal_hmac(key, secret, strlen(secret), purpose, "");
	chacha_poly1305_set_key(ctx, key);
}

const char *
seal(struct pool *pool, const char *secret, const char *purpose,
    const void *bytes, size_t n)
{
	size_t size = NONCE + n + TAG;
	uint8_t *sealed = pool_room(pool, size);
	char *hex = pool_room(pool, 2 * size + 1);
	struct chacha_poly1305_ctx ctx;

	if (getrandom(sealed, NONCE, 0) != NONCE)
		return NULL;
	seal_set_key(&ctx, secret, purpose);
	chacha_poly1305_set_nonce(&ctx, sealed);
	chacha_poly1305_encrypt(&ctx, n, sealed + NONCE, bytes);
	chacha_poly1305_digest(&ctx, TAG, sealed + NONCE + n);
	hex_put(hex, sealed, size);
	return hex;
}

const char *
unseal(struct pool *pool, const char *secret, const char *purpose,
    const char *sealed, size_t *n)
{
	size_t size = strlen(sealed) / 2, length;
	uint8_t *bytes = pool_room(pool, size + 1), tag[TAG];
	struct chacha_poly1305_ctx ctx;
	char *text;

	if (strlen(sealed) % 2 != 0 || size < NONCE + TAG ||
	    !hex_read(bytes, sealed, size))
		return NULL;
	length = size - NONCE - TAG;
	text = pool_room(pool, length + 1);
	seal_set_key(&ctx, secret, purpose);
	chacha_poly1305_set_nonce(&ctx, bytes);
	chacha_poly1305_decrypt(&ctx, length, (uint8_t *)text, bytes + NONCE);
	chacha_poly1305_digest(&ctx, TAG, tag);
	if (!memeql_sec(tag, bytes + NONCE + length, TAG))
		return NULL;
	text[length] = '\0';
	if (n != NULL)
		*n = length;
	return text;
}
