#ifndef BULK_LIST_H
#define BULK_LIST_H

#include <stdbool.h>

#include "base/conf.h"
#include "bulk/bulk_file.h"
#include "db/db.h"

/* What the files are: their list, and the catalogue of data that harvesters
 * take, written beside them by stylesheets (xsl/bulk). */

/* Writes exports.json, catalog.ttl, catalog.jsonld, catalog.rdf and the schemas
 * of the tables to the folder.  False, logged or with errno, when one cannot be
 * made. */
bool bulk_list_write(struct db *, const struct conf *, const char *folder,
    const struct bulk_file *, size_t n);

#endif
