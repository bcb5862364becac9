/* test_colour.c - which colours can be read. */

#include "base/buf.h"
#include "portals/colour.h"
#include "unit.h"

static const struct {
	const char *s;
	bool reads;
} read_rows[] = {
	{ "#1f5f74", true },
	{ "#1F5F74", true },
	{ "#fff", false },
	{ "1f5f74", false },
	{ "#1f5f7g", false },
	{ "#1f5f744", false },
	{ "", false },
	{ "#", false },
	{ "red", false },
	{ "url(#x)", false },
	{ "#1f5f74;}", false },
	{ " #1f5f7", false },
};

static void
test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(read_rows); i++) {
		struct colour c = { 0 };
		char back[8];

		want_int(i, colour_read(&c, read_rows[i].s),
		    read_rows[i].reads);
		colour_put(back, c);
		want_str(i, back, read_rows[i].reads ? "#1f5f74" : "#000000");
	}
}

/* Ratios that WCAG and its users publish, by hundredths, cut. */
static const struct {
	const char *a, *b;
	int hundredths;
} ratio_rows[] = {
	{ "#000000", "#ffffff", 2100 }, { "#ffffff", "#ffffff", 100 },
	{ "#777777", "#ffffff", 447 }, /* famous for being not enough */
	{ "#767676", "#ffffff", 454 }, { "#ff0000", "#ffffff", 399 },
	{ "#0000ff", "#ffffff", 859 }, { "#00ff00", "#ffffff", 137 },
	{ "#000091", "#ffffff", 1490 }, /* "bleu France" of the DSFR */
};

static void
test_ratio(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(ratio_rows); i++) {
		struct colour a = { 0 }, b = { 0 };

		assert_true(colour_read(&a, ratio_rows[i].a));
		assert_true(colour_read(&b, ratio_rows[i].b));
		want_int(i, (int)(100 * colour_contrast(a, b)),
		    ratio_rows[i].hundredths);
		want_int(i, (int)(100 * colour_contrast(b, a)),
		    ratio_rows[i].hundredths);
	}
}

static const struct {
	const char *s;
	enum colour_look look;
	const char *near; /* NULL: it fits */
	const char *with;
} fit_rows[] = {
	{ "#1f5f74", COLOUR_LIGHT, NULL, "#eef4f6" }, /* the theme's own */
	{ "#7cc3da", COLOUR_DARK, NULL, "#1c262b" },
	{ "#767676", COLOUR_LIGHT, "#6f6f6f", "#eef4f6" },
	{ "#ffff00", COLOUR_LIGHT, "#737300", "#f6f8f9" },
	{ "#ff0000", COLOUR_LIGHT, "#e00000", "#eef4f6" },
	{ "#ffffff", COLOUR_LIGHT, "#6f6f6f", "#ffffff" },
	{ "#1f5f74", COLOUR_DARK, "#3196b7", "#1c262b" },
	{ "#000000", COLOUR_DARK, "#8b8b8b", "#0c1a20" },
};

static void
test_fit(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(fit_rows); i++) {
		struct colour c = { 0 }, near, again;
		const char *with;
		char put[8];
		double worst;

		assert_true(colour_read(&c, fit_rows[i].s));
		want_int(i,
		    colour_fits(c, fit_rows[i].look, &worst, &with, &near),
		    fit_rows[i].near == NULL);
		want_str(i, with, fit_rows[i].with);
		want_int(i, worst >= COLOUR_LEAST, fit_rows[i].near == NULL);
		colour_put(put, near);
		want_str(i, put,
		    fit_rows[i].near != NULL ? fit_rows[i].near
					     : fit_rows[i].s);
		/* What is proposed is taken. */
		want_int(i,
		    colour_fits(near, fit_rows[i].look, &worst, &with, &again),
		    true);
	}
}

/* Every colour has a near one, of its hue as far as bytes can say it. */
static void
test_all(void **state)
{
	(void)state;
	for (int i = 0; i < 4096; i++) {
		struct colour c = { (unsigned char)((i & 15) * 17),
			(unsigned char)((i >> 4 & 15) * 17),
			(unsigned char)((i >> 8) * 17) };
		struct colour near, again;
		const char *with;
		double worst;

		for (int look = 0; look < 2; look++) {
			colour_fits(c, (enum colour_look)look, &worst, &with,
			    &near);
			want_int(i,
			    colour_fits(near, (enum colour_look)look, &worst,
				&with, &again),
			    true);
			want_int(i,
			    (near.r >= near.g) ^ (c.r >= c.g) && c.r != c.g &&
				near.r != near.g,
			    0);
		}
	}
}

/* The theme's style has the values that are measured against: a change there
 * is a change here. */
static void
test_style(void **state)
{
	struct buf css = { 0 };
	char line[40];

	(void)state;
	assert_null(buf_put_file(&css, "xsl/assets/neutral.css"));
	for (int look = 0; look < 2; look++) {
		const char *of = look == COLOUR_LIGHT
		    ? css.data
		    : strstr(css.data, "prefers-color-scheme: dark");

		for (int i = 0; i < COLOUR_OTHERS; i++) {
			const struct colour_other *o = &colour_others[look][i];
			const char *at;

			snprintf(line, sizeof(line), "%s: ", o->name);
			assert_non_null(at = strstr(of, line));
			at += strlen(line);
			/* The style writes white in short. */
			want_int(i,
			    strncmp(at, o->value, 7) == 0 ||
				(strncmp(at, "#fff;", 5) == 0 &&
				    strcmp(o->value, "#ffffff") == 0),
			    true);
		}
	}
	buf_free(&css);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_ratio),
		cmocka_unit_test(test_fit),
		cmocka_unit_test(test_all),
		cmocka_unit_test(test_style),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
