/* worker.c - the life of a worker, which reads several requests at a time and
 * answers one. */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/log.h"
#include "fcgi/exchange.h"

enum {
	LISTENING = 0, /* the descriptor of the socket, as FastCGI wants it */
	/* Connections that are read at a time; of more, that whose time is up
	 * first makes room. */
	READ_AT_ONCE = 32,
	STOP_MS = 2000 /* for requests under way, when it is time to stop */
};

struct worker {
	int epoll, signals; /* signals: -1, or signalfd(2) */
	fcgi_handler *fn;
	fcgi_idle *idle; /* or NULL */
	bool more;       /* it has something to do */
	void *arg;
	unsigned long left;                  /* requests that it still takes */
	struct fcgi *exchange[READ_AT_ONCE]; /* NULL until it is wanted */
};

/* ---- connections ---- */

static bool
is_open(const struct fcgi *g)
{
	return g != NULL && g->peer.fd >= 0;
}

/* Of the connections, that whose time is up first; NULL: there are none. */
static struct fcgi *
first_late(const struct worker *w)
{
	struct fcgi *first = NULL;

	for (int i = 0; i < READ_AT_ONCE; i++) {
		struct fcgi *g = w->exchange[i];

		if (is_open(g) &&
		    (first == NULL || g->peer.deadline < first->peer.deadline))
			first = g;
	}
	return first;
}

/* Room for another connection. */
static struct fcgi *
make_room(struct worker *w)
{
	struct fcgi *late;

	for (int i = 0; i < READ_AT_ONCE; i++) {
		if (w->exchange[i] == NULL)
			w->exchange[i] = exchange_new();
		if (!is_open(w->exchange[i]))
			return w->exchange[i];
	}
	late = first_late(w);
	exchange_close(late);
	return late;
}

static bool
watch(struct worker *w, struct fcgi *g)
{
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = g };

	return g->watched ||
	    (g->watched = epoll_ctl(w->epoll, EPOLL_CTL_ADD, g->peer.fd,
			      &event) == 0);
}

/* Does what is next for a connection, until it must be waited for. */
static void
go_on(struct worker *w, struct fcgi *g, enum exchange_next next)
{
	if (next == EXCHANGE_ANSWER) {
		next = exchange_answer(g, w->fn, w->arg);
		w->left -= w->left > 0;
		w->more |= w->idle != NULL && g->wants_idle;
	}
	if (next == EXCHANGE_CLOSE || !watch(w, g))
		exchange_close(g);
}

static void
begin(struct worker *w, int fd)
{
	struct fcgi *g = make_room(w);

	exchange_open(g, fd);
	go_on(w, g, exchange_read(g));
}

/* Takes a connection, if no other worker has; false when none can be. */
static bool
take_connection(struct worker *w)
{
	int fd = accept4(LISTENING, NULL, NULL, SOCK_CLOEXEC);

	if (fd >= 0) {
		begin(w, fd);
		return true;
	}
	if (errno == EAGAIN || errno == EINTR || errno == ECONNABORTED)
		return true;
	log_msg("fcgi: accept failed: %s", strerror(errno));
	return false;
}

/* ---- turns ---- */

/* Waits for something to happen and does what it wants, or meanwhile what can
 * wait; false when it is time to stop.  Each turn is of one event: what is
 * closed in it had no other; and epoll gives all that are ready a turn, so that
 * a busy socket does not keep a signal from being seen.  What stopped and went
 * on, as under a debugger, has waited for nothing (EINTR). */
static bool
take_turn(struct worker *w)
{
	struct fcgi *late = first_late(w);
	struct epoll_event event = { 0 };
	int left = late != NULL ? peer_left(&late->peer) : -1, n;

	if (left == 0) {
		go_on(w, late, exchange_late(late));
		return true;
	}
	n = epoll_wait(w->epoll, &event, 1, w->more ? 0 : left);
	if (n == 0 && w->more)
		w->more = w->idle(w->arg);
	if (n <= 0)
		return n == 0 || errno == EINTR;
	if (event.data.ptr == w)
		return false;
	if (event.data.ptr == NULL)
		return take_connection(w);
	go_on(w, event.data.ptr, exchange_read(event.data.ptr));
	return true;
}

