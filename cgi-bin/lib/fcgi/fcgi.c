/* fcgi.c - where requests come in and responses leave. */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/counters.h"
#include "base/log.h"
#include "fcgi/fcgi.h"
#include "fcgi/peer.h"

enum {
	LISTENING = 0, /* the descriptor of the socket, as FastCGI wants it */
	/* Milliseconds.  nginx has the whole request before it speaks; other
	 * servers pass a body on as it comes. */
	HEAD_MS = 2000,
	BODY_MS = 10000,
	WRITE_MS = 30000, /* the whole response, from its first byte */
	CLOSE_MS = 1000,  /* for the rest of a body that nobody read */
	/* An address comes twice, whole and as its query string: nginx takes
	 * 24 kB. */
	PARAMS_MAX = 128 << 10,
	PAIRS_MAX = 128,
	/* Bytes that may come before the parameters end. */
	HEAD_MAX = 2 * PARAMS_MAX
};

struct fcgi {
	bool cgi;     /* plain CGI: nothing of what follows */
	unsigned id;  /* of the request; 0: none yet */
	bool ended;   /* the body came whole */
	bool writing; /* the response began */
	struct fcgi_pair pairs[PAIRS_MAX];
	int pairs_n;
	size_t params_n;
	char params[PARAMS_MAX];
	struct fcgi_peer peer;
};

const char *
fcgi_env(const struct fcgi *g, const char *name)
{
	if (g->cgi)
		return getenv(name);
	for (int i = 0; i < g->pairs_n; i++)
		if (strcmp(g->pairs[i].name, name) == 0)
			return g->pairs[i].value;
	return NULL;
}

/* ---- the request ---- */

static void
fcgi_send(struct fcgi *g, char *p, size_t n)
{
	struct iovec part = { p, n };

	peer_send(&g->peer, &part, 1);
}

/* What a web server asks of a program rather than of a page: there are no
 * values to give, and no other type is known. */
static void
answer_management(struct fcgi *g, unsigned type)
{
	char out[2 * FCGI_HEADER];
	size_t n = sizeof(out);

	fcgi_record_short(out, FCGI_UNKNOWN_TYPE, 0, 0, type);
	if (type == FCGI_GET_VALUES) {
		fcgi_record_header(out, FCGI_GET_VALUES_RESULT, 0, 0);
		n = FCGI_HEADER;
	}
	fcgi_send(g, out, n);
}

static void
refuse_request(struct fcgi *g, unsigned id, enum fcgi_ended why)
{
	char out[2 * FCGI_HEADER];

	fcgi_record_short(out, FCGI_END_REQUEST, id, 4, why);
	fcgi_send(g, out, sizeof(out));
}

static void
begin_request(struct fcgi *g, const struct fcgi_record *r)
{
	if (g->id != 0) {
		refuse_request(g, r->id, FCGI_CANT_MPX_CONN);
	} else if (r->n != FCGI_HEADER || r->data[0] != 0 ||
	    r->data[1] != FCGI_RESPONDER) {
		refuse_request(g, r->id, FCGI_UNKNOWN_ROLE);
		g->peer.gone = true;
	} else {
		g->id = r->id;
	}
}

/* Takes a piece of the parameters; an empty one completes them.  False when
 * they are too many, or malformed. */
static bool
take_params(struct fcgi *g, const struct fcgi_record *r, bool *complete)
{
	if (r->n > sizeof(g->params) - g->params_n)
		return false;
	memcpy(g->params + g->params_n, r->data, r->n);
	g->params_n += r->n;
	if (r->n > 0)
		return true;
	*complete = true;
	g->pairs_n = fcgi_pairs(g->params, g->params_n, g->pairs, PAIRS_MAX);
	return g->pairs_n >= 0;
}

/* Takes a record of the head; false when there will be no request. */
static bool
take_head(struct fcgi *g, const struct fcgi_record *r, bool *complete)
{
	if (r->id == 0)
		answer_management(g, r->type);
	else if (r->type == FCGI_BEGIN_REQUEST)
		begin_request(g, r);
	else if (r->id != g->id)
		return true; /* of a request that was refused */
	else if (r->type == FCGI_PARAMS)
		return take_params(g, r, complete);
	return r->type != FCGI_ABORT_REQUEST;
}

/* Reads until the parameters are complete; false when they do not come. */
static bool
read_head(struct fcgi *g)
{
	struct fcgi_record r;
	bool complete = false;

	peer_patience(&g->peer, HEAD_MS);
	for (size_t n = 0; !complete; n += FCGI_HEADER + r.n)
		if (n > HEAD_MAX || !peer_next(&g->peer, &r) ||
		    !take_head(g, &r, &complete))
			return false;
	return true;
}

/* The next piece of the body; false at its end, and when it does not come. */
static bool
next_piece(struct fcgi *g, struct fcgi_record *r)
{
	while (!g->ended && peer_next(&g->peer, r)) {
		if (r->id != g->id)
			continue;
		if (r->type == FCGI_STDIN) {
			g->ended = r->n == 0;
			return !g->ended;
		}
		g->peer.gone = r->type == FCGI_ABORT_REQUEST;
	}
	return false;
}

