/* test_multipart.c - what an HTML form with a file sent. */

#include "base/buf.h"
#include "unit.h"
#include "web/multipart.h"

#define MEDIA "multipart/form-data; boundary=xYz"
#define PART(name, data) \
	"--xYz\r\nContent-Disposition: form-data; name=\"" name \
	"\"\r\n\r\n" data "\r\n"
#define END "--xYz--\r\n"

/* want: name=data, by " ; "; NULL: no such body. */
static const struct {
	const char *media, *body, *want;
} rows[] = {
	{ MEDIA, PART("file", "<a/>") END, "file=<a/>" },
	{ MEDIA, PART("a", "1") PART("b", "") END, "a=1 ; b=" },
	{ MEDIA, PART("a", "1") "--xYz--", "a=1" },
	{ "Multipart/Form-Data;charset=utf-8; boundary=\"xYz\"",
	    PART("a", "1") END, "a=1" },
	/* what is like a boundary, or a header, within the bytes */
	{ MEDIA, PART("a", "\r\n--xY\r\n\r\nname=\"b\"") END,
	    "a=\r\n--xY\r\n\r\nname=\"b\"" },
	{ MEDIA,
	    "--xYz\r\nContent-Type: text/xml\r\n"
	    "content-disposition: form-data; filename=\"n.xml\"; name=\"f\"\r\n"
	    "\r\n1\r\n" END,
	    "f=1" },
	{ MEDIA, END, "" },
	/* cut, or of another kind */
	{ MEDIA, PART("a", "--xYz") END, NULL },
	{ MEDIA, "", NULL },
	{ MEDIA, "--xYz", NULL },
	{ MEDIA, "--xYz-", NULL },
	{ MEDIA, "--xYz\r\n", NULL },
	{ MEDIA, "--xYz\r\n\r\n1\r\n" END, NULL },
	{ MEDIA, PART("a", "1"), NULL },
	{ MEDIA, "--xYz\r\nContent-Disposition: form-data\r\n\r\n1\r\n" END,
	    NULL },
	{ MEDIA,
	    "--xYz\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n" END,
	    NULL },
	{ MEDIA, "\r\n" PART("a", "1") END, NULL },
	{ MEDIA, "a=1", NULL },
	{ "multipart/form-data", PART("a", "1") END, NULL },
	{ "multipart/form-data; boundary=", PART("a", "1") END, NULL },
	{ "multipart/form-data; boundary="
	  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	    PART("a", "1") END, NULL },
	{ MEDIA,
	    PART("a", "") PART("a", "") PART("a", "") PART("a", "") PART("a",
		"") PART("a", "") PART("a", "") PART("a", "") PART("a", "")
		PART("a", "") PART("a", "") PART("a", "") PART("a", "")
		    PART("a", "") PART("a", "") PART("a", "") PART("a", "") END,
	    NULL },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct buf got = { 0 };
		struct multipart m;
		enum rc rc = multipart_read(pool, rows[i].media, rows[i].body,
		    strlen(rows[i].body), &m);

		want_int(i, rc, rows[i].want != NULL ? RC_OK : RC_BAD_PARAM);
		buf_puts(&got, "");
		for (size_t k = 0; rc == RC_OK && k < m.n; k++)
			buf_putf(&got, "%s%s=%.*s", k > 0 ? " ; " : "",
			    m.part[k].name, (int)m.part[k].n, m.part[k].data);
		if (rc == RC_OK)
			want_str(i, got.data != NULL ? got.data : "",
			    rows[i].want);
		buf_free(&got);
		pool_free(pool);
	}
}

/* Bytes that are no text stay as they are; a body cut anywhere is refused, and
 * nothing is read after its end. */
static void
test_bytes(void **state)
{
	static const char body[] = PART("f", "a\0b\xff") END;
	struct pool *pool = pool_new();
	struct multipart m;

	(void)state;
	assert_int_equal(multipart_read(pool, MEDIA, body, sizeof(body) - 1,
			     &m),
	    RC_OK);
	assert_int_equal(m.part[0].n, 4);
	assert_memory_equal(m.part[0].data, "a\0b\xff", 4);
	assert_ptr_equal(multipart_get(&m, "f"), &m.part[0]);
	assert_null(multipart_get(&m, "g"));
	for (size_t n = 0; n < sizeof(body) - 3; n++) {
		char *cut = malloc(n + 1);

		memcpy(cut, body, n);
		want_int(n, multipart_read(pool, MEDIA, cut, n, &m),
		    RC_BAD_PARAM);
		free(cut);
	}
	pool_free(pool);
}

static void
test_media(void **state)
{
	(void)state;
	assert_true(multipart_is(MEDIA));
	assert_true(multipart_is("multipart/form-data"));
	assert_false(multipart_is("multipart/form-database"));
	assert_false(multipart_is("application/x-www-form-urlencoded"));
	assert_false(multipart_is(NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows),
		cmocka_unit_test(test_bytes), cmocka_unit_test(test_media) };

	return cmocka_run_group_tests_name("multipart", tests, NULL, NULL);
}
