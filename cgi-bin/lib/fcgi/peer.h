#ifndef PEER_H
#define PEER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/uio.h>

#include "fcgi/record.h"

/*
 * The web server at the other end of a connection, which may stop midway: each
 * wait ends at the deadline, after which the peer counts as gone.
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

/* Sets the deadline of all later calls, ms milliseconds from now. */
void peer_patience(struct fcgi_peer *, int ms);

/* Sends all of the n parts, which it changes; false when the peer is gone. */
bool peer_send(struct fcgi_peer *, struct iovec *, size_t n);

/* Reads the next record, whole; its data is valid until the next call.  False
 * when none comes, or what comes is not a record: the peer is then gone. */
bool peer_next(struct fcgi_peer *, struct fcgi_record *);

#endif
