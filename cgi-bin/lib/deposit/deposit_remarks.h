#ifndef DEPOSIT_REMARKS_H
#define DEPOSIT_REMARKS_H

#include <stdio.h>

#include <jansson.h>

#include "base/buf.h"
#include "base/rc.h"
#include "feed/feed_shape.h"

/* The faults of a file, as an import wrote them (import_report.h), the first
 * thousand of them: a new array of {cell, field, reason, value}; how many there
 * were in *n. */
json_t *deposit_faults_read(FILE *, unsigned long *n);

/* Appends the file at path, a table or a workbook, as a workbook with these
 * faults beside its cells.  RC_BAD_PARAM, logged, when it cannot be read;
 * RC_FAIL when none can be written. */
enum rc deposit_remarks_write(const char *path, const struct feed_shapes *,
    const json_t *faults, struct buf *);

#endif
