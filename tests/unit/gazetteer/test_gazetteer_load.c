/* test_gazetteer_load.c - names of places that a busy base does not give. */

#include "base.h"
#include "gazetteer/gazetteer_load.h"

static struct base_answer answers[] = {
	{ Q_GAZETTEER_VERSION, NULL, "#1" },
	{ Q_GAZETTEER_MEANINGS, NULL, "" },
	/* By the columns of gazetteer_places. */
	{ Q_GAZETTEER_PLACES, NULL,
	    "#1000191;#1;79191;Niort;~;~;#59000;79;79000" },
	{ Q_GAZETTEER_LINKS, NULL, "" },
	{ Q_GAZETTEER_NAMES, NULL, "" },
};

/* What the base does not answer, the version that it has, and what is told once
 * the names are doubted. */
static const struct {
	const char *away;
	const char *version;
	enum rc rc;
	const char *asked; /* the last query; "": none */
} rows[] = {
	{ "gazetteer_version", "#1", RC_UNAVAILABLE, "gazetteer_version" },
	{ "gazetteer_links", "#1", RC_UNAVAILABLE, "gazetteer_links" },
	{ NULL, "#1", RC_OK, "gazetteer_names" },
	/* Of the same version. */
	{ NULL, "#1", RC_OK, "gazetteer_version" },
	/* Newer ones that cannot be had: those of before, for a while. */
	{ "gazetteer_links", "#2", RC_OK, "gazetteer_links" },
	{ NULL, "#2", RC_OK, "" },
};

/* The name of the last query that was asked. */
static const char *
last_asked(char name[64])
{
	const char *last;

	if (base.asked[0] == '\0')
		return "";
	base.asked[strlen(base.asked) - 1] = '\0';
	last = strrchr(base.asked, '\n');
	last = last != NULL ? last + 1 : base.asked;
	snprintf(name, 64, "%.*s", (int)strcspn(last, " "), last);
	return name;
}

static void
test_rows(void **state)
{
	struct gazetteer_kept kept = { 0 };
	char name[64];

	(void)state;
	base.answer = answers;
	base.n = ROWS(answers);
	for (size_t i = 0; i < ROWS(rows); i++) {
		base.asked[0] = '\0';
		base.away = rows[i].away;
		answers[0].rows = rows[i].version;
		gazetteer_doubt(&kept);
		want_int(i, gazetteer_want(&kept, NULL), rows[i].rc);
		want_str(i, last_asked(name), rows[i].asked);
		want_int(i, kept.names != NULL, i >= 2);
	}
	/* Later they are asked for again. */
	kept.again = 0;
	want_int(0, gazetteer_want(&kept, NULL), RC_OK);
	want_int(0, kept.version, 2);
	gazetteer_forget(&kept);
}

/* The second process takes the names that the first has left; of another
 * version it reads its own, which replace them; a folder that is not there costs
 * neither of them its names. */
static void
test_shared(void **state)
{
	static const struct {
		const char *version, *asked;
		bool shared;
	} turns[] = {
		{ "#1", "gazetteer_names", true },
		{ "#1", "gazetteer_version", true },
		{ "#2", "gazetteer_names", true },
		{ "#2", "gazetteer_version", true },
		{ "#1", "gazetteer_names", true },
		{ "#1", "gazetteer_names", false },
	};
	char *dir = unit_folder(), name[64];

	(void)state;
	base.away = NULL;
	for (size_t i = 0; i < ROWS(turns); i++) {
		struct gazetteer_kept kept = { 0 };

		kept.file = malloc(300);
		snprintf(kept.file, 300, "%s%s/places", dir,
		    turns[i].shared ? "" : "/none");
		base.asked[0] = '\0';
		answers[0].rows = turns[i].version;
		want_int(i, gazetteer_want(&kept, NULL), RC_OK);
		want_str(i, last_asked(name), turns[i].asked);
		want_int(i, kept.names->file != NULL, turns[i].shared);
		want_int(i, kept.names->places, 1);
		gazetteer_forget(&kept);
	}
	unit_remove(dir);
}

/* Places alone, with what is said of them, and no name to find them by. */
static void
test_plain(void **state)
{
	struct gazetteer_kept kept = { .plain = true };
	char name[64];

	(void)state;
	base.asked[0] = '\0';
	want_int(0, gazetteer_want(&kept, NULL), RC_OK);
	want_str(0, last_asked(name), "gazetteer_places");
	want_int(0, kept.names->places, 1);
	want_int(0, kept.names->names, 0);
	want_str(0, gazetteer_text(kept.names, kept.names->place[0].name),
	    "Niort");
	gazetteer_forget(&kept);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows),
		cmocka_unit_test(test_shared), cmocka_unit_test(test_plain) };

	return cmocka_run_group_tests_name("gazetteer_load", tests, NULL, NULL);
}
