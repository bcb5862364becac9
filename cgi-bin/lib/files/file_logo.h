#ifndef FILE_LOGO_H
#define FILE_LOGO_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/pool.h"
#include "files/file_faults.h"
#include "files/file_record.h"

/*
 * The picture that a file shows: the file that the attribute "file" of its
 * element names, beside it, or what the element holds, in base64.  What it is,
 * its content says (picture.h).  Sets the logo of the record; faults are told,
 * and that its label is missing unless it was read.
 */
void file_logo_read(struct file_faults *, struct pool *, xmlNodePtr,
    bool labelled, struct file_record *);

#endif
