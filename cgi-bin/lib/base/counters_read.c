/* counters_read.c - what the workers of a program have counted, for those who
 * ask. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/counters_read.h"

struct counters_file {
	int fd;
	const struct counters *slot; /* the head is before the first */
};

/* Whether the file is whole and of this layout: what is past its end could not
 * be read. */
static bool
is_ours(int fd)
{
	const struct counters_head want = COUNTERS_HEAD;
	struct counters_head head = { 0 };
	struct stat st;

	return fstat(fd, &st) == 0 && st.st_size >= COUNTERS_SIZE &&
	    pread(fd, &head, sizeof(head), 0) == (ssize_t)sizeof(head) &&
	    memcmp(&head, &want, sizeof(head)) == 0;
}

struct counters_file *
counters_read(const char *folder)
{
	struct counters_file *f;
	char path[4096];
	void *all = MAP_FAILED;
	int fd;

	snprintf(path, sizeof(path), "%s/counters", folder);
	if ((fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) < 0)
		return NULL;
	errno = EPROTO;
	if (is_ours(fd))
		all = mmap(NULL, COUNTERS_SIZE, PROT_READ, MAP_SHARED, fd, 0);
	if (all == MAP_FAILED || (f = malloc(sizeof(*f))) == NULL) {
		close(fd);
		return NULL;
	}
	*f = (struct counters_file){ fd, (const struct counters *)all + 1 };
	return f;
}

void
counters_free(struct counters_file *f)
{
	if (f == NULL)
		return;
	munmap((void *)(uintptr_t)(f->slot - 1), COUNTERS_SIZE);
	close(f->fd);
	free(f);
}

const struct counters *
counters_slot(const struct counters_file *f, size_t i, bool *alive)
{
	struct flock lock = counters_lock(i);

	if (i >= COUNTERS_WORKERS || counters_get(&f->slot[i].pid) == 0)
		return NULL;
	/* A description of its own: a lock of this very process counts too. */
	*alive = fcntl(f->fd, F_OFD_GETLK, &lock) == 0 &&
	    lock.l_type != F_UNLCK;
	return &f->slot[i];
}

/* The number of a route in the sum, which learns its name; 0: it is full. */
static size_t
route_in(struct counters *sum, const char *name)
{
	for (size_t k = 1; k < COUNTERS_ROUTES; k++) {
		if (*sum->route[k] == '\0')
			memcpy(sum->route[k], name, COUNTERS_ROUTE - 1);
		if (strncmp(sum->route[k], name, COUNTERS_ROUTE - 1) == 0)
			return k;
	}
	return 0;
}

struct counters *
counters_sum(const struct counters_file *f)
{
	struct counters *sum = calloc(1, sizeof(*sum));
	const struct counters *c;
	bool alive;

	for (size_t i = 0; sum != NULL && i < COUNTERS_WORKERS; i++) {
		if ((c = counters_slot(f, i, &alive)) == NULL)
			continue;
		for (size_t k = 0; k < COUNTER__MAX; k++)
			counters_plus(&sum->count[k],
			    counters_get(&c->count[k]));
		counters_add_route(sum, 0, c, 0);
		for (size_t k = 1; k < COUNTERS_ROUTES; k++)
			if (*c->route[k] != '\0')
				counters_add_route(sum,
				    route_in(sum, c->route[k]), c, k);
	}
	return sum;
}
