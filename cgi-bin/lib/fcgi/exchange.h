#ifndef EXCHANGE_H
#define EXCHANGE_H

#include "fcgi/fcgi.h"
#include "fcgi/peer.h"

/*
 * A request and its response, over one connection, for exchange.c and worker.c
 * alone.  A request is read as it comes, whole with its body, beside those of
 * other connections: who sends it slowly, or not to its end, keeps nobody
 * waiting.
 */
enum {
	/* An address comes twice, whole and as its query string, of which nginx
	 * takes 24 kB; Apache hands over 50 headers of 16 kB
	 * (apache-server.conf). */
	EXCHANGE_PARAMS = 1 << 20,
	EXCHANGE_PAIRS = 128,
	/* Bytes that may come before the parameters end. */
	EXCHANGE_HEAD = 2 * EXCHANGE_PARAMS,
	/* Of a body, unless the program takes longer ones: no page of it takes
	 * one (page.c), and it is not read. */
	EXCHANGE_BODY = 512 << 10
};

struct fcgi {
	bool cgi;     /* plain CGI: nothing of what follows */
	bool watched; /* by its worker */
	unsigned id;  /* of the request; 0: none yet */
	enum {
		EXCHANGE_IN_HEAD,
		EXCHANGE_IN_BODY,
		EXCHANGE_ANSWERED /* the rest of the body is not read */
	} state;
	bool ended;     /* the body came whole */
	bool responded; /* by the handler */
	bool wants_idle;
	size_t head_n;  /* bytes of the head so far */
	size_t body_n;  /* of the body */
	size_t body_of; /* how many it is to have, if it is kept */
	char *body;
	struct fcgi_peer peer; /* its fd is -1 when there is no connection */
	int pairs_n;
	size_t params_n;
	struct fcgi_pair pairs[EXCHANGE_PAIRS];
	char params[EXCHANGE_PARAMS];
};

/* Without a connection.  Freed by exchange_free. */
struct fcgi *exchange_new(void);
void exchange_free(struct fcgi *);

/* Begins with a connected socket, and ends with it: it is closed. */
void exchange_open(struct fcgi *, int fd);
void exchange_close(struct fcgi *);

/* Reads what has come: what to do next. */
enum exchange_next { EXCHANGE_WAIT, EXCHANGE_ANSWER, EXCHANGE_CLOSE };
enum exchange_next exchange_read(struct fcgi *);

/* The same once its time is up (peer_left). */
enum exchange_next exchange_late(const struct fcgi *);

/* Answers the request by fn: what to do next. */
enum exchange_next exchange_answer(struct fcgi *, fcgi_handler *fn, void *arg);

#endif
