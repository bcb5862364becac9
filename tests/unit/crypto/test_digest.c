/* test_digest.c - SHA-256, over the examples of FIPS 180-4. */

#include "crypto/digest.h"
#include "unit.h"

static const struct {
	const char *s;
	size_t n;
	const char *want;
} rows[] = {
	{ "", 0,
	    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
	{ "abc", 3,
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
	{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56,
	    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
	{ "\0", 1,
	    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d" },
};

static void
test_rows(void **state)
{
	char hex[DIGEST_HEX + 1], *a = malloc(1000000);

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		memset(hex, 'x', sizeof(hex));
		digest_sha256(hex, rows[i].s, rows[i].n);
		want_str(i, hex, rows[i].want);
	}
	assert_non_null(a);
	memset(a, 'a', 1000000);
	digest_sha256(hex, a, 1000000);
	assert_string_equal(hex,
	    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200"
	    "e046d39ccc7112cd0");
	free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests_name("digest", tests, NULL, NULL);
}
