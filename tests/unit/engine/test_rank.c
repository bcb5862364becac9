/* test_rank.c - which aids answer a question, best first. */

#include "engine/catalogue_columns.h"
#include "engine/rank.h"
#include "engine/score.h"
#include "gen/constants.h"
#include "unit.h"

enum {
	TODAY = 20000,
	COMMUNE = 1,
	EPCI = 5,
	DEPARTMENT = 10,
	REGION = 15,
	COUNTRY = 20
};

/* Perimeters: id by scale; 101 is the commune asked, 102 a neighbour. */
enum {
	VILLAGE = 101,
	NEIGHBOUR = 102,
	COUNTY = 110,
	PROVINCE = 115,
	FRANCE = 120
};

#define AID(...) \
	{ \
		.published = true, .id = __VA_ARGS__ \
	}
#define DRAFT(...) \
	{ \
		.id = __VA_ARGS__ \
	}
#define NATIONAL .perimeter = FRANCE, .scale = COUNTRY

static struct rank_question question;

/* Ranks and tells the ids. */
static const char *
ranked(struct pool *pool, const struct catalogue_aid *aid, size_t n,
    const struct rank_question *q)
{
	struct catalogue_aid *copy = pool_take(pool, n * sizeof(*aid));
	struct catalogue c = { .aid = copy, .n = n };
	struct rank_hit *hits;
	const char *s = "";
	size_t k;

	memcpy(copy, aid, n * sizeof(*aid));
	catalogue_columns_make(&c);
	hits = rank(pool, &c, q, &k, NULL);
	for (size_t i = 0; i < k; i++)
		s = pool_printf(pool, "%s%u ", s, hits[i].aid->id);
	catalogue_columns_free(&c);
	return s;
}

#define want_ids(row, aids, q, want) \
	want_str(row, ranked(pool, aids, ROWS(aids), q), want)

static int
begin(void **state)
{
	*state = pool_new();
	question = (struct rank_question){ .day = TODAY };
	return 0;
}

static int
end(void **state)
{
	pool_free(*state);
	return 0;
}

/* ---- who is seen (AT 2.3) ---- */

static void
test_visible(void **state)
{
	static const struct catalogue_aid aids[] = {
		DRAFT(1),
		AID(2, .closes = TODAY - 1), /* expired */
		AID(3, .closes = TODAY),     /* last day */
		AID(4, .closes = TODAY + 1),
		AID(5, .opens = TODAY + 10), /* upcoming is seen */
		DRAFT(6, .closes = TODAY + 1),
		AID(7, .opens = TODAY + 1, .closes = TODAY + 9),
		AID(8, .closes = 1),
	};
	struct pool *pool = *state;

	want_ids(0, aids, &question, "3 4 7 5 ");
	want_str(1, ranked(pool, aids, 0, &question), "");
	question.day = TODAY + 10;
	want_ids(2, aids, &question, "5 ");
}

/* ---- order ---- */

static const struct catalogue_aid ordered[] = {
	AID(1, .fresh = 100),
	AID(2, .fresh = 300),
	AID(3, .fresh = 200, .closes = TODAY + 5),
	AID(4, .fresh = 200, .closes = TODAY + 1),
	AID(5, .fresh = 200, .closes = TODAY + 5),
	AID(6, .fresh = 300),
	AID(7, .fresh = 0),
	AID(8, .fresh = 400, .closes = 65535),
};

static void
test_order(void **state)
{
	static const struct {
		enum rank_order order;
		const char *want;
	} rows[] = {
		{ RANK_RELEVANCE, "4 5 3 8 6 2 1 7 " },
		{ RANK_PUBLICATION, "8 6 2 5 4 3 1 7 " },
		{ RANK_DEADLINE, "4 5 3 8 6 2 1 7 " },
	};
	struct pool *pool = *state;

	for (size_t i = 0; i < ROWS(rows); i++) {
		question.order = rows[i].order;
		want_ids(i, ordered, &question, rows[i].want);
	}
}

