/* test_feed_reach.c - what a user other than root may read. */

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "harvest/feed_reach.h"
#include "unit.h"

#define USER "nobody"

static struct pool *pool;
static char folder[64];

/* Makes a file or a folder of that mode. */
static const char *
made(const char *name, mode_t mode, bool is_folder)
{
	const char *path = pool_printf(pool, "%s/%s", folder, name);

	if (is_folder)
		assert_int_equal(mkdir(path, mode), 0);
	else
		close(open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
	assert_int_equal(chmod(path, mode), 0);
	return path;
}

static void
want_fault(const char *path, const char *fault)
{
	const char *said = feed_reach_fault(pool, USER, path);

	if (fault == NULL)
		assert_null(said);
	else
		assert_non_null(strstr(said != NULL ? said : "", fault));
}

static void
test_reach(void **state)
{
	(void)state;
	if (geteuid() != 0)
		skip();
	want_fault(made("open", 0644, false), NULL);
	want_fault(made("closed", 0600, false), "Permission denied");
	want_fault(pool_printf(pool, "%s/none", folder), "No such file");
	want_fault(folder, "Permission denied");
	made("shut", 0700, true);
	want_fault(made("shut/open", 0644, false), "Permission denied");
	made("wide", 0755, true);
	made("wide/open", 0644, false);
	want_fault(pool_printf(pool, "%s/wide", folder), NULL);
	want_fault("/tmp/aids.json", "of its own");
	want_fault("/root", "of its own");
	assert_null(feed_reach_fault(pool, "no-such-user", "/tmp/aids.json"));
}

static void
test_key(void **state)
{
	(void)state;
	assert_null(feed_reach_key_fault(pool, made("600", 0600, false)));
	assert_null(feed_reach_key_fault(pool, made("640", 0640, false)));
	assert_non_null(feed_reach_key_fault(pool, made("644", 0644, false)));
	assert_null(feed_reach_key_fault(pool, "/no/such/key"));
}

static int
begin(void **state)
{
	(void)state;
	setenv("LANGUAGE", "C", 1);
	pool = pool_new();
	/* Not of /tmp, which the job has its own of. */
	snprintf(folder, sizeof(folder), "/run/guichet-reach-XXXXXX");
	if (geteuid() != 0)
		snprintf(folder, sizeof(folder), "/tmp/guichet-reach-XXXXXX");
	return mkdtemp(folder) == NULL || chmod(folder, 0755) != 0;
}

static int
end(void **state)
{
	static const char *const names[] = { "open", "closed", "shut/open",
		"shut", "wide/open", "wide", "600", "640", "644" };

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		remove(pool_printf(pool, "%s/%s", folder, names[i]));
	rmdir(folder);
	pool_free(pool);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_reach),
		cmocka_unit_test(test_key) };

	return cmocka_run_group_tests(tests, begin, end);
}
