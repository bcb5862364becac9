/* test_gazetteer_file.c - names of places that processes share: the file, what
 * is no such file, and what contains or is near a place. */

#include <fcntl.h>
#include <sys/stat.h>

#include "gazetteer/gazetteer_file.h"
#include "gazetteer/resolve.h"
#include "gen/constants.h"
#include "unit.h"

static char *folder;
static char path[300];

static int
make_folder(void **state)
{
	(void)state;
	folder = unit_folder();
	snprintf(path, sizeof(path), "%s/places", folder);
	return 0;
}

static int
remove_folder(void **state)
{
	(void)state;
	unit_remove(folder);
	return 0;
}

/* id, scale, code, name, SIREN, kind, department, postal codes, people. */
static const struct {
	struct gazetteer_row row;
	int latitude, longitude; /* in hundredths of a degree */
} places[] = {
	{ { 1, SCALE_COMMUNE, "79191", "Niort", NULL, NULL, "79", "79000",
	      59000, 4, GAZETTEER_NONE },
	    4632, -46 },
	{ { 2, SCALE_COMMUNE, "79109", "Échiré", NULL, NULL, "79", "79410",
	      3400, 4, GAZETTEER_NONE },
	    4638, -41 },
	/* 24 km from Niort, 31 from Échiré. */
	{ { 3, SCALE_COMMUNE, "17000", "Sudville", NULL, NULL, "17", "17000", 0,
	      GAZETTEER_NONE, GAZETTEER_NONE },
	    4610, -46 },
	/* 29 km from Niort. */
	{ { 4, SCALE_COMMUNE, "85000", "Ouestville", NULL, NULL, "85", "85000",
	      -1, GAZETTEER_NONE, GAZETTEER_NONE },
	    4632, -84 },
	{ { 5, SCALE_EPCI, "200041317", "CA du Niortais", NULL, "CA", "79",
	      NULL, 120000, GAZETTEER_NONE, GAZETTEER_NONE },
	    4632, -46 },
	{ { 6, SCALE_DEPARTMENT, "79", "Deux-Sèvres", NULL, NULL, "79", NULL,
	      370000, GAZETTEER_NONE, GAZETTEER_NONE },
	    GAZETTEER_NOWHERE, GAZETTEER_NOWHERE },
	/* 31 km from Niort, 25 from Échiré. */
	{ { 7, SCALE_COMMUNE, "86000", "Nordville", NULL, NULL, "86", "86000",
	      100, GAZETTEER_NONE, GAZETTEER_NONE },
	    4660, -46 },
};

static const struct gazetteer_row gone = { 99, SCALE_ADHOC, "U-1", "Ensemble",
	NULL, "union", NULL, NULL, -1, GAZETTEER_NONE, GAZETTEER_NONE };

static struct gazetteer *
filled(void)
{
	struct gazetteer *g = gazetteer_new();

	gazetteer_add_meaning(g,
	    &(struct gazetteer_meaning){ "body", "mairie", "commune" });
	gazetteer_add_scale(g, SCALE_COMMUNE, "commune", "Commune");
	for (size_t i = 0; i < ROWS(places); i++) {
		gazetteer_add_place(g, &places[i].row);
		gazetteer_add_centre(g, (uint32_t)i, places[i].latitude,
		    places[i].longitude);
	}
	assert_int_equal(gazetteer_add_container(g, &gone), ROWS(places));
	gazetteer_add_link(g, 0, 4, false);
	gazetteer_add_link(g, 0, 5, false);
	gazetteer_add_link(g, 0, 7, true);
	gazetteer_seal(g);
	return g;
}

/* What a reader's words find there. */
static uint32_t
found(const struct gazetteer *g, const char *typed)
{
	struct resolution r;

	resolve_place(g, typed, NULL, &r);
	return r.settled ? r.found[0].id : 0;
}

static void
look_at(const struct gazetteer *g)
{
	const struct gazetteer_place *p = &g->place[0];

	assert_int_equal(found(g, "mairie de Niort"), 1);
	assert_int_equal(found(g, "79410"), 2);
	assert_int_equal(found(g, "CA du Niortais"), 5);
	assert_int_equal(gazetteer_of_id(g, 2), 1);
	/* What only contains places is found as that alone. */
	assert_int_equal(gazetteer_of_id(g, 99), GAZETTEER_NONE);
	assert_int_equal(gazetteer_of_any_id(g, 99), ROWS(places));
	assert_int_equal(gazetteer_of_code(g, "U-1"), GAZETTEER_NONE);
	assert_int_equal(p->links, 3);
	assert_string_equal(g->text + g->place[g->link[p->link].container].name,
	    "CA du Niortais");
	assert_int_equal(g->link[p->link + 1].part, 0);
	assert_int_equal(g->link[p->link + 2].container, ROWS(places));
	assert_int_equal(g->link[p->link + 2].part, 1);
	assert_true(g->place[2].counted);
	assert_false(g->place[3].counted);
	assert_string_equal(g->text + g->scale[0].name, "Commune");
}

