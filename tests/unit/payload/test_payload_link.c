/* test_payload_link.c - a payload as an address. */

#include "known.h"
#include "payload/payload_link.h"

static const struct base_answer answers[] = {
	KNOWN_ANSWERS,
	{ Q_ZIP_CODES, "zip=79410", "79109\n" },
};

#define BASE "https://demarche.numerique.gouv.fr"
#define K2 "champ_Q2hhbXAtMg"
#define K6 "champ_Q2hhbXAtNg"
#define K10 "champ_Q2hhbXAtMTA"
#define K11 "champ_Q2hhbXAtMTE"
#define K12 "champ_Q2hhbXAtMTI"
#define IN "%5B%5D%5B"

static const char *options[] = { "DETR", "DSIL & co" };
static struct champ form[] = {
	{ .id = 2, .kind = CHAMP_LONGTEXT, .label = "" },
	{ .id = 6,
	    .kind = CHAMP_LISTS,
	    .label = "",
	    .option = options,
	    .noptions = 2 },
	{ .id = 10, .kind = CHAMP_BLOCK, .label = "" },
	{ .id = 11, .block = 10, .kind = CHAMP_TEXT, .label = "" },
	{ .id = 12, .block = 10, .kind = CHAMP_COMMUNE, .label = "" },
};

/* What DS reads in the query string of want is what by_key says. */
static const struct {
	const char *by_key, *want;
} rows[] = {
	{ "{}", "" },
	{ "{\"" K2 "\":\"L'été & l'hiver = 100 %+#?/é\\n\"}",
	    "?" K2 "=L%27%C3%A9t%C3%A9+%26+l%27hiver+%3D+100+%25%2B%23%3F%2F"
	    "%C3%A9" },
	{ "{\"" K2 "\":\"a?b\",\"identite_nom\":\"Doe\"}",
	    "?identite_nom=Doe&" K2 "=a%3Fb" },
	{ "{\"" K6 "\":[\"DETR\",\"DSIL & co\"],\"" K2 "\":\"a\"}",
	    "?" K2 "=a&" K6 "%5B%5D=DETR&" K6 "%5B%5D=DSIL+%26+co" },
	/* each row begins with the same scalar child */
	{ "{\"" K10 "\":[{\"" K12 "\":[\"79410\",\"79109\"],\"" K11 "\":\"a\"},"
	  "{\"" K11 "\":\"b\"},{\"" K11 "\":\"c\",\"" K12 "\":[\"79410\"]}]}",
	    "?" K10 IN K11 "%5D=a&" K10 IN K12 "%5D%5B%5D=79410&" K10 IN K12
	    "%5D%5B%5D=79109&" K10 IN K11 "%5D=b&" K10 IN K11
	    "%5D=c&" K10 IN K12 "%5D%5B%5D=79410" },
	/* rows that would run into each other */
	{ "{\"" K10 "\":[{\"" K12 "\":[\"79410\"]}]}", NULL },
	{ "{\"" K10 "\":[{\"" K11 "\":\"a\"},{\"" K12 "\":[\"79410\"]}]}",
	    NULL },
};

static struct payload
payload(struct desk *d, struct demarche *of, const json_t *by_key)
{
	struct payload p;

	*of = (struct demarche){ .slug = "fonds-vert",
		.champ = form,
		.n = ROWS(form),
		.individual = 1 };
	assert_int_equal(payload_make(d->pool, of, d->answers, by_key, &p),
	    RC_OK);
	return p;
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d = desk_open();
		struct demarche of;
		struct payload p = payload(&d, &of,
		    desk_json(&d, rows[i].by_key));

		want_str(i, payload_link(d.pool, BASE, &p),
		    rows[i].want != NULL
			? pool_printf(d.pool, BASE "/commencer/fonds-vert%s",
			      rows[i].want)
			: NULL);
		desk_close(&d);
	}
}

/* Under 2000 characters, as they are in the address. */
static void
test_limit(void **state)
{
	static const struct {
		size_t over;
		bool fits;
	} lengths[] = { { 0, true }, { 1, false }, { 500, false } };
	const size_t before = strlen(BASE "/commencer/fonds-vert?" K2 "=");

	(void)state;
	for (size_t i = 0; i < ROWS(lengths); i++) {
		struct desk d = desk_open();
		/* "é" is six of them */
		size_t n = PAYLOAD_LINK_MAX - 1 - 6 - before + lengths[i].over;
		char *s = pool_take(d.pool, n + 3);
		json_t *by_key;
		struct demarche of;
		struct payload p;
		char *link;

		memset(s, 'x', n);
		memcpy(s + n, "é", 2);
		by_key = json_pack("{ss}", K2, s);
		p = payload(&d, &of, by_key);
		link = payload_link(d.pool, BASE, &p);
		want_int(i, link != NULL, lengths[i].fits);
		if (link != NULL)
			want_int(i, strlen(link), PAYLOAD_LINK_MAX - 1);
		json_decref(by_key);
		desk_close(&d);
	}
}

static void
test_no_slug(void **state)
{
	struct desk d = desk_open();
	struct demarche of;
	struct payload p = payload(&d, &of,
	    desk_json(&d, "{\"" K2 "\":\"a\"}"));

	(void)state;
	assert_string_equal(payload_plain_link(d.pool, BASE, &of),
	    BASE "/commencer/fonds-vert");
	of.slug = NULL;
	assert_null(payload_link(d.pool, BASE, &p));
	assert_null(payload_plain_link(d.pool, BASE, &of));
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_no_slug),
	};

	base_serve(answers);
	return cmocka_run_group_tests_name("payload_link", tests, NULL, NULL);
}
