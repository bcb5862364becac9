/* test_near.c - what is near in sense to a question, beside what has its words.
 */

#include "base/bits.h"
#include "engine/catalogue_columns.h"
#include "engine/near.h"
#include "engine/rank.h"
#include "index/posting.h"
#include "unit.h"

/* Where the aids and the question lead; aid 1 has the word, and 2 says it more.
 */
static const struct {
	int8_t to[2];
	unsigned impact;
} aids[] = {
	{ { 127, 0 }, 60 }, { { 0, 127 }, 80 },
	{ { 102, 76 }, 0 },                  /* 0.8 of the first's */
	{ { 60, 112 }, 0 },                  /* 0.47 */
	{ { 0, 0 }, 0 }, { { 26, 124 }, 0 }, /* 0.2 */
};

static struct pool *pool;
static struct catalogue c;
static const struct vector question = { { 127 } };

static int
begin(void **state)
{
	struct catalogue_aid *aid;

	(void)state;
	pool = pool_new();
	aid = pool_take(pool, ROWS(aids) * sizeof(*aid));
	c = (struct catalogue){ .aid = aid, .n = ROWS(aids) };
	c.direction = pool_take(pool, ROWS(aids) * sizeof(*c.direction));
	for (unsigned i = 0; i < ROWS(aids); i++) {
		aid[i] = (struct catalogue_aid){ .id = i + 1,
			.published = true };
		c.direction[i].to[0] = aids[i].to[0];
		c.direction[i].to[1] = aids[i].to[1];
	}
	catalogue_columns_make(&c);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	catalogue_columns_free(&c);
	pool_free(pool);
	return 0;
}

/* The question of the one word, which the first two aids have. */
static struct rank_question
asked(void)
{
	struct rank_question q = { .concepts = 1, .has_words = true };
	struct rank_variant *variant = pool_take(pool, sizeof(*variant));
	struct term_list *l = pool_take(pool, sizeof(*l));
	struct buf b = { 0 };
	unsigned last = 0;
	size_t made;

	for (unsigned i = 0; i < 2; i++)
		posting_put(&b, &last,
		    &(struct posting){ i + 1, aids[i].impact, 1 });
	*l = term_list_open(
	    term_list_make(pool, &c.docs, b.data, b.len, &made));
	buf_free(&b);
	*variant = (struct rank_variant){ l, 1 };
	q.concept[0] = (struct rank_concept){ .variant = variant,
		.variants = 1,
		.decides = true };
	return q;
}

/* The ids, each marked "~" when it is weak and "+" when it was found by its
 * nearness alone. */
static const char *
found(const struct rank_question *q)
{
	size_t n;
	const struct rank_hit *hit = rank(pool, &c, q, &n, NULL);
	const char *s = "";

	for (size_t i = 0; i < n; i++)
		s = pool_printf(pool, "%s%u%s%s ", s, hit[i].aid->id,
		    hit[i].weak ? "~" : "", hit[i].near ? "+" : "");
	return s;
}

static void
test_order(void **state)
{
	struct rank_question q = asked();

	(void)state;
	want_str(0, found(&q), "2 1 ");
	q.direction = &question;
	want_str(1, found(&q), "2 1 ");
	q.share = 0.3f;
	want_str(2, found(&q), "1 2 ");
	q.finds_near = true;
	want_str(3, found(&q), "1 2 3~+ ");
	/* What must be there, or must not, is not told by nearness. */
	q.concept[0].required = true;
	want_str(4, found(&q), "1 2 ");
}

/* Words that no aid has: what is near is all that is found. */
static void
test_alone(void **state)
{
	struct rank_question q = asked();

	(void)state;
	q.concepts = 0;
	q.direction = &question;
	q.share = 0.3f;
	want_str(0, found(&q), "");
	q.finds_near = true;
	want_str(1, found(&q), "1~+ 3~+ ");
	q.share = 0;
	want_str(2, found(&q), "");
}

/* What is aimed at is of the kind of aid 3: 1 and 2 are at 0.8 and 0.6 of it, 4
 * at 0.91, which is found too, and neither is weak; 6, at 0.75, may be of it and
 * is not near enough to be found. */
static void
test_aim(void **state)
{
	static const struct vector aim = { { 102, 76 } };
	struct rank_question q = asked();

	(void)state;
	q.aim = &aim;
	q.aim_share = 0.2f;
	want_str(0, found(&q), "2 1 ");
	q.aim_share = 3;
	want_str(1, found(&q), "1 2 ");
	q.finds_near = true;
	want_str(2, found(&q), "1 2 ");
	q.aim_docs = near_kind_new(&c, &aim);
	want_str(3, found(&q), "3+ 4+ 1 2 ");
	q.direction = &question;
	q.share = 0.3f;
	want_str(4, found(&q), "3+ 4+ 1 2 ");
	q.concept[0].left_out = true;
	want_str(5, found(&q), "");
	free((void *)q.aim_docs);
}

/* What may be of a kind: of the first, 3 is at 0.8, and 4 at 0.47. */
static void
test_kind(void **state)
{
	static const struct {
		struct vector kind;
		const char *ids;
	} rows[] = {
		{ { { 127 } }, "1 3 " },
		{ { { -26, 124 } }, "2 4 6 " },
		{ { { 0, 0, 127 } }, "" },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		uint64_t *set = near_kind_new(&c, &rows[i].kind);
		const char *ids = "";

		for (size_t doc = 0; doc < c.n; doc++)
			if (bits_has(set, doc))
				ids = pool_printf(pool, "%s%u ", ids,
				    c.aid[doc].id);
		want_str(i, ids, rows[i].ids);
		free(set);
	}
}

/* Without a table, words alone count. */
static void
test_without(void **state)
{
	struct rank_question q = asked();
	struct vector *kept = c.direction;

	(void)state;
	q.direction = &question;
	q.share = 0.3f;
	q.finds_near = true;
	c.direction = NULL;
	want_str(0, found(&q), "2 1 ");
	c.direction = kept;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_alone),
		cmocka_unit_test(test_aim),
		cmocka_unit_test(test_kind),
		cmocka_unit_test(test_without),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
