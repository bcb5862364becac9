#ifndef RECORD_H
#define RECORD_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The records of FastCGI 1.0, as bytes: nothing here reads or writes a
 * connection.  Source: the FastCGI specification, 3.3 (records), 3.4
 * (name-value pairs), 5 and 8 (types and constants).
 */
enum fcgi_type {
	FCGI_BEGIN_REQUEST = 1,
	FCGI_ABORT_REQUEST = 2,
	FCGI_END_REQUEST = 3,
	FCGI_PARAMS = 4,
	FCGI_STDIN = 5,
	FCGI_STDOUT = 6,
	FCGI_GET_VALUES = 9,
	FCGI_GET_VALUES_RESULT = 10,
	FCGI_UNKNOWN_TYPE = 11
};

/* How a request ended: the protocolStatus of END_REQUEST. */
enum fcgi_ended {
	FCGI_REQUEST_COMPLETE = 0,
	FCGI_CANT_MPX_CONN = 1,
	FCGI_UNKNOWN_ROLE = 3
};

enum {
	FCGI_HEADER = 8, /* bytes of a header, and of most bodies */
	FCGI_CONTENT_MAX = 65535,
	/* A whole record, its padding too. */
	FCGI_RECORD_MAX = FCGI_HEADER + FCGI_CONTENT_MAX + 255,
	FCGI_RESPONDER = 1 /* the role that answers requests */
};

struct fcgi_record {
	unsigned type;    /* enum fcgi_type, or one that is not known */
	unsigned id;      /* of the request; 0: of the connection */
	size_t n;         /* bytes of content */
	const char *data; /* the content, in the bytes that were read */
};

/*
 * Reads the record at the start of n bytes.  Returns its length with header and
 * padding; when that is more than n the record is incomplete, and only its
 * header was read, if all FCGI_HEADER bytes are there.  0 when the bytes are
 * not a record of version 1.
 */
size_t fcgi_record_read(const char *p, size_t n, struct fcgi_record *);

/* Writes a header of FCGI_HEADER bytes; n is at most FCGI_CONTENT_MAX. */
void fcgi_record_header(char *p, enum fcgi_type, unsigned id, size_t n);

/* Writes a record of 2 * FCGI_HEADER bytes whose body of 8 bytes is zero but
 * for byte number `at`, 0 to 7: END_REQUEST, UNKNOWN_TYPE. */
void fcgi_record_short(char *p, enum fcgi_type, unsigned id, int at,
    unsigned value);

struct fcgi_pair {
	const char *name, *value;
};

/*
 * Splits the n bytes of a PARAMS stream into pairs, in place: each name and
 * value is NUL-terminated within p, and valid as long as p.  Returns how many;
 * -1 when a length passes the end, a name or a value contains a NUL, or there
 * are more than max.
 */
int fcgi_pairs(char *p, size_t n, struct fcgi_pair *, int max);

#endif
