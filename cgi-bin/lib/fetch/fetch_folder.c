/* fetch_folder.c - where pages of a feed are until they were imported. */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "fetch/fetch_folder.h"

/* Seconds that one has to lock what it made. */
enum { UNLOCKED = 60 };

/* Removes the folder, and its files by fd, whatever leads there by now. */
static void
remove_all(const char *path, int fd)
{
	DIR *dir = fdopendir(fd);
	const struct dirent *e;

	while (dir != NULL && (e = readdir(dir)) != NULL)
		unlinkat(fd, e->d_name, 0);
	rmdir(path);
	if (dir != NULL)
		closedir(dir);
	else
		close(fd);
}

/* Anybody may write to the folder of folders: only what this user made, and no
 * process holds, is removed. */
static void
remove_left(const char *tmp)
{
	char pattern[80];
	struct stat st;
	glob_t g;
	int fd;

	snprintf(pattern, sizeof(pattern), "%s/guichet-feed-*", tmp);
	if (glob(pattern, 0, NULL, &g) != 0)
		return;
	for (size_t i = 0; i < g.gl_pathc; i++) {
		fd = open(g.gl_pathv[i],
		    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		if (fd < 0)
			continue;
		if (fstat(fd, &st) == 0 && st.st_uid == geteuid() &&
		    st.st_mtime + UNLOCKED < time(NULL) &&
		    flock(fd, LOCK_EX | LOCK_NB) == 0)
			remove_all(g.gl_pathv[i], fd);
		else
			close(fd);
	}
	globfree(&g);
}

bool
fetch_folder_open(struct fetch_folder *f)
{
	const char *tmp = getenv("TMPDIR");

	if (tmp == NULL || strlen(tmp) >= 40)
		tmp = "/var/tmp";
	remove_left(tmp);
	snprintf(f->path, sizeof(f->path), "%s/guichet-feed-XXXXXX", tmp);
	if (mkdtemp(f->path) != NULL &&
	    (f->lock = open(f->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) >=
		0 &&
	    flock(f->lock, LOCK_EX | LOCK_NB) == 0)
		return true;
	f->path[0] = '\0';
	return false;
}

void
fetch_folder_close(struct fetch_folder *f)
{
	if (f->path[0] != '\0')
		remove_all(f->path, f->lock);
	f->path[0] = '\0';
}
