/* feed.c - a file of aids: JSON of several shapes, or a table. */

#include <sys/mman.h>
#include <unistd.h>

#include "feed/feed.h"
#include "fuzz.h"

static enum rc
take(void *arg, const struct feed_item *item)
{
	++*(size_t *)arg;
	must(item->value != NULL || item->why != NULL);
	return RC_OK;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const lists[] = { "results", "aides", NULL };
	char path[40];
	size_t taken = 0;
	int fd = memfd_create("feed", MFD_CLOEXEC);

	must(fd >= 0 && write(fd, data, n) == (ssize_t)n);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	feed_read(path, lists, take, &taken);
	must(taken <= n);
	close(fd);
	return 0;
}
