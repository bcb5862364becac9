/* test_link_judge.c - what a visit says of a link. */

#include <string.h>

#include "gen/constants.h"
#include "links/link_judge.h"
#include "unit.h"

static const struct {
	const char *from, *to;
	enum fetch_seen_end end;
	bool is_permanent;
	enum link_found found;
	const char *wrong;
} rows[] = {
	{ "https://a.fr/x", "https://a.fr/x", FETCH_SEEN_THERE, true,
	    LINK_FOUND_GOOD, NULL },
	{ "https://a.fr/x", "https://a.fr/x", FETCH_SEEN_AWAY, true,
	    LINK_FOUND_WRONG, LINK_DEAD },
	{ "https://a.fr/x", "https://a.fr/x", FETCH_SEEN_UNSURE, true,
	    LINK_FOUND_UNSURE, NULL },
	/* The same page. */
	{ "http://a.fr/x", "https://www.A.fr/x/", FETCH_SEEN_THERE, true,
	    LINK_FOUND_GOOD, NULL },
	{ "http://www.a.fr", "https://a.fr/", FETCH_SEEN_THERE, true,
	    LINK_FOUND_GOOD, NULL },
	{ "http://a.fr/x#partie", "https://a.fr/x", FETCH_SEEN_THERE, true,
	    LINK_FOUND_GOOD, NULL },
	/* Another one. */
	{ "https://a.fr/x", "https://a.fr/y", FETCH_SEEN_THERE, true,
	    LINK_FOUND_WRONG, LINK_MOVED },
	{ "https://a.fr/x", "https://a.fr/X", FETCH_SEEN_THERE, true,
	    LINK_FOUND_WRONG, LINK_MOVED },
	{ "https://a.fr/x?id=1", "https://a.fr/x?id=2", FETCH_SEEN_THERE, true,
	    LINK_FOUND_WRONG, LINK_MOVED },
	{ "https://a.fr/x", "https://b.fr/x", FETCH_SEEN_THERE, true,
	    LINK_FOUND_WRONG, LINK_MOVED },
	{ "https://a.fr/x", "https://a.fr/y", FETCH_SEEN_THERE, false,
	    LINK_FOUND_GOOD, NULL },
	/* A home page. */
	{ "https://a.fr/x/y", "https://a.fr/", FETCH_SEEN_THERE, true,
	    LINK_FOUND_WRONG, LINK_HOME },
	{ "https://a.fr/x/y", "https://a.fr/", FETCH_SEEN_THERE, false,
	    LINK_FOUND_WRONG, LINK_HOME },
	{ "https://a.fr/x/y", "https://b.fr", FETCH_SEEN_THERE, false,
	    LINK_FOUND_WRONG, LINK_HOME },
	{ "https://a.fr/x", "https://a.fr/fr/", FETCH_SEEN_THERE, false,
	    LINK_FOUND_WRONG, LINK_HOME },
	{ "https://a.fr/x", "https://a.fr/fr/accueil.html", FETCH_SEEN_THERE,
	    false, LINK_FOUND_WRONG, LINK_HOME },
	{ "https://a.fr/x", "https://a.fr/index.php", FETCH_SEEN_THERE, false,
	    LINK_FOUND_WRONG, LINK_HOME },
	{ "https://a.fr/?p=12", "https://a.fr/", FETCH_SEEN_THERE, false,
	    LINK_FOUND_WRONG, LINK_HOME },
	/* It was one. */
	{ "https://a.fr", "https://a.fr/fr", FETCH_SEEN_THERE, false,
	    LINK_FOUND_GOOD, NULL },
	{ "https://a.fr/index.html", "https://b.fr/", FETCH_SEEN_THERE, true,
	    LINK_FOUND_WRONG, LINK_MOVED },
	/* None. */
	{ "https://a.fr/x", "https://a.fr/indexation", FETCH_SEEN_THERE, false,
	    LINK_FOUND_GOOD, NULL },
	{ "https://a.fr/x", "https://a.fr/?p=12", FETCH_SEEN_THERE, false,
	    LINK_FOUND_GOOD, NULL },
	{ "https://a.fr/x", "https://a.fr/accueil/aides", FETCH_SEEN_THERE,
	    false, LINK_FOUND_GOOD, NULL },
	{ "pas une adresse", "", FETCH_SEEN_AWAY, false, LINK_FOUND_WRONG,
	    LINK_DEAD },
};

static void
test_judge(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct fetch_seen s = { .address = rows[i].from,
			.end = rows[i].end,
			.is_permanent = rows[i].is_permanent };
		const char *wrong = NULL;

		snprintf(s.url, sizeof(s.url), "%s", rows[i].to);
		want_int(i, link_judge(&s, &wrong), rows[i].found);
		if (rows[i].wrong == NULL)
			assert_null(wrong);
		else
			want_str(i, wrong, rows[i].wrong);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_judge) };

	return cmocka_run_group_tests_name("link_judge", tests, NULL, NULL);
}
