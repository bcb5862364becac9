/* test_free_space.c - when a disk is short of room, and how often it is asked. */

#include <errno.h>
#include <string.h>
#include <sys/statvfs.h>

#include "base/clock.h"
#include "base/free_space.h"
#include "unit.h"

int __wrap_statvfs(const char *, struct statvfs *);
double __wrap_clock_coarse_ms(void);

static struct statvfs disk;
static int looks;
static double now = 1e6; /* ms */

int
__wrap_statvfs(const char *folder, struct statvfs *v)
{
	looks++;
	if (strcmp(folder, "/cache") != 0) {
		errno = ENOENT;
		return -1;
	}
	*v = disk;
	return 0;
}

double
__wrap_clock_coarse_ms(void)
{
	return now;
}

static const struct {
	unsigned long size, blocks, avail, files, free;
	unsigned long long mb;
	bool is_short;
} rows[] = {
	/* blocks of 4096 bytes */
	{ 4096, 1000000, 500000, 100000, 50000, 2048, false },
	{ 4096, 1000000, 15625, 100000, 50000, 64, false },
	{ 4096, 1000000, 15624, 100000, 50000, 63, true },
	{ 4096, 1000000, 0, 100000, 50000, 0, true },
	{ 4096, 16, 16, 100000, 50000, 0, true }, /* a disk of 64k */
	/* of files */
	{ 4096, 1000000, 500000, 100000, 1000, 2048, false },
	{ 4096, 1000000, 500000, 100000, 999, 2048, true },
	{ 4096, 1000000, 500000, 0, 0, 2048, false }, /* made as needed */
	/* more than 32 bits tell */
	{ 65536, 1 << 30, 1 << 30, 0, 0, 70368744, false },
	/* without an end, as tmpfs with size=0 */
	{ 4096, 0, 0, 0, 0, 0, false },
};

static void
test_short(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		unsigned long long mb = 1;

		disk = (struct statvfs){ .f_bsize = 1,
			.f_frsize = rows[i].size,
			.f_blocks = rows[i].blocks,
			.f_bfree = rows[i].blocks,
			.f_bavail = rows[i].avail,
			.f_files = rows[i].files,
			.f_favail = rows[i].free };
		want_int(i, free_space_read("/cache", &mb), true);
		want_int(i, (long long)mb, (long long)rows[i].mb);
		want_int(i, free_space_is_short("/cache"), rows[i].is_short);
	}
}

static void
test_no_folder(void **state)
{
	unsigned long long mb = 5;

	(void)state;
	assert_false(free_space_read("/nowhere", &mb));
	assert_int_equal(mb, 5);
	assert_false(free_space_is_short("/nowhere"));
	assert_false(free_space_is_short(""));
}

/* The disk fills and empties while pages are made. */
static void
test_watch(void **state)
{
	(void)state;
	disk = (struct statvfs){ .f_frsize = 4096,
		.f_blocks = 100000,
		.f_bavail = 100000 };
	looks = 0;
	assert_false(free_space_runs_short());
	assert_int_equal(looks, 0);

	free_space_watch("/cache");
	for (int i = 0; i < 100; i++) {
		assert_false(free_space_runs_short());
		now += 9;
	}
	assert_int_equal(looks, 1);
	disk.f_bavail = 0;
	assert_false(free_space_runs_short());
	now += 100;
	for (int i = 0; i < 100; i++) {
		assert_true(free_space_runs_short());
		now += 9;
	}
	assert_int_equal(looks, 2);
	disk.f_bavail = 100000;
	now += 1000;
	assert_false(free_space_runs_short());

	free_space_watch("/nowhere");
	assert_false(free_space_runs_short());
	looks = 0;
	free_space_watch("");
	disk.f_bavail = 0;
	now += 1000;
	assert_false(free_space_runs_short());
	assert_int_equal(looks, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_short),
		cmocka_unit_test(test_no_folder),
		cmocka_unit_test(test_watch),
	};

	return cmocka_run_group_tests_name("free_space", tests, NULL, NULL);
}
