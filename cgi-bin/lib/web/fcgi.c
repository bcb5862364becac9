/* fcgi.c - where requests come in and responses leave. */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <fastcgi.h>
#include <fcgiapp.h>

#include "base/counters.h"
#include "base/log.h"
#include "web/fcgi.h"

struct fcgi {
	FCGX_Request *fcgi; /* NULL: plain CGI */
};

const char *
fcgi_env(const struct fcgi *g, const char *name)
{
	return g->fcgi != NULL ? FCGX_GetParam(name, g->fcgi->envp)
			       : getenv(name);
}

bool
fcgi_write(struct fcgi *g, const char *p, size_t n)
{
	if (g->fcgi == NULL)
		return fwrite(p, 1, n, stdout) == n && fflush(stdout) == 0;
	while (n > 0) {
		int step = n > 1 << 20 ? 1 << 20 : (int)n;

		if (FCGX_PutStr(p, step, g->fcgi->out) != step)
			return false;
		p += step;
		n -= (size_t)step;
	}
	return true;
}

enum rc
fcgi_read(struct fcgi *g, struct pool *pool, size_t max, const char **body,
    size_t *n)
{
	const char *length = fcgi_env(g, "CONTENT_LENGTH");
	size_t size, done = 0;
	char *s, *end;

	*body = "";
	*n = 0;
	if (length == NULL || *length < '0' || *length > '9')
		return RC_BAD_PARAM;
	size = strtoul(length, &end, 10);
	if (*end != '\0' || size > max)
		return *end != '\0' ? RC_BAD_PARAM : RC_TOO_LARGE;
	s = pool_take(pool, size + 1);
	while (done < size) {
		int got = g->fcgi != NULL
		    ? FCGX_GetStr(s + done, (int)(size - done), g->fcgi->in)
		    : (int)fread(s + done, 1, size - done, stdin);

		if (got <= 0)
			return RC_BAD_PARAM;
		done += (size_t)got;
	}
	*body = s;
	*n = size;
	return RC_OK;
}

static void
on_term(int signo)
{
	(void)signo;
}

/*
 * SIGTERM stays blocked but while we wait for a request, so that no read or
 * write of libfcgi is ever interrupted; our handlers are set first, for
 * libfcgi puts its own only where there is none.
 */
static void
set_signals(sigset_t *term, sigset_t *wait)
{
	struct sigaction act = { .sa_handler = on_term };
	struct sigaction ignore = { .sa_handler = SIG_IGN };

	sigaction(SIGTERM, &act, NULL);
	sigaction(SIGUSR1, &act, NULL);
	sigaction(SIGPIPE, &ignore, NULL);
	sigemptyset(term);
	sigaddset(term, SIGTERM);
	sigaddset(term, SIGUSR1);
	sigprocmask(SIG_BLOCK, term, wait);
	sigdelset(wait, SIGTERM);
	sigdelset(wait, SIGUSR1);
}

/*
 * Waits for a request; false when it is time to stop.  A busy socket never lets
 * epoll_pwait deliver the signal, hence the look before it.
 */
static bool
wait_request(int epoll, const sigset_t *term, const sigset_t *wait)
{
	struct timespec none = { 0 };
	struct epoll_event event;

	if (sigtimedwait(term, NULL, &none) > 0)
		return false;
	if (epoll_pwait(epoll, &event, 1, -1, wait) < 0)
		return errno != EINTR;
	return true;
}

/* Watches the listening socket; a connection wakes one worker, not all. */
static int
watch_socket(void)
{
	struct epoll_event event = { .events = EPOLLIN | EPOLLEXCLUSIVE };
	int fd = epoll_create1(EPOLL_CLOEXEC);

	if (fd >= 0 &&
	    epoll_ctl(fd, EPOLL_CTL_ADD, FCGI_LISTENSOCK_FILENO, &event) == 0)
		return fd;
	log_msg("fcgi: the socket cannot be watched");
	return -1;
}

static int
run_fastcgi(fcgi_handler *fn, void *arg, unsigned long max)
{
	FCGX_Request request;
	struct fcgi g = { &request };
	sigset_t term, wait;
	int e, epoll;

	set_signals(&term, &wait);
	if (FCGX_Init() != 0 ||
	    FCGX_InitRequest(&request, FCGI_LISTENSOCK_FILENO,
		FCGI_FAIL_ACCEPT_ON_INTR) != 0) {
		log_msg("fcgi: libfcgi does not start");
		return 1;
	}
	/* Another worker may take the connection we were woken for. */
	if (fcntl(FCGI_LISTENSOCK_FILENO, F_SETFL, O_NONBLOCK) < 0)
		log_msg("fcgi: the socket stays blocking");
	if ((epoll = watch_socket()) < 0)
		return 1;
	while (max > 0 && wait_request(epoll, &term, &wait)) {
		if ((e = FCGX_Accept_r(&request)) == -EAGAIN || e == -EINTR)
			continue;
		if (e != 0) {
			log_msg("fcgi: accept failed: %d", e);
			continue;
		}
		counters_begin();
		fn(&g, arg);
		FCGX_Finish_r(&request);
		max--;
	}
	close(epoll);
	FCGX_Free(&request, 1);
	return 0;
}

int
fcgi_run(fcgi_handler *fn, void *arg, unsigned long max)
{
	struct fcgi cgi = { NULL };

	if (!FCGX_IsCGI())
		return run_fastcgi(fn, arg, max);
	if (getenv("GATEWAY_INTERFACE") == NULL &&
	    getenv("REQUEST_METHOD") == NULL) {
		log_msg("fcgi: neither a listening socket on standard input "
			"nor a CGI environment");
		return 2;
	}
	fn(&cgi, arg);
	return 0;
}
