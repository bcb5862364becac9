/* test_term_list.c - posting lists by places, listed or in whole blocks; sets. */

#include "base/bits.h"
#include "engine/term_list.h"
#include "index/posting.h"
#include "unit.h"

enum { MANY = 3000 };

static uint32_t ids[MANY];
static const struct docs docs = { .id = ids, .step = sizeof(*ids), .n = MANY };

static int
begin(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < MANY; i++)
		ids[i] = 2 * i + 10;
	return 0;
}

/* Every step-th place, made from a list that also has ids of no aid. */
static struct term_list
list_of(struct pool *pool, uint32_t step)
{
	struct buf b = { 0 };
	unsigned last = 0;
	size_t n;
	const void *made;

	for (uint32_t i = 0; i < MANY; i++) {
		struct posting p = { 2 * i + 10, 1 + i % 255, i % 70000 };

		if (i % step == 0)
			posting_put(&b, &last, &p);
		p.aid++;
		if (i % 5 == 0)
			posting_put(&b, &last, &p);
	}
	made = term_list_make(pool, &docs, b.data, b.len, &n);
	/* As it is when it was kept and copied. */
	made = pool_strndup(pool, made, n);
	buf_free(&b);
	return term_list_open(made);
}

static void
check_list(const struct term_list *l, uint32_t step, size_t hop)
{
	size_t from = 0;

	want_int(step, l->aids, (MANY + step - 1) / step);
	for (uint32_t i = 0; i < MANY; i += (uint32_t)hop) {
		long k = term_list_find(l, &from, i);

		want_int(i, k >= 0, i % step == 0);
		if (k >= 0) {
			want_int(i, l->impact[k], 1 + i % 255);
			want_int(i, l->at[k], i <= 255 ? i : 0);
		}
	}
}

static void
test_lists(void **state)
{
	static const uint32_t steps[] = { 1, 2, 3, 11, 12, 13, 40, 999, 2999 };
	static const size_t hops[] = { 1, 2, 7, 500, 2999 };
	struct pool *pool = pool_new();
	int dense = 0;

	(void)state;
	for (size_t s = 0; s < ROWS(steps); s++) {
		struct term_list l = list_of(pool, steps[s]);

		dense += l.doc == NULL;
		for (size_t h = 0; h < ROWS(hops); h++)
			check_list(&l, steps[s], hops[h]);
		/* Whole blocks, of which the end is of no aid. */
		for (size_t i = MANY; l.doc == NULL && i < 3 * TERM_BLOCK; i++)
			want_int(i, l.impact[i], 0);
	}
	assert_true(dense > 2 && dense < 7);
	pool_free(pool);
}

/* Each of some lists, any of them. */
static void
test_sets(void **state)
{
	static const uint32_t steps[][3] = { { 1, 2, 3 }, { 2, 40, 3 },
		{ 999, 2, 500 }, { 40, 44, 48 } };
	struct pool *pool = pool_new();

	(void)state;
	for (size_t s = 0; s < ROWS(steps); s++) {
		struct term_list l[3], each, any;
		size_t n, from = 0, other = 0;
		unsigned all = 0;

		for (int k = 0; k < 3; k++)
			l[k] = list_of(pool, steps[s][k]);
		each = term_list_open(term_list_merge(pool, &docs, l, 3, &n));
		any = term_list_open(
		    term_list_join(pool, &docs, l, 3, TERM_JOIN_BEST, &n));
		for (uint32_t i = 0; i < MANY; i++) {
			int in = (i % steps[s][0] == 0) +
			    (i % steps[s][1] == 0) + (i % steps[s][2] == 0);
			long k = term_list_find(&any, &from, i);

			all += in == 3;
			want_int(i, k >= 0, in > 0);
			if (k >= 0)
				want_int(i, any.impact[k], 1 + i % 255);
			want_int(i, term_list_find(&each, &other, i) >= 0,
			    in == 3);
		}
		want_int(s, each.aids, all);
		want_int(s, each.common, all);
		all = 0;
		for (int k = 0; k < 3; k++)
			all = l[k].aids > all ? l[k].aids : all;
		want_int(s, any.common, all);
	}
	pool_free(pool);
}

