#ifndef FETCH_FOLDER_H
#define FETCH_FOLDER_H

#include <stdbool.h>

/*
 * Where pages of a feed are until they were imported, for no transaction is
 * open while a server is waited for: a folder in $TMPDIR or /var/tmp.  Who
 * makes one holds its lock, which ends with the process: what a run that was
 * killed left is removed by the next one.
 */
struct fetch_folder {
	char path[64]; /* "": none */
	int lock;
};

/* Makes one; false, with errno, when it cannot. */
bool fetch_folder_open(struct fetch_folder *);

/* Removes it with all its files; one that was never made is ignored. */
void fetch_folder_close(struct fetch_folder *);

#endif
