#ifndef GAZETTEER_FILE_H
#define GAZETTEER_FILE_H

#include <stdbool.h>

#include "gazetteer/gazetteer.h"

/*
 * The names of places as a file that processes map, and so have once between
 * them: one of them writes it when it has read newer names, and it takes the
 * place of the file of before.  Who maps that one keeps it.  Nobody waits
 * for another, and whoever finds no file of theirs does without.
 */

/* The gazetteer of a file of that version, written by this build and this
 * user; the caller frees it with gazetteer_free.  NULL when there is none: no
 * file, another's, one that is cut or not as it was written. */
struct gazetteer *gazetteer_file_map(const char *path,
    unsigned long long version);

/* Writes a sealed one, unless a right one of that version has come to be there
 * meanwhile; false, with errno, when it cannot. */
bool gazetteer_file_write(const struct gazetteer *, const char *path,
    unsigned long long version);

#endif
