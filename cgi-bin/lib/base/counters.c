/* counters.c - what a process counts, in memory that outlives it. */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/build.h"
#include "base/clock.h"
#include "base/counters.h"

/*
 * Of the process, as the log is: what counts, in whatever room, is not given
 * them.  Without a file it counts here, and nobody sees it.
 */
static struct counters own;
static struct counters *mine = &own;
static int file = -1; /* holds the lock of the slot */
static double began;  /* clock_ms() */

/* ---- a slot of the file ---- */

/* An old file of another layout makes way: the workers that still map it go on
 * in memory that nobody else sees, until they end. */
static int
open_file(const char *path)
{
	const struct counters_head want = COUNTERS_HEAD;
	struct counters_head head = { 0 };
	int fd;

	for (int tries = 0; tries < 10; tries++) {
		fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
		    0644);
		if (fd < 0 ||
		    pread(fd, &head, sizeof(head), 0) != (ssize_t)sizeof(head))
			break;
		if (memcmp(&head, &want, sizeof(head)) == 0)
			return fd;
		unlink(path);
		close(fd);
		fd = -1;
	}
	/* Several may do this at once, and write the same.  The mode is said
	 * again, for the umask of a unit lets nobody else read. */
	if (fd >= 0 &&
	    (fchmod(fd, 0644) != 0 || ftruncate(fd, COUNTERS_SIZE) != 0 ||
		pwrite(fd, &want, sizeof(want), 0) != (ssize_t)sizeof(want))) {
		close(fd);
		fd = -1;
	}
	return fd;
}

/* The first slot that no living process holds.  The kernel drops the lock of
 * one that dies, however it does. */
static int
take_slot(int fd)
{
	for (int i = 0; i < COUNTERS_WORKERS; i++) {
		struct flock lock = counters_lock((size_t)i);

		if (fcntl(fd, F_OFD_SETLK, &lock) == 0)
			return i;
		if (errno != EAGAIN && errno != EACCES)
			return -1;
	}
	errno = EUSERS;
	return -1;
}

/* ---- routes ---- */

/* Gives the counts of a slot, which were of a worker with other routes, to the
 * routes of the same names; those of a route that is no more are dropped. */
static void
name_routes(struct counters *c, const char *const *routes, size_t n)
{
	struct counters old = *c;

	memset(c->route, 0, sizeof(c->route));
	for (size_t i = 1; i <= n && i < COUNTERS_ROUTES; i++)
		snprintf(c->route[i], COUNTERS_ROUTE, "%s", routes[i - 1]);
	if (memcmp(c->route, old.route, sizeof(c->route)) == 0)
		return;
	memset(c->answers[1], 0, sizeof(c->answers) - sizeof(c->answers[0]));
	memset(c->times[1], 0, sizeof(c->times) - sizeof(c->times[0]));
	memset((void *)&c->spent[1], 0, sizeof(c->spent) - sizeof(c->spent[0]));
	for (size_t i = 1; i < COUNTERS_ROUTES; i++)
		for (size_t k = 1;
		     *old.route[i] != '\0' && k <= n && k < COUNTERS_ROUTES;
		     k++)
			if (strncmp(old.route[i], c->route[k],
				COUNTERS_ROUTE) == 0)
				counters_add_route(c, k, &old, i);
}

/* Maps a slot of folder/counters; returns as counters_open does. */
static const char *
map_slot(const char *folder)
{
	char path[4096];
	struct counters *all;
	int slot;

	snprintf(path, sizeof(path), "%s/counters", folder);
	if ((file = open_file(path)) < 0)
		return "cannot open";
	if ((slot = take_slot(file)) < 0)
		return "no slot is free in";
	/* What the file has no room for on its disk would end the process when
	 * it is written to. */
	if ((errno = posix_fallocate(file, counters_lock((size_t)slot).l_start,
		 sizeof(*mine))) != 0)
		return "no room for";
	all = mmap(NULL, COUNTERS_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED,
	    file, 0);
	if (all == MAP_FAILED)
		return "cannot map";
	mine = &all[slot + 1];
	return NULL;
}

const char *
counters_open(const char *folder, const char *const *routes, size_t n)
{
	const char *fault = map_slot(folder);
	int why = errno;

	if (fault != NULL) {
		counters_close();
		errno = why;
		return fault;
	}
	name_routes(mine, routes, n);
	snprintf(mine->version, sizeof(mine->version), "%s", build_version);
	snprintf(mine->build, sizeof(mine->build), "%s", build_id);
	counters_set(&mine->pid, (uint64_t)getpid());
	counters_set(&mine->started, (uint64_t)time(NULL));
	return NULL;
}

void
counters_close(void)
{
	mine = &own;
	if (file >= 0)
		close(file);
	file = -1;
}

/* ---- counting ---- */

void
counters_add(enum counter k)
{
	counters_plus(&mine->count[k], 1);
}

void
counters_begin(void)
{
	began = clock_ms();
}

static enum answer_class
class_of(int status)
{
	if (status == 304)
		return ANSWER_304;
	return status < 300 ? ANSWER_2XX
	    : status < 400  ? ANSWER_3XX
	    : status < 500  ? ANSWER_4XX
			    : ANSWER_5XX;
}

void
counters_answer(size_t route, int status)
{
	uint64_t us = (uint64_t)((clock_ms() - began) * 1e3);
	size_t b = 0;

	if (route >= COUNTERS_ROUTES)
		route = 0;
	while (b < COUNTERS_BUCKETS - 1 && us > counters_bound[b])
		b++;
	counters_plus(&mine->answers[route][class_of(status)], 1);
	counters_plus(&mine->times[route][b], 1);
	counters_plus(&mine->spent[route], us);
}
