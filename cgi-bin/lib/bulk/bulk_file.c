/* bulk_file.c - a file for nginx to send. */

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bulk/bulk_file.h"

enum { GZ_BUFFER = 32 << 10 };

bool
bulk_file_open(struct bulk_file *f, const char *dir)
{
	char packed[BULK_PATH + 8];

	digest_begin(&f->digest);
	snprintf(f->path, BULK_PATH, "%s/%s", dir, f->name);
	snprintf(packed, sizeof(packed), "%s.gz", f->path);
	/* They may be other names of those that readers have. */
	unlink(f->path);
	unlink(packed);
	f->plain = fopen(f->path, "we");
	/* As little as nginx packs an answer: a tenth larger than the best,
	 * in a quarter of the time. */
	f->gz = gzopen(packed, "wbe1");
	if (f->gz != NULL)
		gzbuffer(f->gz, GZ_BUFFER);
	return f->plain != NULL && f->gz != NULL;
}

/* After a first failure the rest is dropped. */
void
bulk_file_put(struct bulk_file *f, const char *s, size_t n)
{
	if (n == 0 || f->bad)
		return;
	digest_add(&f->digest, s, n);
	f->bytes += n;
	f->bad = fwrite(s, 1, n, f->plain) != n ||
	    gzwrite(f->gz, s, (unsigned)n) != (int)n;
}

void
bulk_file_puts(struct bulk_file *f, const char *s)
{
	bulk_file_put(f, s, strlen(s));
}

/* For the web server to read, and on the disk before it takes the place of the
 * one of before. */
static bool
settle(const char *path, size_t *size)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	bool good = fd >= 0 && fchmod(fd, 0644) == 0 && fdatasync(fd) == 0 &&
	    fstat(fd, &st) == 0;

	if (good)
		*size = (size_t)st.st_size;
	if (fd >= 0)
		close(fd);
	return good;
}

bool
bulk_file_close(struct bulk_file *f)
{
	bool good = f->plain != NULL && f->gz != NULL && !f->bad;
	size_t bytes = 0;

	if (f->plain != NULL && fclose(f->plain) != 0)
		good = false;
	if (f->gz != NULL && gzclose(f->gz) != Z_OK)
		good = false;
	f->plain = NULL;
	f->gz = NULL;
	good = good && settle(f->path, &bytes) && bytes == f->bytes;
	snprintf(f->path + strlen(f->path), 4, ".gz");
	if (good)
		digest_end(&f->digest, f->sha256);
	return good && settle(f->path, &f->packed);
}
