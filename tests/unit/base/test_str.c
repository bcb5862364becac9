/* test_text.c - UTF-8 from outside: checked, cleaned, folded. */

#include "base/str.h"
#include "unit.h"

#define BYTES(s) s, sizeof(s) - 1

static const struct {
	const char *s;
	size_t n;
	bool ok;
	const char *clean;
} xml_rows[] = {
	{ BYTES(""), true, "" }, { BYTES("abc"), true, "abc" },
	{ BYTES("\t\n\r"), true, "\t\n\r" }, { BYTES("\x7f"), true, "\x7f" },
	{ BYTES("\xc3\xa9"), true, "\xc3\xa9" },
	{ BYTES("\xef\xbf\xbd"), true, "\xef\xbf\xbd" },
	{ BYTES("\xf0\x9f\x98\x80"), true, "\xf0\x9f\x98\x80" },
	{ BYTES("\xf4\x8f\xbf\xbd"), true, "\xf4\x8f\xbf\xbd" },
	{ BYTES("a\x01"), false, "a?" },
	{ BYTES("\x1f"
		"b"),
	    false, "?b" },
	{ BYTES("a\x0b\x0c"), false, "a??" }, { BYTES("a\0b"), false, "a" },
	{ BYTES("\x80"), false, "?" }, { BYTES("\xff"), false, "?" },
	{ BYTES("\xc3"), false, "?" },
	{ BYTES("\xc3"
		"e"),
	    false, "?e" },
	{ BYTES("\xe2\x82"), false, "??" },
	{ BYTES("\xf0\x9f\x98"), false, "???" },
	{ BYTES("\xc0\x80"), false, "??" }, /* too long forms */
	{ BYTES("\xc1\xbf"), false, "??" },
	{ BYTES("\xe0\x80\x80"), false, "???" },
	{ BYTES("\xf0\x80\x80\x80"), false, "????" },
	{ BYTES("\xed\xa0\x80"), false, "???" }, /* surrogates */
	{ BYTES("\xed\xbf\xbf"), false, "???" },
	{ BYTES("\xef\xbf\xbe"), false, "???" }, /* U+FFFE, U+FFFF */
	{ BYTES("\xef\xbf\xbf"), false, "???" },
	{ BYTES("\xf4\x90\x80\x80"), false, "????" }, /* over U+10FFFF */
	{ BYTES("\xf5\x80\x80\x80"), false, "????" },
	{ BYTES("\xe9t\xe9"), false, "?t?" }, /* Latin-1 */
};

static void
test_is_xml(void **state)
{
	char copy[32];

	(void)state;
	for (size_t i = 0; i < ROWS(xml_rows); i++) {
		want_int(i, str_is_xml(xml_rows[i].s, xml_rows[i].n),
		    xml_rows[i].ok);
		memcpy(copy, xml_rows[i].s, xml_rows[i].n + 1);
		want_str(i, str_clean(copy), xml_rows[i].clean);
		want_int(i, str_is_xml(copy, strlen(copy)), true);
	}
}

static size_t
encode(char *s, unsigned c)
{
	if (c < 0x80)
		return (size_t)sprintf(s, "%c", (int)c);
	if (c < 0x800)
		return (size_t)sprintf(s, "%c%c", (int)(0xc0 | c >> 6),
		    (int)(0x80 | (c & 0x3f)));
	if (c < 0x10000)
		return (size_t)sprintf(s, "%c%c%c", (int)(0xe0 | c >> 12),
		    (int)(0x80 | (c >> 6 & 0x3f)), (int)(0x80 | (c & 0x3f)));
	return (size_t)sprintf(s, "%c%c%c%c", (int)(0xf0 | c >> 18),
	    (int)(0x80 | (c >> 12 & 0x3f)), (int)(0x80 | (c >> 6 & 0x3f)),
	    (int)(0x80 | (c & 0x3f)));
}

/* Wherever it stands in a text, which is read by eights. */
static void
test_every_place(void **state)
{
	char s[24];

	(void)state;
	for (size_t at = 0; at < sizeof(s); at++) {
		for (int c = 0; c < 0x100; c++) {
			bool xml = c == 9 || c == 10 || c == 13 ||
			    (c >= 0x20 && c < 0x80);

			memset(s, 'a', sizeof(s));
			memcpy(s + 3, "\xc3\xa9", 2);
			s[at] = (char)c;
			if (at != 3 && at != 4)
				want_int(c, str_is_xml(s, sizeof(s)), xml);
		}
	}
}

/* Char of XML 1.0, second production. */
static void
test_every_character(void **state)
{
	char s[8];

	(void)state;
	for (unsigned c = 0; c < 0x110010; c++) {
		size_t n = encode(s, c);
		bool xml = c == 9 || c == 10 || c == 13 ||
		    (c >= 0x20 && c <= 0xd7ff) ||
		    (c >= 0xe000 && c <= 0xfffd) ||
		    (c >= 0x10000 && c <= 0x10ffff);
		const char *p = s;

		want_int(c, str_is_xml(s, n), xml);
		if (!xml)
			continue;
		want_int(c, str_next(&p), c);
		want_int(c, p - s, n);
	}
}