/* The perimeter asked, what contains it from narrow to wide, what it
 * contains. */
static void
test_distance(void **state)
{
	static const struct catalogue_aid aids[] = {
		AID(1, NATIONAL),
		AID(2, .perimeter = PROVINCE, .scale = REGION),
		AID(3, .perimeter = VILLAGE, .scale = COMMUNE),
		AID(4, .perimeter = COUNTY, .scale = DEPARTMENT),
		AID(5, .perimeter = NEIGHBOUR, .scale = COMMUNE),
		AID(6, .perimeter = 0, .scale = 0),
		AID(7, .perimeter = 999, .scale = REGION),
		AID(8, .perimeter = 105, .scale = EPCI),
	};
	static const uint32_t all[] = { 101, 102, 105, 110, 115, 120 };
	static const uint32_t village[] = { 101, 105, 110, 115, 120 };
	static const uint32_t asked[] = { COUNTY, VILLAGE };
	struct pool *pool = *state;

	question.has_place = true;
	want_ids(0, aids, &question, ""); /* a place of no perimeter */
	question.perimeter = village;
	question.perimeters = 5;
	question.asked = &asked[1];
	question.nasked = 1;
	question.scale = COMMUNE;
	want_ids(1, aids, &question, "3 8 4 2 1 ");
	question.perimeter = all;
	question.perimeters = 6;
	question.asked = asked;
	question.scale = DEPARTMENT;
	want_ids(2, aids, &question, "4 2 1 8 5 3 ");
	question.nasked = 2;
	question.scale = COMMUNE;
	want_ids(3, aids, &question, "4 3 8 2 1 5 ");
	question.order = RANK_DEADLINE; /* distance parts equals */
	want_ids(4, aids, &question, "4 3 8 2 1 5 ");
}

/* Total and stable: two hits are never equal, so each run is the same and the
 * order obeys the rules of rank.h pair by pair. */
static bool
is_before(const struct rank_hit *x, const struct rank_hit *y)
{
	unsigned cx = x->aid->closes ? x->aid->closes : 65536;
	unsigned cy = y->aid->closes ? y->aid->closes : 65536;

	if (x->distance != y->distance)
		return x->distance < y->distance;
	if (cx != cy)
		return cx < cy;
	if (x->aid->fresh != y->aid->fresh)
		return x->aid->fresh > y->aid->fresh;
	return x->aid->id > y->aid->id;
}

static void
test_total(void **state)
{
	static struct catalogue_aid aids[3000];
	static const uint32_t where[] = { 101, 102, 110, 115, 120 };
	static const uint8_t scale[] = { COMMUNE, COMMUNE, DEPARTMENT, REGION,
		COUNTRY };
	struct catalogue c = { .aid = aids, .n = ROWS(aids) };
	struct rank_hit *hits;
	size_t n;

	for (uint32_t i = 0; i < ROWS(aids); i++) {
		unsigned k = unit_random() % 5;

		aids[i] = (struct catalogue_aid){ .id = i * 3 + 1,
			.perimeter = where[k],
			.scale = scale[k],
			.published = true,
			.fresh = (uint16_t)(unit_random() % 3),
			.closes = unit_random() % 2
			    ? 0
			    : (uint16_t)(TODAY + unit_random() % 3) };
	}
	question.has_place = true;
	question.perimeter = where;
	question.perimeters = 5;
	question.asked = where;
	question.nasked = 1;
	question.scale = COMMUNE;
	catalogue_columns_make(&c);
	hits = rank(*state, &c, &question, &n, NULL);
	assert_int_equal(n, ROWS(aids));
	for (size_t i = 1; i < n; i++)
		want_int(i, is_before(&hits[i - 1], &hits[i]), true);
	catalogue_columns_free(&c);
}

/* ---- filters ---- */

