/* test_resolve.c - which places a text means, over a gazetteer of the test's
 * own. */

#include "gazetteer/resolve.h"
#include "gen/constants.h"
#include "unit.h"

enum { CITY = SCALE_COMMUNE, DEP = SCALE_DEPARTMENT, REG = SCALE_REGION };

/* id, scale, code, name, SIREN, kind, department, postal codes, people. */
static const struct gazetteer_row places[] = {
	{ 1, CITY, "79191", "Niort", "217901917", NULL, "79", "79000", 59000, 0,
	    0 },
	{ 2, CITY, "79109", "Échiré", NULL, NULL, "79", "79410", 3400, 0, 0 },
	{ 3, CITY, "93066", "Saint-Denis", NULL, NULL, "93", "93200", 149000, 0,
	    0 },
	{ 4, CITY, "97411", "Saint-Denis", NULL, NULL, "974", "97400", 155000,
	    0, 0 },
	{ 5, CITY, "75056", "Paris", "217500016", NULL, "75", "75001", 2100000,
	    0, 0 },
	{ 6, DEP, "75", "Paris", "217500016", NULL, "75", NULL, 2100000, 0, 0 },
	{ 7, CITY, "76351", "Le Havre", NULL, NULL, "76", "76600", 166000, 0,
	    0 },
	{ 8, CITY, "98715", "Faaa", NULL, NULL, "987", NULL, 29000, 0, 0 },
	{ 9, CITY, "42163", "La Pacaudière", NULL, NULL, "42", "42310", 1000, 0,
	    0 },
	{ 10, REG, "R93", "Provence-Alpes-Côte d'Azur", NULL, NULL, NULL, NULL,
	    5200000, 0, 0 },
	{ 11, SCALE_EPCI, "200041317", "CA du Niortais", "200041317", "CA",
	    "79", NULL, 120000, 0, 0 },
	{ 12, DEP, "23", "Creuse", NULL, NULL, "23", NULL, 115000, 0, 0 },
	{ 13, CITY, "70187", "La Creuse", NULL, NULL, "70", "70240", 50, 0, 0 },
	{ 14, CITY, "89162", "Évry", NULL, NULL, "89", "89140", 400, 0, 0 },
	{ 15, CITY, "91228", "Évry-Courcouronnes", NULL, NULL, "91", "91000",
	    67000, 0, 0 },
	{ 16, DEP, "79", "Deux-Sèvres", NULL, NULL, "79", NULL, 375000, 0, 0 },
	{ 17, CITY, "14126", "Cambremer", NULL, NULL, "14", "14340", 1300, 0,
	    0 },
	{ 18, CITY, "01053", "Bourg-en-Bresse", NULL, NULL, "01", "01000",
	    42000, 0, 0 },
	{ 19, CITY, "79249", "Cambremer-Neuf", NULL, NULL, "79", "79410", 10, 0,
	    0 },
	{ 20, SCALE_EPCI, "200046977", "Métropole de Lyon", "200046977",
	    "MET69", "69", NULL, 1400000, 0, 0 },
	{ 21, DEP, "974", "La Réunion", NULL, NULL, "974", NULL, 890000, 0, 0 },
	{ 22, SCALE_ADHOC, "6AE", "Alsace", "200094332", "CEA", NULL, NULL, 0,
	    0, 0 },
	{ 23, SCALE_ADHOC, "ZA", "Zone atelier", NULL, NULL, NULL, NULL, 0, 0,
	    0 },
	{ 24, CITY, "2A004", "Ajaccio", NULL, NULL, "2A", "20000", 74000, 0,
	    0 },
	{ 25, CITY, "2B033", "Bastia", NULL, NULL, "2B", "20200", 49000, 0, 0 },
	{ 26, SCALE_ADHOC, "90", "Trouée", NULL, NULL, NULL, NULL, 0, 0, 0 },
	{ 27, DEP, "90", "Territoire de Belfort", NULL, NULL, "90", NULL,
	    140000, 0, 0 },
	{ 28, CITY, "93064", "Rosny-sous-Bois", NULL, NULL, "93", "93110",
	    46000, 0, 0 },
};

