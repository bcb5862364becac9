/* free_space.c - the room that is left on the disk of a folder. */

#include <stddef.h>
#include <sys/statvfs.h>

#include "base/clock.h"
#include "base/free_space.h"

/* How often the folder that is watched is looked at. */
enum { LOOK_MS = 1000 };

/* One folder for the process, as log.c has one name for its lines. */
static struct {
	const char *folder;
	double looked; /* 0: never */
	bool is_short;
} watch;

static unsigned long long
megabytes(const struct statvfs *v)
{
	return (unsigned long long)v->f_bavail * v->f_frsize / 1000000;
}

bool
free_space_read(const char *folder, unsigned long long *mb)
{
	struct statvfs v;

	if (statvfs(folder, &v) != 0)
		return false;
	*mb = megabytes(&v);
	return true;
}

/* A file system without an end counts no blocks, and one that makes room for
 * files as it needs it counts no files. */
bool
free_space_is_short(const char *folder)
{
	struct statvfs v;

	return statvfs(folder, &v) == 0 &&
	    ((v.f_blocks > 0 && megabytes(&v) < FREE_SPACE_MB) ||
		(v.f_files > 0 && v.f_favail < FREE_SPACE_FILES));
}

void
free_space_watch(const char *folder)
{
	watch.folder = *folder != '\0' ? folder : NULL;
	watch.looked = 0;
	watch.is_short = false;
}

bool
free_space_runs_short(void)
{
	double now;

	if (watch.folder == NULL)
		return false;
	now = clock_coarse_ms();
	if (now - watch.looked >= LOOK_MS) {
		watch.looked = now;
		watch.is_short = free_space_is_short(watch.folder);
	}
	return watch.is_short;
}
