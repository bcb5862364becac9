/* test_entity.c - references of HTML in a plain text. */

#include "unit.h"
#include "xml/entity.h"

static const char *const rows[][2] = {
	{ "d&rsquo;eau &amp; de l&#39;air", "d’eau & de l'air" },
	{ "&eacute;&#233;&#xE9;&apos;", "ééé'" },
	{ "A & B; C", "A & B; C" },
	{ "&;&#;&#x;&#0;&#xD800;&nothing;", "&;&#;&#x;&#0;&#xD800;&nothing;" },
	{ "&lt;b&gt;", "<b>" },
	{ "a &amp;amp; b", "a &amp; b" },
	{ "", "" },
	{ "&", "&" },
};

static void
test_decode(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		want_str(i, entity_decode(pool, rows[i][0]), rows[i][1]);
	pool_free(pool);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(
	    test_decode) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