static const struct catalogue_aid filtered[] = {
	AID(1, .facets = 1, .fresh = 100),
	AID(2, .facets = 2),
	AID(3, .facets = 1 | 1u << 16, .fresh = 100),
	AID(4, .facets = 2 | 1u << 16),
	AID(5, .facets = (uint64_t)1 << 63),
	AID(6, .categories = { 4, 0 }),
	AID(7, .categories = { 0, 4 }),
	AID(8, .closes = TODAY + 5),
	AID(9, .fresh = 19500),
	AID(10),
};

static void
test_filters(void **state)
{
	static const uint32_t some[] = { 2, 4, 6, 11 }, other[] = { 4, 9 };
	static const struct {
		struct rank_question q;
		const char *want;
	} rows[] = {
		{ { .mask = { 1 }, .masks = 1 }, "3 1 " },
		{ { .mask = { 3 }, .masks = 1 }, "3 1 4 2 " },
		{ { .mask = { 3, 1u << 16 }, .masks = 2 }, "3 4 " },
		{ { .mask = { 1, 2 }, .masks = 2 }, "" },
		{ { .mask = { (uint64_t)1 << 63 }, .masks = 1 }, "5 " },
		{ { .mask = { 0 }, .masks = 1 }, "" },
		{ { .forbidden = 3 }, "8 9 10 7 6 5 " },
		{ { .mask = { 1 }, .masks = 1, .forbidden = 1u << 16 }, "1 " },
		{ { .categories = { 4, 0 } }, "6 " },
		{ { .categories = { 0, 4 } }, "7 " },
		{ { .categories = { 4, 4 } }, "7 6 " },
		{ { .categories = { 1, 1 } }, "" },
		{ { .set = { { some, 4 } }, .sets = 1 }, "6 4 2 " },
		{ { .set = { { some, 4 }, { other, 2 } }, .sets = 2 }, "4 " },
		{ { .set = { { NULL, 0 } }, .sets = 1 }, "" },
		/* aids without a last day are not "before" */
		{ { .apply_before = TODAY + 5 }, "8 " },
		{ { .apply_before = TODAY + 4 }, "" },
		{ { .published_after = 19500 }, "9 " },
		{ { .published_after = 19501 }, "" },
		{ { .published_after = 1, .mask = { 1 }, .masks = 1 }, "3 1 " },
	};
	struct pool *pool = *state;

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct rank_question q = rows[i].q;

		q.day = TODAY;
		want_ids(i, filtered, &q, rows[i].want);
	}
}

/* ---- generic and local aids (AT 2.8) ---- */

/* 1 is generic; 2 its local version of the county; 3 stands alone. */
static const struct generic_row {
	bool place;
	uint8_t scale;  /* of the search */
	bool elsewhere; /* the search is not in the county */
	int closes;     /* of the local aid, from today */
	bool draft;     /* it is not published */
	const char *want;
} generic_rows[] = {
	{ false, 0, false, 0, false, "3 1 " },         /* no place */
	{ true, COMMUNE, false, 0, false, "2 3 " },    /* narrower */
	{ true, DEPARTMENT, false, 0, false, "2 3 " }, /* as wide */
	{ true, REGION, false, 0, false, "3 1 " },     /* wider */
	{ true, COMMUNE, true, 0, false, "3 1 " },     /* not there */
	{ true, COMMUNE, false, 9, false, "2 3 " },
	/* expired: the scheme is closed there, and only there */
	{ true, COMMUNE, false, -1, false, "3 " },
	{ true, DEPARTMENT, false, -1, false, "3 " },
	{ true, REGION, false, -1, false, "3 1 " },
	{ true, COMMUNE, true, -1, false, "3 1 " },
	{ false, 0, false, -1, false, "3 1 " },
	/* a draft has no say, expired or not */
	{ true, COMMUNE, false, 9, true, "3 1 " },
	{ true, COMMUNE, false, -1, true, "3 1 " },
};

