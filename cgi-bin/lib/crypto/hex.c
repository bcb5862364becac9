/* hex.c - bytes as hexadecimal digits. */

#include <assert.h>
#include <string.h>
#include <sys/random.h>

#include "crypto/hex.h"

static const char digits[] = "0123456789abcdef";

void
hex_put(char *to, const void *bytes, size_t n)
{
	const unsigned char *from = bytes;

	for (size_t i = 0; i < n; i++) {
		*to++ = digits[from[i] >> 4];
		*to++ = digits[from[i] & 15];
	}
	*to = '\0';
}

/* The value of a digit; over 15: none. */
static unsigned
hex_digit(char c)
{
	return c >= '0' && c <= '9' ? (unsigned)(c - '0')
	    : c >= 'a' && c <= 'f'  ? (unsigned)(c - 'a') + 10
				    : 16;
}

bool
hex_read(void *to, const char *hex, size_t n)
{
	unsigned char *bytes = to;

	for (size_t i = 0; i < n; i++) {
		unsigned high = hex_digit(hex[2 * i]), low;

		/* What ends here has no second digit to look at. */
		if (high > 15 || (low = hex_digit(hex[2 * i + 1])) > 15)
			return false;
		bytes[i] = (unsigned char)(high << 4 | low);
	}
	return true;
}

size_t
hex_span(const char *text)
{
	return strspn(text, digits);
}

bool
hex_random(char *to, size_t n)
{
	unsigned char r[HEX_RANDOM];

	assert(n <= sizeof(r));
	*to = '\0';
	if (getrandom(r, n, 0) != (ssize_t)n)
		return false;
	hex_put(to, r, n);
	return true;
}
