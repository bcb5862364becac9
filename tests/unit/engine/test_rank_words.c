/* test_rank_words.c - what words do to the rank of aids. */

#include "engine/catalogue_columns.h"
#include "engine/rank.h"
#include "engine/score.h"
#include "index/posting.h"
#include "unit.h"

enum { TODAY = 20000 };

#define AID(...) \
	{ \
		.published = true, .id = __VA_ARGS__ \
	}

static struct rank_question question;
static const struct buf *raw[16]; /* posting lists */
static struct {
	int first, n;
} parts[16]; /* of the variants: lists */
static struct rank_variant variants[16];
static int nlists, nvariants;

static struct rank_hit *
rank_lists(struct pool *pool, struct catalogue *c, size_t *n)
{
	struct term_list *list = pool_take(pool, 32 * sizeof(*list));

	catalogue_columns_make(c);
	for (int i = 0; i < nlists; i++)
		list[i] = term_list_open(term_list_make(pool, &c->docs,
		    raw[i]->data, raw[i]->len, n));
	for (int w = 0; w < nvariants; w++) {
		variants[w].list = &list[parts[w].first];
		if (parts[w].n == 1)
			continue;
		list[16 + w] = term_list_open(term_list_merge(pool, &c->docs,
		    variants[w].list, parts[w].n, n));
		variants[w].list = &list[16 + w];
	}
	return rank(pool, c, &question, n, NULL);
}

/* Ranks and tells the ids. */
static const char *
ranked(struct pool *pool, const struct catalogue_aid *aid, size_t n)
{
	struct catalogue_aid *copy = pool_take(pool, n * sizeof(*aid));
	struct catalogue c = { .aid = copy, .n = n };
	struct rank_hit *hits;
	const char *s = "";
	size_t k;

	memcpy(copy, aid, n * sizeof(*aid));
	hits = rank_lists(pool, &c, &k);
	for (size_t i = 0; i < k; i++)
		s = pool_printf(pool, "%s%u ", s, hits[i].aid->id);
	catalogue_columns_free(&c);
	return s;
}

#define want_ids(row, aids, want) \
	want_str(row, ranked(pool, aids, ROWS(aids)), want)

static int
begin(void **state)
{
	*state = pool_new();
	question = (struct rank_question){ .day = TODAY };
	nlists = nvariants = 0;
	return 0;
}

static int
end(void **state)
{
	pool_free(*state);
	return 0;
}

/* A list of postings of every step-th aid, from the first id. */
static struct buf
postings(unsigned first, unsigned step, unsigned end, unsigned impact)
{
	struct buf b = { 0 };
	unsigned last = 0;

	buf_puts(&b, "");
	for (unsigned id = first; id < end; id += step)
		posting_put(&b, &last,
		    &(struct posting){ id, impact, id + 100 });
	return b;
}

/* A way to say the concept: all of the lists, one after the other. */
static void
add_variant(struct rank_question *q, int concept, int n, const struct buf *list,
    float weight)
{
	struct rank_concept *k = &q->concept[concept];

	variants[nvariants] = (struct rank_variant){ .weight = weight };
	parts[nvariants].first = nlists;
	parts[nvariants].n = n;
	for (int i = 0; i < n; i++)
		raw[nlists++] = &list[i];
	if (k->variants++ == 0)
		k->variant = &variants[nvariants];
	nvariants++;
	k->decides = true;
	q->concepts = concept + 1;
	q->has_words = true;
}

static void
add_term(struct rank_question *q, int concept, const struct buf *list)
{
	add_variant(q, concept, 1, list, 1);
}

/* An aid is found when its words are worth a part of what the best one has. */
static void
test_threshold(void **state)
{
	static struct catalogue_aid aids[100];
	struct buf rare = postings(1, 1, 3, 100);   /* 1, 2 */
	struct buf usual = postings(2, 1, 90, 255); /* 2 to 89 */
	struct pool *pool = *state;

	for (uint32_t i = 0; i < 100; i++)
		aids[i] = (struct catalogue_aid)AID(i + 1, .fresh = 1);
	question.has_words = true;
	want_ids(0, aids, ""); /* no word is known */
	add_term(&question, 0, &rare);
	want_ids(1, aids, "2 1 ");
	add_term(&question, 1, &usual);
	want_ids(2, aids, "2 1 ");
	buf_free(&rare);
	buf_free(&usual);
}

/* The score comes first, whatever is near or closes soon; several ways
 * of saying a word add up. */
static void
test_scores(void **state)
{
	static const struct catalogue_aid aids[] = { AID(1), AID(2),
		AID(3, .closes = TODAY), AID(4) };
	struct buf one = postings(1, 1, 2, 200), two = postings(2, 1, 3, 250);
	struct buf low = postings(1, 1, 4, 50);
	struct catalogue c = { .aid = (struct catalogue_aid *)(uintptr_t)aids,
		.n = 4 };
	struct pool *pool = *state;
	static const uint32_t place[] = { 0, 1, 2 };
	struct rank_hit *hits;
	uint8_t at[3];
	size_t n;

	add_term(&question, 0, &low);
	add_term(&question, 0, &one);
	add_term(&question, 0, &two);
	want_ids(0, aids, "2 1 3 ");
	hits = rank_lists(pool, &c, &n);
	assert_int_equal(n, 3);
	assert_true(hits[0].score > hits[1].score);
	assert_true(hits[1].score > hits[2].score && hits[2].score > 0);
	score_passages(&c.docs, &question, place, 3, at);
	assert_int_equal(at[0], 101);
	assert_int_equal(at[1], 102);
	assert_int_equal(at[2], 103);
	catalogue_columns_free(&c);
	question.order = RANK_DEADLINE;
	want_ids(1, aids, "3 2 1 ");
	buf_free(&one);
	buf_free(&two);
	buf_free(&low);
}

