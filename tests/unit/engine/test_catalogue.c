/* test_catalogue.c - the aids in memory: refreshed, searched, by columns. */

#include "base.h"
#include "engine/catalogue_refresh.h"
#include "gen/queries/engine.h"

/* id;perimeter;scale;generic;opens;closes;fresh;published;facets;categories */
#define AID(id, perimeter, generic, closes, published) \
#id ";#" #perimeter ";#1;" generic ";~;" closes ";~;#" #published \
	    ";#1;#1;~\n"

static const struct base_answer first[] = {
	{ Q_AID_INDEX_SINCE, "after=0",
	    "#" AID(10, 7, "~", "~", 1) "#" AID(20, 8, "#10", "#100",
		1) "#" AID(30, 7, "#99", "#50", 0) },
	{ Q_PROGRAM_IDS, NULL, "#3\n#9\n" },
	{ Q_PROGRAM_MEMBERS, NULL, "#10;#9\n#20;#3\n#20;#9\n#77;#3\n" },
};

/* Then 20 closes later, 15 comes and 40 does. */
static const struct base_answer second[] = {
	{ Q_AID_INDEX_SINCE, "after=0",
	    "#" AID(15, 7, "~", "~", 1) "#" AID(20, 8, "#10", "#900",
		1) "#" AID(40, 8, "~", "~", 1) },
	{ Q_PROGRAM_IDS, NULL, "#9\n" },
	{ Q_PROGRAM_MEMBERS, NULL, "#40;#9\n" },
};

static struct catalogue c;

static int
end(void **state)
{
	(void)state;
	catalogue_free(&c);
	return 0;
}

static int
begin(void **state)
{
	(void)state;
	base_serve(first);
	return catalogue_refresh(&c, NULL, 5) == RC_OK ? 0 : -1;
}

/* An id, and where it is, or would be, in 10 20 30. */
static void
test_find(void **state)
{
	static const struct {
		uint32_t id, from;
		size_t doc;
	} rows[] = { { 0, 0, 0 }, { 10, 0, 0 }, { 11, 0, 1 }, { 20, 0, 1 },
		{ 30, 0, 2 }, { 31, 0, 3 }, { 20, 1, 1 }, { 30, 1, 2 },
		{ 10, 2, 2 }, { 30, 3, 3 } };

	(void)state;
	want_int(0, c.n, 3);
	for (size_t i = 0; i < ROWS(rows); i++) {
		want_int(i, catalogue_find_after(&c, rows[i].from, rows[i].id),
		    rows[i].doc);
		if (rows[i].from == 0)
			want_int(i, catalogue_find(&c, rows[i].id),
			    rows[i].doc);
	}
}

/* What is newer is put in its place; an aid that was there is replaced. */
static void
test_refresh(void **state)
{
	static const uint32_t ids[] = { 10, 15, 20, 30, 40 };

	(void)state;
	base_serve(second);
	want_int(0, catalogue_refresh(&c, NULL, 6), RC_OK);
	assert_non_null(strstr(base.asked, "aid_index_since since=5 after=0"));
	want_int(0, c.version, 6);
	want_int(0, c.n, ROWS(ids));
	for (size_t i = 0; i < ROWS(ids); i++)
		want_int(i, c.aid[i].id, ids[i]);
	want_int(0, c.aid[2].closes, 900);
	want_int(0, c.programs, 1);
	want_int(0, c.members, 1);
	want_int(0, c.member[0].doc, 4);
	assert_true(!c.aid[0].in_program && c.aid[4].in_program);
}

/* A database that goes away leaves an older version, which still serves. */
static void
test_away(void **state)
{
	(void)state;
	base_serve(second);
	base.away = "program_ids";
	want_int(0, catalogue_refresh(&c, NULL, 6), RC_UNAVAILABLE);
	base.away = NULL;
	want_int(0, c.version, 5);
	want_int(0, catalogue_refresh(&c, NULL, 6), RC_OK);
	want_int(0, c.n, 5);
}

static void
test_programs(void **state)
{
	const struct catalogue_program *p;
	size_t n;

	(void)state;
	p = catalogue_programs(&c, 1, &n);
	want_int(0, n, 2);
	assert_true(
	    c.program[p[0].program] == 3 && c.program[p[1].program] == 9);
	catalogue_programs(&c, 0, &n);
	want_int(1, n, 1);
	catalogue_programs(&c, 2, &n);
	want_int(2, n, 0);
}

/* A day, and the docs that are seen on it, as bits; 30 is not published. */
static void
test_visible(void **state)
{
	static const struct {
		long day;
		uint64_t docs;
	} rows[] = { { 1, 3 }, { 100, 3 }, { 101, 1 }, { 60000, 1 } };
	uint64_t set = ~0ull;

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		catalogue_put_visible(&c, rows[i].day, &set);
		want_int(i, set, rows[i].docs);
		for (size_t doc = 0; doc < c.n; doc++)
			want_int(i,
			    catalogue_is_visible(&c.aid[doc], rows[i].day),
			    set >> doc & 1);
	}
}

/* Columns: perimeters, pairs whose generic aid is there, bits. */
static void
test_columns(void **state)
{
	uint64_t set = 0;

	(void)state;
	want_int(0, c.perimeters, 2);
	want_int(0, c.perimeter[0].id, 7);
	catalogue_add_perimeter(&c, &c.perimeter[0], &set);
	want_int(0, set, 5);
	catalogue_add_perimeter(&c, &c.perimeter[1], &set);
	want_int(1, set, 7);
	want_int(2, c.locals, 1);
	assert_true(c.local[0].doc == 1 && c.local[0].generic == 0);
	for (size_t i = 0; i < c.n; i++)
		want_int(i, catalogue_has_locals(&c, i), i == 0);
	want_int(3, *c.facet[0], 7);
	assert_null(c.facet[1]);
	want_int(4, *c.published, 3);
	want_int(5, c.closings, 2);
	want_int(5, c.closing[0], 2);
	/* the first to close, then the newest, then the highest doc */
	assert_true(c.order[2] < c.order[1] && c.order[1] < c.order[0]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_find, begin, end),
		cmocka_unit_test_setup_teardown(test_refresh, begin, end),
		cmocka_unit_test_setup_teardown(test_away, begin, end),
		cmocka_unit_test_setup_teardown(test_programs, begin, end),
		cmocka_unit_test_setup_teardown(test_visible, begin, end),
		cmocka_unit_test_setup_teardown(test_columns, begin, end),
	};

	return cmocka_run_group_tests_name("catalogue", tests, NULL, NULL);
}
