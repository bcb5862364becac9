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
	static const char table[] = "forme;champ;chemin;devient\n"
				    "a;liste;aides;\na;si;Titre, Lien;\n"
				    "a;name;Titre;\na;slug;Lien/;\n";
	struct feed_shapes *shapes = feed_shapes_read(table, sizeof(table) - 1);
	char path[40];
	size_t taken = 0;
	int fd = memfd_create("feed", MFD_CLOEXEC);

	must(shapes != NULL && fd >= 0 && write(fd, data, n) == (ssize_t)n);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	feed_read(path, shapes, take, &taken);
	must(taken <= n);
	feed_shapes_free(shapes);
	close(fd);
	return 0;
}
