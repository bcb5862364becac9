/* feed.c - a file of aids: JSON of several shapes, XML, or a table. */

#include <sys/mman.h>
#include <unistd.h>

#include "feed/feed.h"
#include "fuzz.h"

struct taken {
	struct feed_shapes *shapes;
	size_t n;
};

static enum rc
take(void *arg, const struct feed_item *item)
{
	struct taken *t = arg;

	t->n++;
	must(item->value != NULL || item->why != NULL);
	if (json_is_object(item->value))
		json_decref(feed_shape_translate(t->shapes, "a", item->value));
	return RC_OK;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char table[] = "forme;champ;chemin;devient\n"
				    "a;liste;aides;\na;si;Titre, Lien;\n"
				    "a;liste;c.i;\na;x;l[@r=x].@h;\n"
				    "a;name;Titre;\na;slug;Lien/;\n";
	struct taken t = { feed_shapes_read(table, sizeof(table) - 1), 0 };
	char path[40];
	int fd = memfd_create("feed", MFD_CLOEXEC);

	must(t.shapes != NULL && fd >= 0 && write(fd, data, n) == (ssize_t)n);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	feed_read(path, t.shapes, take, &t);
	must(t.n <= n);
	feed_shapes_free(t.shapes);
	close(fd);
	return 0;
}
