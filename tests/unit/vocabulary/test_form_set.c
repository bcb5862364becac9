/* test_form_set.c - a set of words as they are spelled. */

#include "unit.h"
#include "vocabulary/form_set.h"

static void
test_words(void **state)
{
	struct form_set *s = form_set_new();

	(void)state;
	assert_false(form_set_has(s, "ecole"));
	form_set_add_text(s, "Écoles, l'école (ÉCOLE)");
	assert_true(form_set_has(s, "ecole"));
	assert_true(form_set_has(s, "ecoles"));
	assert_false(form_set_has(s, "ecol"));
	assert_false(form_set_is_loaded(s));
	form_set_free(s);
	form_set_free(NULL);
}

/* As many as a large catalogue has, twice: all are there, and few others. */
static void
test_many(void **state)
{
	struct form_set *s = form_set_new();
	char word[20];
	int wrong = 0;

	(void)state;
	for (int i = 0; i < 200000; i++) {
		snprintf(word, sizeof(word), "w%d", i % 100000);
		form_set_add(s, word);
	}
	for (int i = 0; i < 100000; i++) {
		snprintf(word, sizeof(word), "w%d", i);
		assert_true(form_set_has(s, word));
		snprintf(word, sizeof(word), "v%d", i);
		wrong += form_set_has(s, word);
	}
	assert_true(wrong < 50);
	form_set_free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests_name("form_set", tests, NULL, NULL);
}