/* All the lists of a phrase, the first of which says how much. */
static void
test_phrase(void **state)
{
	static const struct catalogue_aid aids[] = { AID(1), AID(2), AID(3),
		AID(4), AID(5), AID(6) };
	struct buf phrase[] = { postings(1, 1, 7, 200), postings(2, 2, 7, 9),
		postings(1, 3, 7, 9) };
	struct pool *pool = *state;

	add_variant(&question, 0, 3, phrase, 1);
	want_ids(0, aids, "4 ");
	phrase[2].len = 0; /* a word that no aid bears */
	want_ids(1, aids, "");
	for (int i = 0; i < 3; i++)
		buf_free(&phrase[i]);
}

/* What must be there, what must not, what only helps, a synonym. */
static void
test_concepts(void **state)
{
	static const struct catalogue_aid aids[] = { AID(1), AID(2), AID(3),
		AID(4) };
	struct buf own = postings(1, 1, 4, 100),
		   synonym = postings(2, 2, 5, 100);
	struct buf third = postings(3, 1, 4, 100);
	struct pool *pool = *state;

	add_term(&question, 0, &own); /* 1 2 3 */
	want_ids(0, aids, "3 2 1 ");
	add_term(&question, 1, &third); /* 3 */
	question.concept[1].required = true;
	want_ids(1, aids, "3 ");
	question.concept[1].required = question.concept[1].decides = false;
	question.concept[1].left_out = true;
	want_ids(2, aids, "2 1 ");
	question.concept[1].left_out = false; /* it helps */
	want_ids(3, aids, "3 2 1 ");
	question.concept[0].variant = &variants[2];
	question.concept[0].variants = 0;
	nvariants = 2;
	add_variant(&question, 0, 1, &own, 1);
	add_variant(&question, 0, 1, &synonym, 0.5f); /* 2 4 */
	want_ids(4, aids, "2 3 1 4 "); /* 2 says it in two ways */
	/* an intention alone finds what bears it */
	question.concept[0].decides = false;
	question.concepts = 1;
	want_ids(5, aids, "2 3 1 4 ");
	buf_free(&own);
	buf_free(&synonym);
	buf_free(&third);
}

/* Long lists over a catalogue with holes, and lists that are broken. */
static void
test_lists(void **state)
{
	static struct catalogue_aid aids[2000];
	struct buf list = postings(1, 7, 20000, 9);
	struct catalogue c = { .aid = aids, .n = 2000 };
	size_t n, want = 0;

	for (uint32_t i = 0; i < 2000; i++) {
		aids[i] = (struct catalogue_aid)AID(i * 9 + 5);
		want += (i * 9 + 5) % 7 == 1;
	}
	add_term(&question, 0, &list);
	rank_lists(*state, &c, &n);
	assert_int_equal(n, want);
	for (int turn = 0; turn < 300; turn++) {
		for (int k = 0; k < 20; k++)
			list.data[unit_random() % list.len] = (char)
			    unit_random();
		rank_lists(*state, &c, &n);
		assert_true(n <= 2000);
	}
	catalogue_columns_free(&c);
	buf_free(&list);
}

/* What says the words by broader ones alone comes last, however well it does;
 * by date it stays where it is. */
static void
test_weak(void **state)
{
	static const struct catalogue_aid aids[] = { AID(1, .fresh = 1),
		AID(2, .fresh = 2), AID(3, .fresh = 3), AID(4, .fresh = 4) };
	struct buf own = postings(1, 1, 2, 20);    /* 1 */
	struct buf broad = postings(2, 1, 4, 255); /* 2, 3 */
	struct buf other = postings(3, 1, 5, 30);  /* 3, 4 */
	struct pool *pool = *state;

	add_term(&question, 0, &own);
	add_variant(&question, 0, 1, &broad, 0.4f);
	want_ids(0, aids, "3 2 1 ");
	question.concept[0].strong = 0.7f;
	want_ids(1, aids, "1 3 2 ");
	question.order = RANK_PUBLICATION;
	want_ids(2, aids, "3 2 1 ");
	question.order = RANK_RELEVANCE;
	add_term(&question, 1, &other);
	want_ids(3, aids, "3 4 1 ");
	/* a concept that does not decide says nothing of it */
	question.concept[1].decides = false;
	want_ids(4, aids, "1 3 2 ");
	buf_free(&own);
	buf_free(&broad);
	buf_free(&other);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_threshold),
		TEST(test_scores),
		TEST(test_phrase),
		TEST(test_concepts),
		TEST(test_lists),
		TEST(test_weak),
	};

	return cmocka_run_group_tests_name("rank_words", tests, NULL, NULL);
}