static void
test_generic(void **state)
{
	static const uint32_t in[] = { 101, 110, 115, 120 };
	static const uint32_t out[] = { 102, 115, 120 }, asked[] = { COUNTY };
	struct pool *pool = *state;

	for (size_t i = 0; i < ROWS(generic_rows); i++) {
		const struct generic_row *r = &generic_rows[i];
		const struct catalogue_aid aids[] = { AID(1, NATIONAL),
			{ .id = 2,
			    .generic = 1,
			    .perimeter = COUNTY,
			    .scale = DEPARTMENT,
			    .published = !r->draft,
			    .closes = (uint16_t)(r->closes ? TODAY + r->closes
							   : 0) },
			AID(3, NATIONAL) };

		question.asked = asked;
		question.nasked = 1;
		question.has_place = r->place;
		question.scale = r->scale;
		question.perimeter = r->elsewhere ? out : in;
		question.perimeters = r->elsewhere ? 3 : 4;
		want_ids(i, aids, &question, r->want);
	}
}

/* The rule is of pairs in the results: a filter that takes one leaves the
 * other. */
static void
test_generic_alone(void **state)
{
	static const struct catalogue_aid aids[] = { AID(1, .facets = 1),
		AID(2, .generic = 1, .facets = 2), AID(3, .generic = 77),
		AID(4, .generic = 9), DRAFT(9) };
	struct pool *pool = *state;

	want_ids(0, aids, &question, "4 3 1 ");
	question.masks = 1;
	question.mask[0] = 2;
	want_ids(1, aids, &question, "2 ");
	question.mask[0] = 1;
	want_ids(2, aids, &question, "1 ");
}

/* ---- near-twins ---- */

/* Of a group the best is a hit, with those that were found behind it; all are
 * counted. */
static const struct twins_row {
	uint64_t mask; /* of facets; 0: any */
	size_t limit;
	bool fold;
	const char *want; /* hits, each with its twins */
	unsigned n, folded;
} twins_rows[] = {
	{ 0, 0, false, "1 4 7 6 5 3 2", 7, 0 },
	{ 0, 0, true, "1 4(2 6) 7(5) 3", 7, 3 },
	{ 0, 2, true, "1 4(2 6)", 7, 3 },
	{ 2, 0, true, "6(2) 5", 3, 1 },
	{ 4, 0, true, "", 0, 0 },
};

static const char *
twins_told(struct pool *pool, const struct rank_hit *hit, size_t n)
{
	const char *s = "";

	for (size_t i = 0; i < n; i++) {
		s = pool_printf(pool, "%s%s%u", s, i > 0 ? " " : "",
		    hit[i].aid->id);
		for (size_t k = 0; k < hit[i].twins; k++)
			s = pool_printf(pool, "%s%s%u", s, k > 0 ? " " : "(",
			    hit[i].twin[k].aid->id);
		s = pool_printf(pool, "%s%s", s, hit[i].twins > 0 ? ")" : "");
	}
	return s;
}

static void
test_twins(void **state)
{
	struct catalogue_aid aids[] = { AID(1, .closes = TODAY, .facets = 1),
		AID(2, .twins = 2, .facets = 2), AID(3, .facets = 1),
		AID(4, .twins = 2, .closes = TODAY + 3, .facets = 1),
		AID(5, .twins = 5, .facets = 2),
		AID(6, .twins = 2, .facets = 2),
		AID(7, .twins = 5, .facets = 1) };
	struct catalogue c = { .aid = aids, .n = ROWS(aids) };

	catalogue_columns_make(&c);
	for (size_t i = 0; i < ROWS(twins_rows); i++) {
		const struct twins_row *r = &twins_rows[i];
		struct rank_question q = { .day = TODAY,
			.limit = r->limit,
			.fold_twins = r->fold,
			.masks = r->mask != 0,
			.mask = { r->mask } };
		struct rank_facets f = { .program = NULL };
		struct rank_hit *hit;
		size_t n, hits;

		hit = rank(*state, &c, &q, &n, &f);
		want_int(i, n, r->n);
		want_int(i, f.folded, r->folded);
		hits = n - f.folded;
		if (r->limit > 0 && r->limit < hits)
			hits = r->limit;
		want_str(i, twins_told(*state, hit, hits), r->want);
	}
	catalogue_columns_free(&c);
}

