/* test_perimeter_package.c - etalab's territories, made into rows. */

#include <sys/stat.h>

#include "territory/perimeter_package.h"
#include "territory/perimeter_row.h"
#include "unit.h"

static char *dir;

/* A tiny France: two communes, one of them in Paris, one overseas. */
static const struct {
	const char *name, *text;
} files[] = {
	{ "package.json", "{\"version\": \"9.8.7\"}" },
	{ "data/communes.json",
	    "["
	    "{\"code\":\"79109\",\"nom\":\"Échiré\",\"type\":"
	    "\"commune-actuelle\",\"departement\":\"79\",\"region\":\"75\","
	    "\"siren\":\"217901091\",\"population\":3500,\"codesPostaux\":"
	    "[\"79410\"],\"anciensCodes\":[\"79001\",\"79002\"]},"
	    "{\"code\":\"75056\",\"nom\":\"Paris\",\"type\":"
	    "\"commune-actuelle\",\"departement\":\"75\",\"region\":\"11\","
	    "\"population\":2000000,\"codesPostaux\":[\"75001\",\"75002\"]},"
	    "{\"code\":\"75101\",\"nom\":\"Paris 1er\",\"type\":"
	    "\"arrondissement-municipal\",\"commune\":\"75056\","
	    "\"population\":15000,\"codesPostaux\":[\"75001\"]},"
	    "{\"code\":\"79001\",\"nom\":\"Vieux\",\"type\":"
	    "\"commune-deleguee\",\"chefLieu\":\"79109\"},"
	    "{\"code\":\"79005\",\"nom\":\"Petit\",\"type\":"
	    "\"commune-associee\",\"chefLieu\":\"79109\"},"
	    "{\"code\":\"98735\",\"nom\":\"Papeete\",\"type\":"
	    "\"commune-actuelle\",\"departement\":\"987\",\"region\":\"987\","
	    "\"zone\":\"com\"}]" },
	{ "data/epci.json",
	    "[{\"code\":\"200041317\",\"nom\":\"Niortais\","
	    "\"type\":\"CA\",\"populationMunicipale\":3500,\"membres\":["
	    "{\"code\":\"79109\",\"populationMunicipale\":3500}]}]" },
	{ "data/ept.json",
	    "[{\"code\":\"200054781\",\"nom\":\"Est\","
	    "\"type\":\"EPT\",\"membres\":[{\"code\":\"75056\","
	    "\"populationMunicipale\":1}]}]" },
	{ "data/departements.json",
	    "[{\"code\":\"79\",\"nom\":"
	    "\"Deux-Sèvres\",\"region\":\"75\",\"zone\":\"metro\"},"
	    "{\"code\":\"75\",\"nom\":\"Paris\",\"region\":\"11\",\"zone\":"
	    "\"metro\"},{\"code\":\"987\",\"nom\":\"Polynésie\",\"region\":"
	    "\"987\",\"zone\":\"com\"}]" },
	{ "data/regions.json",
	    "[{\"code\":\"75\",\"nom\":"
	    "\"Nouvelle-Aquitaine\",\"zone\":\"metro\"},{\"code\":\"987\","
	    "\"nom\":\"Polynésie\",\"zone\":\"com\"}]" },
};

static const char *const want_lines[] = {
	"arrondissement\t75101\tParis 1er\t\t15000\t75001\t\t\t\t\t75056",
	"associated\t79005\tPetit\t\t\t\t\t\t\t\t79109",
	"commune\t75056\tParis\t\t2000000\t75001 75002\t75\tR11\t\t200054781",
	"commune\t79109\tÉchiré\t217901091\t3500\t79410\t79\tR75\t200041317",
	"commune\t98735\tPapeete\t\t\t\t987",
	"delegated\t79001\tVieux\t\t\t\t\t\t\t\t79109",
	"department\t75\tParis\t\t2000000\t\t\tR11\t\t\tFRA-MET",
	"department\t79\tDeux-Sèvres\t\t3500\t\t\tR75\t\t\tFRA-MET",
	"department\t987\tPolynésie\t\t\t\t\t\t\t\tFRA-OM\tCOM",
	"epci\t200041317\tNiortais\t200041317\t3500\t\t79\t\t\t\t\tCA",
	"ept\t200054781\tEst\t200054781\t\t\t75\t\t\t\t\tEPT",
	/* 79001 has a name already */
	"former\t79002\t\t\t\t\t\t\t\t\t79109",
	"region\tR75\tNouvelle-Aquitaine\t\t3500\t\t\t\t\t\tFRA-MET",
};

