/* test_fragment.c - HTML rendered ahead, and its placeholders. */

#include "base/str.h"
#include "unit.h"
#include "xml/fragment.h"
#include "xml/html.h"

/* Values "name=of", and what is kept: names that begin with k. */
static void
put(void *arg, struct buf *b, const char *name, const char *of)
{
	(void)arg;
	buf_putf(b, "[%s=%s]", name, of);
}

static bool
keeps(void *arg, const char *name, const char *of)
{
	(void)arg;
	(void)of;
	return name[0] == 'k';
}

static const struct {
	const char *html, *want;
} rows[] = {
	{ "", "" },
	{ "<p>é</p>", "<p>é</p>" },
	{ "a\1title\2b", "a[title=]b" },
	{ "\1count 12 3\2", "[count=12 3]" },
	{ "a\1?keep x\2b\3c", "abc" },
	{ "a\1?drop x\2b\3c", "ac" },
	{ "\1?k\2a\1?drop\2b\1?k\2c\3d\3e\3f", "aef" },
	{ "\1?drop\2a\1?k\2b\3c\3d", "d" },
	{ "\1?drop\2a\1value\2b\3c", "c" },
	/* a word once, which is no part of another */
	{ "\1?first A\2a\3\1?first AB\2b\3\1?first A\2c\3\1?first B\2d\3",
	    "abd" },
	/* today is 1 March 2027 */
	{ "\1days 20880\2", "2" },
	{ "\1days 20877\2", "-1" },
	{ "\1?until 20880 0 30\2x\3", "x" },
	{ "\1?until 20880 - 1\2x\3", "" },
	{ "\1?until 20880 3 -\2x\3", "" },
	{ "\1?until 20877 - -1\2x\3", "x" },
	{ "\1?until 20880 - -\2x\3", "x" },
	{ "\1?until 20880\2x\3", "x" },
	/* what is broken leaves without its marks */
	{ "a\1title", "atitle" },
	{ "a\2b\3c", "abc" },
	{ "a\1?drop\2b", "a" },
	{ "\1?until\2x\3", "x" },
	{ "\1?until 1 2 3 4 5\2x\3", "" },
};

static void
test_fill(void **state)
{
	struct buf b = { 0 }, said = { 0 };
	struct fragment_filler f = { put, keeps, NULL, str_day("2027-03-01"),
		&said };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		buf_reset(&b);
		buf_reset(&said);
		buf_puts(&b, "");
		fragment_fill(&b, rows[i].html, strlen(rows[i].html), &f);
		want_str(i, b.data, rows[i].want);
	}
	buf_free(&b);
	buf_free(&said);
}

/* Wherever a placeholder stands in a text, which is read by eights. */
static void
test_every_place(void **state)
{
	struct fragment_filler f = { put, keeps, NULL, 0, NULL };
	static const char text[] = "a text of letters: \xc3\xa9\x04\xff\n";
	struct buf b = { 0 }, s = { 0 }, want = { 0 };

	(void)state;
	for (size_t i = 0; i < strlen(text); i++) {
		buf_reset(&s);
		buf_reset(&want);
		buf_reset(&b);
		buf_put(&s, text, i);
		buf_puts(&s, "\1x\2");
		buf_puts(&s, text + i);
		buf_puts(&s, "\1?drop\2");
		buf_put(&s, text, i);
		buf_puts(&s, "\3.");
		buf_put(&want, text, i);
		buf_puts(&want, "[x=]");
		buf_puts(&want, text + i);
		buf_puts(&want, ".");
		fragment_fill(&b, s.data, s.len, &f);
		want_str(i, b.data, want.data);
	}
	buf_free(&b);
	buf_free(&s);
	buf_free(&want);
}

/* A placeholder whose words have no end is no placeholder. */
static void
test_long(void **state)
{
	struct fragment_filler f = { 0 };
	struct buf b = { 0 };
	char s[400] = "\1";

	(void)state;
	memset(s + 1, 'x', 300);
	strcpy(s + 301, "\2y");
	fragment_fill(&b, s, strlen(s), &f);
	want_int(0, b.len, 301);
	buf_free(&b);
}

/* Any bytes: nothing out of bounds. */
static void
test_fuzz(void **state)
{
	static const char bytes[] = "\1\2\3? kdx9-";
	struct fragment_filler f = { put, keeps, NULL, 0, NULL };
	struct buf b = { 0 };
	char *s;

	(void)state;
	for (int turn = 0; turn < unit_turns(20000); turn++) {
		size_t n = unit_random() % 60;

		s = malloc(n + 1);
		assert_non_null(s);
		for (size_t i = 0; i < n; i++)
			s[i] = bytes[unit_random() % (sizeof(bytes) - 1)];
		s[n] = '\0';
		buf_reset(&b);
		fragment_fill(&b, s, n, &f);
		assert_true(b.len < 4000);
		free(s);
	}
	buf_free(&b);
}

/* The number of a placeholder: the first letter of its name. */
static int
number(void *arg, const char *name, const char *of)
{
	(void)arg;
	(void)of;
	return name[0];
}

static void
put_pieces(struct buf *b, const struct fragment *f)
{
	for (size_t i = 0; i < f->pieces;) {
		const struct fragment_piece *p = &f->piece[i];

		buf_put(b, p->html, p->n);
		if (p->placeholder == 'v')
			buf_puts(b, "[v=]");
		i = p->placeholder < 0 || p->placeholder == 'k' ? i + 1
								: p->after;
	}
}

/* Placeholders read once are filled as those that are read each time. */
static void
test_pieces(void **state)
{
	static const char *const part[] = { "\1v\2", "\1?k x\2", "\1?d x\2",
		"\3", "ab" };
	struct fragment_filler filler = { put, keeps, NULL, 0, NULL };
	struct fragment f = { .pieces = 0 };
	struct buf b = { 0 }, want = { 0 };

	(void)state;
	fragment_read(&f, number, NULL);
	want_int(0, f.pieces, 0);
	for (int turn = 1; turn < unit_turns(20000); turn++) {
		buf_reset(&f.html);
		buf_reset(&want);
		buf_reset(&b);
		for (size_t i = unit_random() % 15; i < 15; i++)
			buf_puts(&f.html, part[unit_random() % ROWS(part)]);
		fragment_fill(&want, f.html.data, f.html.len, &filler);
		fragment_read(&f, number, NULL);
		put_pieces(&b, &f);
		buf_puts(&b, "");
		buf_puts(&want, "");
		want_str(turn, b.data, want.data);
	}
	fragment_free(&f);
	buf_free(&b);
	buf_free(&want);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fill),
		cmocka_unit_test(test_every_place),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_fuzz),
		cmocka_unit_test(test_pieces),
	};

	return cmocka_run_group_tests_name("fragment", tests, NULL, NULL);
}
