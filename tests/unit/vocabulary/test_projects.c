/* test_projects.c - which project types some words may mean. */

#include "gen/constants.h"
#include "gen/queries/vocabulary.h"
#include "unit.h"
#include "vocabulary/project_match.h"

enum rc __wrap_query_run(struct db *, struct pool *, enum query_id,
    const struct arg *, struct result *);

/* The project types, in the order of their ids. */
static const char *const names[] = { "École : construction", "Écoquartier",
	"Éclairage de l'école et des écoles", "Église", "Réseau d'eau" };

/* What they need, by general kinds, and those kinds. */
static const char *const needs[] = { "école | [Bâti] + isolation", "[Bâti]",
	"[Autre] | lampe", "[Bâti", "" };
static const char *const kinds[][2] = {
	{ "Bâti", "bâtiment public | patrimoine" },
};

/* The thesaurus: "travaux", of many families, is no synonym of each. */
static const char *const families[][3] = {
	{ KEYWORD_OBJECT, "école", "groupe scolaire|travaux" },
	{ KEYWORD_OBJECT, "église", "clocher|lieu de culte|travaux" },
	{ KEYWORD_OBJECT, "éclairage", "lampadaire|travaux" },
	{ KEYWORD_INTENTION, "construire", "construction|travaux" },
	{ KEYWORD_OBJECT, "a1", "travaux" },
	{ KEYWORD_OBJECT, "a2", "travaux" },
	{ KEYWORD_OBJECT, "a3", "travaux" },
	{ KEYWORD_OBJECT, "a4", "travaux" },
};

static struct value
text(const char *s)
{
	return (struct value){ VALUE_TEXT, 0, s, strlen(s) };
}

enum rc
__wrap_query_run(struct db *db, struct pool *pool, enum query_id id,
    const struct arg *args, struct result *res)
{
	(void)db;
	(void)args;
	*res = (struct result){ .query = id, .columns = 6 };
	res->row = pool_take(pool, 16 * sizeof(*res->row));
	for (size_t i = 0; id == Q_KEYWORDS && i < ROWS(families); i++) {
		struct value *v = pool_take(pool, 3 * sizeof(*v));

		for (int k = 0; k < 3; k++)
			v[k] = text(families[i][k]);
		res->row[res->rows++] = v;
	}
	for (size_t i = 0; id == Q_GENERAL_KINDS && i < ROWS(kinds); i++) {
		struct value *v = pool_take(pool, 2 * sizeof(*v));

		v[0] = text(kinds[i][0]);
		v[1] = text(kinds[i][1]);
		res->row[res->rows++] = v;
	}
	if (id != Q_PROJECTS)
		return RC_OK;
	for (size_t i = 0; i < ROWS(names); i++) {
		struct value *v = pool_take(pool, 6 * sizeof(*v));

		v[0] = (struct value){ .type = VALUE_INT,
			.i = (long long)i + 1 };
		v[1] = v[3] = text("");
		v[2] = text(names[i]);
		v[4] = text(needs[i]);
		v[5] = text(i == 0 ? "lycée | [Bâti]" : "");
		res->row[res->rows++] = v;
	}
	return RC_OK;
}

/* What is asked, whether each word counts, and the ids, best first. */
static const struct {
	const char *text;
	bool all;
	const char *ids;
} rows[] = {
	{ "école", true, "1 3" },
	{ "écoles", true, "1 3" },
	{ "eco", true, "1 2" }, /* the third is past the most */
	{ "écoles construction", true, "1" },
	{ "construction école", false, "1" },
	/* two words of a name that begin so are one word said */
	{ "école rénovation", false, "" },
	{ "école rénovation éclairage", false, "3" },
	{ "eau", true, "5" },
	{ "zoo", true, "" },
	{ "a", true, "" },
	{ "", false, "" },
};

