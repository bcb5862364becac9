/* test_claim.c - one that cannot start closes what nobody else would answer. */

#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fcgi/claim.h"
#include "unit.h"

static struct sockaddr_un at = { .sun_family = AF_UNIX };

static int
listening(void)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(at.sun_path, sizeof(at.sun_path), "/tmp/claim-%d",
	    (int)getpid());
	unlink(at.sun_path);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
	assert_int_equal(listen(fd, 8), 0);
	return fd;
}

/* What becomes of a connection while this process refuses for a second: 0 when
 * it is closed, -1 when it is left. */
static ssize_t
refused(int fd)
{
	int peer = socket(AF_UNIX, SOCK_STREAM, 0);
	char c;
	ssize_t n;

	assert_int_equal(connect(peer, (struct sockaddr *)&at, sizeof(at)), 0);
	claim_refuse(fd, 1);
	n = recv(peer, &c, 1, MSG_DONTWAIT);
	close(peer);
	return n;
}

static void
test_refused(void **state)
{
	int fd = listening();

	(void)state;
	assert_int_equal(refused(fd), 0);
	close(fd);
	unlink(at.sun_path);
}

static void
test_left_to_another(void **state)
{
	int fd = listening(), told[2];
	char c;
	pid_t pid;

	(void)state;
	assert_int_equal(pipe(told), 0);
	if ((pid = fork()) == 0) {
		claim_socket(fd);
		assert_int_equal(write(told[1], "", 1), 1);
		pause();
		_exit(0);
	}
	assert_int_equal(read(told[0], &c, 1), 1);
	assert_int_equal(refused(fd), -1);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	assert_int_equal(refused(fd), 0);
	close(fd);
	unlink(at.sun_path);
}

/* A terminal or a file, when it is run by hand. */
static void
test_no_socket(void **state)
{
	(void)state;
	claim_refuse(-1, 100);
	claim_refuse(STDERR_FILENO, 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_left_to_another),
		cmocka_unit_test(test_no_socket),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