static const struct gazetteer_meaning meanings[] = {
	{ "body", "mairie", "commune" },
	{ "body", "CA", "epci CA" },
	{ "body", "conseil départemental", "department" },
	{ "body", "département", "department" },
	{ "body", "communauté d'agglomération", "epci CA" },
	{ "body", "communauté de communes", "epci CC" },
	{ "body", "agglo", "epci" },
	{ "body", "grand", "epci" },
	{ "body", "syndicat", "" },
	{ "label", "code postal", "" },
	{ "short", "PACA", "R93" },
	{ "brand", "Terre d'avance", "200041317" },
	{ "code", "69M", "200046977" },
	{ "short", "T. de B.", "90" },
};

/* settled: "1"; asked: "? 3 4", the first three. */
static const struct {
	const char *typed, *want;
} rows[] = {
	/* codes */
	{ "79191", "1" },
	{ "217901917", "1" },
	{ "21790191700013", "1" },
	{ "217 901 917", "1" },
	{ "79 000", "1" },
	{ "code postal 79000", "1" },
	{ "217\u00a0901\u00a0917\u00a000013", "1" },
	{ "79410", "? 2 19" },
	{ "75000", "5" },
	{ "1000", "18" },
	{ "79", "16" },
	{ "département 79", "16" },
	{ "90", "27" }, /* a department before a zone of its number */
	{ "T. de B.", "? 27" },
	{ "69m", "20" },
	{ "200046977", "20" },
	{ "217500016", "5" },
	{ "14604", "17" },     /* of the past */
	{ "211406046", "17" }, /* its SIREN, made of that code */
	{ "211406047", "?" },  /* a wrong check digit */
	{ "212009005", "24" }, /* the same of Corsica */
	{ "98999", "?" },
	{ "20704", "? 24" }, /* of large customers, on either side of Corsica */
	{ "20407", "? 25" },
	/* a name and what is around it */
	{ "Niort", "1" },
	{ "Saint-Denis", "? 4 3" },
	{ "Saint-Denis, 93200", "3" },
	{ "93200 St Denis", "3" },
	{ "saint denis (93)", "3" },
	{ "Saint-Denis La Réunion", "4" },
	{ "La Réunion, Saint-Denis", "4" },
	{ "Niort cedex 9", "1" },
	{ "79028 Niort cedex", "1" },
	{ "Havre (Le)", "7" },
	{ "Havre, Le 76600", "7" },
	{ "Havre", "? 7" },
	{ "Rosny s/s Bois", "28" },
	{ "Fa'a'ā", "8" },
	{ "Faʻaʻa", "8" },
	/* what two say, or what contradicts itself */
	{ "Paris", "? 5 6" },
	{ "la Creuse", "? 12 13" },
	{ "Évry", "? 14 15" },
	{ "Niort 93200", "? 1 3" },
	{ "Niort (99)", "? 1" },
	{ "Nulle-Part 93200", "? 3" },
	{ "Alsace 93200", "? 22 3" },
	/* a body */
	{ "mairie du Havre", "7" },
	{ "Niort (mairie)", "1" },
	{ "conseil départemental de la Creuse", "12" },
	{ "communauté d'agglomération du Niortais", "11" },
	{ "communauté de communes du Niortais", "? 11" },
	{ "CA du Niortais Agglo", "11" },
	{ "syndicat de Niort", "? 1 11" },
	{ "Niort Agglo", "? 11" },
	{ "Grand Niort", "? 11" },
	{ "Terre d'avance", "? 11" },
	{ "PACA", "? 10 9" },
	/* around a name */
	{ "La mairie de Niort", "1" },
	{ "Niort, mairie de", "1" },
	{ "Niort 217 901 917", "1" },
	{ "(79)", "16" },
	{ "le 79", "16" },
	{ "agglo 79", "? 16" },
	{ "BP 12 79000 Niort", "1" },
	{ "1 place du Port 79000 Niort", "? 1" },
	{ "Niort, France", "1" },
	{ "P.A.C.A.", "? 10 9" },
	/* the past, beginnings, mistakes */
	{ "Saint-Laurent-du-Mont", "? 17" },
	{ "Pacaud", "? 9 10" },
	{ "Nior", "? 1 11" },
	{ "Nyort", "? 1" },
	{ "Bourg en Bress", "? 18" },
	{ "Bresse Bourg", "? 18" },
	{ "Echirait", "? 2" },
	/* nothing */
	{ "", "?" },
	{ "()", "?" },
	{ "' , &", "?" },
	{ "zzzzzz", "?" },
	{ "cedex", "?" },
	{ "\xff\xfe(", "?" },
};

