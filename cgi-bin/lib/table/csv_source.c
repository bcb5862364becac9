/* csv_source.c - the bytes of a table, which can be read again. */

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/say.h"
#include "table/csv_source.h"

enum { BLOCK = 1 << 16 };

bool
csv_source_open(struct csv_source *s, const char *path)
{
	*s = (struct csv_source){ .n = 0 };
	snprintf(s->path, sizeof(s->path), "%s", path);
	if ((s->file = gzopen(path, "rbe")) == NULL)
		return false;
	gzbuffer(s->file, BLOCK);
	return true;
}

int
csv_source_unnamed(void)
{
	const char *dir = getenv("TMPDIR");
	char path[4096];
	int fd;

	snprintf(path, sizeof(path), "%.4000s/guichet-XXXXXX",
	    dir != NULL ? dir : "/var/tmp");
	if ((fd = mkostemp(path, O_CLOEXEC)) >= 0)
		unlink(path);
	return fd;
}

bool
csv_source_open_fd(struct csv_source *s, const char *path, int fd)
{
	*s = (struct csv_source){ .n = 0 };
	snprintf(s->path, sizeof(s->path), "%s", path);
	if (lseek(fd, 0, SEEK_SET) == 0)
		s->file = gzdopen(fd, "rbe");
	if (s->file == NULL)
		close(fd);
	return s->file != NULL;
}

void
csv_source_bytes(struct csv_source *s, const char *bytes, size_t n)
{
	*s = (struct csv_source){ .bytes = bytes, .n = n };
}

void
csv_source_close(struct csv_source *s)
{
	if (s->file != NULL)
		gzclose(s->file);
	s->file = NULL;
}

size_t
csv_source_read(struct csv_source *s, void *to, size_t n)
{
	int got;

	if (s->most > 0 && n > s->most)
		n = s->most;
	if (s->file != NULL) {
		got = gzread(s->file, to, (unsigned)n);
		return got > 0 ? (size_t)got : 0;
	}
	if (n > s->n - s->at)
		n = s->n - s->at;
	memcpy(to, s->bytes + s->at, n);
	s->at += n;
	return n;
}

/* ---- reading again ---- */

/* Writes the n bytes and the rest of the source. */
static bool
write_rest(struct csv_source *s, gzFile to, const void *last, size_t n)
{
	char block[BLOCK];
	size_t k;

	if (n > 0 && gzwrite(to, last, (unsigned)n) == 0)
		return false;
	while ((k = csv_source_read(s, block, sizeof(block))) > 0)
		if (gzwrite(to, block, (unsigned)k) == 0)
			return false;
	return true;
}

/* The file by which the rest of the source can be read again; NULL, with
 * errno. */
static gzFile
copy_rest(struct csv_source *s, const void *last, size_t n)
{
	int fd = csv_source_unnamed(), copy = fd >= 0 ? dup(fd) : -1;
	gzFile to = copy >= 0 ? gzdopen(copy, "wbe1") : NULL, from = NULL;
	bool written = to != NULL && write_rest(s, to, last, n);

	if (to == NULL && copy >= 0)
		close(copy);
	if (to != NULL && gzclose(to) != Z_OK)
		written = false;
	if (written && lseek(fd, 0, SEEK_SET) == 0)
		from = gzdopen(fd, "rbe");
	if (from == NULL && fd >= 0)
		close(fd);
	return from;
}

static bool
hold_file(struct csv_source *s, const void *last, size_t n)
{
	gzFile copy;

	s->begin = gztell(s->file) - (z_off_t)n;
	/* gzseek alone does not tell a pipe of which nothing was read. */
	if (gzoffset(s->file) >= 0 &&
	    gzseek(s->file, s->begin, SEEK_SET) == s->begin)
		return true;
	copy = copy_rest(s, last, n);
	/* What cannot be read is told by the source itself. */
	if (copy == NULL || csv_source_fault(s) != NULL) {
		if (copy != NULL)
			gzclose(copy);
		else
			log_msg(_("cannot keep \"%s\": %s"), s->path,
			    say_error(errno));
		return copy != NULL;
	}
	gzclose(s->file);
	s->file = copy;
	s->begin = 0;
	return true;
}

bool
csv_source_hold(struct csv_source *s, const void *last, size_t n)
{
	s->held = true;
	if (s->file != NULL)
		return hold_file(s, last, n);
	s->at = 0;
	return true;
}

bool
csv_source_again(struct csv_source *s)
{
	if (!s->held)
		return csv_source_hold(s, NULL, 0);
	s->at = 0;
	if (s->file == NULL || gzseek(s->file, s->begin, SEEK_SET) == s->begin)
		return true;
	log_msg(_("cannot read \"%s\": %s"), s->path, say_error(errno));
	return false;
}

const char *
csv_source_fault(const struct csv_source *s)
{
	int e = Z_OK;

	if (s->file != NULL)
		gzerror(s->file, &e);
	return e == Z_ERRNO                  ? say_error(errno)
	    : e == Z_OK || e == Z_STREAM_END ? NULL
					     : N_("the file is cut short or "
						  "damaged");
}
