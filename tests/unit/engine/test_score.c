/* test_score.c - the formula at the head of score.c, by hand. */

#include <math.h>

#include "engine/catalogue_columns.h"
#include "engine/score.h"
#include "index/posting.h"
#include "unit.h"

enum { AIDS = 100 };

static struct pool *pool;
static struct catalogue c;

static int
begin(void **state)
{
	struct catalogue_aid *aid;

	(void)state;
	pool = pool_new();
	aid = pool_take(pool, AIDS * sizeof(*aid));
	for (unsigned i = 0; i < AIDS; i++)
		aid[i] = (struct catalogue_aid){ .id = i + 1,
			.published = true };
	c = (struct catalogue){ .aid = aid, .n = AIDS };
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

/* The list of the first n docs, of one impact and passage. */
static const struct term_list *
first(unsigned n, unsigned impact, unsigned at)
{
	struct term_list *l = pool_take(pool, sizeof(*l));
	struct buf b = { 0 };
	unsigned last = 0;
	size_t made;

	for (unsigned i = 1; i <= n; i++)
		posting_put(&b, &last, &(struct posting){ i, impact, at });
	*l = term_list_open(
	    term_list_make(pool, &c.docs, b.data, b.len, &made));
	buf_free(&b);
	return l;
}

static struct rank_concept
concept(const struct term_list *list, float weight, bool decides)
{
	struct rank_variant *variant = pool_take(pool, sizeof(*variant));

	*variant = (struct rank_variant){ list, weight };
	return (struct rank_concept){ .variant = variant,
		.variants = 1,
		.decides = decides };
}

static float
idf(float n)
{
	return powf(logf(1 + (AIDS - n + 0.5f) / (n + 0.5f)), 0.7f);
}

/* How many docs have a word, its impact and weight; what the first doc gets. */
static const struct {
	unsigned n, impact;
	float weight;
	bool decides, has_synonyms, common;
	float want;
} rows[] = {
	{ 1, 255, 1, true, false, false, 1 },
	{ 50, 255, 1, true, false, false, 1 },
	{ 1, 128, 1, true, false, false, 128 / 255.f },
	{ 1, 255, 0.4f, true, false, false, 0.4f },
	{ 1, 255, 1, true, true, false, 1.7f },
	{ 1, 255, 1, true, false, true, 0.5f },
	/* an intention alone is not beside an object */
	{ 1, 255, 1, false, false, false, 1 },
	{ AIDS, 255, 1, true, false, false, 1 },
};

static void
test_of(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct rank_question q = { .concepts = 1 };
		float want = rows[i].want * idf((float)rows[i].n);

		q.concept[0] = concept(first(rows[i].n, rows[i].impact, 0),
		    rows[i].weight, rows[i].decides);
		q.concept[0].has_synonyms = rows[i].has_synonyms;
		q.concept[0].common = rows[i].common;
		want_int(i, lroundf(1000 * score_of(&c.docs, &q, 0, 0)),
		    lroundf(1000 * want));
	}
}

/* Two ways of saying a concept: the better one, and half of what the other adds
 * to it; the explanation says what ranks. */
static void
test_ways(void **state)
{
	struct rank_variant way[] = { { first(20, 200, 0), 1 },
		{ first(10, 100, 0), 0.7f } };
	struct rank_question q = { .concepts = 1 };
	struct scores s;
	float one = 200 / 255.f, other = 70 / 255.f;
	float both = one + (1 - one) * other / 2;

	(void)state;
	q.concept[0] = (struct rank_concept){ .variant = way,
		.variants = 2,
		.decides = true };
	want_int(0, lroundf(100 * score_of(&c.docs, &q, 0, 0) / idf(20)),
	    lroundf(100 * both));
	want_int(1, lroundf(100 * score_of(&c.docs, &q, 0, 15) / idf(20)),
	    lroundf(100 * one));
	s = score_words(pool, &c.docs, &q);
	want_int(2, lroundf(100 * s.sum[0] / 65535.f), lroundf(100 * both));
	want_int(3, lroundf(100 * s.sum[15] / 65535.f), lroundf(100 * one));
	/* How many of the words it has is not how well it says them. */
	want_int(4, s.decided[0], s.decided[15]);
}

