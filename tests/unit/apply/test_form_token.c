/* test_form_token.c - what a reader's form bears. */

#include "apply/form_token.h"
#include "crypto/seal.h"
#include "unit.h"

#define SECRET "secret of the site"
#define KEY "0123456789abcdef0123456789abcdef"

enum { NOW = 1795000000 };

/* A token given so many seconds ago. */
static const char *
given(struct form_token *t, long ago)
{
	char said[FORM_TOKEN + 1], mac[SEAL_MAC + 1];

	snprintf(said, sizeof(said), KEY "-%08x", (unsigned)(NOW - ago));
	seal_mac(mac, SECRET, strlen(SECRET), "form", said);
	snprintf(said + FORM_KEY + 9, sizeof(mac) + 1, "-%s", mac);
	memcpy(t->text, said, sizeof(said));
	return t->text;
}

static void
test_age(void **state)
{
	static const struct {
		long ago;
		enum form_age age;
	} rows[] = {
		{ 0, FORM_YOUNG },
		{ 2, FORM_YOUNG },
		{ 3, FORM_GOOD },
		{ 3600, FORM_GOOD },
		{ 2L * 86400, FORM_GOOD },
		{ 2L * 86400 + 1, FORM_OLD },
		{ 400L * 86400, FORM_OLD },
		/* another machine's clock is ahead, or was wrong */
		{ -60, FORM_YOUNG },
		{ -61, FORM_OLD },
	};

	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct form_token first, t;
		const char *said = given(&first, rows[i].ago);

		assert_true(form_token_read(&t, SECRET, said, true, NOW));
		want_int(i, t.age, rows[i].age);
		want_str(i, t.key, KEY);
		/* An old one is given anew. */
		want_int(i, strcmp(t.text, said) == 0, rows[i].age != FORM_OLD);
		if (rows[i].age != FORM_OLD)
			continue;
		said = pool_strdup(pool, t.text);
		assert_true(form_token_read(&t, SECRET, said, true, NOW + 3));
		want_int(i, t.age, FORM_GOOD);
	}
	pool_free(pool);
}

static void
test_false(void **state)
{
	static const struct {
		const char *said;
		enum form_age age;
	} rows[] = {
		{ NULL, FORM_NONE },
		{ "", FORM_NONE },
		{ "zz", FORM_NONE },
		{ KEY "-692ac3f0", FORM_NONE },
		{ KEY "0", FORM_NONE },
		{ "0123456789ABCDEF0123456789ABCDEF", FORM_NONE },
		{ "0123456789abcdef0123456789abcde'", FORM_NONE },
		{ KEY "-692ac3f0-00000000000000000000000000000000", FORM_OLD },
		{ KEY "-692ac3f0-0000000000000000000000000000000'", FORM_OLD },
	};
	struct form_token first, t;
	char said[FORM_TOKEN + 1];

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		assert_true(
		    form_token_read(&t, SECRET, rows[i].said, true, NOW));
		want_int(i, t.age, rows[i].age);
		assert_true(form_is_key(t.key));
		want_int(i, strcmp(t.key, KEY) == 0, false);
		want_int(i, strlen(t.text), FORM_TOKEN);
	}
	/* Any digit changed, or another site's secret. */
	for (size_t i = 0; i < FORM_TOKEN; i++) {
		memcpy(said, given(&first, 9), sizeof(said));
		said[i] = said[i] == 'a' ? 'b' : 'a';
		assert_true(form_token_read(&t, SECRET, said, true, NOW));
		want_int(i, t.age == FORM_GOOD, false);
		want_int(i, strcmp(t.key, KEY) == 0, false);
	}
	assert_true(form_token_read(&t, "other", first.text, true, NOW));
	assert_int_equal(t.age, FORM_OLD);
	assert_string_not_equal(t.key, KEY);
	/* A page of another site: its key is not taken over. */
	assert_true(form_token_read(&t, SECRET, first.text, false, NOW));
	assert_int_equal(t.age, FORM_OLD);
	assert_string_not_equal(t.key, KEY);
	/* As an earlier version gave it, or whoever: to be read again. */
	assert_true(form_token_read(&t, SECRET, KEY, true, NOW));
	assert_int_equal(t.age, FORM_OLD);
	assert_string_not_equal(t.key, KEY);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_age),
		cmocka_unit_test(test_false),
	};

	return cmocka_run_group_tests_name("form_token", tests, NULL, NULL);
}
