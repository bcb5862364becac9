/* claim.c - who answers on a listening socket. */

#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "fcgi/claim.h"

/* How soon another process that answers, or that ended, is seen. */
enum { LOOK_MS = 100 };

/* A lock of the process on the socket itself: all that were given this socket
 * see it, whatever their user or settings, and the kernel drops it with the
 * process. */
static struct flock
claim_lock(short type)
{
	return (struct flock){ .l_type = type, .l_whence = SEEK_SET };
}

void
claim_socket(int fd)
{
	struct flock lock = claim_lock(F_RDLCK);

	/* Without it, one that cannot start may close what others would have
	 * answered: nginx asks again. */
	(void)fcntl(fd, F_SETLK, &lock);
}

static bool
is_claimed(int fd)
{
	struct flock lock = claim_lock(F_WRLCK);

	return fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

void
claim_refuse(int fd, int seconds)
{
	struct pollfd asked = { .fd = fd, .events = POLLIN };
	double end = clock_ms() + seconds * 1e3;
	int on = 0, peer;
	socklen_t n = sizeof(on);

	if (getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &on, &n) != 0 ||
	    on == 0 || fcntl(fd, F_SETFL, O_NONBLOCK) != 0)
		return;
	while (clock_ms() < end) {
		if (is_claimed(fd))
			poll(NULL, 0, LOOK_MS);
		else if (poll(&asked, 1, LOOK_MS) > 0 &&
		    (peer = accept4(fd, NULL, NULL, SOCK_CLOEXEC)) >= 0)
			close(peer);
	}
}
