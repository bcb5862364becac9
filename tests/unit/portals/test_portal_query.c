/* test_portal_query.c - the question of an address that was copied. */

#include "portals/portal_query.h"
#include "unit.h"

static const struct {
	const char *s, *part; /* NULL: it asks nothing */
	const char *left;
} rows[] = {
	{ "perimeter_codes=79", .part = "perimeter_codes=79" },
	{ "?perimeter_codes=79", .part = "perimeter_codes=79" },
	{ "keyword=pourquoi?", .part = "keyword=pourquoi?" },
	{ "/aides/?keyword=toit", .part = "keyword=toit" },
	{ "https://aides-territoires.beta.gouv.fr/aides/?text=a&b=c#d",
	    .part = "text=a&b=c" },
	{ "https://aides.example/aides/?text=a&page=2&order=publication-date",
	    "text=a", "page order" },
	{ "text=toit+plat%20&keyword=&themes[]=a&themes[1]=%C3%A9",
	    .part = "text=toit+plat%20&themes=a&themes=%C3%A9" },
	{ "text=a&utm_source=x&utm_medium=y&utm_source=z&fbclid=1&gclid=2&mc_cid=3",
	    "text=a", "utm_source utm_medium fbclid gclid mc_cid" },
	{ "text=a&utmsource=x&mcx=2", .part = "text=a&utmsource=x&mcx=2" },
	{ "/aides/?page=2&format=csv", NULL, "page format" },
	{ "/programmes/fonds-vert/?page=2", "programs=fonds-vert", "page" },
	/* what cannot be read is told by who checks it */
	{ "text=a&%ff=b&page=2", .part = "text=a&%ff=b&page=2" },
	{ "https://aides-territoires.beta.gouv.fr/aides/", .part = NULL },
	{ "/aides/", .part = NULL },
	/* pages that ask something by themselves, and those that cannot say */
	{ "https://aides.example/programmes/fonds-vert/?perimeter_codes=79",
	    .part = "programs=fonds-vert&perimeter_codes=79" },
	{ "/programmes/fonds-vert/", .part = "programs=fonds-vert" },
	{ "/partenaires/10000040-agence-de-l-eau/?text=eau",
	    .part = "backer_ids=10000040&text=eau" },
	{ "/portails/fonds-vert/aides/?text=eau", .part = "text=eau" },
	{ "/cartographie/79-deux-sevres/porteurs/?text=eau", .part = NULL },
	{ "https://aides.example?text=eau", .part = "text=eau" },
	{ "keyword=a#b", .part = "keyword=a" },
	{ "", .part = NULL },
};

static void
test_part(void **state)
{
	struct pool *pool = pool_new();
	const char *left;

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		want_str(i, portal_query_part(pool, rows[i].s, &left),
		    rows[i].part);
		want_str(i, left, rows[i].left);
	}
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_part) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