/* ---- facets ---- */

enum { MANY = 400 };

/* Aids at random, some of them local versions of others. */
static void
make_many(struct catalogue *c, struct catalogue_aid *aids)
{
	static const uint8_t scale[] = { COMMUNE, DEPARTMENT, REGION, COUNTRY };
	static const uint32_t where[] = { VILLAGE, COUNTY, PROVINCE, FRANCE };
	static struct catalogue_program member[3 * MANY];
	static uint32_t program[] = { 7, 8, 9 };

	*c = (struct catalogue){ .aid = aids,
		.n = MANY,
		.member = member,
		.program = program,
		.programs = 3 };
	for (uint32_t i = 0; i < MANY; i++) {
		unsigned k = unit_random() % 4;

		aids[i] = (struct catalogue_aid){ .id = i + 1,
			.perimeter = where[k],
			.scale = scale[k],
			.published = unit_random() % 9 != 0,
			.generic = i > 0 && unit_random() % 3 == 0
			    ? 1 + unit_random() % i
			    : 0,
			.closes = unit_random() % 3 != 0
			    ? 0
			    : (uint16_t)(TODAY - 2 + unit_random() % 9),
			.facets = (uint64_t)unit_random() << 32 ^ unit_random(),
			.categories = { unit_random(), unit_random() } };
		/* One kind of European aid at most. */
		aids[i].facets &= ~(1ull << (FACET_EUROPEAN + 1));
		aids[i].in_program = unit_random() % 4 != 0;
		for (uint32_t p = unit_random() % 2;
		     aids[i].in_program && p < 3; p += 1 + unit_random() % 2)
			member[c->members++] = (struct catalogue_program){ i,
				p };
	}
	/* A generic aid is no local version. */
	for (uint32_t i = 0; i < MANY; i++)
		if (aids[i].generic != 0)
			aids[aids[i].generic - 1].generic = 0;
	catalogue_columns_make(c);
}

/* How many hits there are with just that mask in its group. */
static size_t
hits_with(struct pool *pool, const struct catalogue *c, struct rank_question q,
    enum rank_group group, uint64_t mask)
{
	size_t n;
	int k = 0;

	for (int i = 0; i < q.masks; i++) {
		if (q.group[i] == group)
			continue;
		q.mask[k] = q.mask[i];
		q.group[k++] = q.group[i];
	}
	q.mask[k] = mask;
	q.group[k++] = group;
	q.masks = k;
	if (group == RANK_CHARGED)
		q.forbidden = 0;
	q.count_only = true;
	rank(pool, c, &q, &n, NULL);
	return n;
}

/* How many hits there are of just that programme. */
static size_t
hits_of_program(struct pool *pool, const struct catalogue *c,
    struct rank_question q, unsigned program)
{
	uint32_t *id = pool_take(pool, MANY * sizeof(*id));
	size_t n = 0;

	for (size_t i = 0; i < c->members; i++)
		if (c->member[i].program == program)
			id[n++] = c->aid[c->member[i].doc].id;
	q.set[0].id = id;
	q.set[0].n = n;
	q.set[0].group = RANK_PROGRAM;
	q.sets = 1;
	rank(pool, c, &q, &n, NULL);
	return n;
}

