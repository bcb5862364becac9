#ifndef XSL_FOLDER_H
#define XSL_FOLDER_H

#include <stddef.h>

/* The *n files NAME.xsl of a folder, or its folders, sorted by name so that two
 * machines compile the same.  None of a folder that cannot be read.  The caller
 * frees each name, and the array. */
char **xsl_folder_sheets(const char *dir, size_t *n);
char **xsl_folder_rooms(const char *dir, size_t *n);

#endif
