/* test_twins.c - sketches of texts, and the groups of those that are alike. */

#include <stdio.h>

#include "indexing/sketch.h"
#include "indexing/twins.h"
#include "unit.h"

/* A text of n terms, of which the first changed are of its own. */
static void
make(uint8_t bytes[SKETCH], int text, int n, int changed)
{
	struct sketch s;
	char term[32];

	sketch_begin(&s);
	for (int i = 0; i < n; i++) {
		snprintf(term, sizeof(term), "%d %d", i < changed ? text : 0,
		    i);
		sketch_add(&s, term);
	}
	sketch_end(&s, bytes);
}

/* Two texts of n terms that differ in some; how alike they are, within 12. */
static const struct {
	int n, changed, want;
} rows[] = {
	{ 300, 0, 100 },
	{ 300, 15, 90 }, /* 285 of 315 */
	{ 300, 40, 76 },
	{ 300, 100, 50 },
	{ 300, 300, 0 },
	{ 3000, 150, 90 },
	{ 60, 0, 100 },
	/* so short that nothing is said */
	{ 8, 0, 0 },
	{ 0, 0, 0 },
};

static void
test_sketch(void **state)
{
	uint8_t a[SKETCH], b[SKETCH];

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		make(a, 1, rows[i].n, rows[i].changed);
		make(b, 2, rows[i].n, rows[i].changed);
		want_int(i, sketch_likeness(a, b), sketch_likeness(b, a));
		if (rows[i].want == 0 || rows[i].want == 100)
			want_int(i, sketch_likeness(a, b) / 5 * 5,
			    rows[i].want);
		else
			want_int(i,
			    abs(sketch_likeness(a, b) - rows[i].want) <= 12,
			    true);
	}
}

/* What is like something of a group is of it. */
static void
test_groups(void **state)
{
	static const struct {
		int text, changed;
		size_t want;
	} texts[] = { { 1, 300, 0 }, { 2, 5, 1 }, { 3, 300, 2 }, { 4, 5, 1 },
		{ 1, 300, 0 }, { 5, 8, 1 } };
	uint8_t bytes[ROWS(texts)][SKETCH];
	const uint8_t *sketch[ROWS(texts)];
	size_t group[ROWS(texts)];

	(void)state;
	for (size_t i = 0; i < ROWS(texts); i++) {
		make(bytes[i], texts[i].text, 300, texts[i].changed);
		sketch[i] = bytes[i];
	}
	twins_group(sketch, ROWS(texts), group);
	for (size_t i = 0; i < ROWS(texts); i++)
		want_int(i, group[i], texts[i].want);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sketch),
		cmocka_unit_test(test_groups),
	};

	return cmocka_run_group_tests_name("twins", tests, NULL, NULL);
}