/* What two lists give a doc together. */
static const struct {
	enum term_join how;
	const char *one, *other; /* posting lists of the first aid */
	unsigned want;
} joins[] = {
	{ TERM_JOIN_BEST, "\x0a\x64\x00", "\x0a\x50\x00", 100 },
	/* 100, and half of 155 * 80 / 255 */
	{ TERM_JOIN_ADDS, "\x0a\x64\x00", "\x0a\x50\x00", 124 },
	{ TERM_JOIN_ADDS, "\x0a\x50\x00", "\x0a\x64\x00", 124 },
	{ TERM_JOIN_ADDS, "\x0a\x64\x00", "", 100 },
	{ TERM_JOIN_ADDS, "", "\x0a\x50\x00", 80 },
	{ TERM_JOIN_ADDS, "\x0a\x01\x00", "\x0a\x01\x00", 1 },
	{ TERM_JOIN_ADDS, "\x0a\x7f\x00", "\x0a\x7f\x00", 158 },
};

static void
test_joins(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(joins); i++) {
		const char *text[] = { joins[i].one, joins[i].other };
		struct term_list l[2], both;
		size_t n;

		for (size_t k = 0; k < 2; k++)
			l[k] = term_list_open(term_list_make(pool, &docs,
			    text[k], *text[k] != '\0' ? 3 : 0, &n));
		both = term_list_open(
		    term_list_join(pool, &docs, l, 2, joins[i].how, &n));
		want_int(i, both.aids, 1);
		want_int(i, both.impact[0], joins[i].want);
	}
	pool_free(pool);
}

/* None, a list that is empty, one that says the same aid twice. */
static void
test_empty(void **state)
{
	struct pool *pool = pool_new();
	struct term_list l = { 0 };
	size_t n, from = 0;

	(void)state;
	assert_int_equal(term_list_find(&l, &from, 7), -1);
	l = term_list_open(term_list_make(pool, &docs, "", 0, &n));
	assert_int_equal(l.aids, 0);
	assert_int_equal(term_list_find(&l, &from, 7), -1);
	l = term_list_open(
	    term_list_make(pool, &docs, "\x0a\x05\x00\x00\x06\x00", 6, &n));
	assert_int_equal(l.aids, 1);
	assert_int_equal(l.impact[0], 5);
	pool_free(pool);
}

static void
test_bits(void **state)
{
	enum { N = 500 };
	uint64_t a[8], b[8], c[8];
	size_t both = 0, words = bits_words(N);

	(void)state;
	assert_int_equal(words, 8);
	assert_int_equal(bits_words(512), 8);
	assert_int_equal(bits_words(513), 9);
	memset(a, 0, sizeof(a));
	memset(b, 0, sizeof(b));
	for (size_t i = 0; i < N; i++) {
		if (i % 3 == 0)
			bits_add(a, i);
		if (i % 5 == 0 || i == 1)
			bits_add(b, i);
		both += i % 15 == 0;
	}
	bits_drop(b, 1);
	assert_int_equal(bits_count(a, words), (N + 2) / 3);
	assert_int_equal(bits_count_both(a, b, words), both);
	memcpy(c, a, sizeof(a));
	bits_and(c, b, words);
	for (size_t i = 0; i < N; i++)
		want_int(i, bits_has(c, i), i % 15 == 0);
	memcpy(c, a, sizeof(a));
	bits_or(c, b, words);
	for (size_t i = 0; i < N; i++)
		want_int(i, bits_has(c, i), i % 3 == 0 || i % 5 == 0);
	bits_without(c, b, words);
	for (size_t i = 0; i < N; i++)
		want_int(i, bits_has(c, i), i % 3 == 0 && i % 5 != 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_sets),
		cmocka_unit_test(test_joins),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_bits),
	};

	return cmocka_run_group_tests_name("term_list", tests, begin, NULL);
}
