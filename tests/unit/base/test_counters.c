/* test_counters.c - the shared page of counts: slots that outlive a worker, a
 * reader beside it, files that are not ours. */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/counters.h"
#include "base/counters_read.h"
#include "unit.h"

static char folder[] = "/tmp/counters-XXXXXX", path[64];
static const char *const routes[] = { "/", "/aides/", "/aides/{slug}/" };
static const char *const later[] = { "/aides/", "/neuf/" };

static int
make_folder(void **state)
{
	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof(path), "%s/counters", folder);
	return 0;
}

static int
remove_file(void **state)
{
	(void)state;
	counters_close();
	unlink(path);
	return 0;
}

static int
remove_folder(void **state)
{
	remove_file(state);
	return rmdir(folder);
}

/* A worker that answers, then waits to be killed. */
static pid_t
worker(const char *const *names, size_t n, size_t route, int status)
{
	int fd[2];
	char c;
	pid_t pid;

	assert_int_equal(pipe(fd), 0);
	if ((pid = fork()) == 0) {
		if (counters_open(folder, names, n) != NULL)
			_exit(1);
		counters_begin();
		counters_answer(route, status);
		counters_add(COUNTER_QUERIES);
		if (write(fd[1], "x", 1) != 1)
			_exit(1);
		pause();
		_exit(0);
	}
	assert_int_equal(read(fd[0], &c, 1), 1);
	close(fd[0]);
	close(fd[1]);
	return pid;
}

static void
kill_worker(pid_t pid)
{
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
}

/* How many slots were taken, and how many are now. */
static void
count_slots(size_t *taken, size_t *alive)
{
	struct counters_file *f = counters_read(folder);
	bool now;

	assert_non_null(f);
	*taken = *alive = 0;
	for (size_t i = 0; i < COUNTERS_WORKERS + 3; i++) {
		if (counters_slot(f, i, &now) == NULL)
			continue;
		++*taken;
		*alive += now;
	}
	counters_free(f);
}

/* Of all slots: answers of a route by its name, of a class. */
static uint64_t
answered(const char *route, enum answer_class class)
{
	struct counters_file *f = counters_read(folder);
	struct counters *sum = counters_sum(f);
	uint64_t n = 0;

	for (size_t k = 0; k < COUNTERS_ROUTES; k++)
		if (strcmp(sum->route[k], route) == 0 &&
		    (k == 0 || *route != '\0')) {
			n = sum->answers[k][class];
			break;
		}
	free(sum);
	counters_free(f);
	return n;
}

static void
a_slot_outlives_its_worker(void **state)
{
	pid_t a = worker(routes, 3, 2, 200), b = worker(routes, 3, 2, 200), c;
	size_t taken, alive;

	(void)state;
	count_slots(&taken, &alive);
	assert_int_equal(taken, 2);
	assert_int_equal(alive, 2);
	kill_worker(a);
	count_slots(&taken, &alive);
	assert_int_equal(taken, 2);
	assert_int_equal(alive, 1);
	assert_int_equal(answered("/aides/", ANSWER_2XX), 2);
	/* The next one takes the slot over, and counts on. */
	c = worker(routes, 3, 2, 503);
	count_slots(&taken, &alive);
	assert_int_equal(taken, 2);
	assert_int_equal(alive, 2);
	assert_int_equal(answered("/aides/", ANSWER_2XX), 2);
	assert_int_equal(answered("/aides/", ANSWER_5XX), 1);
	kill_worker(b);
	kill_worker(c);
}

static void
an_upgrade_keeps_the_counts_of_names(void **state)
{
	pid_t a = worker(routes, 3, 2, 200);

	(void)state;
	kill_worker(a);
	a = worker(routes, 3, 1, 200);
	kill_worker(a);
	a = worker(later, 2, 1, 304);
	assert_int_equal(answered("/aides/", ANSWER_2XX), 1);
	assert_int_equal(answered("/aides/", ANSWER_304), 1);
	assert_int_equal(answered("/neuf/", ANSWER_2XX), 0);
	assert_int_equal(answered("/", ANSWER_2XX), 0);
	kill_worker(a);
}

