/*
 * file_beside.c - the files that one names.
 *
 * They stand in the same folder, so that a file of an administrator, who got it
 * from another, reads nothing else of this machine.
 */

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/say.h"
#include "files/file_beside.h"

bool
file_is_beside(const xmlNode *n)
{
	return xmlHasProp(n, (const xmlChar *)"file") != NULL;
}

/* The path of the file that the element names; NULL, told, when it is none of
 * that folder. */
static const char *
path_beside(struct file_faults *f, struct pool *pool, const xmlNode *n)
{
	xmlChar *got = xmlGetNoNsProp(n, (const xmlChar *)"file");
	const char *name = pool_strdup(pool, got != NULL ? (char *)got : "");
	const char *slash = strrchr(f->file, '/');

	xmlFree(got);
	if (strchr(name, '/') == NULL && strcmp(name, "..") != 0)
		return pool_printf(pool, "%.*s%s",
		    slash != NULL ? (int)(slash + 1 - f->file) : 0, f->file,
		    name);
	file_fault(f, file_place(n), (const char *)n->name,
	    _("what it names stands beside the file: give its name alone"));
	return NULL;
}

/* A link, of a folder that came from elsewhere, would have any file of this
 * machine shown to readers; nobody would write to a pipe.  What was looked at
 * is what is read: it is opened once. */
static int
open_beside(struct file_faults *f, const xmlNode *n, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat st;

	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		return fd;
	if (fd >= 0 || errno == ELOOP)
		file_fault(f, file_place(n), (const char *)n->name,
		    _("\"%s\" is a link, or no file: put the file itself "
		      "there"),
		    path);
	else
		file_fault(f, file_place(n), (const char *)n->name,
		    _("cannot read \"%s\": %s"), path, say_error(errno));
	if (fd >= 0)
		close(fd);
	return -1;
}

int
file_beside(struct file_faults *f, struct pool *pool, const xmlNode *n,
    const char **path)
{
	*path = path_beside(f, pool, n);
	return *path != NULL ? open_beside(f, n, *path) : -1;
}
