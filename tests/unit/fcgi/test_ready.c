/* test_ready.c - what a service manager is told, and where. */

#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "fcgi/ready.h"
#include "unit.h"

/* What is told to the socket at sun_path, n bytes of it; "" when nothing. */
static const char *
told(const char *path, socklen_t n, const char *env)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	static char s[64];
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
	ssize_t got;

	memcpy(at.sun_path, path, n);
	assert_int_equal(bind(fd, (struct sockaddr *)&at,
			     (socklen_t)sizeof(sa_family_t) + n),
	    0);
	setenv("NOTIFY_SOCKET", env, 1);
	ready_tell();
	got = recv(fd, s, sizeof(s) - 1, 0);
	s[got > 0 ? got : 0] = '\0';
	close(fd);
	return s;
}

static void
test_told(void **state)
{
	char path[64], name[64];

	(void)state;
	snprintf(path, sizeof(path), "/tmp/ready-%d", (int)getpid());
	assert_string_equal(told(path, (socklen_t)strlen(path), path),
	    "READY=1");
	unlink(path);
	snprintf(path, sizeof(path), "%cready-%d", '\0', (int)getpid());
	snprintf(name, sizeof(name), "@ready-%d", (int)getpid());
	assert_string_equal(told(path, (socklen_t)strlen(name), name),
	    "READY=1");
}

/* Nobody listens, nobody asked, or there is no such place: it goes on. */
static void
test_not_told(void **state)
{
	char longer[200];

	(void)state;
	unsetenv("NOTIFY_SOCKET");
	ready_tell();
	setenv("NOTIFY_SOCKET", "/tmp/no/such/socket", 1);
	ready_tell();
	memset(longer, 'a', sizeof(longer) - 1);
	longer[sizeof(longer) - 1] = '\0';
	setenv("NOTIFY_SOCKET", longer, 1);
	ready_tell();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_told),
		cmocka_unit_test(test_not_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