static struct worker *
worker_new(fcgi_handler *fn, void *arg, unsigned long max)
{
	struct worker *w = calloc(1, sizeof(*w));

	if (w == NULL)
		log_die("fcgi: out of memory");
	w->fn = fn;
	w->arg = arg;
	w->left = max;
	w->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (w->epoll < 0)
		log_die("fcgi: the socket cannot be watched");
	w->signals = -1;
	return w;
}

static void
worker_free(struct worker *w)
{
	for (int i = 0; i < READ_AT_ONCE; i++)
		if (w->exchange[i] != NULL)
			exchange_free(w->exchange[i]);
	close(w->epoll);
	if (w->signals >= 0)
		close(w->signals);
	free(w);
}

bool
fcgi_serve(int fd, fcgi_handler *fn, void *arg)
{
	struct worker *w = worker_new(fn, arg, 1);
	bool asked;

	begin(w, fd);
	while (first_late(w) != NULL)
		take_turn(w);
	asked = w->left == 0;
	worker_free(w);
	return asked;
}

/* ---- its life ---- */

/* SIGTERM and SIGUSR1 are blocked, so that no response is cut short, and wait
 * beside the connections. */
static bool
watch_signals(struct worker *w)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = w };
	sigset_t stop;

	sigaction(SIGPIPE, &ignore, NULL);
	sigemptyset(&stop);
	sigaddset(&stop, SIGTERM);
	sigaddset(&stop, SIGUSR1);
	sigprocmask(SIG_BLOCK, &stop, NULL);
	w->signals = signalfd(-1, &stop, SFD_CLOEXEC);
	return w->signals >= 0 &&
	    epoll_ctl(w->epoll, EPOLL_CTL_ADD, w->signals, &event) == 0;
}

/* Watches the listening socket; a connection wakes one worker, not all, and
 * another may take it first. */
static bool
watch_socket(struct worker *w)
{
	struct epoll_event event = { .events = EPOLLIN | EPOLLEXCLUSIVE };

	return fcntl(LISTENING, F_SETFL, O_NONBLOCK) == 0 &&
	    epoll_ctl(w->epoll, EPOLL_CTL_ADD, LISTENING, &event) == 0;
}

/* Takes no more connections, and waits for those that there are, whatever else
 * it is told meanwhile. */
static void
stop(struct worker *w)
{
	w->idle = NULL;
	w->more = false;
	epoll_ctl(w->epoll, EPOLL_CTL_DEL, LISTENING, NULL);
	epoll_ctl(w->epoll, EPOLL_CTL_DEL, w->signals, NULL);
	for (int i = 0; i < READ_AT_ONCE; i++)
		if (is_open(w->exchange[i]) &&
		    peer_left(&w->exchange[i]->peer) > STOP_MS)
			peer_patience(&w->exchange[i]->peer, STOP_MS);
	while (first_late(w) != NULL)
		take_turn(w);
}

static int
run_fastcgi(fcgi_handler *fn, fcgi_idle *idle, void *arg, unsigned long max)
{
	struct worker *w = worker_new(fn, arg, max);
	bool watched = watch_signals(w) && watch_socket(w);

	w->idle = idle;

	if (!watched)
		log_msg("fcgi: the socket cannot be watched");
	while (watched && w->left > 0 && take_turn(w))
		;
	stop(w);
	worker_free(w);
	return watched ? 0 : 1;
}

static int
run_cgi(fcgi_handler *fn, void *arg)
{
	struct fcgi *g = exchange_new();

	g->cgi = true;
	fn(g, arg);
	exchange_free(g);
	return 0;
}

static bool
is_listening(void)
{
	int on = 0;
	socklen_t n = sizeof(on);

	return getsockopt(LISTENING, SOL_SOCKET, SO_ACCEPTCONN, &on, &n) == 0 &&
	    on != 0;
}

bool
fcgi_is_cgi(void)
{
	return getenv("GATEWAY_INTERFACE") != NULL ||
	    getenv("REQUEST_METHOD") != NULL;
}

int
fcgi_run(fcgi_handler *fn, fcgi_idle *idle, void *arg, unsigned long max)
{
	if (is_listening())
		return run_fastcgi(fn, idle, arg, max);
	return fcgi_is_cgi() ? run_cgi(fn, arg) : FCGI_NOBODY;
}

bool
fcgi_has_server(void)
{
	return is_listening() || fcgi_is_cgi();
}