static void
answers_go_where_they_belong(void **state)
{
	static const struct {
		size_t route;
		int status;
		const char *name;
		enum answer_class class;
	} rows[] = {
		{ 0, 404, "", ANSWER_4XX },
		{ 1, 200, "/", ANSWER_2XX },
		{ 2, 301, "/aides/", ANSWER_3XX },
		{ 3, 304, "/aides/{slug}/", ANSWER_304 },
		{ 3, 500, "/aides/{slug}/", ANSWER_5XX },
		/* More than there is room for is told of none. */
		{ COUNTERS_ROUTES, 405, "", ANSWER_4XX },
	};

	(void)state;
	assert_null(counters_open(folder, routes, 3));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		uint64_t before = answered(rows[i].name, rows[i].class);

		counters_begin();
		counters_answer(rows[i].route, rows[i].status);
		assert_int_equal(answered(rows[i].name, rows[i].class),
		    before + 1);
	}
}

static void
times_fill_their_bucket(void **state)
{
	struct counters_file *f;
	struct counters *sum;

	(void)state;
	assert_null(counters_open(folder, routes, 3));
	counters_begin();
	usleep(2000);
	counters_answer(1, 200);
	f = counters_read(folder);
	sum = counters_sum(f);
	assert_int_equal(sum->times[1][0], 0);
	assert_true(sum->times[1][1] + sum->times[1][2] + sum->times[1][3] +
		sum->times[1][4] + sum->times[1][5] ==
	    1);
	assert_true(sum->spent[1] >= 2000);
	free(sum);
	counters_free(f);
}

static void
a_file_that_is_not_ours(void **state)
{
	int fd = open(path, O_RDWR | O_CREAT, 0600);
	struct stat st;

	(void)state;
	/* A reader takes neither an empty one, nor a short, nor another's. */
	assert_null(counters_read(folder));
	assert_int_equal(ftruncate(fd, 100000), 0);
	assert_null(counters_read(folder));
	assert_int_equal(pwrite(fd, "another", 7, 0), 7);
	assert_int_equal(ftruncate(fd, 10000000), 0);
	assert_null(counters_read(folder));
	close(fd);
	/* A worker makes its own in its place, which all may read. */
	umask(077);
	assert_null(counters_open(folder, routes, 3));
	umask(022);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0644);
	counters_begin();
	counters_answer(1, 200);
	assert_int_equal(answered("/", ANSWER_2XX), 1);
}

static void
without_a_file_it_counts_for_itself(void **state)
{
	(void)state;
	assert_string_equal(counters_open("/nothing", routes, 3),
	    "cannot open");
	assert_int_equal(errno, ENOENT);
	counters_begin();
	counters_answer(1, 200);
	counters_add(COUNTER_CUT);
	assert_null(counters_read("/nothing"));
}

static void
more_workers_than_slots(void **state)
{
	static pid_t pids[COUNTERS_WORKERS];
	const char *fault;

	(void)state;
	for (size_t i = 0; i < COUNTERS_WORKERS; i++)
		pids[i] = worker(routes, 3, 1, 200);
	fault = counters_open(folder, routes, 3);
	for (size_t i = 0; i < COUNTERS_WORKERS; i++)
		kill_worker(pids[i]);
	assert_string_equal(fault, "no slot is free in");
	assert_int_equal(answered("/", ANSWER_2XX), COUNTERS_WORKERS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_slot_outlives_its_worker,
		    remove_file),
		cmocka_unit_test_teardown(an_upgrade_keeps_the_counts_of_names,
		    remove_file),
		cmocka_unit_test_teardown(answers_go_where_they_belong,
		    remove_file),
		cmocka_unit_test_teardown(times_fill_their_bucket, remove_file),
		cmocka_unit_test_teardown(a_file_that_is_not_ours, remove_file),
		cmocka_unit_test(without_a_file_it_counts_for_itself),
		cmocka_unit_test_teardown(more_workers_than_slots, remove_file),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
