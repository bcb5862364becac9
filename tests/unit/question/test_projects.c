/* test_projects.c - which kinds of projects some words may mean. */

#include "question/projects.h"
#include "unit.h"

enum rc __wrap_query_run(struct db *, struct pool *, enum query_id,
    const struct arg *, struct result *);

/* The kinds of projects, in the order of their ids. */
static const char *const names[] = { "École : construction", "Écoquartier",
	"Éclairage de l'école et des écoles", "Église", "Réseau d'eau" };

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
	res->row = pool_take(pool, ROWS(names) * sizeof(*res->row));
	for (size_t i = 0; i < ROWS(names); i++) {
		struct value *v = pool_take(pool, 6 * sizeof(*v));

		v[0] = (struct value){ .type = VALUE_INT,
			.i = (long long)i + 1 };
		v[1] = v[3] = v[4] = v[5] = text("");
		v[2] = text(names[i]);
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_suggest),
	};

	return cmocka_run_group_tests_name("projects", tests, NULL, NULL);
}
