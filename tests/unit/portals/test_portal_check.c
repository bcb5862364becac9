/* test_portal_check.c - what the texts of a portal say. */

#include "files/file_read.h"
#include "portals/portal_check.h"
#include "portals/portal_read.h"
#include "unit.h"

static const struct {
	const char *s;
	bool good;
} host_rows[] = {
	{ "aides.example.fr", true },
	{ "a.b", true },
	{ "region.localhost", true },
	{ "xn--ddat-9oa.fr", true },
	{ "3.14.fr", true },
	{ "localhost", false },
	{ "", false },
	{ ".fr", false },
	{ "fr.", false },
	{ "a..fr", false },
	{ "-a.fr", false },
	{ "a-.fr", false },
	{ "a_b.fr", false },
	{ "a b.fr", false },
	{ "a.fr:8080", false },
	{ "a.fr/", false },
	{ "192.0.2.1", false },
	{ "échiré.fr", false },
	{ "a.fr\n", false },
	{ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.fr",
	    true }, /* 63 letters */
	{ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.fr",
	    false },
}, origin_rows[] = {
	{ "https://www.example.fr", true },
	{ "https://www.example.fr:8443", true },
	{ "http://localhost", true },
	{ "http://localhost:8000", true },
	{ "http://a.localhost", true },
	{ "http://127.0.0.1:80", true },
	{ "http://www.example.fr", false },
	{ "http://notlocalhost", false },
	{ "https://www.example.fr/", false },
	{ "https://www.example.fr/a", false },
	{ "https://www.example.fr?a", false },
	{ "https://user@example.fr", false },
	{ "https://*.example.fr", false },
	{ "https://www.example.fr; script-src *", false },
	{ "https://www.example.fr:", false },
	{ "https://www.example.fr:123456", false },
	{ "https://www.example.fr:80a", false },
	{ "https://", false },
	{ "https:", false },
	{ "*", false },
	{ "'self'", false },
	{ "data:", false },
	{ "", false },
}, slug_rows[] = {
	{ "deux-sevres", true },
	{ "a", true },
	{ "79", true },
	{ "", false },
	{ "-a", false },
	{ "a-", false },
	{ "A", false },
	{ "a b", false },
	{ "a~b", false },
	{ "../a", false },
	{ "abcdefghijklmnopqrstuvwxyz0123456", true },
	{ "abcdefghijklmnopqrstuvwxyz01234567", false },
};

static void
test_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(host_rows); i++)
		want_int(i, portal_is_host(host_rows[i].s), host_rows[i].good);
	for (size_t i = 0; i < ROWS(origin_rows); i++)
		want_int(i, portal_is_origin(origin_rows[i].s),
		    origin_rows[i].good);
	for (size_t i = 0; i < ROWS(slug_rows); i++)
		want_int(i, file_is_slug(slug_rows[i].s, 33),
		    slug_rows[i].good);
}

static void
test_site(void **state)
{
	static char base[] = "https://Aides.example.fr:8443";
	static char others[] = "www.example.fr old.example.fr";
	static const struct conf conf = { .base_url = base,
		.other_hosts = others };

	(void)state;
	want_int(0, portal_is_host_of(&conf, "aides.example.fr"), true);
	want_int(1, portal_is_host_of(&conf, "old.example.fr"), true);
	want_int(2, portal_is_host_of(&conf, "aides.example.f"), false);
	want_int(3, portal_is_host_of(&conf, "aides.example.fr2"), false);
	want_int(4, portal_is_host_of(&conf, "example.fr"), false);
}

/* One field at a time: what it becomes, and how many faults it is. */
static const struct {
	enum portal_field field;
	const char *s, *becomes;
	unsigned faults;
} field_rows[] = {
	{ PORTAL_CONTACT, "mailto:a@b.fr", "a@b.fr", 0 },
	{ PORTAL_CONTACT, "a@b.fr", "a@b.fr", 0 },
	{ PORTAL_CONTACT, "https://b.fr/a?b=c#d", "https://b.fr/a?b=c#d", 0 },
	{ PORTAL_CONTACT, "http://b.fr/", NULL, 1 },
	{ PORTAL_CONTACT, "https://u@b.fr/", NULL, 1 },
	{ PORTAL_CONTACT, "https://b.fr/\"onclick=", NULL, 1 },
	{ PORTAL_CONTACT, "mailto:a@b.fr?bcc=c@d.fr", NULL, 1 },
	{ PORTAL_CONTACT, "mailto:a@b@c.fr", NULL, 1 },
	{ PORTAL_CONTACT, "mailto:@b.fr", NULL, 1 },
	{ PORTAL_CONTACT, "data:text/html,x", NULL, 1 },
	{ PORTAL_ACCENT, "#1F5F74", "#1f5f74", 0 },
	{ PORTAL_ACCENT, "red", NULL, 1 },
	{ PORTAL_FONT, "system", NULL, 0 },
	{ PORTAL_FONT, "serif", "serif", 0 },
	{ PORTAL_THEME, "state", "state", 0 },
	{ PORTAL_BRAND, "Préfet", NULL, 1 }, /* not in the neutral theme */
	{ PORTAL_HOST, "Aides.Example.FR", "aides.example.fr", 0 },
};

static void
test_fields(void **state)
{
	static char base[] = "https://site.example.fr";
	static char none[] = "";
	static const struct conf conf = { .base_url = base,
		.other_hosts = none };

	(void)state;
	for (size_t i = 0; i < ROWS(field_rows); i++) {
		struct pool *pool = pool_new();
		struct file_faults faults = { "f", pool, NULL, 0 };
		struct portal_record r = { .f.slug = "a" };

		r.f.field[field_rows[i].field] = (struct file_value){
			field_rows[i].s, { 3, 1 }
		};
		portal_check(&faults, pool, &conf, &r);
		want_int(i, faults.n, field_rows[i].faults);
		if (faults.n == 0)
			want_str(i, r.f.field[field_rows[i].field].s,
			    field_rows[i].becomes);
		pool_free(pool);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_site),
		cmocka_unit_test(test_fields),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
