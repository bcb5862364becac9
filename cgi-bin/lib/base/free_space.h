#ifndef FREE_SPACE_H
#define FREE_SPACE_H

#include <stdbool.h>

/*
 * The room that is left on the disk of a folder.  Of the folder where nginx
 * keeps pages a program asks before each page that may be kept: what nginx
 * cannot write there it does not send either.
 */

/* Less is short: more than is written between two looks, unless somebody fills
 * the disk on purpose. */
enum { FREE_SPACE_MB = 64, FREE_SPACE_FILES = 1000 };

/* Megabytes that anybody may still write, in *mb.  False without such a
 * folder. */
bool free_space_read(const char *folder, unsigned long long *mb);

/* Whether so little is left, of bytes or of files, that what is written there
 * may not be whole.  False without such a folder, and for a file system that
 * has no end. */
bool free_space_is_short(const char *folder);

/* Names the folder that free_space_runs_short is about; the string must last
 * as long as the process.  Without it, or for "", there is none. */
void free_space_watch(const char *folder);

/* The same as free_space_is_short, looked at once a second at most. */
bool free_space_runs_short(void);

#endif
