/* test_posting.c - posting lists: written, read, broken. */

#include "index/posting.h"
#include "unit.h"

static const struct posting rows[] = {
	{ 1, 0, 0 },
	{ 2, 255, 1 },
	{ 127, 1, 127 },
	{ 128, 128, 128 },
	{ 256, 7, 16383 },
	{ 16640, 9, 16384 },
	{ 2097152, 3, 2097151 },
	{ 4294967295u, 255, 4294967295u },
};

static void
test_round_trip(void **state)
{
	struct buf b = { 0 };
	struct posting_reader r;
	struct posting p;
	unsigned last = 0;

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		posting_put(&b, &last, &rows[i]);
	assert_int_equal(last, 4294967295u);
	posting_open(&r, b.data, b.len);
	for (size_t i = 0; i < ROWS(rows); i++) {
		want_int(i, posting_next(&r, &p), true);
		want_int(i, p.aid, rows[i].aid);
		want_int(i, p.impact, rows[i].impact);
		want_int(i, p.at, rows[i].at);
	}
	assert_false(posting_next(&r, &p));
	assert_false(posting_next(&r, &p));
	buf_free(&b);
}

/* Bytes, and how many postings can be read of them. */
static const struct {
	const char *s;
	size_t n;
	int read;
} bytes_rows[] = {
	{ "", 0, 0 },
	{ "\x05\x10\x00", 3, 1 },
	{ "\x05\x10", 2, 0 },
	{ "\x05", 1, 0 },
	{ "\x85", 1, 0 },
	{ "\x05\x10\x80", 3, 0 },
	{ "\x05\x10\x00\x85", 4, 1 },
	{ "\x05\x10\x00\x01\x10\x07", 6, 2 },
	{ "\xff\xff\xff\xff\x0f\x10\x00", 7, 1 },
	{ "\xff\xff\xff\xff\xff\x01\x10\x00", 8, 0 },
	{ "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80", 10, 0 },
	{ "\x00\x00\x00", 3, 1 },
};

static void
test_bytes(void **state)
{
	struct posting_reader r;
	struct posting p;

	(void)state;
	for (size_t i = 0; i < ROWS(bytes_rows); i++) {
		/* of its own memory, so that a step too far is seen */
		char *copy = malloc(bytes_rows[i].n + 1);
		int n = 0;

		assert_non_null(copy);
		memcpy(copy + 1, bytes_rows[i].s, bytes_rows[i].n);
		posting_open(&r, copy + 1, bytes_rows[i].n);
		while (posting_next(&r, &p))
			n++;
		want_int(i, n, bytes_rows[i].read);
		free(copy);
	}
}

/* A list cut anywhere gives its first postings, and only those. */
static void
test_cut(void **state)
{
	struct buf b = { 0 };
	struct posting_reader r;
	struct posting p;
	unsigned last = 0;

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		posting_put(&b, &last, &rows[i]);
	for (size_t n = 0; n < b.len; n++) {
		size_t k = 0;

		posting_open(&r, b.data, n);
		for (; posting_next(&r, &p); k++)
			want_int(k, p.aid, rows[k].aid);
		want_int(n, k < ROWS(rows), true);
	}
	buf_free(&b);
}

static void
test_random(void **state)
{
	struct buf b = { 0 };
	struct posting_reader r;
	struct posting p, want[300];

	(void)state;
	for (int turn = 0; turn < 500; turn++) {
		unsigned last = 0, aid = 0, n = unit_random() % 300;

		buf_reset(&b);
		buf_puts(&b, "");
		for (unsigned i = 0; i < n; i++) {
			aid += 1 + unit_random() % (1u << unit_random() % 20);
			want[i] = (struct posting){ aid, unit_random() % 256,
				unit_random() >> unit_random() % 32 };
			posting_put(&b, &last, &want[i]);
		}
		posting_open(&r, b.data, b.len);
		for (unsigned i = 0; i < n; i++) {
			assert_true(posting_next(&r, &p));
			assert_memory_equal(&p, &want[i], sizeof(p));
		}
		assert_false(posting_next(&r, &p));
	}
	buf_free(&b);
}

/* Any bytes: it ends, within them. */
static void
test_fuzz(void **state)
{
	struct posting_reader r;
	struct posting p;

	(void)state;
	for (int turn = 0; turn < unit_turns(20000); turn++) {
		size_t n = unit_random() % 64, k = 0;
		unsigned char *s = malloc(n + 1);

		assert_non_null(s);
		for (size_t i = 0; i < n; i++)
			s[i + 1] = (unsigned char)unit_random();
		posting_open(&r, s + 1, n);
		while (posting_next(&r, &p))
			k++;
		assert_true(k <= n / 3);
		assert_true(r.p <= r.end);
		free(s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_fuzz),
	};

	return cmocka_run_group_tests_name("posting", tests, NULL, NULL);
}