/* Reads size bytes of the body; false when it has fewer. */
static bool
read_body(struct fcgi *g, char *s, size_t size)
{
	struct fcgi_record r;
	size_t done = 0;

	if (g->cgi)
		return fread(s, 1, size, stdin) == size;
	peer_patience(&g->peer, BODY_MS);
	while (done < size && next_piece(g, &r)) {
		size_t n = r.n < size - done ? r.n : size - done;

		memcpy(s + done, r.data, n);
		done += n;
	}
	return done == size;
}

enum rc
fcgi_read(struct fcgi *g, struct pool *pool, size_t max, const char **body,
    size_t *n)
{
	const char *length = fcgi_env(g, "CONTENT_LENGTH");
	size_t size;
	char *s, *end;

	*body = "";
	*n = 0;
	if (length == NULL || *length < '0' || *length > '9')
		return RC_BAD_PARAM;
	size = strtoul(length, &end, 10);
	if (*end != '\0' || size > max)
		return *end != '\0' ? RC_BAD_PARAM : RC_TOO_LARGE;
	s = pool_take(pool, size + 1);
	if (!read_body(g, s, size))
		return RC_BAD_PARAM;
	*body = s;
	*n = size;
	return RC_OK;
}

/* ---- the response ---- */

bool
fcgi_write(struct fcgi *g, const char *p, size_t n)
{
	if (g->cgi)
		return fwrite(p, 1, n, stdout) == n && fflush(stdout) == 0;
	if (!g->writing)
		peer_patience(&g->peer, WRITE_MS);
	g->writing = true;
	while (n > 0) {
		size_t step = n > FCGI_CONTENT_MAX ? FCGI_CONTENT_MAX : n;
		char header[FCGI_HEADER];
		struct iovec parts[] = { { header, sizeof(header) },
			{ (void *)(uintptr_t)p, step } };

		fcgi_record_header(header, FCGI_STDOUT, g->id, step);
		if (!peer_send(&g->peer, parts, 2))
			return false;
		p += step;
		n -= step;
	}
	return true;
}

/* Ends the response.  A socket that is closed while bytes wait in it is reset,
 * and the peer may lose the response: the rest of the body is read first.  Once
 * nginx has the response it sends no more of that, and waits for the end. */
static void
finish_response(struct fcgi *g)
{
	char out[3 * FCGI_HEADER];
	struct fcgi_record r;

	fcgi_record_header(out, FCGI_STDOUT, g->id, 0);
	fcgi_record_short(out + FCGI_HEADER, FCGI_END_REQUEST, g->id, 4,
	    FCGI_REQUEST_COMPLETE);
	fcgi_send(g, out, sizeof(out));
	shutdown(g->peer.fd, SHUT_WR);
	peer_patience(&g->peer, CLOSE_MS);
	while (next_piece(g, &r))
		;
}

bool
fcgi_serve(struct fcgi *g, int fd, fcgi_handler *fn, void *arg)
{
	bool asked;

	g->id = 0;
	g->ended = g->writing = false;
	g->params_n = 0;
	peer_open(&g->peer, fd);
	if ((asked = read_head(g))) {
		counters_begin();
		fn(g, arg);
		finish_response(g);
	}
	close(fd);
	return asked;
}

struct fcgi *
fcgi_new(void)
{
	struct fcgi *g = calloc(1, sizeof(*g));

	if (g == NULL)
		log_die("fcgi: out of memory");
	return g;
}

void
fcgi_free(struct fcgi *g)
{
	free(g);
}

/* ---- the life of a worker ---- */

static void
on_term(int signo)
{
	(void)signo;
}

/* SIGTERM stays blocked but while we wait for a request, so that no response is
 * cut short. */
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

/* Watches the listening socket; a connection wakes one worker, not all, and
 * another may take it first. */
static int
watch_socket(void)
{
	struct epoll_event event = { .events = EPOLLIN | EPOLLEXCLUSIVE };
	int fd = epoll_create1(EPOLL_CLOEXEC);

	if (fd >= 0 && fcntl(LISTENING, F_SETFL, O_NONBLOCK) == 0 &&
	    epoll_ctl(fd, EPOLL_CTL_ADD, LISTENING, &event) == 0)
		return fd;
	log_msg("fcgi: the socket cannot be watched");
	return -1;
}

static int
run_fastcgi(struct fcgi *g, fcgi_handler *fn, void *arg, unsigned long max)
{
	sigset_t term, wait;
	int fd, epoll;

	set_signals(&term, &wait);
	if ((epoll = watch_socket()) < 0)
		return 1;
	while (max > 0 && wait_request(epoll, &term, &wait)) {
		fd = accept4(LISTENING, NULL, NULL, SOCK_CLOEXEC);
		if (fd >= 0) {
			max -= fcgi_serve(g, fd, fn, arg);
		} else if (errno != EAGAIN && errno != EINTR &&
		    errno != ECONNABORTED) {
			log_msg("fcgi: accept failed: %s", strerror(errno));
			break;
		}
	}
	close(epoll);
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

int
fcgi_run(fcgi_handler *fn, void *arg, unsigned long max)
{
	struct fcgi *g = fcgi_new();
	int status = 0;

	g->cgi = !is_listening();
	if (!g->cgi) {
		status = run_fastcgi(g, fn, arg, max);
	} else if (getenv("GATEWAY_INTERFACE") != NULL ||
	    getenv("REQUEST_METHOD") != NULL) {
		fn(g, arg);
	} else {
		log_msg("fcgi: neither a listening socket on standard input "
			"nor a CGI environment");
		status = 2;
	}
	fcgi_free(g);
	return status;
}