static const struct {
	const char *s, *folded;
} fold_rows[] = {
	{ "", "" },
	{ "   ", "" },
	{ "Échiré, la Fête", "echire la fete" },
	{ "  a -- b  ", "a b" },
	{ "L'Haÿ-les-Roses", "l hay les roses" },
	{ "Œuvre ÆTHER Þ ß", "oeuvre aether th ss" },
	{ "Ĳ ĳ œ", "ij ij oe" },
	{ "e\xcc\x81t\xc3\xa9", "ete" }, /* combining accent */
	{ "co\xc2\xadop", "coop" },      /* soft hyphen */
	{ "2 × 3 ÷ 4", "2 3 4" },
	{ "m² à 5 €", "m a 5" },
	{ "a\xc2\xa0"
	  "b",
	    "a b" }, /* no-break space */
	{ "vélo \xf0\x9f\x9a\xb2 route", "velo route" },
	{ "\xe2\x80\x8f"
	  "abc",
	    "abc" },                        /* right-to-left mark */
	{ "\xe6\x97\xa5\xe6\x9c\xac", "" }, /* no Latin letter */
	{ "ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸ", "aaaceeeeiioouuuy" },
	{ "Łódź Žižkov ĐŦĦ", "lodz zizkov dth" },
};

static void
test_fold(void **state)
{
	char dst[128];

	(void)state;
	for (size_t i = 0; i < ROWS(fold_rows); i++)
		want_str(i, str_fold(dst, sizeof(dst), fold_rows[i].s),
		    fold_rows[i].folded);
}

static const struct {
	const char *s, *folded;
} name_rows[] = {
	{ "St-Jean", "saint jean" },
	{ "Ste Foy-lès-Lyon", "sainte foy les lyon" },
	{ "Pont-St-Esprit", "pont saint esprit" },
	{ "Grand Est", "grand est" },
	{ "Stains", "stains" },
	{ "St", "saint" },
	{ "", "" },
};

static void
test_fold_name(void **state)
{
	char dst[128];

	(void)state;
	for (size_t i = 0; i < ROWS(name_rows); i++)
		want_str(i, str_fold_name(dst, sizeof(dst), name_rows[i].s),
		    name_rows[i].folded);
}

/* Whatever the size, nothing is written past it and the end is closed. */
static void
test_fold_cut(void **state)
{
	char *(*const fns[])(char *, size_t, const char *) = { str_fold,
		str_fold_name, str_slug };
	char dst[64];

	(void)state;
	for (size_t f = 0; f < ROWS(fns); f++) {
		for (size_t size = 1; size < 40; size++) {
			memset(dst, '#', sizeof(dst));
			fns[f](dst, size, "St Œuvre-ß-Ĳ, ste æææ 123456789");
			assert_true(strlen(dst) < size);
			assert_int_equal(dst[size], '#');
		}
	}
}

static void
test_slug(void **state)
{
	char dst[64];

	(void)state;
	want_str(0, str_slug(dst, sizeof(dst), "Échiré, la Fête"),
	    "echire-la-fete");
	want_str(1, str_slug(dst, sizeof(dst), " -- "), "");
	want_str(2, str_slug(dst, sizeof(dst), "DETR_2026"), "detr-2026");
}

static const struct {
	const char *s, *decoded;
} url_rows[] = {
	{ "", "" },
	{ "a+b%20c", "a b c" },
	{ "%C3%A9%c3%a9", "éé" },
	{ "%2B%25", "+%" },
	{ "%ff", "\xff" },
	{ "%", NULL },
	{ "%4", NULL },
	{ "%zz", NULL },
	{ "%4g", NULL },
	{ "a%00b", NULL },
	{ "100%", NULL },
};

static void
test_url_decode(void **state)
{
	char s[64];

	(void)state;
	for (size_t i = 0; i < ROWS(url_rows); i++) {
		snprintf(s, sizeof(s), "%s", url_rows[i].s);
		want_int(i, str_url_decode(s), url_rows[i].decoded != NULL);
		if (url_rows[i].decoded != NULL)
			want_str(i, s, url_rows[i].decoded);
	}
}

static const struct {
	const char *s;
	size_t n, cut;
} cut_rows[] = {
	{ "", 0, 0 },
	{ "", 5, 0 },
	{ "abc", 3, 3 },
	{ "abc", 2, 2 },
	{ "é", 1, 0 },
	{ "é", 2, 2 },
	{ "aé", 2, 1 },
	{ "aéb", 3, 3 },
	{ "\xf0\x9f\x98\x80", 3, 0 },
	{ "\xf0\x9f\x98\x80z", 4, 4 },
};

static void
test_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(cut_rows); i++)
		want_int(i, str_cut(cut_rows[i].s, cut_rows[i].n),
		    cut_rows[i].cut);
}

/* One line, whatever is in it. */
static void
test_line(void **state)
{
	static const struct {
		const char *s, *want;
	} rows[] = {
		{ "", "" },
		{ "Échiré — toit\t2", "Échiré — toit\t2" },
		{ "a\033]0;x\007b", "a?]0;x?b" },
		{ "a\nb\r\n  1752 aids", "a b    1752 aids" },
		{ "a\177b", "a b" },
		{ "a\xc2\x9b"
		  "2Jb",
		    "a  2Jb" }, /* CSI in two bytes */
		{ "a\x9b"
		  "b\xc3",
		    "a?b?" }, /* no UTF-8 */
		{ "a\xe2\x80\xae"
		  "b",
		    "ab" }, /* turned around */
		{ "caf\xc3\xa9 \xc2\xab", "caf\xc3\xa9 \xc2\xab" },
	};
	char s[64];

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		snprintf(s, sizeof(s), "%s", rows[i].s);
		want_str(i, str_line(s), rows[i].want);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_line),
		cmocka_unit_test(test_is_xml),
		cmocka_unit_test(test_every_place),
		cmocka_unit_test(test_every_character),
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_fold_name),
		cmocka_unit_test(test_fold_cut),
		cmocka_unit_test(test_slug),
		cmocka_unit_test(test_url_decode),
		cmocka_unit_test(test_cut),
	};

	return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
