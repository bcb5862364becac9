/* test_picture.c - pictures from outside, by what they hold. */

#include <stdbool.h>

#include "files/picture.h"
#include "unit.h"

/* Whole pictures of 3 x 2 pixels. */
#define PNG_HEAD \
	"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x03\0\0\0\x02\x08\x02" \
	"\0\0\0\x12\x16\xf1\x4d"
#define PNG_END "\0\0\0\0IEND\xae\x42\x60\x82"
#define JPEG_HEAD \
	"\xff\xd8\xff\xe0\0\x04" \
	"ab"
#define JPEG_SIZE "\xff\xc0\0\x0b\x08\0\x02\0\x03\x01\x01\x11\0"
#define JPEG_END \
	"\xff\xda\0\x04" \
	"ab" \
	"data\xff\xd9"
#define WEBP_LOSSLESS "RIFF\x16\0\0\0WEBPVP8L\x09\0\0\0\x2f\x02\x40\0\0abcd\0"
#define SVG \
	"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">" \
	"<path d=\"M0 0\"/></svg>"
#define BYTES(s) (s), sizeof(s) - 1

static const struct {
	const char *s;
	size_t n;
	enum picture_fault fault;
	const char *type;
} rows[] = {
	{ BYTES(PNG_HEAD PNG_END), PICTURE_GOOD, "image/png" },
	{ BYTES(JPEG_HEAD JPEG_SIZE JPEG_END), PICTURE_GOOD, "image/jpeg" },
	{ BYTES("\xff\xd8"
		"\xff\xff\xe0\0\x04"
		"ab" JPEG_SIZE JPEG_END),
	    PICTURE_GOOD, "image/jpeg" },
	{ BYTES(WEBP_LOSSLESS), PICTURE_GOOD, "image/webp" },
	{ BYTES(SVG), PICTURE_GOOD, "image/svg+xml" },
	{ BYTES("\xef\xbb\xbf\n" SVG), PICTURE_GOOD, "image/svg+xml" },
	{ BYTES(""), PICTURE_UNKNOWN, NULL },
	{ BYTES("GIF89a\x01\0\x01\0"), PICTURE_UNKNOWN, NULL },
	{ BYTES("%PDF-1.7"), PICTURE_UNKNOWN, NULL },
	{ BYTES("logo"), PICTURE_UNKNOWN, NULL },
	{ BYTES("<html></html>"), PICTURE_UNKNOWN, NULL },
	/* cut, or of another length than they say */
	{ BYTES(PNG_HEAD), PICTURE_BROKEN, NULL },
	{ BYTES(PNG_HEAD PNG_END "more"), PICTURE_BROKEN, NULL },
	{ BYTES("\x89PNG\r\n\x1a\n"), PICTURE_BROKEN, NULL },
	{ BYTES("\x89PNG\r\n\x1a\n" PNG_END), PICTURE_BROKEN, NULL },
	{ BYTES("\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR\0\0\0\0"),
	    PICTURE_BROKEN, NULL },
	{ BYTES(JPEG_HEAD JPEG_SIZE), PICTURE_BROKEN, NULL },
	{ BYTES(JPEG_HEAD JPEG_END), PICTURE_BROKEN, NULL },
	{ BYTES(JPEG_HEAD JPEG_SIZE "\xff\xda\0\x04"
				    "abdata"),
	    PICTURE_BROKEN, NULL },
	{ BYTES("\xff\xd8\xff"), PICTURE_BROKEN, NULL },
	{ BYTES("\xff\xd8\xff\xe0\xff\xff"
		"ab"),
	    PICTURE_BROKEN, NULL },
	{ BYTES("RIFF\x16\0\0\0WEBPVP8L"), PICTURE_BROKEN, NULL },
	{ BYTES("RIFF\x16\0\0\0WEBPVP9 \x09\0\0\0\x2f\x02\x40\0\0abcd\0"),
	    PICTURE_BROKEN, NULL },
	{ BYTES("<svg xmlns=\"http://www.w3.org/2000/svg\"><path"),
	    PICTURE_BROKEN, NULL },
	/* too wide, or nothing */
	{ BYTES(JPEG_HEAD
	      "\xff\xc2\0\x0b\x08\0\x02\x10\x01\x01\x01\x11\0" JPEG_END),
	    PICTURE_WIDE, NULL },
	{ BYTES(
	      JPEG_HEAD "\xff\xc2\0\x0b\x08\0\x02\0\0\x01\x01\x11\0" JPEG_END),
	    PICTURE_WIDE, NULL },
	{ BYTES("RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\0\x10\0\0\0\0"),
	    PICTURE_WIDE, NULL },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf kept = { 0 }, removed = { 0 };
		const char *type;

		want_int(i,
		    picture_read(rows[i].s, rows[i].n, &type, &kept, &removed),
		    rows[i].fault);
		if (rows[i].fault == PICTURE_GOOD)
			want_str(i, type, rows[i].type);
		want_int(i, kept.len > 0, rows[i].fault == PICTURE_GOOD);
		want_int(i, *picture_words(rows[i].fault) == '\0',
		    rows[i].fault == PICTURE_GOOD);
		buf_free(&kept);
		buf_free(&removed);
	}
}

/* Each cut of a picture, and each byte of it changed, is read to an end. */
static void
test_cuts(void **state)
{
	(void)state;
	for (size_t i = 0; i < 4; i++)
		for (size_t n = 0; n < rows[i].n; n++) {
			struct buf kept = { 0 }, removed = { 0 };
			char *s = malloc(rows[i].n);
			const char *type;

			assert_non_null(s);
			memcpy(s, rows[i].s, rows[i].n);
			want_int(i,
			    picture_read(s, n, &type, &kept, &removed) !=
				PICTURE_GOOD,
			    true);
			s[n] = (char)~s[n];
			picture_read(s, rows[i].n, &type, &kept, &removed);
			free(s);
			buf_free(&kept);
			buf_free(&removed);
		}
}

static void
test_bytes(void **state)
{
	struct buf kept = { 0 }, removed = { 0 };
	char *s = calloc(1, PICTURE_BYTES + 1);
	const char *type;

	(void)state;
	assert_non_null(s);
	want_int(0, picture_read(s, PICTURE_BYTES + 1, &type, &kept, &removed),
	    PICTURE_LARGE);
	want_int(1, picture_read(s, PICTURE_BYTES, &type, &kept, &removed),
	    PICTURE_UNKNOWN);
	free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_cuts),
		cmocka_unit_test(test_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
