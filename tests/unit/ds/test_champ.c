/* test_champ.c - keys of champs (DS 1.4). */

#include "ds/champ.h"
#include "unit.h"

static const struct {
	const char *key;
	unsigned long long id;
} keys[] = {
	{ "champ_Q2hhbXAtMjI", 22 },
	{ "champ_Q2hhbXAtMjI=", 22 },
	{ "Q2hhbXAtMjI=", 22 },
	{ "champ_Q2hhbXAtMTIz", 123 },
	{ "champ_Q2hhbXAtMjk3MTQ0NA", 2971444 },
	{ "champ_Q2hhbXAtMjk3MTQ0NA==", 2971444 },
	{ "champ_Q2hhbXAtMjk3MTQ0NA=", 0 },
	{ "champ_Q2hhbXAtMjI==", 0 },
	{ "champ_Q2hhbXAtMTIz=", 0 },
	{ "champ_", 0 },
	{ "champ_!!!!", 0 },
	{ "champ_Q2hhbXAt", 0 },
	{ "champ_Q2hhbXAtMQ===", 0 },
	{ "champ_Q2hhbXAtMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw", 0 },
	{ "titre", 0 },
	{ "champ_VHlwZURlQ2hhbXAtMjI", 22 },
	{ "champ_Q2hhbXAtMjJ8MDFBUlozTkRFS1RTVjRSUkZGUTY5RzVGQVY", 22 },
	{ "champ_Q2hhbXAtMjJ4", 0 },
	{ "champ_LTIy", 0 },
};

static void
test_keys(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(keys); i++)
		want_int(i, champ_key_read(keys[i].key), keys[i].id);
	want_str(0, champ_key(pool, 22), "champ_Q2hhbXAtMjI");
	want_str(1, champ_key(pool, 123), "champ_Q2hhbXAtMTIz");
	want_str(2, champ_key(pool, 2971444), "champ_Q2hhbXAtMjk3MTQ0NA");
	assert_true(champ_is_title("--Bâtiments--"));
	assert_false(champ_is_title("- Bâtiments -"));
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_keys) };

	return cmocka_run_group_tests_name("champ", tests, NULL, NULL);
}
