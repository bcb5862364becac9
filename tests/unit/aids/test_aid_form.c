/* test_aid_form.c - the form beside a list: what is chosen, what each choice
 * leaves. */

#include "aids/aid_form.h"
#include "base.h"
#include "gen/constants.h"
#include "gen/queries/aids.h"
#include "xml/xml.h"

/* Choices: a facet's bit, one of a category, flags, programmes by their ids. */
static struct question
question_of(struct rank_facets *facets)
{
	return (struct question){
		.chosen = { 1ull << 3, 1ull << 5, 1ull << 63 },
		.free_only = true,
		.facets = facets,
	};
}

/* Of the filters, the text with counts, and that without. */
static const struct {
	const char *html, *counted, *plain;
} rows[] = {
	{ "plain", "plain", "plain" },
	/* chosen */
	{ "a\1?chosen 3\2on\3b", "aonb", "aonb" },
	{ "a\1?chosen 4\2on\3b", "ab", "ab" },
	{ "\1?chosen 69\2on\3", "on", "on" },
	{ "\1?chosen 191\2on\3", "on", "on" },
	{ "\1?chosen 64\2on\3", "", "" },
	{ "\1?chosen free\2on\3", "on", "on" },
	{ "\1?chosen call\2on\3", "", "" },
	{ "\1?chosen european\2on\3", "", "" },
	/* counts */
	{ "\1count 3\2", "0", "" },
	{ "\1count 16\2", "999", "" },
	{ "\1count 17\2",
	    "1\xe2\x80\xaf"
	    "000",
	    "" },
	{ "\1count 18\2",
	    "12\xe2\x80\xaf"
	    "034",
	    "" },
	{ "\1count 69\2", "5", "" }, /* the category 5, not the facet */
	{ "\1count 191\2", "127", "" },
	{ "\1count call\2", "7", "" },
	{ "\1count free\2", "8", "" },
	{ "\1count european\2", "30", "" }, /* both kinds */
	{ "\1count program 9\2", "40", "" },
	{ "\1count program 3\2", "41", "" },
	{ "\1count program 4\2", "0", "" }, /* not in the catalogue */
	{ "\1count 192\2", "0", "" },       /* past the last bit */
	{ "\1count other\2", "0", "" },
	/* a choice that leaves no aid is apart, unless it is taken */
	{ "\1?useful 16\2x\3\1?useless 16\2y\3", "x", "x" },
	{ "\1?useful 15\2x\3\1?useless 15\2y\3", "y", "x" },
	{ "\1?useful 3\2x\3\1?useless 3\2y\3", "x", "x" },
	{ "\1?folded 16 17\2x\3y", "y", "y" },
	{ "\1?folded 16 15\2x\3y", "xy", "y" },
	{ "\1?folded 3 16\2x\3\1?folded 14\2y\3", "y", "" },
	{ "\1?folded\2x\3y", "y", "y" },
	/* what stands around a count goes with it */
	{ "a\1?counted\2(\1count 16\2)\3b", "a(999)b", "ab" },
	{ "\1?other 3\2x\3y", "y", "y" },
	/* a filter, and its name */
	{ "\1?filter programs\2x\1?label programs\2y\3\3z", "xyz", "xyz" },
};

static const char *
filters_of(struct pool *pool, const struct aid_parts *parts,
    struct rank_facets *facets)
{
	struct response resp = { .root = xmlDocGetRootElement(
				     xml_page(pool, "test")) };
	struct context ctx = { .pool = pool };
	struct question q = question_of(facets);
	xmlNodePtr form, n;

	aid_form_put(&ctx, &resp, parts, &q);
	form = xml_child(resp.root, "form");
	assert_non_null(xml_child(form, "audiences"));
	n = xml_child(form, "filters");
	return n->children != NULL && n->children->content != NULL
	    ? (const char *)n->children->content
	    : "";
}

static void
test_filters(void **state)
{
	static uint32_t programs[] = { 3, 9 };
	static unsigned of_program[] = { 41, 40 };
	struct catalogue c = { .program = programs, .programs = 2 };
	struct rank_facets facets = { .facet = { [5] = 99,
					  [16] = 999,
					  [17] = 1000,
					  [18] = 12034,
					  [FACET_EUROPEAN] = 10,
					  [FACET_EUROPEAN + 1] = 20,
					  [FACET_CALL] = 7 },
		.category = { [5] = 5, [127] = 127 },
		.free = 8,
		.program = of_program };
	struct pool *pool = pool_new();
	struct aid_parts parts = { 0 };

	(void)state;
	/* loaded again over what was there, as at each version of the data */
	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct base_answer answers[] = { { Q_PAGE_FRAGMENTS, NULL,
		    pool_printf(pool, "other;x\nfilters;%s\n",
			rows[i].html) } };

		base_serve(answers);
		want_int(i, aid_parts_load(&parts, NULL, pool, &c), RC_OK);
		want_str(i, filters_of(pool, &parts, &facets), rows[i].counted);
		want_str(i, filters_of(pool, &parts, NULL), rows[i].plain);
	}
	aid_parts_free(&parts);
	pool_free(pool);
}

/* A database that does not answer is told; the parts are read by their names,
 * and one that is not there is empty. */
static void
test_load(void **state)
{
	static const struct base_answer all[] = { { Q_PAGE_FRAGMENTS, NULL,
	    "audiences;A\nfilters;F\nmark;<b>\n" } };
	static const struct base_answer none[] = { { Q_PAGE_FRAGMENTS, NULL,
	    "" } };
	struct pool *pool = pool_new();
	struct aid_parts parts = { 0 };
	struct catalogue c = { 0 };

	(void)state;
	base_serve(all);
	base.away = "page_fragments";
	want_int(0, aid_parts_load(&parts, NULL, pool, &c), RC_UNAVAILABLE);
	base.away = NULL;
	want_int(1, aid_parts_load(&parts, NULL, pool, &c), RC_OK);
	want_str(1, filters_of(pool, &parts, NULL), "F");
	want_str(1, pool_strndup(pool, parts.mark.data, parts.mark.len), "<b>");
	base_serve(none);
	want_int(2, aid_parts_load(&parts, NULL, pool, &c), RC_OK);
	want_str(2, filters_of(pool, &parts, NULL), "");
	want_int(2, parts.mark.len, 0);
	aid_parts_free(&parts);
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_filters),
		cmocka_unit_test(test_load),
	};

	return cmocka_run_group_tests_name("aid_form", tests, NULL, NULL);
}
