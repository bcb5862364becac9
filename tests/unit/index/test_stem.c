/* test_stem.c - words that have one stem, and words that have not. */

#include "index/stem.h"
#include "unit.h"

static struct stemmer *stemmer;

static const char *
stem_of(const char *word, char stem[STEM_SIZE])
{
	stemmer_find(stemmer, word, strlen(word), stem);
	return stem;
}

/* Forms of one word, with accents and without. */
static const char *const same[][2] = {
	/* plurals that Snowball parts from their singulars */
	{ "emploi", "emplois" },
	{ "loyer", "loyers" },
	{ "foyer", "foyers" },
	{ "abri", "abris" },
	{ "usager", "usagers" },
	{ "verger", "vergers" },
	{ "petit", "petits" },
	{ "petite", "petits" },
	{ "chantier", "chantiers" },
	{ "vélo", "vélos" },
	{ "jeu", "jeux" },
	{ "milieu", "milieux" },
	{ "eau", "eaux" },
	{ "bateau", "bateaux" },
	{ "préau", "préaux" },
	{ "preau", "preaux" },
	{ "tuyau", "tuyaux" },
	{ "matériau", "matériaux" },
	{ "local", "locaux" },
	{ "communal", "communaux" },
	{ "vitrail", "vitraux" },
	{ "mur", "murs" },
	{ "pré", "prés" },
	{ "école", "écoles" },
	{ "énergie", "énergies" },
	{ "collectivité", "collectivités" },
	{ "accès", "acces" },
	{ "progrès", "progres" },
	{ "caisse", "caisses" },
	/* feminines */
	{ "conseiller", "conseillère" },
	{ "conseillers", "conseilleres" },
	{ "forestier", "forestière" },
	{ "forestier", "forestiere" },
	{ "paysager", "paysagères" },
	{ "sportif", "sportive" },
	{ "éducatif", "éducatives" },
	{ "directeur", "directrice" },
	{ "agriculteur", "agricultrices" },
	{ "dangereux", "dangereuse" },
	{ "religieux", "religieuses" },
	{ "rénové", "rénovée" },
	{ "renove", "renovees" },
	{ "culturel", "culturelle" },
	{ "européen", "européennes" },
	/* of three letters: as they are */
	{ "bus", "bus" },
};

static const char *const parted[][2] = {
	{ "mairie", "maire" },
	{ "voirie", "voire" },
	{ "voirie", "voir" },
	{ "commune", "commun" },
	{ "cour", "cours" },
	{ "foyer", "foi" },
	{ "loyer", "loi" },
	{ "usager", "usage" },
	{ "toit", "toiture" },
	{ "eau", "été" },
	{ "plui", "pluie" },
	{ "plui", "pluies" },
};

/* Acronyms, which are no words: as they are written. */
static const char *const kept[] = { "plui", "detr", "dsil", "zan", "pat",
	"irve", "epci", "crte", "scot", "gemapi", "feader" };

static void
test_same(void **state)
{
	char a[STEM_SIZE], b[STEM_SIZE];

	(void)state;
	for (size_t i = 0; i < ROWS(same); i++)
		want_str(i, stem_of(same[i][0], a), stem_of(same[i][1], b));
}

static void
test_parted(void **state)
{
	char a[STEM_SIZE], b[STEM_SIZE];

	(void)state;
	for (size_t i = 0; i < ROWS(parted); i++)
		want_int(i,
		    strcmp(stem_of(parted[i][0], a),
			stem_of(parted[i][1], b)) != 0,
		    1);
}

static void
test_kept(void **state)
{
	char stem[STEM_SIZE];

	(void)state;
	for (size_t i = 0; i < ROWS(kept); i++)
		want_str(i, stem_of(kept[i], stem), kept[i]);
}

/* Rows of the table: each word once. */
static void
test_rows(void **state)
{
	struct buf b = { 0 };
	char word[100], stem[100], last[100] = "";
	int n = 0;

	(void)state;
	stemmer_rules(&b);
	for (char *line = strtok(b.data, "\n"); line != NULL;
	     line = strtok(NULL, "\n")) {
		if (*line == '-')
			continue;
		assert_int_equal(sscanf(line, "%99s %99s", word, stem), 2);
		if (strcmp(last, word) >= 0)
			fail_msg("word-stems.csv: %s, after %s", line, last);
		strcpy(last, word);
		n++;
	}
	assert_true(n > 100);
	buf_free(&b);
}

/* Whatever it is given: a stem within its bounds, the same again. */
static void
test_fuzz(void **state)
{
	static const char *const parts[] = { "é", "è", "s", "x", "aux", "eux",
		"ière", "trice", "a", "b", "l", "r", "t", "ï", "œ", "1" };
	char word[2 * STEM_SIZE], stem[STEM_SIZE], again[STEM_SIZE];

	(void)state;
	for (int turn = 0; turn < unit_turns(20000); turn++) {
		size_t n = 0;

		for (unsigned k = unit_random() % 30; k > 0; k--) {
			const char *p = parts[unit_random() % ROWS(parts)];

			if (n + strlen(p) >= sizeof(word))
				break;
			memcpy(word + n, p, strlen(p));
			n += strlen(p);
		}
		stemmer_find(stemmer, word, n, stem);
		stemmer_find(stemmer, word, n, again);
		assert_true(strlen(stem) < STEM_SIZE);
		assert_string_equal(stem, again);
	}
}

static int
begin(void **state)
{
	(void)state;
	stemmer = stemmer_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	stemmer_free(stemmer);
	stemmer_free(NULL);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_parted),
		cmocka_unit_test(test_kept),
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_fuzz),
	};

	return cmocka_run_group_tests_name("stem", tests, begin, end);
}
