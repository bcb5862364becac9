/* aid_served.c - an aid as the API serves it. */

#include <string.h>

#include "aids/aid_served.h"
#include "gen/constants.h"

/* The first two bytes of the signs; the third says which it is. */
#define SIGN "\xef\xb7"

enum { SIGN_BYTES = 3, FIRST_BYTE = 0xef };

static void
put_sign(struct buf *b, unsigned char sign, const char *base,
    const struct aid_served *r)
{
	switch (sign) {
	case 0x90:
		buf_puts(b, base);
		break;
	case 0x91:
		buf_puts(b,
		    strcmp(r->status->s, AID_JSON_OPEN) == 0 ? "true"
							     : "false");
		break;
	case 0x92:
		buf_puts(b, r->status->s);
		break;
	case 0x93:
		buf_put_int(b, r->number->i);
		break;
	default:
		buf_put(b, (char[]){ SIGN[0], SIGN[1], (char)sign },
		    SIGN_BYTES);
	}
}

static void
put_filled(struct buf *b, const struct value *text, const char *base,
    const struct aid_served *r)
{
	const char *s = text->s, *end = s + text->n, *at = s;

	/* Few texts have another sign that begins with that byte. */
	while ((at = memchr(at, FIRST_BYTE, (size_t)(end - at))) != NULL &&
	    end - at >= SIGN_BYTES) {
		if (at[1] != SIGN[1]) {
			at++;
			continue;
		}
		buf_put(b, s, (size_t)(at - s));
		put_sign(b, (unsigned char)at[2], base, r);
		s = at += SIGN_BYTES;
	}
	buf_put(b, s, (size_t)(end - s));
}

void
aid_served_put(struct buf *b, const char *base, const struct aid_served *r)
{
	put_filled(b, r->record, base, r);
	if (r->texts != NULL)
		put_filled(b, r->texts, base, r);
}