/* An intention beside an object helps by half, and decides nothing. */
static void
test_intention(void **state)
{
	struct rank_question q = { .concepts = 2 };
	struct scores s;

	(void)state;
	q.concept[0] = concept(first(10, 255, 0), 1, true);
	q.concept[1] = concept(first(20, 255, 0), 1, false);
	want_int(0, lroundf(1000 * score_of(&c.docs, &q, 1, 0)),
	    lroundf(500 * idf(20)));
	s = score_words(pool, &c.docs, &q);
	want_int(1, bits_count(s.enough, c.words), 10);
	assert_true(s.decided[0] > 0 && s.decided[15] == 0);
	assert_true(s.sum[0] > s.sum[15] && s.sum[15] > 0);
}

/* How likely a doc is for most readers, when no audience is asked. */
static void
test_prior(void **state)
{
	static const struct {
		uint8_t likely;
		float want;
	} docs[] = { { 255, 1 }, { 0, 0.3f }, { 128, 0.65f }, { 76, 0.51f } };
	struct rank_question q = { .concepts = 1, .has_words = true };
	struct scores s;

	(void)state;
	for (size_t i = 0; i < ROWS(docs); i++)
		c.aid[i].likely = docs[i].likely;
	catalogue_columns_make(&c);
	q.concept[0] = concept(first(10, 255, 0), 1, true);
	s = score_words(pool, &c.docs, &q);
	for (size_t i = 0; i < ROWS(docs); i++) {
		want_int(i, lroundf(100 * score_prior(&s, i)),
		    lroundf(100 * docs[i].want));
		want_int(i,
		    lroundf(100 * score_value(&s, i) / score_value(&s, 0)),
		    lroundf(100 * docs[i].want));
		want_int(i,
		    lroundf(100 * (float)score_strength(&s, i) /
			(float)score_strength(&s, 0)),
		    lroundf(100 * docs[i].want));
	}
	q.masks = 1;
	q.mask[0] = 1;
	q.group[0] = RANK_AUDIENCE;
	s = score_words(pool, &c.docs, &q);
	for (size_t i = 0; i < ROWS(docs); i++)
		want_int(i, lroundf(100 * score_prior(&s, i)), 100);
}

/* A doc is found with 30 % of what the best one has, required and left-out words
 * apart. */
static void
test_enough(void **state)
{
	struct rank_question q = { .concepts = 2 };
	struct scores s;

	(void)state;
	/* rare: 4.2 by the idf; common, 0.7: 14 % of both */
	q.concept[0] = concept(first(1, 255, 0), 1, true);
	q.concept[1] = concept(first(50, 255, 0), 1, true);
	s = score_words(pool, &c.docs, &q);
	want_int(0, bits_count(s.enough, c.words), 1);
	assert_true(bits_has(s.enough, 0));
	q.concept[0].left_out = true;
	s = score_words(pool, &c.docs, &q);
	assert_false(bits_has(s.enough, 0));
	q.concept[0] = concept(first(20, 255, 0), 1, true);
	q.concept[0].required = true;
	s = score_words(pool, &c.docs, &q);
	want_int(1, bits_count(s.enough, c.words), 20);
}

/* The strongest word that stands in a passage says which. */
static void
test_passages(void **state)
{
	const uint32_t doc[] = { 0, 5, 30, 60 };
	struct rank_question q = { .concepts = 2 };
	uint8_t at[ROWS(doc)];

	(void)state;
	q.concept[0] = concept(first(50, 255, 7), 1, true);
	q.concept[1] = concept(first(10, 255, 3), 1, true);
	score_passages(&c.docs, &q, doc, ROWS(doc), at);
	want_int(0, at[0], 3);
	want_int(1, at[1], 3);
	want_int(2, at[2], 7);
	want_int(3, at[3], 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_of, begin, end),
		cmocka_unit_test_setup_teardown(test_ways, begin, end),
		cmocka_unit_test_setup_teardown(test_intention, begin, end),
		cmocka_unit_test_setup_teardown(test_prior, begin, end),
		cmocka_unit_test_setup_teardown(test_enough, begin, end),
		cmocka_unit_test_setup_teardown(test_passages, begin, end),
	};

	return cmocka_run_group_tests_name("score", tests, NULL, NULL);
}
