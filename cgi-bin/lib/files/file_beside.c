/*
 * file_beside.c - the files that one names.
 *
 * They stand in the same folder, so that a file of an administrator, who got it
 * from another, reads nothing else of this machine.
 */

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

#include "base/say.h"
#include "files/file_beside.h"

bool
file_is_beside(const xmlNode *n)
{
	return xmlHasProp(n, (const xmlChar *)"file") != NULL;
}

const char *
file_beside(struct file_faults *f, struct pool *pool, const xmlNode *n)
{
	xmlChar *got = xmlGetNoNsProp(n, (const xmlChar *)"file");
	const char *name = got != NULL ? pool_strdup(pool, (char *)got) : NULL;
	const char *slash = strrchr(f->file, '/'), *path;
	struct stat st;

	xmlFree(got);
	if (name == NULL)
		return NULL;
	if (strchr(name, '/') != NULL || strcmp(name, "..") == 0) {
		file_fault(f, xmlGetLineNo(n), (const char *)n->name,
		    _("what it names stands beside the file: give its name "
		      "alone"));
		return NULL;
	}
	path = pool_printf(pool, "%.*s%s",
	    slash != NULL ? (int)(slash + 1 - f->file) : 0, f->file, name);
	errno = EISDIR;
	if (stat(path, &st) == 0 && S_ISREG(st.st_mode))
		return path;
	file_fault(f, xmlGetLineNo(n), (const char *)n->name,
	    _("cannot read \"%s\": %s"), path, say_error(errno));
	return NULL;
}
