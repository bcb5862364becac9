/* test_seal.c - marks and sealed texts. */

#include "crypto/seal.h"
#include "unit.h"

/* RFC 4231 has no purpose: this is HMAC-SHA-256 by "key" of "purpose", NUL and
 * "text", as Python's hmac gives it. */
static void
test_mark(void **state)
{
	char a[SEAL_MAC + 1], b[SEAL_MAC + 1];

	(void)state;
	seal_mac(a, "key", 3, "purpose", "text");
	assert_string_equal(a, "35058abb5ec62506d5ffe528a5a859db");
	assert_true(seal_is_mac(a, a));
	seal_mac(b, "key", 3, "purposet", "ext");
	assert_false(seal_is_mac(a, b));
	seal_mac(b, "kez", 3, "purpose", "text");
	assert_false(seal_is_mac(a, b));
	assert_false(seal_is_mac(a, ""));
}

static void
test_seal(void **state)
{
	static const char *const rows[] = { "", "a", "https://ds/x?y=é" };
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		size_t n = strlen(rows[i]), got;
		const char *s = seal(pool, "key", "url", rows[i], n);
		const char *twice = seal(pool, "key", "url", rows[i], n);
		char *changed = pool_strdup(pool, s);

		want_str(i, unseal(pool, "key", "url", s, &got), rows[i]);
		want_int(i, got, n);
		want_int(i, strcmp(s, twice) == 0, false);
		want_str(i, unseal(pool, "kez", "url", s, NULL), NULL);
		want_str(i, unseal(pool, "key", "body", s, NULL), NULL);
		for (size_t k = 0; changed[k] != '\0'; k++) {
			changed[k] = changed[k] == '0' ? '1' : '0';
			want_str(i, unseal(pool, "key", "url", changed, NULL),
			    NULL);
			changed[k] = s[k];
		}
		changed[strlen(changed) - 1] = '\0';
		want_str(i, unseal(pool, "key", "url", changed, NULL), NULL);
	}
	assert_null(unseal(pool, "key", "url", "", NULL));
	assert_null(unseal(pool, "key", "url", "zz", NULL));
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mark),
		cmocka_unit_test(test_seal),
	};

	return cmocka_run_group_tests_name("seal", tests, NULL, NULL);
}
