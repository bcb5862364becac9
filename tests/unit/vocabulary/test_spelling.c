/* test_spelling.c - how far words are from each other, over a vocabulary of the
 * test's own. */

#include "db/rows.h"
#include "unit.h"
#include "vocabulary/spelling.h"

enum rc __wrap_query_run(struct db *, struct pool *, enum query_id,
    const struct arg *, struct result *);

/* Terms by rising bytes; some were put in by hand, as long as the table takes
 * and no word at all. */
#define LONG "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
static const struct {
	const char *term;
	size_t n;
	const char *form;
} vocabulary[] = {
	{ LONG "b", sizeof(LONG), "long" },
	{ LONG "c", sizeof(LONG), "longue" },
	{ "cas", 3, "cas" },
	{ "gym\0a", 5, "nul" },
	{ "gym\0b", 5, "nulle" },
	{ "gymnas", 6, "gymnase" },
	{ "gymnast", 7, "gymnaste" },
	{ "gymnastiqu", 10, "gymnastique" },
	{ "nas", 3, "nas" },
	{ "salle", 5, "salle" },
	{ "sport", 5, "sport" },
};
static int queries;

/* Those after, one at a time. */
enum rc
__wrap_query_run(struct db *db, struct pool *pool, enum query_id id,
    const struct arg *args, struct result *res)
{
	(void)db;
	*res = (struct result){ .query = id, .columns = 3 };
	res->row = pool_take(pool, sizeof(*res->row));
	for (size_t i = 0; i < ROWS(vocabulary) && ++queries < 100; i++) {
		size_t n = vocabulary[i].n, k = args->v->n;
		int c = memcmp(vocabulary[i].term, args->v->s, n < k ? n : k);
		struct value *row;

		if (c < 0 || (c == 0 && n <= k))
			continue;
		row = pool_take(pool, 3 * sizeof(*row));
		row[0] = (struct value){ VALUE_TEXT, 0, vocabulary[i].term, n };
		row[1] = (struct value){ VALUE_TEXT, 0, vocabulary[i].form,
			strlen(vocabulary[i].form) };
		row[2] = (struct value){ .type = VALUE_INT, .i = 3 };
		res->row[res->rows++] = row;
		break;
	}
	return RC_OK;
}

/* Each term is asked for once, and the last is there. */
static void
test_load(void **state)
{
	struct pool *pool = pool_new();
	struct spelling *s = NULL;
	const char *near[8];

	(void)state;
	assert_int_equal(spelling_load(NULL, &s), RC_OK);
	assert_true(queries < 100);
	assert_string_equal(spelling_correct(s, pool, "gimnase"), "gymnase");
	/* two words run together, and what is near neither */
	assert_string_equal(spelling_correct(s, pool, "sallesport"),
	    "salle sport");
	assert_string_equal(spelling_correct(s, pool, "sportsalle"),
	    "sport salle");
	assert_null(spelling_correct(s, pool, "sallenuage"));
	assert_null(spelling_correct(s, pool, "sallexsport"));
	/* the nearest first, as many as are wanted, none that is far */
	assert_int_equal(spelling_near(s, "gimnase", near, 8), 2);
	assert_string_equal(near[0], "gymnase");
	assert_string_equal(near[1], "gymnaste");
	assert_int_equal(spelling_near(s, "gymnastes", near, 1), 1);
	assert_string_equal(near[0], "gymnaste");
	assert_int_equal(spelling_near(s, "gym", near, 8), 0);
	assert_int_equal(spelling_near(s, "toiture", near, 8), 0);
	/* that it sounds alike says little of two letters */
	assert_null(spelling_correct(s, pool, "chats"));
	spelling_free(s);
	pool_free(pool);
}

static const struct {
	const char *a, *b;
	int max, want;
} rows[] = {
	{ "", "", 2, 0 },
	{ "gymnase", "gymnase", 2, 0 },
	{ "gimnase", "gymnase", 2, 1 },  /* another letter */
	{ "gymase", "gymnase", 2, 1 },   /* one left out */
	{ "gymnasse", "gymnase", 2, 1 }, /* one too many */
	{ "gymansse", "gymnase", 3, 2 },
	{ "gymanse", "gymnase", 2, 1 }, /* two swapped */
	{ "asainisement", "assainissement", 2, 2 },
	{ "asainisement", "assainissement", 1, 2 }, /* more than 1 */
	{ "ab", "cd", 3, 2 },
	{ "a", "abcd", 2, 3 },
	{ "voirie", "mairie", 2, 2 },
};

static void
test_distance(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		want_int(i,
		    spelling_distance(rows[i].a, rows[i].b, rows[i].max),
		    rows[i].want);
		want_int(i,
		    spelling_distance(rows[i].b, rows[i].a, rows[i].max),
		    rows[i].want);
	}
}

/* The same by the matrix, cell by cell. */
static int
distance_by_cells(const char *a, const char *b)
{
	int n = (int)strlen(a), m = (int)strlen(b);
	int at[WORD_SIZE + 1][WORD_SIZE + 1];

	for (int i = 0; i <= n; i++)
		for (int k = 0; k <= m; k++) {
			int *d = &at[i][k];

			*d = i == 0 ? k : i;
			if (i == 0 || k == 0)
				continue;
			*d = at[i - 1][k - 1] + (a[i - 1] != b[k - 1]);
			if (at[i - 1][k] + 1 < *d)
				*d = at[i - 1][k] + 1;
			if (at[i][k - 1] + 1 < *d)
				*d = at[i][k - 1] + 1;
			if (i > 1 && k > 1 && a[i - 1] == b[k - 2] &&
			    a[i - 2] == b[k - 1] && at[i - 2][k - 2] + 1 < *d)
				*d = at[i - 2][k - 2] + 1;
		}
	return at[n][m];
}

/* Any two words: as far one way as the other, and never less than their lengths
 * differ. */
static void
test_fuzz(void **state)
{
	char a[WORD_SIZE], b[WORD_SIZE];

	(void)state;
	for (int turn = 0; turn < unit_turns(20000); turn++) {
		/* long ones too, as far as words go */
		size_t longest = turn % 10 == 0 ? WORD_SIZE : 9;
		size_t n = unit_random() % longest, m = unit_random() % longest;
		int d;

		for (size_t i = 0; i < n; i++)
			a[i] = (char)('a' + unit_random() % 3);
		for (size_t i = 0; i < m; i++)
			b[i] = (char)('a' + unit_random() % 3);
		a[n] = b[m] = '\0';
		d = spelling_distance(a, b, WORD_SIZE);
		want_int(turn, d, distance_by_cells(a, b));
		want_int(turn, spelling_distance(b, a, WORD_SIZE), d);
		assert_true(d >= abs((int)n - (int)m));
		assert_true(d <= (int)(n > m ? n : m));
		want_int(turn, d == 0, strcmp(a, b) == 0);
		want_int(turn, spelling_distance(a, b, 2), d > 2 ? 3 : d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_distance),
		cmocka_unit_test(test_fuzz),
		cmocka_unit_test(test_load),
	};

	return cmocka_run_group_tests_name("spelling", tests, NULL, NULL);
}
