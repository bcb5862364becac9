/* xsl_folder.c - which stylesheets there are. */

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "xml/xsl_folder.h"

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The entries of a folder that keep accepts. */
static char **
list(const char *dir, bool (*keep)(const struct dirent *), size_t *n)
{
	char **names = NULL;
	struct dirent *e;
	DIR *d = opendir(dir);

	*n = 0;
	while (d != NULL && (e = readdir(d)) != NULL) {
		if (!keep(e))
			continue;
		names = realloc(names, (*n + 1) * sizeof(*names));
		if (names == NULL ||
		    (names[(*n)++] = strdup(e->d_name)) == NULL)
			log_die("xsl: out of memory");
	}
	if (d != NULL)
		closedir(d);
	if (*n > 0)
		qsort(names, *n, sizeof(*names), by_name);
	return names;
}

static bool
is_sheet(const struct dirent *e)
{
	size_t n = strlen(e->d_name);

	return n > 4 && strcmp(e->d_name + n - 4, ".xsl") == 0;
}

/* The name of a room has no point; "." and ".." do. */
static bool
is_room(const struct dirent *e)
{
	return strchr(e->d_name, '.') == NULL;
}

char **
xsl_folder_sheets(const char *dir, size_t *n)
{
	return list(dir, is_sheet, n);
}

char **
xsl_folder_rooms(const char *dir, size_t *n)
{
	return list(dir, is_room, n);
}
