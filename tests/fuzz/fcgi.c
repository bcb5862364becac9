/* fcgi.c - what a web server says over a connection: whatever it is, what comes back
 * is a row of whole records. */

#include <sys/socket.h>
#include <unistd.h>

#include "fcgi/fcgi.h"
#include "fcgi/record.h"
#include "fuzz.h"

static void
answer(struct fcgi *g, void *arg)
{
	struct pool *pool = pool_new();
	const char *uri = fcgi_env(g, "REQUEST_URI"), *body;
	size_t n;

	(void)arg;
	if (fcgi_read(g, pool, 1 << 16, &body, &n) == RC_OK)
		must(strlen(body) <= n && n <= 1 << 16);
	if (uri == NULL)
		uri = "-";
	fcgi_respond(g, uri, strlen(uri), "body", 4);
	pool_free(pool);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static char back[1 << 18];
	struct fcgi_record r;
	int ends[2];
	ssize_t got;

	/* More would wait for us in the socket. */
	if (n > 100000 || socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
		return 0;
	must(write(ends[0], data, n) == (ssize_t)n);
	shutdown(ends[0], SHUT_WR);
	fcgi_serve(ends[1], answer, NULL);
	got = recv(ends[0], back, sizeof(back), MSG_WAITALL);
	close(ends[0]);
	for (size_t at = 0, step; got > 0 && at < (size_t)got; at += step) {
		step = fcgi_record_read(back + at, (size_t)got - at, &r);
		must(step > 0 && step <= (size_t)got - at);
	}
	return 0;
}