static struct gazetteer *
filled(void)
{
	struct gazetteer *g = gazetteer_new();

	for (size_t i = 0; i < ROWS(meanings); i++)
		gazetteer_add_meaning(g, &meanings[i]);
	for (size_t i = 0; i < ROWS(places); i++) {
		struct gazetteer_row p = places[i];

		p.epci = i == 0 ? 10 : GAZETTEER_NONE;
		p.region = GAZETTEER_NONE;
		assert_int_equal(gazetteer_add_place(g, &p), i);
	}
	gazetteer_add_name(g, 16, GAZETTEER_FORMER, "Saint-Laurent-du-Mont");
	gazetteer_add_past(g, 16, "14604");
	gazetteer_add_past(g, 23, "2A900");
	gazetteer_seal(g);
	return g;
}

/* At most three of what is asked. */
static char *
told(const struct resolution *r, char to[100])
{
	size_t n = (size_t)snprintf(to, 100, "%s", r->settled ? "" : "?");

	for (size_t i = 0; i < r->n && i < (r->settled ? 1 : 3); i++)
		n += (size_t)snprintf(to + n, 100 - n, "%s%u", n > 0 ? " " : "",
		    r->found[i].id);
	return to;
}

static void
test_resolve(void **state)
{
	struct gazetteer *g = filled();
	struct resolution r;
	char s[100];

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		resolve_place(g, rows[i].typed, NULL, &r);
		want_str(i, told(&r, s), rows[i].want);
	}
	gazetteer_free(g);
}

/* Some scales alone; an INSEE code that is no postal code; while it is typed;
 * the name that was meant. */
static void
test_wanted(void **state)
{
	const struct resolve_wanted cities = { .scales = 1u << CITY },
				    insee = { .insee = true },
				    bodies = { .scales = 1u << CITY |
						1u << SCALE_ADHOC },
				    typing = { .complete = true };
	struct gazetteer *g = filled();
	struct resolution r;
	char s[100];

	(void)state;
	resolve_place(g, "Paris", &cities, &r);
	assert_string_equal(told(&r, s), "5");
	/* Of ad hoc zones, those that are bodies. */
	resolve_place(g, "Alsace", &bodies, &r);
	assert_string_equal(told(&r, s), "22");
	resolve_place(g, "200094332", &bodies, &r);
	assert_string_equal(told(&r, s), "22");
	resolve_place(g, "Zone atelier", &bodies, &r);
	assert_string_equal(told(&r, s), "?");
	resolve_place(g, "Zone atelier", NULL, &r);
	assert_string_equal(told(&r, s), "23");
	resolve_place(g, "79410", &insee, &r);
	assert_string_equal(told(&r, s), "?");
	resolve_place(g, "Niort", &typing, &r);
	assert_true(r.settled);
	assert_int_equal(r.found[0].id, 1);
	assert_true(r.n > 1);
	resolve_place(g, "PACA", NULL, &r);
	assert_int_equal(r.found[0].rank, RESOLVE_BRAND);
	assert_null(r.found[0].matched);
	resolve_place(g, "Saint-Laurent-du-Mont", NULL, &r);
	assert_string_equal(r.found[0].matched, "Saint-Laurent-du-Mont");
	resolve_place(g, "Niort", NULL, &r);
	assert_null(r.found[0].matched);
	gazetteer_free(g);
}

/* A text of any length and any bytes ends well. */
static void
test_long(void **state)
{
	struct gazetteer *g = filled();
	struct resolution r;
	char s[2000];

	(void)state;
	for (size_t n = 0; n < sizeof(s) - 1; n += 7) {
		for (size_t i = 0; i < n; i++)
			s[i] = "saint (le), 79 d'&"[(i * n) % 18];
		s[n] = '\0';
		resolve_place(g, s, NULL, &r);
		assert_true(r.n <= RESOLVE_MAX);
	}
	gazetteer_free(g);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_resolve),
		cmocka_unit_test(test_wanted),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests_name("resolve", tests, NULL, NULL);
}