/* Each count is what the page would show with that value chosen. */
static void
check_facets(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q)
{
	static const struct {
		enum rank_group group;
		int first, n;
	} groups[] = {
		{ RANK_AUDIENCE, FACET_AUDIENCE, 12 },
		{ RANK_TYPE, FACET_TYPE, 8 },
		{ RANK_STEP, FACET_STEP, 3 },
		{ RANK_DESTINATION, FACET_DESTINATION, 2 },
		{ RANK_RECURRENCE, FACET_RECURRENCE, 3 },
		{ RANK_EUROPEAN, FACET_EUROPEAN, 2 },
		{ RANK_CALL, FACET_CALL, 1 },
		{ RANK_CHARGED, FACET_CHARGED, 1 },
	};
	unsigned program[3] = { 0 };
	struct rank_facets f = { .program = program };
	struct rank_question free_only = *q;
	size_t n;

	rank(pool, c, q, &n, &f);
	for (size_t g = 0; g < ROWS(groups); g++)
		for (int b = groups[g].first; b < groups[g].first + groups[g].n;
		     b++)
			want_int(b, f.facet[b],
			    hits_with(pool, c, *q, groups[g].group, 1ull << b));
	for (int b = 0; b < 128; b += 7) {
		struct rank_question k = *q;

		k.categories[0] = k.categories[1] = 0;
		k.categories[b / 64] = 1ull << b % 64;
		rank(pool, c, &k, &n, NULL);
		want_int(b, f.category[b], n);
	}
	for (unsigned p = 0; p < 3; p++)
		want_int(p, f.program[p], hits_of_program(pool, c, *q, p));
	free_only.masks = 0;
	for (int i = 0; i < q->masks; i++)
		if (q->group[i] != RANK_CHARGED) {
			free_only.mask[free_only.masks] = q->mask[i];
			free_only.group[free_only.masks++] = q->group[i];
		}
	free_only.forbidden = 1ull << FACET_CHARGED;
	rank(pool, c, &free_only, &n, NULL);
	want_int(0, f.free, n);
}

static void
test_facets(void **state)
{
	static const uint32_t in[] = { 101, 110, 115, 120 }, asked[] = { 110 };
	static struct catalogue_aid aids[MANY];
	struct pool *pool = *state;

	for (int turn = 0; turn < 12; turn++) {
		struct rank_question q = { .day = TODAY,
			.has_place = turn % 2,
			.perimeter = in,
			.perimeters = 4,
			.asked = asked,
			.nasked = 1,
			.scale = turn % 4 < 2 ? COMMUNE : REGION };
		struct catalogue c;

		make_many(&c, aids);
		if (turn > 2) {
			q.mask[q.masks] = 7;
			q.group[q.masks++] = RANK_AUDIENCE;
		}
		if (turn > 5) {
			q.mask[q.masks] = 3ull << FACET_TYPE;
			q.group[q.masks++] = RANK_TYPE;
		}
		if (turn > 8) {
			q.categories[1] = 0xff;
			q.forbidden = 1ull << FACET_CHARGED;
		}
		check_facets(pool, &c, &q);
		catalogue_columns_free(&c);
	}
}

/* The first of many are the first of all. */
static void
test_limit(void **state)
{
	static struct catalogue_aid aids[MANY];
	struct catalogue c;
	struct rank_hit *all, *some;
	size_t n, m;

	make_many(&c, aids);
	all = rank(*state, &c, &question, &n, NULL);
	assert_true(n > 100);
	for (size_t limit = 1; limit < n + 3; limit += limit < 20 ? 1 : 37) {
		question.limit = limit;
		some = rank(*state, &c, &question, &m, NULL);
		want_int(limit, m, n);
		for (size_t i = 0; i < limit && i < n; i++)
			want_int(limit, some[i].aid->id, all[i].aid->id);
	}
	catalogue_columns_free(&c);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_visible),
		TEST(test_order),
		TEST(test_distance),
		TEST(test_total),
		TEST(test_filters),
		TEST(test_generic),
		TEST(test_generic_alone),
		TEST(test_twins),
		TEST(test_facets),
		TEST(test_limit),
	};

	return cmocka_run_group_tests_name("rank", tests, NULL, NULL);
}
