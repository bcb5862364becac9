/*
 * gazetteer_file.c - the names of places as a file.
 *
 * A head, then the arrays of the gazetteer one after the other, as they are in
 * memory.  The head says of what version and build they are and how long each
 * is, and has the digest of them all: what is read from it needs no check after
 * that.
 */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/build.h"
#include "base/log.h"
#include "crypto/digest.h"
#include "gazetteer/gazetteer_file.h"

enum { ALIGN = 16, SECTIONS = 18 };

/* Where the gazetteer has an array, and how many items are in it. */
#define SECTION(array, count) \
	{ \
		offsetof(struct gazetteer, array), \
		    offsetof(struct gazetteer, count), \
		    sizeof(*((struct gazetteer *)0)->array) \
	}
static const struct section {
	size_t array, count, item;
} sections[SECTIONS] = {
	SECTION(text, texts),
	SECTION(place, all),
	SECTION(link, links),
	SECTION(name, names),
	SECTION(shape, names),
	SECTION(body, bodies),
	SECTION(abbreviation, abbreviations),
	SECTION(scale, scales),
	SECTION(word, words),
	SECTION(code, codes),
	SECTION(past, pasts),
	SECTION(zip, zips),
	SECTION(key[GAZETTEER_BY_SQUEEZE], names),
	SECTION(key[GAZETTEER_BY_CORE], names),
	SECTION(key[GAZETTEER_BY_BAG], names),
	SECTION(key[GAZETTEER_BY_SOUND], names),
	SECTION(city, cities),
	SECTION(centre, centres),
};

struct head {
	char magic[16];
	char build[48];
	uint64_t version, bytes, places, n[SECTIONS];
	char digest[DIGEST_HEX + 8];
};

static const char magic[16] = "guichet places";

static size_t
aligned(size_t n)
{
	return (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

static size_t
count_of(const struct gazetteer *g, const struct section *s)
{
	size_t n;

	memcpy(&n, (const char *)g + s->count, sizeof(n));
	return n;
}

static void
make_head(const struct gazetteer *g, unsigned long long version, struct head *h)
{
	*h = (struct head){ .version = version, .places = g->places };
	memcpy(h->magic, magic, sizeof(magic));
	snprintf(h->build, sizeof(h->build), "%s", build_id);
	h->bytes = aligned(sizeof(*h));
	for (size_t i = 0; i < SECTIONS; i++) {
		h->n[i] = count_of(g, &sections[i]);
		h->bytes += aligned(h->n[i] * sections[i].item);
	}
}

/* Of all that follows the head. */
static void
sign(const void *file, size_t bytes, char digest[DIGEST_HEX + 1])
{
	size_t head = aligned(sizeof(struct head));

	digest_sha256(digest, (const char *)file + head, bytes - head);
}

/* ---- writing ---- */

static void
fill(const struct gazetteer *g, struct head *h, char *file)
{
	char *to = file + aligned(sizeof(*h));

	for (size_t i = 0; i < SECTIONS; i++) {
		size_t n = h->n[i] * sections[i].item;
		const void *from;

		memcpy(&from, (const char *)g + sections[i].array,
		    sizeof(from));
		if (n > 0)
			memcpy(to, from, n);
		to += aligned(n);
	}
	sign(file, h->bytes, h->digest);
	memcpy(file, h, sizeof(*h));
}

/* Room is taken before it is written to: a full disk would end the process. */
static bool
write_file(const struct gazetteer *g, struct head *h, int fd)
{
	char *file;

	if ((errno = posix_fallocate(fd, 0, (off_t)h->bytes)) != 0)
		return false;
	file = mmap(NULL, h->bytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (file == MAP_FAILED)
		return false;
	fill(g, h, file);
	munmap(file, h->bytes);
	return true;
}

/* ---- reading ---- */

/* Whether the file is whole and ours: then all in it is as it was written. */
static bool
is_right(const void *file, size_t bytes, unsigned long long version)
{
	const struct head *h = file;
	char digest[DIGEST_HEX + 1];
	struct head want = { .version = version };
	size_t all = aligned(sizeof(*h));

	memcpy(want.magic, magic, sizeof(magic));
	snprintf(want.build, sizeof(want.build), "%s", build_id);
	if (memcmp(h, &want, offsetof(struct head, bytes)) != 0 ||
	    h->bytes != bytes)
		return false;
	for (size_t i = 0; i < SECTIONS; i++) {
		if (h->n[i] > bytes)
			return false;
		all += aligned(h->n[i] * sections[i].item);
	}
	if (all != bytes || h->places > h->n[1])
		return false;
	sign(file, bytes, digest);
	return memcmp(digest, h->digest, sizeof(digest)) == 0;
}

static struct gazetteer *
open_map(const void *file, size_t bytes)
{
	const struct head *h = file;
	const char *from = (const char *)file + aligned(sizeof(*h));
	struct gazetteer *g = calloc(1, sizeof(*g));

	if (g == NULL)
		log_die("gazetteer: out of memory");
	for (size_t i = 0; i < SECTIONS; i++) {
		size_t n = h->n[i];

		memcpy((char *)g + sections[i].array, &from, sizeof(from));
		memcpy((char *)g + sections[i].count, &n, sizeof(n));
		from += aligned(n * sections[i].item);
	}
	g->places = h->places;
	g->file = file;
	g->bytes = bytes;
	return g;
}

/* The memory of a file of this user, or NULL. */
static const void *
map_file(const char *path, size_t *bytes)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	void *file = MAP_FAILED;
	struct stat st;

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_uid == geteuid() &&
	    (size_t)st.st_size >= aligned(sizeof(struct head))) {
		*bytes = (size_t)st.st_size;
		file = mmap(NULL, *bytes, PROT_READ, MAP_SHARED, fd, 0);
	}
	close(fd);
	return file == MAP_FAILED ? NULL : file;
}

struct gazetteer *
gazetteer_file_map(const char *path, unsigned long long version)
{
	size_t bytes;
	const void *file = map_file(path, &bytes);

	if (file == NULL)
		return NULL;
	if (is_right(file, bytes, version))
		return open_map(file, bytes);
	munmap((void *)(uintptr_t)file, bytes);
	return NULL;
}

/* ---- writing it beside another ---- */

/* Of processes that start together one has the place, and the others see that
 * its file is as good: one that is replaced would be that process's alone. */
static bool
take_place(const char *beside, const char *path, unsigned long long version)
{
	struct gazetteer *there;

	if (link(beside, path) == 0)
		return true;
	if (errno != EEXIST)
		return false;
	there = gazetteer_file_map(path, version);
	gazetteer_free(there);
	return there != NULL ||
	    (unlink(path) == 0 && (link(beside, path) == 0 || errno == EEXIST));
}

bool
gazetteer_file_write(const struct gazetteer *g, const char *path,
    unsigned long long version)
{
	char beside[4096];
	struct head h;
	int fd, why;
	bool done;

	make_head(g, version, &h);
	snprintf(beside, sizeof(beside), "%s.%ld", path, (long)getpid());
	unlink(beside);
	fd = open(beside, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return false;
	done = write_file(g, &h, fd) && take_place(beside, path, version);
	why = errno;
	close(fd);
	unlink(beside);
	errno = why;
	return done;
}
