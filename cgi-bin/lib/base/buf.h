#ifndef BUF_H
#define BUF_H

#include <stddef.h>

/*
 * A growing buffer of bytes.  It keeps its memory when reset.  The append
 * functions whose name says a context escape for it.
 */
struct buf {
	char *data; /* NUL-terminated once something was put */
	size_t len, size;
};

/* Takes the room of n more bytes at once: what is put by pieces is then copied
 * once. */
void buf_reserve(struct buf *, size_t n);

void buf_put(struct buf *, const char *p, size_t n);
void buf_puts(struct buf *, const char *s);
void buf_putc(struct buf *, char c);
void buf_put_int(struct buf *, long long n);
void buf_putf(struct buf *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* n in decimal, within s; where it begins. */
const char *buf_digits(char s[24], long long n);

/* Appends s percent-encoded as one value of a query string or path step. */
void buf_put_url(struct buf *, const char *s);

/* Appends s as one field of a tab-separated row: \t, \n and \ escaped as
 * LOAD DATA reads them; NULL as \N. */
void buf_put_tsv(struct buf *, const char *s);

/* Appends a whole file, unpacked when it is one of gzip; NULL, or why it cannot
 * be read. */
const char *buf_put_file(struct buf *, const char *path);

/* The same, for a file that has at most max bytes once unpacked. */
const char *buf_put_file_under(struct buf *, const char *path, size_t max);

/* The same, of a file that is open, and that is closed then. */
const char *buf_put_fd_under(struct buf *, int fd, size_t max);

void buf_reset(struct buf *); /* empties, keeps the memory */
void buf_free(struct buf *);  /* gives the memory back */

#endif
