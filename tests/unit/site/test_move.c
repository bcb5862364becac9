/* test_move.c - the addresses of a page, below a portal. */

#include "site/move.h"
#include "unit.h"

static const struct portal_address below = { .prefix = "/portails/a" };
static const struct portal_address framed = { .prefix = "/portails/a/cadre",
	.is_framed = true };
static const struct portal_address card = { .prefix = "/portails/a/cadre",
	.is_framed = true,
	.is_card = true };
static const struct portal_address host = { .prefix = "" };

static const struct {
	const struct portal_address *at;
	const char *html, *want;
} rows[] = {
	{ &below, "<a href=\"/\">x</a>", "<a href=\"/portails/a/\">x</a>" },
	{ &below, "<a class=\"b\" href=\"/b/?c=/d\">",
	    "<a class=\"b\" href=\"/portails/a/b/?c=/d\">" },
	{ &below, "<form action=\"/b/\"><button formaction=\"/c/\">",
	    "<form action=\"/portails/a/b/\">"
	    "<button formaction=\"/portails/a/c/\">" },
	{ &below, "<input data-suggest=\"/b/\" value=\"/b/\">",
	    "<input data-suggest=\"/portails/a/b/\" value=\"/b/\">" },
	{ &below, "<img src=\"/logo\"><link href=\"/static/a.css\">",
	    "<img src=\"/portails/a/logo\"><link href=\"/static/a.css\">" },
	/* neither another site, nor a part of the page, nor text */
	{ &below, "<a href=\"//b/\"><a href=\"https://b/\"><a href=\"#b\">",
	    "<a href=\"//b/\"><a href=\"https://b/\"><a href=\"#b\">" },
	{ &below, "<p>write href=\"/b/\"</p>", "<p>write href=\"/b/\"</p>" },
	{ &below, "href=\"/b/\"", "href=\"/b/\"" },
	{ &below, "<a xhref=\"/b/\">", "<a xhref=\"/b/\">" },
	{ &below, "", "" },
	{ &below, "<a href=\"/", "<a href=\"/portails/a/" },
	{ &host, "<a href=\"/b/\">", "<a href=\"/b/\">" },
	/* what a frame is not for opens around it, below the portal */
	{ &framed, "<a href=\"/aides/b/\">",
	    "<a href=\"/portails/a/cadre/aides/b/\">" },
	{ &framed, "<a href=\"/aides/b/candidater/?c=1\">",
	    "<a target=\"_top\" href=\"/portails/a/aides/b/candidater/?c=1\">" },
	{ &framed, "<a href=\"/aides/b/vers/informations/\">",
	    "<a target=\"_top\" href=\"/portails/a/aides/b/vers/informations/\">" },
	{ &framed, "<a href=\"/aides/?keyword=/candidater/\">",
	    "<a href=\"/portails/a/cadre/aides/?keyword=/candidater/\">" },
	{ &framed, "<a href=\"https://b/\"><a href=\"#b\">",
	    "<a target=\"_top\" href=\"https://b/\"><a href=\"#b\">" },
	/* all that the card of an aid leads to */
	{ &card, "<a href=\"/aides/b/\"><a href=\"#b\"><img src=\"/logo\">",
	    "<a target=\"_top\" href=\"/portails/a/aides/b/\"><a href=\"#b\">"
	    "<img src=\"/portails/a/logo\">" },
	{ &framed, "<link rel=\"x\" href=\"https://b/\">",
	    "<link rel=\"x\" href=\"https://b/\">" },
};

static void
test_page(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf b = { 0 };

		buf_puts(&b, rows[i].html);
		move_addresses(&b, rows[i].at);
		want_str(i, b.data, rows[i].want);
		buf_free(&b);
	}
}

static const struct {
	const struct portal_address *at;
	const char *location, *want;
} locations[] = {
	{ &below, "/aides/?b=1", "/portails/a/aides/?b=1" },
	{ &below, "https://b/", "https://b/" },
	{ &framed, "/aides/", "/portails/a/cadre/aides/" },
	{ &framed, "/aides/b/candidater/", "/portails/a/aides/b/candidater/" },
	{ &card, "/aides/b/carte/", "/portails/a/cadre/aides/b/carte/" },
	{ &host, "/aides/", "/aides/" },
};

static void
test_location(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(locations); i++)
		want_str(i,
		    move_location(pool, locations[i].location, locations[i].at),
		    locations[i].want);
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_page),
		cmocka_unit_test(test_location),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
