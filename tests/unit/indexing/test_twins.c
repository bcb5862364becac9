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

/* What is nearly the same, or much alike with a name that begins alike; and what
 * is with something of a group is of it. */
static void
test_groups(void **state)
{
	static const char captages[] = "Protéger les captages",
			  other[] = "Autre";
	static const struct {
		const char *name;
		int text, changed;
		size_t want;
	} aids[] = {
		{ other, 1, 300, 0 },
		{ captages, 2, 8, 1 },
		{ other, 3, 300, 2 },
		{ other, 4, 8, 1 },
		{ other, 1, 300, 0 },
		/* three quarters in common with 1, and its name */
		{ captages, 5, 40, 1 },
		{ other, 6, 60, 6 },
		/* a name is not enough */
		{ captages, 7, 150, 7 },
	};
	uint8_t bytes[ROWS(aids)][SKETCH];
	struct twins_text text[ROWS(aids)];
	size_t group[ROWS(aids)];

	(void)state;
	for (size_t i = 0; i < ROWS(aids); i++) {
		make(bytes[i], aids[i].text, 300, aids[i].changed);
		text[i] = (struct twins_text){ aids[i].name, bytes[i] };
	}
	twins_group(text, ROWS(aids), group);
	for (size_t i = 0; i < ROWS(aids); i++)
		want_int(i, group[i], aids[i].want);
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
