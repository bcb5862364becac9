/* test_breaker.c - when a base is not waited for. */

#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/breaker.h"
#include "unit.h"

double __wrap_clock_ms(void);

static double now; /* ms */

double
__wrap_clock_ms(void)
{
	return now;
}

/* What failed after so long, and whether the breaker is open so long after. */
static const struct {
	int waited, after;
	bool open;
} rows[] = {
	{ 0, 0, false }, /* refused */
	{ 400, 0, false },
	{ 1000, 0, true }, /* a connection that nobody took */
	{ 1500, 0, true },
	{ 1500, 990, true },
	{ 1500, 1001, false },
};

/* What greets at that address until it is killed. */
static pid_t
greeter(int listening)
{
	pid_t child = fork();
	int fd;

	if (child != 0)
		return child;
	while ((fd = accept(listening, NULL, NULL)) >= 0)
		send(fd, "hello", 5, MSG_NOSIGNAL);
	_exit(0);
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct breaker b = { 0 };

		now = 5000;
		want_int(i, breaker_is_open(&b), false);
		breaker_start(&b);
		now += rows[i].waited;
		want_int(i, breaker_is_open(&b), false);
		want_int(i, breaker_failed(&b), rows[i].waited >= 1000);
		now += rows[i].after;
		want_int(i, breaker_is_open(&b), rows[i].open);
	}
}

/* A socket that nobody answers, one that somebody does, and none. */
static void
test_try(void **state)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	struct breaker b = { 0 };
	int listening = socket(AF_UNIX, SOCK_STREAM, 0);
	pid_t child;

	(void)state;
	snprintf(at.sun_path, sizeof(at.sun_path), "/tmp/guichet-breaker-%ld",
	    (long)getpid());
	now = 5000;
	want_int(0, breaker_try(&b), true); /* never waited */
	b.until = 4000;
	want_int(1, breaker_try(&b), true);
	breaker_close(&b, at.sun_path);
	b.until = 4000;
	want_int(2, breaker_try(&b), true); /* refuses at once */
	assert_int_equal(bind(listening, (struct sockaddr *)&at, sizeof(at)),
	    0);
	assert_int_equal(listen(listening, 5), 0);
	want_int(3, breaker_try(&b), false);
	want_int(4, breaker_is_open(&b), true);
	child = greeter(listening);
	/* The first in the queue is the one that has gone. */
	want_int(5, breaker_try(&b), true);
	/* It was slow at one answer. */
	breaker_close(&b, at.sun_path);
	breaker_start(&b);
	now += 1500;
	want_int(6, breaker_failed(&b), true);
	want_int(7, breaker_is_open(&b), false);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	want_int(8, breaker_failed(&b), true);
	want_int(9, breaker_is_open(&b), true);
	breaker_close(&b, NULL);
	want_int(10, breaker_is_open(&b), false);
	unlink(at.sun_path);
	close(listening);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_try),
	};

	return cmocka_run_group_tests_name("breaker", tests, NULL, NULL);
}
