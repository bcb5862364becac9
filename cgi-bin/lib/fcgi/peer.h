#ifndef PEER_H
#define PEER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/uio.h>

#include "fcgi/record.h"

/*
 * The web server at the other end of a connection, which may stop in the middle
 * of whatever it says: each wait ends at the deadline, after which the peer is
 * gone.
 */
struct fcgi_peer {
	int fd;
	bool gone;       /* nothing more can be read, or written */
	double deadline; /* see peer_patience */
	/* What came and was not read is in[from..to[. */
	size_t from, to;
	char in[FCGI_RECORD_MAX];
};

/* Begins with a connected socket, which stays the caller's. */
void peer_open(struct fcgi_peer *, int fd);

/* Sets the deadline, ms milliseconds from now, of all that follows. */
void peer_patience(struct fcgi_peer *, int ms);

/* Sends all of the n parts, which it changes; false when the peer is gone. */
bool peer_send(struct fcgi_peer *, struct iovec *, size_t n);

/* The next record, whole; its data lasts until the next is read.  False when
 * none comes; what is no record ends the connection. */
bool peer_next(struct fcgi_peer *, struct fcgi_record *);

#endif