static void
put_package(void)
{
	for (size_t i = 0; i < ROWS(files); i++)
		unit_file(dir, files[i].name, files[i].text,
		    strlen(files[i].text));
}

static void
test_rows(void **state)
{
	struct perimeter_row row;
	struct buf b = { 0 };
	char *line, *save = NULL;
	size_t n = 0;

	(void)state;
	put_package();
	assert_int_equal(perimeter_package_rows(dir, &b), RC_OK);
	assert_non_null(strstr(b.data, "9.8.7"));
	for (line = strtok_r(b.data, "\n", &save); line != NULL;
	     line = strtok_r(NULL, "\n", &save)) {
		if (line[0] == '#')
			continue;
		assert_true(n < ROWS(want_lines));
		want_str(n, line, want_lines[n]);
		want_str(n, perimeter_row_read(line, &row), NULL);
		n++;
	}
	assert_int_equal(n, ROWS(want_lines));
	buf_free(&b);
}

/* A file that is missing or broken: refused, and nothing is appended. */
static void
test_broken(void **state)
{
	static const char *const texts[] = { NULL, "", "[]", "{}", "[{", "null",
		"[{\"code\":\"\xff\"}]" };
	struct buf b = { 0 };
	char path[1000];

	(void)state;
	buf_puts(&b, "as it was");
	for (size_t i = 1; i < ROWS(files); i++) {
		for (size_t k = 0; k < ROWS(texts); k++) {
			put_package();
			snprintf(path, sizeof(path), "%s/%s", dir,
			    files[i].name);
			if (texts[k] != NULL)
				unit_file(dir, files[i].name, texts[k],
				    strlen(texts[k]));
			else
				unlink(path);
			want_int(i * 100 + k, perimeter_package_rows(dir, &b),
			    RC_BAD_PARAM);
			want_str(i * 100 + k, b.data, "as it was");
		}
	}
	put_package();
	buf_free(&b);
}

/* Values of other kinds than the package has: no crash, no odd byte. */
static void
test_odd(void **state)
{
	static const char *const odd[] = { "[1,null,\"a\",[],{}]",
		"[{\"code\":1,\"nom\":null,\"type\":[],\"membres\":{}}]",
		"[{\"code\":\"79109\",\"nom\":\"a\\tb\\nc\",\"type\":"
		"\"commune-actuelle\",\"population\":-1,\"anciensCodes\":[1],"
		"\"codesPostaux\":[1,{}]}]",
		"[{\"code\":\"1\",\"membres\":[{\"code\":\"79109\","
		"\"populationMunicipale\":1e300},3]}]" };
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 1; i < ROWS(files); i++) {
		for (size_t k = 0; k < ROWS(odd); k++) {
			put_package();
			unit_file(dir, files[i].name, odd[k], strlen(odd[k]));
			buf_reset(&b);
			perimeter_package_rows(dir, &b);
			assert_null(
			    b.data != NULL ? strchr(b.data, '\r') : NULL);
		}
	}
	put_package();
	buf_free(&b);
}

static int
begin(void **state)
{
	char path[400];

	(void)state;
	dir = unit_folder();
	snprintf(path, sizeof(path), "%s/data", dir);
	return mkdir(path, 0700);
}

static int
end(void **state)
{
	(void)state;
	unit_remove(dir);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_odd),
	};

	return cmocka_run_group_tests_name("perimeter_package", tests, begin,
	    end);
}