static void
test_shared(void **state)
{
	struct gazetteer *g = filled(), *one, *two;
	struct stat before, after;

	(void)state;
	look_at(g);
	assert_null(gazetteer_file_map(path, 7));
	assert_true(gazetteer_file_write(g, path, 7));
	one = gazetteer_file_map(path, 7);
	assert_non_null(one);
	/* One that is right stays: others have it. */
	assert_int_equal(stat(path, &before), 0);
	assert_true(gazetteer_file_write(g, path, 7));
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(after.st_ino, before.st_ino);
	/* Who has the file of before keeps it. */
	assert_true(gazetteer_file_write(g, path, 8));
	assert_null(gazetteer_file_map(path, 7));
	two = gazetteer_file_map(path, 8);
	assert_non_null(two);
	gazetteer_free(g);
	look_at(one);
	gazetteer_free(one);
	look_at(two);
	gazetteer_free(two);
}

static void
put_byte(off_t at, char c)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	assert_int_equal(pwrite(fd, &c, 1, at), 1);
	close(fd);
}

/* None of these is a file of ours. */
static void
test_wrong(void **state)
{
	struct gazetteer *g = filled();
	struct stat st;

	(void)state;
	for (int i = 0; i < 6; i++) {
		assert_true(gazetteer_file_write(g, path, 7));
		assert_int_equal(stat(path, &st), 0);
		assert_int_equal(st.st_mode & 0777, 0600);
		switch (i) {
		case 0: /* cut */
			assert_int_equal(truncate(path, st.st_size - 1), 0);
			break;
		case 1: /* to nothing much */
			assert_int_equal(truncate(path, 20), 0);
			break;
		case 2: /* grown */
			assert_int_equal(truncate(path, st.st_size + 16), 0);
			break;
		case 3: /* of something else */
			put_byte(0, 'G');
			break;
		case 4: /* of another build */
			put_byte(16, 'x');
			break;
		default: /* spoilt somewhere */
			put_byte(st.st_size / 2, '\x7f');
		}
		if (gazetteer_file_map(path, 7) != NULL)
			fail_msg("row %d is taken for a right file", i);
	}
	assert_int_equal(unlink(path), 0);
	assert_int_equal(symlink("/etc/passwd", path), 0);
	assert_null(gazetteer_file_map(path, 7));
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_null(gazetteer_file_map(path, 7));
	/* It cannot be written over a folder, and leaves nothing beside. */
	assert_false(gazetteer_file_write(g, path, 7));
	assert_int_equal(rmdir(path), 0);
	assert_int_equal(rmdir(folder), 0);
	assert_false(gazetteer_file_write(g, path, 7));
	assert_int_equal(mkdir(folder, 0700), 0);
	gazetteer_free(g);
}

static void
test_near(void **state)
{
	static const struct {
		uint32_t place;
		const char *near;
	} rows[] = {
		{ 0, "17 79 85 " },
		{ 1, "79 86 " },
		{ 4, "17 79 85 " }, /* the centre of an EPCI */
		{ 5, "" },
		{ 6, "79 86 " },
	};
	struct gazetteer *g = filled();
	const char *code[8];

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		size_t n = gazetteer_near(g, rows[i].place, code, 8);
		char all[100] = "";

		for (size_t k = 0; k < n; k++)
			snprintf(all + strlen(all), sizeof(all) - strlen(all),
			    "%s ", code[k]);
		want_str(i, all, rows[i].near);
	}
	/* Of more than are wanted, the first. */
	assert_int_equal(gazetteer_near(g, 0, code, 2), 2);
	assert_string_equal(code[1], "79");
	gazetteer_free(g);
}

static void
test_codes(void **state)
{
	struct gazetteer *g = gazetteer_new();
	static const struct gazetteer_row rows[] = {
		{ 1, SCALE_COMMUNE, "75056", "Paris", "217500016", NULL, "75",
		    "75001", 1, GAZETTEER_NONE, GAZETTEER_NONE },
		{ 2, SCALE_ADHOC, "90", "Trouée", NULL, NULL, NULL, NULL, -1,
		    GAZETTEER_NONE, GAZETTEER_NONE },
		{ 3, SCALE_DEPARTMENT, "90", "Belfort", NULL, NULL, "90", NULL,
		    1, GAZETTEER_NONE, GAZETTEER_NONE },
		{ 4, SCALE_COUNTRY, "90", "Pays", NULL, NULL, NULL, NULL, -1,
		    GAZETTEER_NONE, GAZETTEER_NONE },
		{ 5, SCALE_EPCI, "8", "Petit", NULL, NULL, NULL, NULL, -1,
		    GAZETTEER_NONE, GAZETTEER_NONE },
		{ 6, SCALE_ADHOC, "8", "Grand", NULL, NULL, NULL, NULL, -1,
		    GAZETTEER_NONE, GAZETTEER_NONE },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		gazetteer_add_place(g, &rows[i]);
	gazetteer_seal(g);
	assert_int_equal(gazetteer_of_code(g, "75056"), 0);
	assert_int_equal(gazetteer_of_code(g, "217500016"), GAZETTEER_NONE);
	assert_int_equal(gazetteer_of_code(g, "90"), 2);
	assert_int_equal(gazetteer_of_code(g, "8"), 5);
	assert_int_equal(gazetteer_of_code(g, ""), GAZETTEER_NONE);
	gazetteer_free(g);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shared),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_near),
		cmocka_unit_test(test_codes),
	};

	return cmocka_run_group_tests_name("gazetteer_file", tests, make_folder,
	    remove_folder);
}
