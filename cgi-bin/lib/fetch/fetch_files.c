/* fetch_files.c - the files of a feed that is on this machine. */

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "fetch/fetch_files.h"

/* Editors and copies in progress leave files whose names begin with a dot. */
static int
is_visible(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

bool
fetch_files_list(struct pool *pool, const char *path, const char **paths,
    size_t most, size_t *n)
{
	struct dirent **e;
	struct stat st;
	int all;

	*n = 0;
	if (stat(path, &st) != 0)
		return false;
	if (!S_ISDIR(st.st_mode)) {
		paths[(*n)++] = path;
		return true;
	}
	if ((all = scandir(path, &e, is_visible, alphasort)) < 0)
		return false;
	for (int i = 0; i < all; i++) {
		const char *file = pool_printf(pool, "%s/%s", path,
		    e[i]->d_name);

		if (*n < most && stat(file, &st) == 0 && S_ISREG(st.st_mode))
			paths[(*n)++] = file;
		free(e[i]);
	}
	free(e);
	return true;
}
