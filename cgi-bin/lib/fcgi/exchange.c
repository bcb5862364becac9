/* exchange.c - a request as it comes, and the response as it leaves. */

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/counters.h"
#include "base/log.h"
#include "base/str.h"
#include "fcgi/exchange.h"

/* Milliseconds.  nginx has the whole request before it speaks; other servers
 * pass a body on as it comes. */
enum {
	HEAD_MS = 2000,
	BODY_MS = 30000,
	WRITE_MS = 30000, /* the whole response, from its first byte */
	CLOSE_MS = 1000   /* for the rest of a body that nobody read */
};

const char *
fcgi_env(const struct fcgi *g, const char *name)
{
	if (g->cgi)
		return getenv(name);
	for (int i = 0; i < g->pairs_n; i++)
		if (str_is(g->pairs[i].name, name))
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
	g->pairs_n = fcgi_pairs(g->params, g->params_n, g->pairs,
	    EXCHANGE_PAIRS);
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

/* How many bytes the body is said to have: none when nothing is said (RFC 9110,
 * 8.6); false when what is said is no number. */
static bool
body_size(const struct fcgi *g, size_t *size)
{
	const char *length = fcgi_env(g, "CONTENT_LENGTH");
	char *end;

	*size = 0;
	if (length == NULL || *length == '\0')
		return true;
	if (*length < '0' || *length > '9')
		return false;
	*size = strtoul(length, &end, 10);
	return *end == '\0';
}

/* Of the process, as its program is. */
static size_t body_max = EXCHANGE_BODY;

void
fcgi_take_bodies(size_t max)
{
	body_max = max > EXCHANGE_BODY ? max : EXCHANGE_BODY;
}

/* The head is complete: a body that is not kept is not waited for either. */
static void
begin_body(struct fcgi *g)
{
	size_t size;

	g->state = EXCHANGE_IN_BODY;
	if (body_size(g, &size) && size <= body_max)
		g->body_of = size;
	if ((g->body = malloc(g->body_of + 1)) == NULL)
		log_die("fcgi: out of memory");
	peer_patience(&g->peer, BODY_MS);
}

/* Takes a record of the body, or after it. */
static void
take_body(struct fcgi *g, const struct fcgi_record *r)
{
	size_t left = g->body_of - g->body_n;
	size_t n = r->n < left ? r->n : left;

	if (r->id != g->id)
		return;
	g->peer.gone = r->type == FCGI_ABORT_REQUEST;
	if (r->type != FCGI_STDIN)
		return;
	g->ended = r->n == 0;
	if (g->state == EXCHANGE_IN_BODY)
		memcpy(g->body + g->body_n, r->data, n);
	if (g->state == EXCHANGE_IN_BODY)
		g->body_n += n;
}

/* Takes a record; false when there will be no request. */
static bool
take_record(struct fcgi *g, const struct fcgi_record *r)
{
	bool complete = false;

	if (g->state != EXCHANGE_IN_HEAD) {
		take_body(g, r);
		return true;
	}
	g->head_n += FCGI_HEADER + r->n;
	if (g->head_n > EXCHANGE_HEAD || !take_head(g, r, &complete))
		return false;
	if (complete)
		begin_body(g);
	return true;
}

/* Whether all is there that the state wants. */
static bool
is_whole(const struct fcgi *g)
{
	return g->state != EXCHANGE_IN_HEAD &&
	    (g->ended ||
		(g->state == EXCHANGE_IN_BODY && g->body_n == g->body_of));
}

/* A body that was cut short is for the page to refuse. */
enum exchange_next
exchange_late(const struct fcgi *g)
{
	return g->state == EXCHANGE_IN_BODY ? EXCHANGE_ANSWER : EXCHANGE_CLOSE;
}

enum exchange_next
exchange_read(struct fcgi *g)
{
	struct fcgi_record r;

	while (!is_whole(g)) {
		if (!peer_next(&g->peer, &r))
			return g->peer.gone ? exchange_late(g) : EXCHANGE_WAIT;
		if (!take_record(g, &r))
			return EXCHANGE_CLOSE;
	}
	return exchange_late(g);
}

enum rc
fcgi_read(struct fcgi *g, struct pool *pool, size_t max, const char **body,
    size_t *n)
{
	size_t size;

	*body = "";
	*n = 0;
	if (!body_size(g, &size))
		return RC_BAD_PARAM;
	if (size > max)
		return RC_TOO_LARGE;
	if (g->cgi) {
		char *s = pool_take(pool, size + 1);

		if (fread(s, 1, size, stdin) != size)
			return RC_BAD_PARAM;
		*body = s;
	} else {
		if (g->body_n < size)
			return RC_BAD_PARAM;
		g->body[size] = '\0';
		*body = g->body;
	}
	*n = size;
	return RC_OK;
}

/* ---- the response ---- */

/* Takes up to max of n bytes from *p, of which it takes as many off. */
static struct iovec
take_part(const char **p, size_t *n, size_t max)
{
	struct iovec part = { (void *)(uintptr_t)*p, *n < max ? *n : max };

	*p += part.iov_len;
	*n -= part.iov_len;
	return part;
}

/* By records as long as may be, the end with the last of them: most responses
 * leave by one system call, which counts where a page takes 150 µs. */
bool
fcgi_respond(struct fcgi *g, const char *head, size_t head_n, const char *body,
    size_t body_n)
{
	char header[FCGI_HEADER], end[3 * FCGI_HEADER];

	if (g->cgi)
		return fwrite(head, 1, head_n, stdout) == head_n &&
		    fwrite(body, 1, body_n, stdout) == body_n &&
		    fflush(stdout) == 0;
	g->responded = true;
	peer_patience(&g->peer, WRITE_MS);
	fcgi_record_header(end, FCGI_STDOUT, g->id, 0);
	fcgi_record_short(end + FCGI_HEADER, FCGI_END_REQUEST, g->id, 4,
	    FCGI_REQUEST_COMPLETE);
	while (head_n + body_n > 0 && !g->peer.gone) {
		struct iovec part[4] = { { header, sizeof(header) } };

		part[1] = take_part(&head, &head_n, FCGI_CONTENT_MAX);
		part[2] = take_part(&body, &body_n,
		    FCGI_CONTENT_MAX - part[1].iov_len);
		if (head_n + body_n == 0)
			part[3] = (struct iovec){ end, sizeof(end) };
		fcgi_record_header(header, FCGI_STDOUT, g->id,
		    part[1].iov_len + part[2].iov_len);
		peer_send(&g->peer, part, 4);
	}
	return !g->peer.gone;
}

void
fcgi_want_idle(struct fcgi *g)
{
	g->wants_idle = true;
}

/* Ends a request that has its response.  A socket that is closed while bytes
 * wait in it is reset, and the peer may lose the response: the rest of the body
 * is read first.  Once nginx has the response it sends no more of that, and
 * waits for the end. */
static enum exchange_next
finish_response(struct fcgi *g)
{
	enum exchange_next next;

	assert(g->responded);
	g->state = EXCHANGE_ANSWERED;
	peer_patience(&g->peer, CLOSE_MS);
	if ((next = exchange_read(g)) == EXCHANGE_WAIT)
		shutdown(g->peer.fd, SHUT_WR);
	return next;
}

enum exchange_next
exchange_answer(struct fcgi *g, fcgi_handler *fn, void *arg)
{
	counters_begin();
	fn(g, arg);
	return finish_response(g);
}

/* ---- the connection ---- */

struct fcgi *
exchange_new(void)
{
	struct fcgi *g = malloc(sizeof(*g));

	if (g == NULL)
		log_die("fcgi: out of memory");
	g->cgi = false;
	g->body = NULL;
	g->peer.fd = -1;
	return g;
}

void
exchange_free(struct fcgi *g)
{
	exchange_close(g);
	free(g);
}

void
exchange_open(struct fcgi *g, int fd)
{
	g->id = 0;
	g->state = EXCHANGE_IN_HEAD;
	g->watched = g->ended = g->responded = g->wants_idle = false;
	g->head_n = g->body_n = g->body_of = g->params_n = 0;
	g->pairs_n = 0;
	peer_open(&g->peer, fd);
	peer_patience(&g->peer, HEAD_MS);
}

void
exchange_close(struct fcgi *g)
{
	free(g->body);
	g->body = NULL;
	if (g->peer.fd >= 0)
		close(g->peer.fd);
	g->peer.fd = -1;
}
