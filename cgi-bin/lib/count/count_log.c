/* count_log.c - a log of nginx, read line by line. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <zlib.h>

#include "base/log.h"
#include "base/say.h"
#include "count/count_log.h"

/* A line of ours has two thousand bytes at most; nginx takes an agent of
 * twenty thousand. */
enum { ROOM = 256 * 1024, LINE_MAX_BYTES = 64 * 1024 };

struct count_log {
	gzFile file;
	char digest[DIGEST_HEX + 1];
	uint64_t position; /* of the line at "at" */
	size_t at, end;    /* of what was read and not yet given */
	bool is_cut;
	char bytes[ROOM];
};

/* Moves what is left to the front and reads more.  False at the end. */
static bool
fill(struct count_log *log)
{
	int n, error = Z_OK;

	memmove(log->bytes, log->bytes + log->at, log->end - log->at);
	log->end -= log->at;
	log->at = 0;
	n = gzread(log->file, log->bytes + log->end,
	    (unsigned)(ROOM - log->end));
	log->end += n > 0 ? (size_t)n : 0;
	if (n <= 0)
		gzerror(log->file, &error);
	log->is_cut = error != Z_OK && error != Z_STREAM_END;
	return n > 0;
}

/* Passes n bytes, of which the last ends a line. */
static void
pass(struct count_log *log, size_t n)
{
	log->at += n;
	log->position += n;
}

/* Passes the rest of a line that is too long: NULL when its end is not there,
 * and then nothing is passed. */
static char *
pass_long(struct count_log *log, size_t *n)
{
	static char none[1];
	uint64_t start = log->position;
	const char *eol;

	do {
		eol = memchr(log->bytes + log->at, '\n', log->end - log->at);
		if (eol == NULL)
			pass(log, log->end - log->at);
	} while (eol == NULL && fill(log));
	if (eol == NULL) {
		count_log_seek(log, start);
		return NULL;
	}
	pass(log, (size_t)(eol - (log->bytes + log->at)) + 1);
	*n = 0;
	return none;
}

char *
count_log_line(struct count_log *log, size_t *n)
{
	char *line, *eol;

	for (;;) {
		line = log->bytes + log->at;
		eol = memchr(line, '\n', log->end - log->at);
		if (eol != NULL)
			break;
		if (log->end - log->at > LINE_MAX_BYTES)
			return pass_long(log, n);
		if (!fill(log))
			return NULL;
	}
	*eol = '\0';
	*n = (size_t)(eol - line);
	pass(log, *n + 1);
	return line;
}

void
count_log_seek(struct count_log *log, uint64_t position)
{
	log->is_cut = gzseek(log->file, (z_off_t)position, SEEK_SET) < 0;
	log->at = log->end = 0;
	log->position = position;
}

struct count_log *
count_log_open(const char *path, const char **fault)
{
	struct count_log *log;
	struct stat st;
	gzFile file = NULL;
	char *line;
	size_t n;

	*fault = NULL;
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
		*fault = _("it is no file");
	else if ((file = gzopen(path, "rb")) == NULL)
		*fault = say_error(errno);
	if (*fault != NULL)
		return NULL;
	if ((log = malloc(sizeof(*log))) == NULL)
		log_die("count: out of memory");
	log->file = file;
	log->position = log->at = log->end = 0;
	do
		line = count_log_line(log, &n);
	while (line != NULL && n == 0);
	if (line == NULL && log->is_cut)
		*fault = _("its compression is damaged");
	if (line == NULL) {
		count_log_close(log);
		return NULL;
	}
	digest_sha256(log->digest, line, n);
	count_log_seek(log, 0);
	return log;
}

void
count_log_close(struct count_log *log)
{
	if (log == NULL)
		return;
	gzclose(log->file);
	free(log);
}

const char *
count_log_digest(const struct count_log *log)
{
	return log->digest;
}

uint64_t
count_log_position(const struct count_log *log)
{
	return log->position;
}

bool
count_log_is_cut(const struct count_log *log)
{
	return log->is_cut;
}
