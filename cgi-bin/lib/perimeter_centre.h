#ifndef PERIMETER_CENTRE_H
#define PERIMETER_CENTRE_H

#include "db.h"

/*
 * Where communes lie: the n bytes of centres.tsv, a line each of INSEE code,
 * latitude and longitude in degrees, parted by tabs; a line that begins with #
 * is a comment.  Gives them to the communes, and their mean to each EPCI, within
 * the caller's transaction and after its links; *written counts perimeters that
 * lie elsewhere than before.  RC_BAD_PARAM, logged with name and line, when a
 * line is no centre.
 */
enum rc perimeter_centres(struct db *, struct pool *, const char *name,
    const char *text, size_t n, unsigned long long *written);

#endif
