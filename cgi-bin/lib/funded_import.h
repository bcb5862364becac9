#ifndef FUNDED_IMPORT_H
#define FUNDED_IMPORT_H

#include "db.h"
#include "words.h"

/*
 * Takes the n bytes of a file of funded projects: the laureates of the Fonds
 * vert, or the projects of DETR, DSIL, DPV and DSID as the DGCL publishes them,
 * told apart by their columns.  They replace those of that source, in one
 * transaction; *count of them, *placed of which have a known beneficiary.
 */
enum rc funded_import(struct db *, struct words *, const char *source,
    const char *text, size_t n, unsigned long *count, unsigned long *placed);

#endif