static void
test_suggest(void **state)
{
	struct words *words = words_new();
	struct projects *p;

	(void)state;
	assert_int_equal(projects_load(NULL, words, &p), RC_OK);
	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct project *best[2];
		char ids[32] = "", *to = ids;
		int n = projects_suggest(p, words, rows[i].text, rows[i].all,
		    best, 2);

		for (int k = 0; k < n; k++)
			to += sprintf(to, k > 0 ? " %u" : "%u", best[k]->id);
		want_str(i, ids, rows[i].ids);
	}
	projects_free(p);
	words_free(words);
}

/* What each needs, and is without: phrases by "|", needs by "+". */
static const char *const spelt[] = {
	"école|bâtiment public|patrimoine+isolation-lycée|bâtiment public|patrimoine",
	"bâtiment public|patrimoine-",
	"Autre|lampe-", /* no kind: as it is written */
	"[Bâti-",
	"-",
};

static char *
put_need(char *to, const struct project_need *need)
{
	for (int i = 0; i < need->n; i++) {
		const char *s = need->phrase[i].text;

		to += sprintf(to, "%s%s", i > 0 ? "|" : "", s);
	}
	return to;
}

static void
test_kinds(void **state)
{
	struct words *words = words_new();
	struct projects *p;
	const struct project *all;
	size_t n;

	(void)state;
	assert_int_equal(projects_load(NULL, words, &p), RC_OK);
	all = projects_all(p, &n);
	assert_int_equal(n, ROWS(spelt));
	for (size_t i = 0; i < n; i++) {
		char said[200] = "", *to = said;

		for (int k = 0; k < all[i].needs; k++) {
			to += sprintf(to, "%s", k > 0 ? "+" : "");
			to = put_need(to, &all[i].need[k]);
		}
		to += sprintf(to, "-");
		put_need(to, &all[i].excluded);
		want_str(i, said, spelt[i]);
	}
	projects_free(p);
	words_free(words);
}

/* What is asked, and the kinds that it means, best first. */
static const struct {
	const char *text, *ids;
} meant[] = {
	/* every word need not match; a synonym is as the word itself */
	{ "refaire le toit de l'école", "1 3" },
	{ "groupe scolaire", "1 3" },
	{ "lampadaires", "3" },
	{ "clocher", "4" },
	{ "lieu de culte", "4" },
	/* the more of it a name has, the better; an intention only helps */
	{ "construire une école", "1 3" },
	{ "lampadaires du groupe scolaire", "3" },
	{ "construire", "" },
	{ "construire un clocher", "4" },
	/* what names all means none of them */
	{ "travaux", "" },
	/* whole words, unlike suggestions while one types */
	{ "eco", "" },
	{ "\"école\" -église", "4 1" },
	{ "zoo", "" },
	{ "", "" },
};

static void
test_match(void **state)
{
	struct words *words = words_new();
	struct pool *pool = pool_new();
	struct synonyms *synonyms;
	struct projects *p;
	struct project_match *m;

	(void)state;
	for (size_t i = 0; i < 5; i++)
		words_add_stop(words,
		    (const char *[]){ "de", "des", "du", "le", "un" }[i]);
	assert_int_equal(projects_load(NULL, words, &p), RC_OK);
	assert_int_equal(synonyms_load(NULL, words, &synonyms), RC_OK);
	m = project_match_new(p, words, synonyms);
	for (size_t i = 0; i < ROWS(meant); i++) {
		const struct project *best[2];
		char ids[32] = "", *to = ids;
		int n = project_match_best(m, pool, words, meant[i].text, best,
		    2);

		for (int k = 0; k < n; k++)
			to += sprintf(to, k > 0 ? " %u" : "%u", best[k]->id);
		want_str(i, ids, meant[i].ids);
	}
	project_match_free(m);
	synonyms_free(synonyms);
	projects_free(p);
	pool_free(pool);
	words_free(words);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_suggest),
		cmocka_unit_test(test_match),
		cmocka_unit_test(test_kinds),
	};

	return cmocka_run_group_tests_name("projects", tests, NULL, NULL);
}
