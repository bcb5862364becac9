#ifndef CSV_SOURCE_H
#define CSV_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include <zlib.h>

/* The bytes of a table: a file, plain or gzip, or a text in memory.  They are
 * read a block at a time, and can be read again. */
struct csv_source {
	char path[1024];   /* of the file, for messages */
	gzFile file;       /* NULL: bytes */
	const char *bytes; /* n of them, which must last */
	size_t n, at;
	size_t most;   /* that one reading gives; 0: any number */
	bool held;     /* it begins somewhere: */
	z_off_t begin; /* there in the file, unpacked */
};

/* Opens a file; false, with errno, when it cannot.  The caller closes it, which
 * bytes do not need, and bear. */
bool csv_source_open(struct csv_source *, const char *path);
void csv_source_bytes(struct csv_source *, const char *bytes, size_t n);
void csv_source_close(struct csv_source *);

/* A file that has no name, for nobody else is to read it, and that is gone with
 * the process, in $TMPDIR (/var/tmp): its descriptor, or -1 with errno. */
int csv_source_unnamed(void);

/* Opens what was written to a descriptor, from its beginning; path names it in
 * messages.  False, with errno; it is the source's, or closed. */
bool csv_source_open_fd(struct csv_source *, const char *path, int fd);

/* Reads up to n bytes: how many; 0 at the end, or where reading fails. */
size_t csv_source_read(struct csv_source *, void *to, size_t n);

/* From now on the source begins with the last n bytes that were read, a copy of
 * which is last.  What cannot go back, such as a pipe, is kept, packed, in a
 * file without a name.  False, logged, when that cannot
 * be written. */
bool csv_source_hold(struct csv_source *, const void *last, size_t n);

/* Goes back to where it begins; the first time, unless it was held, that is
 * where it stands.  False, logged, when it cannot. */
bool csv_source_again(struct csv_source *);

/* Why it cannot be read further, in words to translate; NULL: it can, or it has
 * ended. */
const char *csv_source_fault(const struct csv_source *);

#endif
