/* breaker.c - a base that hangs is not waited for again and again. */

#include <poll.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/clock.h"
#include "db/breaker.h"

/* In ms.  A connection has a whole second (db.c); what is refused, or cut by a
 * server that ends, fails long before. */
enum { LONG = 900, OPEN = 1000, GREETING = 150 };

void
breaker_start(struct breaker *b)
{
	b->began = clock_ms();
}

bool
breaker_is_open(const struct breaker *b)
{
	return b->until > 0 && clock_ms() < b->until;
}

void
breaker_close(struct breaker *b, const char *socket)
{
	b->until = 0;
	snprintf(b->socket, sizeof(b->socket), "%s",
	    socket != NULL ? socket : "");
}

/* MariaDB speaks first.  What refuses is quick to say so, to whoever connects
 * in earnest. */
static bool
greets(const char *socket_path)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	struct pollfd p = { .events = POLLIN };
	bool said;

	p.fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (p.fd < 0)
		return true;
	snprintf(to.sun_path, sizeof(to.sun_path), "%s", socket_path);
	said = connect(p.fd, (struct sockaddr *)&to, sizeof(to)) != 0 ||
	    poll(&p, 1, GREETING) != 0;
	close(p.fd);
	return said;
}

/* Opens the breaker unless the base greets; true when it does not.  Whether one
 * on another machine does would count there as a failed attempt. */
static bool
open_unless_greeted(struct breaker *b)
{
	if (b->socket[0] != '\0' && greets(b->socket))
		return false;
	b->until = clock_ms() + OPEN;
	return true;
}

bool
breaker_failed(struct breaker *b)
{
	if (clock_ms() - b->began < LONG)
		return false;
	open_unless_greeted(b);
	return true;
}

bool
breaker_try(struct breaker *b)
{
	return b->until == 0 || b->socket[0] == '\0' || !open_unless_greeted(b);
}
