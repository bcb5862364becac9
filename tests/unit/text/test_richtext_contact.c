/* test_richtext_contact.c - contacts in plain text. */

#include "base/buf.h"
#include "text/richtext_contact.h"
#include "unit.h"

/* All contacts of a text: "bytes=href", parted by bars. */
static void
put_all(struct buf *b, const char *s)
{
	char href[RICHTEXT_HREF];
	size_t n;

	buf_reset(b);
	buf_puts(b, "");
	while ((s = richtext_contact(s, &n, href)) != NULL) {
		if (b->len > 0)
			buf_putc(b, '|');
		buf_put(b, s, n);
		buf_putc(b, '=');
		buf_puts(b, href);
		s += n;
	}
}

static const struct {
	const char *s, *want;
} rows[] = {
	{ "", "" },
	{ "rien", "" },
	/* mail */
	{ "Mail:a.b-c_d+e@x-y.gouv.fr, f",
	    "a.b-c_d+e@x-y.gouv.fr=mailto:a.b-c_d+e@x-y.gouv.fr" },
	{ "(a@b.fr) ; « c@d.fr »",
	    "a@b.fr=mailto:a@b.fr|c@d.fr=mailto:c@d.fr" },
	{ "\xc2\xa0"
	  "a@b.fr.",
	    "a@b.fr=mailto:a@b.fr" },
	{ "a@b", "" },
	{ "a@b.1", "" },
	{ "a@b..fr", "" },
	{ "a@.fr @b.fr a@ .a@b.fr a.@b.fr", "" },
	{ "a@b.fr@c.fr", "" },
	{ "hélène@x.fr", "" },
	{ "a%0ABcc:b%40c.fr@d.fr", "" },
	{ "javascript:x@y.fr", "x@y.fr=mailto:x@y.fr" },
	/* the Web */
	{ "voir https://a.fr/b?c=d&e#f.",
	    "https://a.fr/b?c=d&e#f=https://a.fr/b?c=d&e#f" },
	{ "(http://a.fr/b_(c)) HTTPS://A.FR,",
	    "http://a.fr/b_(c))=http://a.fr/b_(c))|HTTPS://A.FR=HTTPS://A.FR" },
	{ "www.a.fr/b", "www.a.fr/b=https://www.a.fr/b" },
	{ "https://a.fr/<b> https://a.fr\"x='",
	    "https://a.fr/=https://a.fr/|https://a.fr=https://a.fr" },
	{ "« https://a.fr »\xe2\x80\xaf"
	  "b",
	    "https://a.fr=https://a.fr" },
	{ "https://a.fr/é", "https://a.fr/é=https://a.fr/é" },
	{ "https:// http://x www. ftp://a.fr xhttps://a.fr//b", "" },
	/* a name ahead of the host deceives */
	{ "https://impots.gouv.fr@evil.example/a http://a:b@c.fr", "" },
	{ "www.evil.example:80@x.fr https://a.fr?b@c.fr#@d.fr",
	    "https://a.fr?b@c.fr#@d.fr=https://a.fr?b@c.fr#@d.fr" },
	{ "https://a.fr\\@b.fr https://a.fr/@b a@b.fr/",
	    "https://a.fr=https://a.fr|https://a.fr/@b=https://a.fr/@b|"
	    "a@b.fr=mailto:a@b.fr" },
	/* telephone */
	{ "05 49 08 68 68", "05 49 08 68 68=tel:0549086868" },
	{ "05.49.08.68.68.", "05.49.08.68.68=tel:0549086868" },
	{ "05-49-08-68-68/0549086868",
	    "05-49-08-68-68=tel:0549086868|0549086868=tel:0549086868" },
	{ "05\xc2\xa0"
	  "49\xe2\x80\xaf"
	  "08  68\n68",
	    "05\xc2\xa0"
	    "49\xe2\x80\xaf"
	    "08  68\n68=tel:0549086868" },
	{ "0 800 130 000, 0800 130 000, 0262 92 92 92",
	    "0 800 130 000=tel:0800130000|0800 130 000=tel:0800130000|"
	    "0262 92 92 92=tel:0262929292" },
	{ "+33 (0)5 49 08 68 68 ; +33549086868 ; 0033 5 49 08 68 68",
	    "+33 (0)5 49 08 68 68=tel:+33549086868|"
	    "+33549086868=tel:+33549086868|"
	    "0033 5 49 08 68 68=tel:+33549086868" },
	{ "+262 262 92 92 92", "+262 262 92 92 92=tel:+262262929292" },
	{ "05 49 08 68 68 79000 Niort", "05 49 08 68 68=tel:0549086868" },
	/* dates, amounts, numbers of other kinds */
	{ "01.02.2027 10:30, 01/02/2027 - 01/03/2027, 01.02.2027 15", "" },
	{ "21790109700013 0549086868000 1 200 000 000 00 12 34 56 78", "" },
	{ "05 49 08 68", "" },
	{ "05 49.08 68 68", "" },
	{ "A05 49 08 68 68, 05 49 08 68 68x", "" },
	{ "05 49 08 68 68,50", "" },
	{ "+ 33 +1 +", "" },
};

static void
test_contacts(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		put_all(&b, rows[i].s);
		want_str(i, b.data, rows[i].want);
	}
	buf_free(&b);
}

/* As long as may be, and longer: neither is cut. */
static void
test_long(void **state)
{
	struct buf b = { 0 };
	char href[RICHTEXT_HREF];
	size_t n;

	(void)state;
	for (size_t len = 690; len < 712; len++) {
		buf_reset(&b);
		buf_puts(&b, "https://a.fr/");
		while (b.len < len)
			buf_putc(&b, 'x');
		want_int(len,
		    richtext_contact(b.data, &n, href) != NULL && n == len,
		    len <= 700);
	}
	buf_reset(&b);
	for (size_t i = 0; i < 300; i++)
		buf_putc(&b, 'a');
	buf_puts(&b, "@b.fr");
	want_int(0, richtext_contact(b.data, &n, href) == NULL, 1);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_contacts),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests_name("richtext_contact", tests, NULL,
	    NULL);
}
