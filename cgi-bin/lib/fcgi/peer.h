#ifndef PEER_H
#define PEER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/uio.h>

#include "fcgi/record.h"

/*
 * The web server at the other end of a connection, which may stop midway.  A
 * read never waits; a write waits until the deadline, after which the peer
 * counts as gone.
 */
struct fcgi_peer {
	int fd;
	bool gone;       /* nothing more can be read, or written */
	double deadline; /* see peer_patience */
	/* What came and was not read is in[from..to[. */
	size_t from, to;
	char in[FCGI_RECORD_MAX];
};

/* Starts on a connected socket, which stays the caller's to close. */
void peer_open(struct fcgi_peer *, int fd);

/* Sets the deadline, ms milliseconds from now; and how many of them are left, 0
 * at least. */
void peer_patience(struct fcgi_peer *, int ms);
int peer_left(const struct fcgi_peer *);

/* Sends all of the n parts, which it changes; false when the peer is gone. */
bool peer_send(struct fcgi_peer *, struct iovec *, size_t n);

/* Reads the next record, whole; its data is valid until the next call.  False
 * when it has not come yet, when the peer is gone, and when what comes is not a
 * record: the peer is then gone. */
bool peer_next(struct fcgi_peer *, struct fcgi_record *);

#endif
