/* peer.c - the web server at the other end, which may be slow or hostile. */

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>

#include "base/clock.h"
#include "fcgi/peer.h"

void
peer_open(struct fcgi_peer *p, int fd)
{
	p->fd = fd;
	p->gone = false;
	p->deadline = 0;
	p->from = p->to = 0;
}

void
peer_patience(struct fcgi_peer *p, int ms)
{
	p->deadline = clock_ms() + ms;
}

int
peer_left(const struct fcgi_peer *p)
{
	double left = p->deadline - clock_ms();

	return left > 0 ? (int)left + 1 : 0;
}

/* Whether to try again, after a call that failed: once the connection takes
 * more, before the deadline. */
static bool
peer_wait(const struct fcgi_peer *p)
{
	struct pollfd fd = { .fd = p->fd, .events = POLLOUT };
	int left = peer_left(p);

	if (errno != EAGAIN && errno != EINTR)
		return false;
	return left > 0 && poll(&fd, 1, left) > 0;
}

/* Takes the n bytes that were sent off the parts; returns how many parts are
 * left, of which *parts is the first. */
static size_t
parts_left(struct iovec **parts, size_t count, size_t n)
{
	while (count > 0 && n >= (*parts)->iov_len) {
		n -= (*parts)->iov_len;
		(*parts)++;
		count--;
	}
	if (count > 0) {
		(*parts)->iov_base = (char *)(*parts)->iov_base + n;
		(*parts)->iov_len -= n;
	}
	return count;
}

bool
peer_send(struct fcgi_peer *p, struct iovec *parts, size_t n)
{
	while (n > 0 && !p->gone) {
		struct msghdr msg = { .msg_iov = parts, .msg_iovlen = n };
		ssize_t sent = sendmsg(p->fd, &msg,
		    MSG_NOSIGNAL | MSG_DONTWAIT);

		if (sent < 0)
			p->gone = !peer_wait(p);
		else
			n = parts_left(&parts, n, (size_t)sent);
	}
	return !p->gone;
}

/* Reads what has come, behind what is there and after it was moved to the
 * front: a record always has room.  False when nothing has. */
static bool
peer_receive(struct fcgi_peer *p)
{
	ssize_t n;

	memmove(p->in, p->in + p->from, p->to - p->from);
	p->to -= p->from;
	p->from = 0;
	n = recv(p->fd, p->in + p->to, sizeof(p->in) - p->to, MSG_DONTWAIT);
	if (n > 0)
		p->to += (size_t)n;
	else
		p->gone = n == 0 || (errno != EAGAIN && errno != EINTR);
	return n > 0;
}

bool
peer_next(struct fcgi_peer *p, struct fcgi_record *r)
{
	while (!p->gone) {
		size_t have = p->to - p->from;
		size_t n = fcgi_record_read(p->in + p->from, have, r);

		if (n > 0 && n <= have) {
			p->from += n;
			return true;
		}
		p->gone = n == 0;
		if (p->gone || !peer_receive(p))
			break;
	}
	return false;
}
