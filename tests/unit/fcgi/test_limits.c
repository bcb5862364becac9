/* test_limits.c - a peer that is slow, or says no more, is left in time: the
 * limits of exchange.c, each over a socket, fifty times as short. */

#include <signal.h>
#include <sys/socket.h>

#include "base/clock.h"
#include "base/pool.h"
#include "fcgi/fcgi.h"
#include "fcgi/peer.h"
#include "unit.h"

enum { SHORTER = 50, LONG = 4000000, DRIP_US = 5000, TIMES = 10 };

void __wrap_peer_patience(struct fcgi_peer *, int ms);
void __real_peer_patience(struct fcgi_peer *, int ms);

void
__wrap_peer_patience(struct fcgi_peer *p, int ms)
{
	__real_peer_patience(p, ms / SHORTER);
}

/* Records as bytes: a beginning; parameters of a body of 9 bytes, or of one
 * longer than is kept; the end of parameters; a byte of the body. */
#define BEGIN "\1\1\0\1\0\10\0\0\0\1\0\0\0\0\0\0"
#define BODY_OF_9 "\1\4\0\1\0\21\0\0\16\1CONTENT_LENGTH9"
#define BODY_OF_9999999 "\1\4\0\1\0\27\0\0\16\7CONTENT_LENGTH9999999"
#define PARAMS_END "\1\4\0\1\0\0\0\0"
#define BODY_BYTE "\1\5\0\1\0\1\0\0x"

/* A peer says something, then goes on saying something every 5 ms, unless that
 * is nothing; it reads nothing, or a little as often, and never leaves. */
static const struct {
	const char *name, *said;
	size_t said_n;
	const char *then;
	size_t then_n;
	bool reads;
	/* ms as exchange.c has them; what the page had: its body, "bad" when it
	 * was cut short, and whether its response was sent. */
	int limit;
	const char *want;
} rows[] = {
#define SAYS(s) s, sizeof(s) - 1
	{ "HEAD: says nothing", SAYS(""), SAYS(""), false, 2000, "" },
	{ "HEAD: a record cut short", SAYS(BEGIN "\1\4\0"), SAYS(""), false,
	    2000, "" },
	{ "HEAD: parameters without end", SAYS(BEGIN), SAYS(BODY_OF_9), false,
	    2000, "" },
	{ "BODY: none comes", SAYS(BEGIN BODY_OF_9 PARAMS_END), SAYS(""), false,
	    30000, "bad sent" },
	{ "WRITE: reads little", SAYS(BEGIN PARAMS_END), SAYS(""), true, 30000,
	    "long cut" },
	{ "CLOSE: a body that is not kept",
	    SAYS(BEGIN BODY_OF_9999999 PARAMS_END), SAYS(""), false, 1000,
	    "large sent" },
	{ "CLOSE: and goes on", SAYS(BEGIN BODY_OF_9999999 PARAMS_END),
	    SAYS(BODY_BYTE), false, 1000, "large sent" },
};

/* A page: a long one, unless it has a body. */
static void
answer(struct fcgi *g, void *arg)
{
	struct pool *pool = pool_new();
	const char *body = "long", *length = fcgi_env(g, "CONTENT_LENGTH");
	size_t n = length != NULL ? 1 : LONG;
	char *page = calloc(1, LONG);
	enum rc rc = RC_OK;

	assert_non_null(page);
	if (length != NULL)
		rc = fcgi_read(g, pool, 10, &body, &(size_t){ 0 });
	snprintf(arg, 40, "%s %s",
	    rc == RC_TOO_LARGE ? "large"
		: rc != RC_OK  ? "bad"
			       : body,
	    fcgi_respond(g, page, 1, page + 1, n - 1) ? "sent" : "cut");
	free(page);
	pool_free(pool);
}

/* The peer of a row, in a process of its own, until it is killed. */
static pid_t
peer_start(size_t i, const int ends[2])
{
	char some[64];
	pid_t pid = fork();

	if (pid != 0)
		return pid;
	alarm(60); /* though the test fails and forgets it */
	close(ends[1]);
	for (;; usleep(DRIP_US)) {
		if (rows[i].then_n > 0)
			send(ends[0], rows[i].then, rows[i].then_n,
			    MSG_NOSIGNAL);
		if (rows[i].reads)
			recv(ends[0], some, sizeof(some), MSG_DONTWAIT);
	}
}

/* Serves the peer of a row, whose first words are there before a busy machine
 * lets its process run; returns how many ms it took. */
static double
serve(size_t i, char *got)
{
	double ms;
	int ends[2];
	pid_t pid;

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	assert_int_equal(send(ends[0], rows[i].said, rows[i].said_n, 0),
	    rows[i].said_n);
	pid = peer_start(i, ends);
	ms = clock_ms();
	fcgi_serve(ends[1], answer, got);
	ms = clock_ms() - ms;
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	close(ends[0]);
	return ms;
}

/* Not before the limit; and not much later, at the best of several times, for
 * the machine may be busy. */
static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		double limit = (double)rows[i].limit / SHORTER, ms = limit;

		for (int n = 0; n < TIMES && (n == 0 || ms >= limit + 500);
		     n++) {
			char got[40] = "";

			ms = serve(i, got);
			want_str(i, got, rows[i].want);
			want_int(i, ms >= limit, true);
		}
		want_int(i, ms < limit + 500, true);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests_name("limits", tests, NULL, NULL);
}
