/*
 * picture.c - pictures from outside.
 *
 * Nothing is unpacked: the parts of a file are walked as its kind has them, to
 * its size and to its end, so that what is cut or is something else is seen.
 */

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <zlib.h>

#include "base/say.h"
#include "files/picture.h"
#include "files/svg.h"

struct picture {
	const unsigned char *s;
	size_t n;
	uint32_t width, height;
};

const char *
picture_words(enum picture_fault fault)
{
	static const char *const words[] = { "",
		N_("a picture has 512 kB at most: make it smaller"),
		N_("it is no picture: PNG, JPEG, WebP and SVG are taken, by "
		   "what they hold and not by their names"),
		N_("the picture is cut or broken: export it again"),
		N_("a picture has sides of 1 to 4096 pixels: make it smaller"),
		N_("an SVG needs a viewBox, or a width and a height, and "
		   "something to draw once what is not allowed is taken "
		   "out") };

	return words[fault];
}

static uint32_t
big(const unsigned char *s, int bytes)
{
	uint32_t x = 0;

	for (int i = 0; i < bytes; i++)
		x = x << 8 | s[i];
	return x;
}

static uint32_t
little(const unsigned char *s, int bytes)
{
	uint32_t x = 0;

	for (int i = bytes; i > 0; i--)
		x = x << 8 | s[i - 1];
	return x;
}

/* ---- PNG (RFC 2083, 3 and 4) ---- */

/* Chunks follow, each with its length, its name and the sum of both and of what
 * it holds: IHDR, which has the size, comes first, and IEND last. */
static bool
png_read(struct picture *p)
{
	size_t at = 8;

	while (p->n - at >= 12) {
		const unsigned char *c = p->s + at;
		size_t n = big(c, 4);

		if (n > p->n - at - 12 ||
		    crc32(0, c + 4, (uInt)n + 4) != big(c + 8 + n, 4))
			return false;
		if (at == 8 && (n != 13 || memcmp(c + 4, "IHDR", 4) != 0))
			return false;
		if (at == 8) {
			p->width = big(c + 8, 4);
			p->height = big(c + 12, 4);
		}
		at += 12 + n;
		if (memcmp(c + 4, "IEND", 4) == 0)
			return at == p->n;
	}
	return false;
}

/* ---- JPEG (ITU T.81, annex B) ---- */

/* A frame header, which has the size: SOF0 to SOF15, but for tables. */
static bool
is_frame(unsigned char marker)
{
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 &&
	    marker != 0xc8 && marker != 0xcc;
}

/* Segments follow, each with its length, to the scan (SOS), whose end is that
 * of the file: cameras and editors put nothing after it that is drawn. */
static bool
jpeg_read(struct picture *p)
{
	size_t at = 2;

	while (p->n - at >= 4) {
		const unsigned char *c = p->s + at;
		size_t n = big(c + 2, 2);

		if (c[0] != 0xff)
			return false;
		if (c[1] == 0xff) { /* filling */
			at++;
			continue;
		}
		if (n < 2 || n > p->n - at - 2)
			return false;
		if (is_frame(c[1]) && n >= 8) {
			p->height = big(c + 5, 2);
			p->width = big(c + 7, 2);
		}
		if (c[1] == 0xda)
			return p->height > 0 && p->s[p->n - 2] == 0xff &&
			    p->s[p->n - 1] == 0xd9;
		at += 2 + n;
	}
	return false;
}

/* ---- WebP (RFC 9649) ---- */

/* The first chunk has the size, written in one of three ways. */
static bool
webp_read(struct picture *p)
{
	const unsigned char *c = p->s + 12, *in = c + 8;

	if (p->n < 30 || little(p->s + 4, 4) + 8 != p->n + (p->n & 1))
		return false;
	if (memcmp(c, "VP8 ", 4) == 0 &&
	    memcmp(in + 3, "\x9d\x01\x2a", 3) == 0) {
		p->width = little(in + 6, 2) & 0x3fff;
		p->height = little(in + 8, 2) & 0x3fff;
	} else if (memcmp(c, "VP8L", 4) == 0 && in[0] == 0x2f) {
		p->width = 1 + (little(in + 1, 4) & 0x3fff);
		p->height = 1 + (little(in + 1, 4) >> 14 & 0x3fff);
	} else if (memcmp(c, "VP8X", 4) == 0) {
		p->width = 1 + little(in + 4, 3);
		p->height = 1 + little(in + 7, 3);
	} else {
		return false;
	}
	return true;
}

/* ---- all ---- */

/* The first bytes of each kind. */
static const struct picture_kind {
	const char *type, *begin;
	size_t n, at; /* bytes, and where they are */
	bool (*read)(struct picture *);
} kinds[] = {
	{ "image/png", "\x89PNG\r\n\x1a\n", 8, 0, png_read },
	{ "image/jpeg", "\xff\xd8\xff", 3, 0, jpeg_read },
	{ "image/webp", "WEBP", 4, 8, webp_read },
};

/* What is no picture of bytes may be one of text. */
static bool
may_be_svg(const char *s, size_t n)
{
	size_t at = n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

	while (at < n && strchr(" \t\r\n", s[at]) != NULL && s[at] != '\0')
		at++;
	return at < n && s[at] == '<' && memchr(s, '\0', n) == NULL;
}

static enum picture_fault
svg_of(const char *s, size_t n, struct buf *kept, struct buf *removed)
{
	switch (svg_reduce(s, n, kept, removed)) {
	case SVG_GOOD:
		return PICTURE_GOOD;
	case SVG_OTHER:
		return PICTURE_UNKNOWN;
	case SVG_EMPTY:
		return PICTURE_EMPTY;
	default:
		return PICTURE_BROKEN;
	}
}

enum picture_fault
picture_read(const char *s, size_t n, const char **type, struct buf *kept,
    struct buf *removed)
{
	struct picture p = { (const unsigned char *)s, n, 0, 0 };

	*type = NULL;
	if (n > PICTURE_BYTES)
		return PICTURE_LARGE;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		const struct picture_kind *k = &kinds[i];

		if (n < k->at + k->n || memcmp(s + k->at, k->begin, k->n) != 0)
			continue;
		if (!k->read(&p))
			return PICTURE_BROKEN;
		if (p.width < 1 || p.height < 1 || p.width > PICTURE_SIDE ||
		    p.height > PICTURE_SIDE)
			return PICTURE_WIDE;
		*type = k->type;
		buf_put(kept, s, n);
		return PICTURE_GOOD;
	}
	if (!may_be_svg(s, n))
		return PICTURE_UNKNOWN;
	*type = "image/svg+xml";
	return svg_of(s, n, kept, removed);
}
